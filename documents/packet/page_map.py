"""Which page everything stands on, known before a page is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

COVER = 1


@dataclass(frozen=True, slots=True)
class Section:
    """Something with pages. With sections ``inside`` it begins with a cover and an index of ``index_pages``."""

    label: str
    title: str
    pages: int = 0
    problem: str | None = None
    index_pages: int = 0
    inside: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands: ``first`` to ``last``, counted from 1; 0 for an index that there is not."""

    label: str
    title: str
    first: int
    last: int
    problem: str | None = None
    index_first: int = 0
    index_last: int = 0
    inside: tuple["Place", ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.last - self.first + 1

    @property
    def written(self) -> str:
        """As an index writes it: ``5`` or ``5–9``."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def page_map(section: Section, first: int = 1) -> Place:
    """The places of a section and of all sections inside it."""
    if not section.index_pages:
        return Place(section.label, section.title, first, first + section.pages - 1, section.problem)
    index_last = first + COVER + section.index_pages - 1
    inside = tuple(_in_turn(section.inside, index_last + 1))
    last = inside[-1].last if inside else index_last
    return Place(section.label, section.title, first, last, section.problem, first + COVER, index_last, inside)


def _in_turn(sections: Sequence[Section], first: int) -> Iterator[Place]:
    for section in sections:
        place = page_map(section, first)
        yield place
        first = place.last + 1
