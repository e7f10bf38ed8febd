"""Balances of 1,000, 10,000 and 40,000 cases with 250 payments each, beside the state's, on two processes."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from multiprocessing import active_children
from pathlib import Path
from statistics import median

from sqlalchemy import text

from bench.accounts import AS_OF, ROWS, Expected, fill
from bench.figures import Figure, in_turns
from bench.peers.arrears import by_the_day, by_the_record
from cases.queries import case_numbers
from cli.counting import counted
from infra.db import database
from offices.actions import open_office
from offices.facts import OfficeSettings

SIZES = {40_000: 3, 10_000: 3, 1_000: 5}
"""Cases of a county, and how often each is counted."""
OFFICE, PROCESSES = 1, 2
SOME = 40
"""Cases that the others count in each round; what a case costs them does not depend on how many there are."""
LOOK = 500
GROWTH, MEMORY, LIMIT = 1.25, 600.0, 0.01
"""How many times a case of the smallest county one of a larger may cost, mebibytes that all processes together may
hold, and seconds on the clock that a case may take."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One county counted once: seconds on the clock and of the processors, and mebibytes of all processes together."""

    cases: int
    seconds: float
    worked: float
    peak: float


def figures(sizes: dict[int, int] | None = None) -> Iterator[Figure]:
    """Each county, every balance and every wrong one held against what was put in; then one case against others'."""
    told: dict[int, list[Counted]] = {}
    with tempfile.TemporaryDirectory() as held:
        for cases, rounds in (sizes or SIZES).items():
            folder = Path(held) / f"county-{cases}"
            _made(folder, cases)
            told[cases] = [_apart(folder) for _ in range(rounds)]
            yield from _county(cases, told[cases])
            if cases == min(sizes or SIZES):
                yield from _beside(folder, _each(told[cases]))
            shutil.rmtree(folder)
    yield from _growth(told)


def once(folder: str) -> None:
    """Counts a county, holds every case against what was put in, tells what it took. For a process of its own."""
    os.environ["COURTREADY_DATA"] = folder
    expected: Expected = json.loads((Path(folder) / "expected.json").read_text())
    opened = database()
    with opened.reading() as db:
        numbers = case_numbers(db, OFFICE)
    started, worked, peak = time.perf_counter(), _worked(), 0.0
    for number, one in enumerate(counted(OFFICE, numbers, AS_OF, processes=PROCESSES)):
        assert one.balance, one.refused
        assert (one.balance.total.cents, one.wrong) == tuple(expected.pop(one.case_no))
        peak = max(peak, _held()) if number % LOOK == 0 else peak
    assert not expected
    done = Counted(len(numbers), time.perf_counter() - started, _worked() - worked, max(peak, _held()))
    sys.stdout.write(json.dumps(asdict(done)))


def _apart(folder: Path) -> Counted:
    told = f"from bench.arrears import once; once({str(folder)!r})"
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    return Counted(**json.loads(done.stdout))


def _held() -> float:
    """Mebibytes that this process and those that count for it have held at most."""
    pids = ["self", *(str(one.pid) for one in active_children())]
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _worked() -> float:
    """Seconds of the processors that this process and those it has waited for have used."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def _county(cases: int, rounds: Sequence[Counted]) -> Iterator[Figure]:
    seconds, peak = median(one.seconds for one in rounds), max(one.peak for one in rounds)
    what, checked = f"{cases:,} cases, {cases * ROWS:,} payments", f"{cases / seconds:,.0f} cases a second, all equal"
    yield Figure(what, "the limit", seconds, cases * LIMIT, 1.0, ceiling=True, checked=checked)
    yield Figure(f"{what}, memory", "the limit", peak, MEMORY, 1.0, ceiling=True, unit="MiB")


def _growth(told: dict[int, list[Counted]]) -> Iterator[Figure]:
    least = min(told)
    for cases, rounds in told.items():
        if cases != least:
            what, ours, theirs = f"a case of {cases:,}, processor", _each(rounds), _each(told[least])
            yield Figure(what, f"a case of {least:,}", ours, theirs, GROWTH, ceiling=True)


def _each(rounds: Sequence[Counted]) -> float:
    return median(one.worked / one.cases for one in rounds)


def _beside(folder: Path, ours: float) -> Iterator[Figure]:
    """One process, the same cases: ours, each record read as a page reads it, and a script that goes day by day."""
    os.environ["COURTREADY_DATA"] = str(folder)
    expected: Expected = json.loads((folder / "expected.json").read_text())
    some = sorted(expected)[:SOME]
    opened = database()

    def hold(owed: dict[str, int]) -> None:
        assert owed == {case_no: expected[case_no][0] for case_no in some}

    def together() -> None:
        found = counted(OFFICE, some, AS_OF, processes=1)
        hold({one.case_no: one.balance.total.cents for one in found if one.balance})

    sides = {
        "ours": together,
        "the record of each case by itself": lambda: hold(by_the_record(opened, OFFICE, some, AS_OF)),
        "a script that goes day by day": lambda: hold(by_the_day(folder / "courtready.db", some, AS_OF)),
    }
    spent = in_turns(sides)
    for against in list(sides)[1:]:
        checked = f"{SOME} cases, the same cents"
        yield Figure("a case, one process", against, spent["ours"] / SOME, spent[against] / SOME, checked=checked)
    opened.close()


def _made(folder: Path, cases: int) -> None:
    os.environ["COURTREADY_DATA"] = str(folder)
    opened = database()
    opened.migrate()
    with opened.transaction() as db:
        assert open_office(db, "Bench", state="NC", new_settings=OfficeSettings()).id == OFFICE
    expected = fill(opened, OFFICE, cases)
    with opened.transaction() as db:
        db.execute(text("ANALYZE"))
    opened.close()
    (folder / "expected.json").write_text(json.dumps(expected))
