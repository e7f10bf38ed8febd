"""``python -m tools.simulated_year --cases 40000``: runs the year and prints what was kept, at risk, shown, missed."""

import argparse
import os
import sys
import tempfile
import time

from infra.db import database
from tools.simulated_year.county import made
from tools.simulated_year.year import Outcome, run

MOST_LISTED = 50


def main() -> None:
    """Read the command line, run the year, end with 1 when a deadline was missed."""
    asked = argparse.ArgumentParser(prog="simulated_year")
    asked.add_argument("--cases", type=int, default=1200)
    asked.add_argument("--events", type=int, default=0, help="Hearings set in the year; a seventh of the cases.")
    asked.add_argument("--seed", type=int, default=2027)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("COURTREADY_DATA", folder)
        started = time.perf_counter()
        county = made(database(), told.cases)
        print(f"{told.cases:,} cases after {time.perf_counter() - started:.0f} s", flush=True)
        found = run(county, told.cases, events=told.events or told.cases // 7, seed=told.seed, say=_say)
        for line in report(found):
            print(line)
        print(f"took {(time.perf_counter() - started) / 60:.1f} minutes")
    sys.exit(1 if found.missed else 0)


def report(found: Outcome) -> list[str]:
    """The figures of a year, one a line."""
    done, truth = found.sweeps.done, found.verdict
    return [
        f"county of {found.cases:,} cases, 2027",
        "what happened: " + ", ".join(f"{number:,} {what}" for what, number in sorted(found.told.items())),
        f"sweeps: {done.cases:,} cases looked at, {done.kept:,} deadlines kept, {done.moved:,} moved, {done.ended:,} "
        f"ended, {done.met:,} found met, {done.past:,} past before the year; killed in the middle "
        f"{found.sweeps.killed} times, two at once {found.sweeps.side_by_side} times",
        f"rows: {found.rows['kept']:,} kept, {found.rows['met']:,} met, {found.rows['superseded']:,} superseded",
        *(f"  {name}: {number:,}" for name, number in sorted(found.rows.items()) if name.startswith("rule ")),
        f"lines shown: {found.shown.lines:,} for {len(found.shown.first):,} deadlines; {found.shown.late:,} of them "
        "kept later than two court days before, shown the next morning",
        f"truth: {truth.total:,} deadlines of the year's own events, {truth.met:,} met, {truth.at_risk:,} at risk, "
        f"{truth.in_time:,} of these shown at least two court days before",
        *(f"  {number:,} {why}" for why, number in sorted(truth.late.items())),
        f"missed: {len(found.missed)}",
        *(f"  {one}" for one in found.missed[:MOST_LISTED]),
    ]


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main()
