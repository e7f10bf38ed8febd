"""``python -m worker``: a supervised worker, until it is told to stop or the process that wanted it is gone."""

import argparse
import os

from infra.kinship import die_with_parent
from infra.log import set_up_log
from infra.own_worker import KEEPER, SLOTS
from worker.supervise import supervise


def main() -> None:
    """Read the command line and supervise."""
    asked = argparse.ArgumentParser(prog="worker")
    asked.add_argument("--slots", type=int, default=SLOTS)
    asked.add_argument("--app", default="worker.app")
    told = asked.parse_args()
    if keeper := os.environ.get(KEEPER):
        die_with_parent(int(keeper))
    set_up_log()
    supervise(slots=told.slots, app=told.app)


if __name__ == "__main__":
    main()
