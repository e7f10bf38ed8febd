"""Who may have a LibreOffice now: a few of them, lent one at a time, with a queue that does not grow."""

import atexit
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from infra.libreoffice import python_with_uno
from infra.office import Office
from infra.one_shot import OneShot
from kernel.refusals import Unavailable

MOST_WAITING = 16
WAIT_SECONDS = 120.0


class Converting(Protocol):
    """What the pool lends."""

    @property
    def is_spent(self) -> bool: ...
    def convert(self, word: bytes, seconds: float) -> bytes: ...
    def close(self) -> None: ...


@dataclass(eq=False)
class ConverterBusy(Unavailable):
    """The paper was not even begun: too many wait, or it has waited too long."""

    waiting: int
    seconds: float

    def __str__(self) -> str:
        if not self.seconds:
            return f"The converter is busy: {self.waiting} papers wait already."
        return f"The converter is busy: the paper waited {self.seconds:g} seconds for its turn and was not begun."


class Pool:
    """Up to so many offices, started when first needed. Safe under threads; of no use after a fork."""

    def __init__(self, offices: int = 1, *, start: Callable[[], Converting] | None = None,
                 most_waiting: int = MOST_WAITING, wait_seconds: float = WAIT_SECONDS) -> None:  # fmt: skip
        self._start = start or new_office
        self._most_waiting, self._wait_seconds = most_waiting, wait_seconds
        self._turn = threading.Condition()
        self._free, self._waiting = offices, 0
        self._idle: list[Converting] = []

    @contextmanager
    def lent(self) -> Iterator[Converting]:
        """An office for one paper. It comes back only if the block ends well, and is closed otherwise.

        Raises ConverterBusy, OfficeFailed and NoOffice.
        """
        self._wait_for_turn()
        try:
            office = self._idle_one() or self._start()
            try:
                yield office
            except BaseException:
                office.close()
                raise
            self._idle.append(office)
        finally:
            with self._turn:
                self._free += 1
                self._turn.notify()

    def close(self) -> None:
        """End every office that is not lent."""
        while self._idle:
            self._idle.pop().close()

    def _wait_for_turn(self) -> None:
        with self._turn:
            if not self._free and self._waiting >= self._most_waiting:
                raise ConverterBusy(self._waiting, 0)
            self._waiting += 1
            try:
                until = time.monotonic() + self._wait_seconds
                while not self._free:
                    if not self._turn.wait(max(0.0, until - time.monotonic())) and not self._free:
                        raise ConverterBusy(self._waiting, self._wait_seconds)
                self._free -= 1
            finally:
                self._waiting -= 1

    def _idle_one(self) -> Converting | None:
        while self._idle:
            office = self._idle.pop()
            if not office.is_spent:
                return office
            office.close()
        return None


def new_office() -> Converting:
    """One that stays where a Python has UNO, otherwise one start for each paper."""
    return Office() if python_with_uno() else OneShot()


def own_pool() -> Pool:
    """The pool of this process, with one office; a forked child begins one of its own."""
    if not _own:
        _own.append(Pool())
    return _own[0]


_own: list[Pool] = []
os.register_at_fork(after_in_child=_own.clear)


@atexit.register
def _close() -> None:
    for pool in _own:
        pool.close()
