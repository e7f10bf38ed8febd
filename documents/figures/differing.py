"""The same fact in several papers: where they do not say the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from documents.figures.facts import Cause, Meaning, Telling
from documents.figures.meanings import MONTH, PAYMENT, Tellings

NOTHING = {PAYMENT: "no payment", MONTH: "no such month"}


@dataclass(frozen=True, slots=True)
class Told:
    """A telling, and the paper that tells it, by its place among the papers."""

    paper: int
    telling: Telling


@dataclass(frozen=True, slots=True)
class Odd:
    """One telling that is not like the others, and the one of those that it is compared with."""

    one: Told
    other: Told

    @property
    def cause(self) -> Cause:
        """Whether the two speak of one day."""
        return Cause.OTHER_VALUE if self.one.telling.day == self.other.telling.day else Cause.OTHER_DAY


def differing(papers: Sequence[Tellings]) -> list[Odd]:
    """Each telling that differs from what most papers say of the same fact, the first paper where they are even.

    A figure that stands in one paper twice differs from itself like any other.
    """
    known: dict[Meaning, list[Told]] = defaultdict(list)
    for place, paper in enumerate(papers):
        for telling in paper.found:
            known[telling.meaning].append(Told(place, telling))
    for told in _not_listed(papers, known):
        known[told.telling.meaning].append(told)
    return _once([odd for same in known.values() for odd in _odd(same)])


def days_apart(papers: Sequence[Tellings]) -> list[Odd]:
    """Figures that are equal though they were counted for different days: one for each pair of papers."""
    known: dict[Meaning, list[Told]] = defaultdict(list)
    for place, paper in enumerate(papers):
        for telling in paper.found:
            if telling.day is not None and not telling.meaning.row:
                known[telling.meaning].append(Told(place, telling))
    pairs: dict[tuple[int, int], Odd] = {}
    for same in known.values():
        for one in same[1:]:
            first = same[0]
            apart = one.telling.day != first.telling.day and one.telling.value == first.telling.value
            if apart and one.paper != first.paper:
                pairs.setdefault((one.paper, first.paper), Odd(one, first))
    return list(pairs.values())


def _odd(same: Sequence[Told]) -> Iterator[Odd]:
    counts = Counter(one.telling.value for one in same)
    if len(counts) == 1:
        return
    most = max(counts.values())
    norm = next(one for one in same if counts[one.telling.value] == most)
    yield from (Odd(one, norm) for one in same if one.telling.value != norm.telling.value)


def _once(found: Sequence[Odd]) -> list[Odd]:
    """Each pair of slots once: an order is known by either of its days."""
    pairs: dict[tuple[int, str, int, str], Odd] = {}
    for odd in found:
        pairs.setdefault((odd.one.paper, odd.one.telling.path, odd.other.paper, odd.other.telling.path), odd)
    return list(pairs.values())


def _not_listed(papers: Sequence[Tellings], known: dict[Meaning, list[Told]]) -> list[Told]:
    """Rows that a paper leaves out though its list reaches over their day."""
    found = []
    for meaning, same in known.items():
        if meaning.subject not in NOTHING or meaning.name not in ("amount", "paid"):
            continue
        (day,) = meaning.row
        holders = {one.paper for one in same}
        for place, paper in enumerate(papers):
            span = paper.lists.get(meaning.subject)
            if place not in holders and span and isinstance(day, date) and span[0] <= day <= span[1]:
                first = same[0].telling
                found.append(Told(place, Telling(meaning, first.path, first.label, (), NOTHING[meaning.subject])))
    return found
