"""What became of the plants and of the honest packets, counted and told."""

from collections import Counter
from dataclasses import dataclass, field

from documents.figures.facts import Compared, Difference, Place
from tools.planted_figures.honest import Honest
from tools.planted_figures.plants import Plant
from tools.planted_figures.printed import Altered

SHOWN = 20


@dataclass
class Tally:
    """Plants by place, honest packets by kind, and in words what was missed or raised a false alarm."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    paged: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    honest: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def plant(self, one: Plant, said: Compared) -> None:
        """A planted figure: found where a difference that stops names it and another place that says otherwise."""
        self.planted[one.place] += 1
        named = [each for each in said.stopping if _names(each, one)]
        if not named:
            self.wrong.append(f"missed: {one.written} in the {one.place} of {one.document}, {one.bundle.title}")
        self.found[one.place] += bool(named)
        self.paged[one.place] += any(each.one.page and each.other.page for each in named)
        self.beside[one.place] += any(each.one.document != each.other.document for each in named)

    def no_plant(self, one: Honest, said: Compared) -> None:
        """A packet that must be built."""
        self.honest[one.kind] += 1
        if said.stopping:
            self.alarms[one.kind] += 1
            self.wrong.append(f"false alarm: {one.what}, {one.bundle.title}: {said.stopping[0]}")

    def print_of(self, kind: str, folder: str, one: Altered) -> None:
        """Two texts of a template's sample: what differs is named, and nothing else."""
        if not one.named:
            self.honest[kind] += 1
            self.alarms[kind] += not one.caught
        else:
            self.planted[kind] += 1
            self.found[kind] += one.caught
            self.paged[kind] += one.caught
        if not one.caught:
            self.wrong.append(f"{kind}, {folder}: {sorted(one.named)} was told as {one.pairs}")

    def lines(self) -> list[str]:
        """The tables, one line each, and what went wrong."""
        head = f"{'planted in':62}{'planted':>9}{'found':>9}{'with pages':>12}{'beside another document':>25}"
        return [
            head,
            *(
                f"{place:62}{number:9,}{self.found[place]:9,}{self.paged[place]:12,}{self.beside[place] or '–':>25}"
                for place, number in self.planted.items()
            ),
            f"{'nothing planted in':62}{'compared':>9}{'alarms':>9}",
            *(f"{kind:62}{number:9,}{self.alarms[kind]:9,}" for kind, number in self.honest.items()),
            f"missed or false alarms: {len(self.wrong)}",
            *(f"  {one}" for one in self.wrong[:SHOWN]),
        ]


def _names(one: Difference, plant: Plant) -> bool:
    """Whether it names the plant by its document and words, and a place that says something else."""
    places = ((one.one, one.other), (one.other, one.one))
    return any(_is_plant(here, plant) and there.words != plant.written for here, there in places)


def _is_plant(place: Place, plant: Plant) -> bool:
    return place.document == plant.document and place.words == plant.written
