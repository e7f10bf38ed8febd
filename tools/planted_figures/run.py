"""Plants in every packet and every print, compares, counts."""

import random
from collections.abc import Callable, Iterable

from documents.figures.checking import compared
from documents.packet.contents import Bundle
from tools.planted_figures.honest import honest
from tools.planted_figures.plants import plants
from tools.planted_figures.printed import broken_elsewhere, exchanged, papers, unsigned
from tools.planted_figures.tally import Tally

EVERY = 5
IN_PRINTS = (
    ("two amounts that changed places, in prints of all templates", exchanged),
    ("a lost minus sign or parentheses, in prints of all templates", unsigned),
    ("prints of all templates with lines broken elsewhere", broken_elsewhere),
)
Say = Callable[[str], None]


def in_packets(tally: Tally, bundles: Iterable[Bundle], *, seed: int, say: Say) -> int:
    """Plant in each packet, and look at each without a plant; how many packets there were."""
    dice, done = random.Random(seed), 0
    for done, bundle in enumerate(bundles, 1):
        for one in plants(bundle, dice):
            tally.plant(one, compared(one.bundle))
        for other in honest(bundle):
            tally.no_plant(other, compared(other.bundle))
        if done % EVERY == 0:
            say(f"{done} hearings: {_so_far(tally)}")
    return done


def in_prints(tally: Tally, *, say: Say) -> int:
    """Plant in the printed sample of each template; how many there were."""
    found = papers()
    for number, folder in enumerate(found, 1):
        for kind, altered in IN_PRINTS:
            for one in altered(folder):
                tally.print_of(kind, f"{folder.parent.name}/{folder.name}", one)
        if number % (EVERY * 2) == 0:
            say(f"{number} of {len(found)} templates: {_so_far(tally)}")
    return len(found)


def _so_far(tally: Tally) -> str:
    return f"{tally.planted.total():,} planted, {tally.found.total():,} found, {tally.alarms.total():,} false alarms"
