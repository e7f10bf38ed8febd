"""Larger counties out of the sample one: every number that names a case, person or receipt is made new."""

import csv
import re
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "extract-nc"
_NUMBERED = re.compile(r"^(?P<letter>R?)(?P<number>[0-9]{10})$")
_NAMES = ("IVD_CASE_NO", "MPI_NO", "RCPT_NO", "REV_OF")
STEP = 10_000_000


def county(folder: Path, times: int) -> int:
    """Write an extract with ``times`` as many cases as the sample into a folder; the number of its rows."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = 0
    for path in sorted(SAMPLE.glob("*.csv")):
        with (
            path.open(encoding="utf-8", newline="") as read,
            (folder / path.name).open("w", encoding="utf-8", newline="") as out,
        ):
            sample = list(csv.DictReader(read))
            writer = csv.DictWriter(out, fieldnames=list(sample[0]))
            writer.writeheader()
            for copy in range(times):
                writer.writerows(_renumbered(row, copy) for row in sample)
        rows += len(sample) * times
    return rows


def _renumbered(row: dict[str, str], copy: int) -> dict[str, str]:
    return {name: _shifted(value, copy) if name in _NAMES else value for name, value in row.items()}


def _shifted(value: str, copy: int) -> str:
    found = _NUMBERED.match(value)
    return f"{found['letter']}{int(found['number']) + copy * STEP:010}" if found else value
