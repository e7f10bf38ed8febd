"""One timeline from every source: the state's record, what a person typed and what a server sent."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time

from hearings.facts import Served
from hearings.service.facts import Proof

BY_HAND = "attempt|"
"""How the key of an attempt begins that a person typed in or a server sent."""


def one_timeline(found: Iterable[Served]) -> list[Served]:
    """The attempts in order of issue, day and hour; the same attempt told by two sources stands once.

    The state's record and a record by hand tell of the same attempt where paper, person, method and day agree. It
    keeps the trace of the state's record and the manner that a person told.
    """
    kept: list[Served] = []
    for one in sorted(found, key=lambda one: (one.manner is not None, one.key)):
        twin = _twin(one, kept)
        if twin is None:
            kept.append(one)
        else:
            kept[kept.index(twin)] = _joined(twin, one)
    return sorted(kept, key=in_order)


def in_order(one: Served) -> tuple[date, date, time, str]:
    """By issue, then by attempt, then as the record has them."""
    hour = one.manner.hour if one.manner else None
    return (one.issued_on or date.min, one.attempted_on or date.max, hour or time.min, one.key)


def with_proofs(services: Iterable[Served], proofs: Sequence[Proof]) -> list[Served]:
    """The same services; where the record tells no return, a PDF of it that opened is one, on the day it came back."""
    back: dict[str, date] = {}
    for proof in proofs:
        if proof.usable:
            back[proof.attempt_key] = min(proof.returned_on, back.get(proof.attempt_key, date.max))
    return [
        one if one.returned_on else replace(one, returned_on=back.get(one.key) or back.get(one.other_key))
        for one in services
    ]


def _twin(one: Served, kept: Sequence[Served]) -> Served | None:
    """The record of the state about the same attempt, unless a person's record is joined to it already."""
    if one.manner is None or one.attempted_on is None:
        return None
    same = (one.paper, one.mpi_no, one.method, one.attempted_on)
    return next(
        (
            each
            for each in kept
            if each.manner is None
            and (each.paper, each.mpi_no, each.method, each.attempted_on) == same
            and each.result in (None, one.result)
        ),
        None,
    )


def _joined(of_state: Served, by_hand: Served) -> Served:
    return replace(
        of_state,
        manner=by_hand.manner,
        result=of_state.result or by_hand.result,
        served_on=of_state.served_on or by_hand.served_on,
        served_upon=of_state.served_upon or by_hand.served_upon,
        returned_on=of_state.returned_on or by_hand.returned_on,
        other_key=by_hand.key,
    )
