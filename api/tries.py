"""How often somebody may try to sign in."""

import hashlib
from functools import cache

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from offices.errors import TooManyTries

FOR_ONE_PERSON = RateLimitItemPerMinute(10, 15)
FROM_ONE_PLACE = RateLimitItemPerMinute(100, 15)


def count_try(email: str, place: str) -> None:
    """Count one try to sign in, known person or not. Raises TooManyTries."""
    person = hashlib.sha256(email.strip().lower().encode(errors="replace")).hexdigest()
    if not _limiter().hit(FROM_ONE_PLACE, place) or not _limiter().hit(FOR_ONE_PERSON, person):
        raise TooManyTries()


def forget_tries() -> None:
    """Begin to count anew."""
    _limiter().storage.reset()


@cache
def _limiter() -> MovingWindowRateLimiter:
    """In this process: each of several web processes counts for itself."""
    return MovingWindowRateLimiter(MemoryStorage())
