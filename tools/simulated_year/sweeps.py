"""Sweeping as it goes in life: in one piece, killed in the middle, or by two schedulers at once."""

import os
import random
import signal
import threading
import time
from dataclasses import dataclass, field
from datetime import date

from hearings.clocks.actions import sweep
from hearings.clocks.facts import Swept
from infra.db import Database, database
from tools.simulated_year.county import instant


@dataclass
class Sweeps:
    """How the sweeps of the year went."""

    done: Swept = field(default_factory=Swept)
    killed: int = 0
    side_by_side: int = 0


def swept(into: Sweeps, opened: Database, day: date, dice: random.Random, *, faults: bool = True) -> None:
    """Sweep a day until nothing is left, now and then with a fault."""
    chance = dice.random() if faults else 1.0
    if chance < 0.04:
        _killed(day, dice.uniform(0.02, 0.6))
        into.killed += 1
    elif chance < 0.08:
        two = [threading.Thread(target=_to_the_end, args=(opened, day)) for _ in range(2)]
        for one in two:
            one.start()
        for one in two:
            one.join()
        into.side_by_side += 1
    into.done = into.done + _to_the_end(opened, day)


def _to_the_end(opened: Database, day: date) -> Swept:
    done = Swept(more=True)
    while done.more:
        with opened.transaction() as db:
            done = done + sweep(db, 1, today=day, now=instant(day))
    return done


def _killed(day: date, after: float) -> None:
    """A process that sweeps in small batches and is killed while it does."""
    child = os.fork()
    if not child:
        opened = database()
        while True:
            with opened.transaction() as db:
                sweep(db, 1, today=day, now=instant(day), most=3)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
