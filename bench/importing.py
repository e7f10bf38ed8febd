"""How the time of an import grows: rows a second for one, four and sixteen sample counties, and for importing again."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.county import county
from hearings.actions import import_extract
from infra.clock import now
from infra.db import Database
from offices.actions import open_office
from offices.facts import OfficeSettings

SIZES = (1, 4, 16)


def figures() -> Iterator[tuple[str, str]]:
    """Name and value of each figure; a ratio of 1.0 means that a row costs the same in the larger county."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COURTREADY_DATA"] = folder
        first: tuple[float, float] | None = None
        for times in SIZES:
            rows = county(Path(folder) / f"extract-{times}", times)
            new, again = _timed(Path(folder), times)
            first = first or (new / rows, again / rows)
            yield (
                f"import, {rows:,} rows",
                f"{rows / new:,.0f} rows/s; time per row against the sample {new / rows / first[0]:.2f}x",
            )
            yield f"import again, {rows:,} rows", f"{rows / again:,.0f} rows/s; {again / rows / first[1]:.2f}x"


def _timed(folder: Path, times: int) -> tuple[float, float]:
    database = Database(f"sqlite:///{folder / f'bench-{times}.db'}")
    database.migrate()
    spent = []
    for _ in range(2):
        started = time.perf_counter()
        with database.transaction() as db:
            office = open_office(db, "Bench", state="NC", new_settings=OfficeSettings(court_suffix="590"))
            import_extract(db, office, folder / f"extract-{times}", mapping="nc-acts", by="bench", now=now())
        spent.append(time.perf_counter() - started)
    database.close()
    return spent[0], spent[1]
