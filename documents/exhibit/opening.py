"""PDFs from outside, rebuilt by an allow-list in a child that can be killed."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from documents.errors import ExhibitBroken
from infra.child import ChildStopped, Finished, Limits, run

LARGEST = 100 * 1024 * 1024
LIMITS = Limits(seconds=60, cpu_seconds=50, memory=1536, file=256)
UNFIT = 3
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A clean copy: what is seen on the pages and nothing that acts. ``text_found``: its words can be searched."""

    pdf: bytes
    pages: int
    text_found: bool


def rebuild(pdf: bytes, *, limits: Limits = LIMITS) -> Rebuilt:
    """A clean copy of an uploaded PDF; comments, stamps and filled-in fields become part of the page.

    Raises ExhibitBroken, in words for the agent, for anything that cannot be opened within the limits or would not
    look the same afterwards. Equal bytes in give equal bytes out.
    """
    if len(pdf) > LARGEST:
        raise ExhibitBroken(f"is larger than {LARGEST // 1024 // 1024} MB")
    try:
        done = run(
            [sys.executable, "-m", "documents.exhibit.rebuilding"],
            stdin=pdf,
            limits=limits,
            env={"PYTHONPATH": str(_ROOT)},
        )
    except ChildStopped as stopped:
        raise ExhibitBroken(
            f"could not be opened within {limits.seconds:g} seconds and {limits.memory} MB"
        ) from stopped
    return _answer(done)


def _answer(done: Finished) -> Rebuilt:
    if done.status == UNFIT:
        raise ExhibitBroken(done.out.decode(errors="replace")[:300])
    head, _, pdf = done.out.partition(b"\n")
    if done.status != 0 or not pdf.startswith(b"%PDF-"):
        raise ExhibitBroken("cannot be read as a PDF")
    told = json.loads(head)
    return Rebuilt(pdf, int(told["pages"]), bool(told["text"]))
