"""Counts the cases of a county in several processes, batch by batch; what comes out keeps the order of what goes in."""

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import chain, repeat
from multiprocessing import get_context

from cases.county.facts import CaseBalance
from cases.county.queries import balances_of
from infra.db import database
from kernel.refusals import Unavailable

BATCH = 100
"""Cases that are read together. What a process holds grows with it, and hardly anything is gained by more."""
ALONE = 20
"""Batches up to which one more process would take longer to start than to count."""


class CountingEnded(Unavailable):
    def __str__(self) -> str:
        return "A process that counted ended before its time, perhaps for lack of memory; try --processes 1."


def counted(office_id: int, case_numbers: Sequence[str], as_of: date, *, processes: int) -> Iterator[CaseBalance]:
    """The balance of each case. Each batch is read in one transaction; what changes meanwhile changes the next ones."""
    batches = [case_numbers[start : start + BATCH] for start in range(0, len(case_numbers), BATCH)]
    given = (repeat(office_id), batches, repeat(as_of))
    if processes == 1 or len(batches) <= ALONE:
        yield from chain.from_iterable(map(_batch, *given))
        return
    try:
        # What a process imported stays; the collector need not look through it again and again.
        with ProcessPoolExecutor(processes, get_context("spawn"), initializer=gc.freeze) as pool:
            yield from chain.from_iterable(pool.map(_batch, *given))
    except BrokenProcessPool:
        raise CountingEnded() from None


def _batch(office_id: int, case_numbers: Sequence[str], as_of: date) -> list[CaseBalance]:
    with database().reading() as db:
        return balances_of(db, office_id, case_numbers, as_of)
