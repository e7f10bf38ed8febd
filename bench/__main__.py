"""Runs every benchmark, or those that are named, prints its figures and writes docs/benchmarks.md: ``make bench``."""

import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module

from rich.console import Console
from rich.table import Table

from bench import report
from bench.figures import Figure

SUBJECTS = ("importing", "merging", "converting", "filling", "binding", "session", "readiness", "arrears", "morning")
HEAD = ("what", "ours", "against", "its time", "ratio", "goal", "checked")
PLAIN = ("what", "measured")

out = Console()


def main(names: Sequence[str]) -> None:
    """Measures the named subjects, or all of them, each in a process of its own."""
    for name in names or SUBJECTS:
        if name not in SUBJECTS:
            sys.exit(f"There is no benchmark '{name}'; there are {', '.join(SUBJECTS)}.")
    if len(names) == 1:
        _measure(names[0])
        return
    for name in names or SUBJECTS:
        subprocess.run([sys.executable, "-m", "bench", name], check=True)


def _measure(name: str) -> None:
    subject = import_module(f"bench.{name}")
    title = (subject.__doc__ or name).splitlines()[0].rstrip(".")
    out.print(f"[bold]{title}[/bold]")
    started, rows, compared = time.perf_counter(), [], False
    for figure in subject.figures():
        compared = compared or isinstance(figure, Figure)
        rows.append(figure.row() if isinstance(figure, Figure) else figure)
        out.print("  " + " · ".join(cell for cell in rows[-1] if cell), markup=False, highlight=False)
    table = Table(*(HEAD if compared else PLAIN))
    for row in rows:
        table.add_row(*row)
    out.print(table)
    took = f"\nTook {(time.perf_counter() - started) / 60:.1f} minutes.\n"
    report.write(title, [HEAD if compared else PLAIN, *rows], took)


main(sys.argv[1:])
