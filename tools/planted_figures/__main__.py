"""``python -m tools.planted_figures --hearings 60``: plants wrong figures and tells how many were caught."""

import argparse
import os
import sys
import tempfile
import time

from infra.db import database
from tools.planted_figures.county import packets
from tools.planted_figures.run import in_packets, in_prints
from tools.planted_figures.tally import Tally


def main() -> None:
    """Read the command line, plant and compare, end with 1 where one was missed or there was a false alarm."""
    asked = argparse.ArgumentParser(prog="planted_figures")
    asked.add_argument("--hearings", type=int, default=60, help="Hearings of the made-up county, from the first on.")
    asked.add_argument("--seed", type=int, default=2026)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COURTREADY_DATA"] = folder
        started, tally, opened = time.perf_counter(), Tally(), database()
        templates = in_prints(tally, say=_say)
        hearings = in_packets(tally, packets(opened, told.hearings), seed=told.seed, say=_say)
        opened.close()
    for line in tally.lines():
        print(line)
    took = (time.perf_counter() - started) / 60
    print(f"{hearings} hearings, {templates} templates, seed {told.seed}, {took:.1f} minutes")
    sys.exit(1 if tally.wrong or hearings < told.hearings else 0)


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main()
