"""Runs every benchmark and prints its figures: ``make bench``."""

from rich.console import Console
from rich.table import Table

from bench import binding, importing, merging
from bench.figures import Figure

out = Console()
for subject in (importing, merging, binding):
    table = Table(title=(subject.__doc__ or "").splitlines()[0])
    table.add_column("What")
    table.add_column("Measured", justify="right")
    for figure in subject.figures():
        if isinstance(figure, Figure):
            what, ours, against, theirs, ratio, goal, _ = figure.row()
            figure = f"{what} against {against}", f"{ours}, {theirs}: {ratio}x {goal}"
        table.add_row(*figure)
    out.print(table)
