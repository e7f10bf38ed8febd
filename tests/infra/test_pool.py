"""A queue that does not grow; who waits too long is told so, and not that LibreOffice failed."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from infra.pool import ConverterBusy, Pool


@dataclass
class Slow:
    """An office in the pool's eyes that takes its time and notes how many work at once."""

    at_once: list[int]
    most: list[int]
    is_spent: bool = False
    closed: bool = False
    papers: int = 0

    def convert(self, word: bytes, seconds: float) -> bytes:
        self.at_once.append(1)
        self.most.append(len(self.at_once))
        time.sleep(seconds)
        self.at_once.pop()
        self.papers += 1
        return word

    def close(self) -> None:
        self.closed = True


def _pool(offices: int = 1, **limits: float) -> tuple[Pool, list[Slow]]:
    started: list[Slow] = []
    at_once: list[int] = []
    most: list[int] = []

    def start() -> Slow:
        started.append(Slow(at_once, most))
        return started[-1]

    return Pool(offices, start=start, **limits), started  # type: ignore[arg-type]


def _use(pool: Pool, seconds: float = 0.05) -> bytes:
    with pool.lent() as office:
        return office.convert(b"paper", seconds)


def test_no_more_offices_are_started_than_asked_for_and_each_is_used_again() -> None:
    pool, started = _pool(2)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda _: _use(pool), range(8))) == [b"paper"] * 8
    assert len(started) == 2
    assert max(started[0].most) == 2
    assert sum(office.papers for office in started) == 8


def test_no_office_is_started_before_it_is_needed() -> None:
    pool, started = _pool()
    assert started == []
    _use(pool)
    assert len(started) == 1


def test_who_waits_longer_than_the_clock_of_the_queue_is_told_that_the_paper_was_not_begun() -> None:
    pool, started = _pool(wait_seconds=0.1)
    held = threading.Event()

    def hold() -> None:
        with pool.lent():
            held.set()
            time.sleep(0.5)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    with pytest.raises(ConverterBusy, match=r"waited 0\.1 seconds for its turn and was not begun"):
        _use(pool)
    holder.join()
    assert _use(pool) == b"paper"
    assert sum(office.papers for office in started) == 1


def test_a_full_queue_refuses_at_once_and_says_how_many_wait() -> None:
    pool, _ = _pool(most_waiting=2, wait_seconds=5)
    refused: list[str] = []

    def ask() -> None:
        try:
            _use(pool, 0.3)
        except ConverterBusy as busy:
            refused.append(str(busy))

    threads = [threading.Thread(target=ask) for _ in range(5)]
    for thread in threads:
        thread.start()
        time.sleep(0.01)
    for thread in threads:
        thread.join()
    assert refused == ["The converter is busy: 2 papers wait already."] * 2


def test_an_office_in_whose_hands_a_paper_failed_is_closed_and_the_next_paper_gets_a_fresh_one() -> None:
    pool, started = _pool()
    with pytest.raises(ValueError, match="half a file"), pool.lent():
        raise ValueError("half a file")
    assert [office.closed for office in started] == [True]
    assert _use(pool) == b"paper"
    assert [office.closed for office in started] == [True, False]


def test_a_spent_office_is_closed_and_replaced() -> None:
    pool, started = _pool()
    _use(pool)
    started[0].is_spent = True
    _use(pool)
    assert [office.closed for office in started] == [True, False]


def test_the_queue_keeps_moving_while_every_other_paper_fails() -> None:
    pool, _ = _pool(most_waiting=20)

    def work(number: int) -> str:
        try:
            with pool.lent() as office:
                office.convert(b"", 0.01)
                if number % 2:
                    raise ValueError
        except ValueError:
            return "failed"
        return "done"

    with ThreadPoolExecutor(10) as threads:
        assert sorted(threads.map(work, range(10))) == ["done"] * 5 + ["failed"] * 5


def test_closing_ends_the_idle_offices() -> None:
    pool, started = _pool()
    _use(pool)
    pool.close()
    assert [office.closed for office in started] == [True]
