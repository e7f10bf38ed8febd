"""Runs every benchmark and prints its figures: ``make bench``."""

from rich.console import Console
from rich.table import Table

from bench import binding, importing, merging

out = Console()
for subject in (importing, merging, binding):
    table = Table(title=(subject.__doc__ or "").splitlines()[0])
    table.add_column("What")
    table.add_column("Measured", justify="right")
    for name, value in subject.figures():
        table.add_row(name, value)
    out.print(table)
