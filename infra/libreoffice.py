"""The LibreOffice of this machine: where it is, what it is asked for, and what tells one from another."""

import hashlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from kernel.refusals import Unavailable

PROGRAMS: Final = ("/usr/lib/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin", "soffice")
PYTHONS: Final = ("/usr/bin/python3", "/opt/libreoffice/program/python")
"""Those that may have UNO: Debian's, and the one that comes with LibreOffice's own packages."""

ALLOCATORS: Final = "/usr/lib/*/libtcmalloc_minimal.so.4"
PDF_A_2: Final = 2
OPTIONS: Final[dict[str, bool | int]] = {"SelectPdfVersion": PDF_A_2, "UseTaggedPDF": True, "ExportBookmarks": True}


@dataclass(eq=False)
class NoOffice(Unavailable):
    """There is no LibreOffice here."""

    def __str__(self) -> str:
        return "LibreOffice is not installed; install the package libreoffice-writer-nogui."


def soffice() -> str:
    """The LibreOffice program. Raises NoOffice."""
    for program in PROGRAMS:
        if found := shutil.which(program):
            return found
    raise NoOffice()


@lru_cache(maxsize=1)
def python_with_uno() -> str | None:
    """A Python that can talk to LibreOffice, or none."""
    for python in PYTHONS:
        if shutil.which(python) and _has_uno(python):
            return python
    return None


def _has_uno(python: str) -> bool:
    return subprocess.run([python, "-c", "import uno"], check=False, capture_output=True, timeout=60).returncode == 0


def allocator() -> str:
    """A memory allocator under which LibreOffice is faster; empty where none is installed."""
    root, pattern = Path("/"), ALLOCATORS.lstrip("/")
    return str(next(iter(sorted(root.glob(pattern))), ""))


@lru_cache(maxsize=1)
def office_version() -> str:
    """Such as 7.4.7.2. Raises NoOffice."""
    said = _said(soffice(), "--version").decode(errors="replace")
    found = re.search(r"\d+(\.\d+)+", said)
    return found[0] if found else said.strip()


@lru_cache(maxsize=1)
def fonts() -> str:
    """A digest of the fonts of this machine: with others the same paper breaks its lines elsewhere."""
    return hashlib.sha256(b"\n".join(sorted(_said("fc-list", ":", "file", "fontversion").splitlines()))).hexdigest()


def has_font(family: str) -> bool:
    """Whether this machine has the font itself, and not only one that would stand in for it."""
    return family in _families()


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    listed = _said("fc-list", ":", "family").decode(errors="replace")
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))


def _said(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
