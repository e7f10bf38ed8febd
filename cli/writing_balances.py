"""Writes the balances of a county to a .csv or .json file as they come; a file is there whole or not at all."""

import csv
import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from cases.county.facts import CaseBalance
from cases.county.telling import COLUMNS, case_row, case_told
from kernel.refusals import Refused

Write = Callable[[CaseBalance], object]


@dataclass(eq=False)
class NeitherCsvNorJson(Refused):
    name: str

    def __str__(self) -> str:
        return f"Balances are written to a file that ends in .csv or .json, and '{self.name[-60:]}' does not."


def writer_of(file: Path | None, as_of: date) -> AbstractContextManager[Write]:
    """What takes one case after another; without a file, nothing. Raises NeitherCsvNorJson."""
    if file is None:
        return nullcontext(_nowhere)
    if file.suffix.lower() not in _WRITERS:
        raise NeitherCsvNorJson(file.name)
    return _written(file, as_of)


@contextmanager
def _written(file: Path, as_of: date) -> Iterator[Write]:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as held:
            yield from _WRITERS[file.suffix.lower()](held, as_of)
        os.replace(unfinished, file)
    finally:
        unfinished.unlink(missing_ok=True)


def _as_csv(held: TextIO, as_of: date) -> Iterator[Write]:
    writer = csv.writer(held)
    writer.writerow(("as_of", *COLUMNS))
    yield lambda one: writer.writerow((as_of.isoformat(), *case_row(one)))


def _as_json(held: TextIO, as_of: date) -> Iterator[Write]:
    """One document, written case by case."""
    held.write(f'{{"as_of": "{as_of.isoformat()}", "balances": [')
    before = ["\n"]

    def write(one: CaseBalance) -> None:
        held.write(before[0] + json.dumps(case_told(one), ensure_ascii=False))
        before[0] = ",\n"

    yield write
    held.write("\n]}\n")


def _nowhere(one: CaseBalance) -> None:
    """There is no file."""


_WRITERS = {".csv": _as_csv, ".json": _as_json}
