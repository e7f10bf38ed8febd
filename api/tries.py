"""How often somebody may try to sign in, or guess a secret address."""

import hashlib
from functools import cache

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from offices.errors import TooManyGuesses, TooManyTries

FOR_ONE_PERSON = RateLimitItemPerMinute(10, 15)
FROM_ONE_PLACE = RateLimitItemPerMinute(100, 15)
GUESSES_FROM_ONE_PLACE = RateLimitItemPerMinute(60, 15, namespace="GUESSES")


def refuse_too_many(email: str, place: str) -> None:
    """Raises TooManyTries after ten failures for one person, known or not, or a hundred from one place."""
    if not _limiter().test(FROM_ONE_PLACE, place) or not _limiter().test(FOR_ONE_PERSON, _person(email)):
        raise TooManyTries()


def count_failure(email: str, place: str) -> None:
    """Count one failed try."""
    _limiter().hit(FROM_ONE_PLACE, place)
    _limiter().hit(FOR_ONE_PERSON, _person(email))


def refuse_too_many_guesses(place: str) -> None:
    """Raises TooManyGuesses after sixty secret addresses from one place that open nothing."""
    if not _limiter().test(GUESSES_FROM_ONE_PLACE, place):
        raise TooManyGuesses()


def count_guess(place: str) -> None:
    """Count one secret address that opened nothing."""
    _limiter().hit(GUESSES_FROM_ONE_PLACE, place)


def _person(email: str) -> str:
    return hashlib.sha256(email.strip().lower().encode(errors="replace")).hexdigest()


def forget_tries() -> None:
    """Begin to count anew."""
    _limiter().storage.reset()


@cache
def _limiter() -> MovingWindowRateLimiter:
    """In this process: each of several web processes counts for itself."""
    return MovingWindowRateLimiter(MemoryStorage())
