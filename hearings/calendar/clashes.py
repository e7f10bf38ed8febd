"""The same person in two places at once: parties, agents, attorneys and judges, over all cases."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import combinations
from zoneinfo import ZoneInfo

from hearings.calendar.local import Span, instant, span

PARTY, AGENT, ATTORNEY, JUDGE = "party", "agent", "attorney", "judge"


@dataclass(frozen=True, slots=True, order=True)
class Needed:
    """A person whom a hearing needs. ``key`` is the same for the same person wherever the person is needed."""

    role: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A hearing where it stands, with the court minutes it takes and everybody whom it needs."""

    hearing_id: int
    case_no: str
    session_id: int
    on: date
    at: time
    closes: time | None
    where: str
    zone: ZoneInfo
    minutes: int
    needed: tuple[Needed, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """One person in two places at overlapping instants."""

    who: Needed
    here: Placed
    there: Placed

    @property
    def sentence(self) -> str:
        """The clash as a person says it."""
        return (
            f"{_role(self.who)} {self.who.name} is needed {_place(self.here)} and {_place(self.there)} "
            f"on {self.here.on:%a %b %-d, %Y}."
        )


def blocks(placed: Iterable[Placed]) -> dict[int, Span]:
    """For each hearing the time in which it may be called.

    Matters set for one hour of one session are called one after the other, so each may be called until all are heard,
    or until the session closes. Raises NoSuchHour.
    """
    called: dict[tuple[int, time], list[Placed]] = defaultdict(list)
    for one in placed:
        called[one.session_id, one.at].append(one)
    found = {}
    for together in called.values():
        first = together[0]
        whole = span(first.on, first.at, sum(one.minutes for one in together), first.zone)
        ends = instant(first.on, first.closes, first.zone) if first.closes and first.closes > first.at else whole.end
        found.update({one.hearing_id: Span(whole.start, min(whole.end, ends)) for one in together})
    return found


def clashes(placed: Sequence[Placed]) -> list[Clash]:
    """Every clash among these hearings, each pair of sessions named once for a person, in the order of the day.

    Matters of one session are heard one after the other and never clash.
    """
    spans = blocks(placed)
    by_person: dict[Needed, list[Placed]] = defaultdict(list)
    for one in placed:
        for who in one.needed:
            by_person[who].append(one)
    found = [
        Clash(who, here, there)
        for who, needed in by_person.items()
        for here, there in _pairs(needed)
        if spans[here.hearing_id].overlaps(spans[there.hearing_id]) and _apart(who, here, there)
    ]
    named: dict[tuple[object, ...], Clash] = {}
    for clash in found:
        named.setdefault(_once(clash), clash)
    return sorted(named.values(), key=lambda clash: (_start(spans, clash), clash.who))


def _pairs(needed: Sequence[Placed]) -> Iterable[tuple[Placed, Placed]]:
    """Two hearings of different sessions each; of many with one hour in one session, the first stands for all."""
    first: dict[tuple[int, time], Placed] = {}
    for one in sorted(needed, key=lambda one: (one.at, one.session_id, one.hearing_id)):
        first.setdefault((one.session_id, one.at), one)
    return ((here, there) for here, there in combinations(first.values(), 2) if here.session_id != there.session_id)


def _apart(who: Needed, here: Placed, there: Placed) -> bool:
    """Who works in a room can take its sessions together; a party is wanted in one of them."""
    return who.role == PARTY or here.where != there.where


def _once(clash: Clash) -> tuple[object, ...]:
    if clash.who.role == PARTY:
        return clash.who, clash.here.hearing_id, clash.there.hearing_id
    return clash.who, clash.here.session_id, clash.there.session_id


def _start(spans: dict[int, Span], clash: Clash) -> datetime:
    return min(spans[clash.here.hearing_id].start, spans[clash.there.hearing_id].start)


def _place(one: Placed) -> str:
    return f"at {one.at:%-I:%M %p} in {one.where} (case {one.case_no})"


def _role(who: Needed) -> str:
    return {PARTY: "The party", AGENT: "The agent", ATTORNEY: "The attorney", JUDGE: "The judge"}[who.role]
