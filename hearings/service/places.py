"""Where to try next: by what failed, by verification, age and source, and never where a protected person is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hearings.facts import Served
from hearings.service.facts import TRY_THERE_AGAIN, NextPlace, Place, Recipient
from kernel.refusals import Denied


@dataclass(eq=False)
class PlaceProtected(Denied):
    """Nobody is told where a protected person may be found."""

    def __str__(self) -> str:
        return "This person is protected; Courtready tells nobody where he or she may be found."


@dataclass(frozen=True, slots=True)
class Known:
    """A place on record. ``key`` names its record; ``as_of`` is the day on which its source told it."""

    kind: Place
    key: str
    words: str
    told_by: str
    as_of: date | None
    verified_on: date | None
    ended_on: date | None


def next_place(known: Sequence[Known], tries: Sequence[Served], person: Recipient, *, as_of: date) -> NextPlace | None:
    """The best place to try next, None where none is left. Raises PlaceProtected.

    After a failure at home the employer comes first, and the reverse; within a kind what was verified last, then what
    was told last. A place where the papers failed comes back only when it was verified again after that.
    """
    if person.protected:
        raise PlaceProtected()
    failed = [one for one in tries if one.attempted_on and one.attempted_on <= as_of and one.result != "served"]
    left = [one for one in known if _in_use(one, as_of) and not _failed_since(one, failed)]
    if not left:
        return None
    first = _first_kind(failed)
    best = min(left, key=lambda one: _rank(one, first))
    return NextPlace(best.kind, best.key, best.words, best.told_by, best.verified_on, _why(best, failed, as_of))


def _in_use(one: Known, as_of: date) -> bool:
    return one.ended_on is None or one.ended_on > as_of


def _failed_since(place: Known, failed: Sequence[Served]) -> bool:
    """Whether papers failed there and nobody verified it since. An attempt without a place is taken to be at home."""
    days = [
        one.attempted_on
        for one in failed
        if one.attempted_on and one.result not in TRY_THERE_AGAIN and _was_at(one, place)
    ]
    return bool(days) and (place.verified_on is None or place.verified_on <= max(days))


def _was_at(one: Served, place: Known) -> bool:
    if one.manner and one.manner.place_key:
        return one.manner.place_key == place.key
    told = one.manner.place if one.manner else None
    return (told or Place.RESIDENCE) == place.kind


def _first_kind(failed: Sequence[Served]) -> Place:
    """Work after a failure at home, home otherwise."""
    if not failed:
        return Place.RESIDENCE
    last = max(failed, key=lambda one: one.attempted_on or date.min)
    at = (last.manner.place if last.manner else None) or Place.RESIDENCE
    return Place.WORK if at == Place.RESIDENCE else Place.RESIDENCE


def _rank(one: Known, first: Place) -> tuple[bool, bool, bool, int, int, str]:
    verified = one.verified_on.toordinal() if one.verified_on else 0
    told = one.as_of.toordinal() if one.as_of else 0
    return (one.kind is Place.MAILING, one.kind is not first, not verified, -verified, -told, one.key)


def _why(best: Known, failed: Sequence[Served], as_of: date) -> str:
    kind = {Place.WORK: "At work", Place.RESIDENCE: "At home", Place.MAILING: "The mailing address"}[best.kind]
    days = (as_of - best.verified_on).days if best.verified_on else None
    age = "not verified" if days is None else f"verified {days} day{'' if days == 1 else 's'} ago"
    after = f" after {len(failed)} attempt{'' if len(failed) == 1 else 's'} in vain" if failed else ""
    return f"{kind}{after}: told by {best.told_by or 'the record'}, {age}."
