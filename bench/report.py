"""docs/benchmarks.md: one section for each subject, with the day, the machine and the versions that made it."""

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from textwrap import fill

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEAD = """# Figures

`make bench` measures these side by side in one run, in turns, medians of at least five rounds unless a line says
otherwise, and holds the results of both sides equal before it counts them. A ratio says how many times the other side
takes what Courtready takes; with ≤ it is ours as so many times the other. `make bench SUBJECT=merging` measures one
subject again and replaces its section.
"""
WIDE = 120
LIBRARIES = ("docxtpl", "jinja2", "lxml", "isal", "pypdf", "pikepdf", "reportlab")


def write(title: str, table: Sequence[Sequence[str]], notes: str) -> None:
    """Put a subject's table into the page in place of its last one."""
    section = f"## {title}\n\n{fill(_made_with(), WIDE)}\n\n{_rows(table)}\n{notes}"
    known = _sections(PAGE.read_text()) if PAGE.exists() else {}
    known[title] = section.rstrip() + "\n"
    PAGE.write_text("\n".join([HEAD, *known.values()]))


def _sections(page: str) -> dict[str, str]:
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0].removeprefix("## "): part.rstrip() + "\n" for part in parts}


def _rows(table: Sequence[Sequence[str]]) -> str:
    head, *rows = table
    lines = [_line(head), _line("---" for _ in head), *(_line(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _line(cells: object) -> str:
    return "| " + " | ".join(str(cell).replace("|", "/") for cell in cells) + " |"  # type: ignore[attr-defined]


def _made_with() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    cores = len(os.sched_getaffinity(0))
    return (
        f"{datetime.now(UTC):%B %-d, %Y}; {_distribution()}, {platform.machine()}, {cores} cores ({_processor()}), "
        f"{_memory()} of memory, load {os.getloadavg()[0]:.1f}; Python {platform.python_version()}, {_office()}, "
        f"{libraries}."
    )


def _distribution() -> str:
    known = platform.freedesktop_os_release()
    return f"{known['NAME'].removesuffix(' GNU/Linux')} {known.get('VERSION_ID', '')}".strip()


def _processor() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1] if found else platform.processor() or "processor not named"


def _memory() -> str:
    found = re.search(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(), re.MULTILINE)
    return f"{int(found[1]) / 1024**2:.0f} GiB" if found else "an unknown amount"


def _office() -> str:
    said = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=False).stdout
    return " ".join(said.split()[:2])
