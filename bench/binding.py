"""How the time of a binder grows with its pages, against binding the same files with pypdf and nothing added."""

import io
import time
from collections.abc import Iterator

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from documents.packet.covers import Cover
from documents.packet.building import Contents, Part, build_binder

SIZES = (5, 20, 80)
PARTS, PAGES = 5, 6


def figures() -> Iterator[tuple[str, str]]:
    """Seconds for 150, 600 and 2,400 pages of papers, as a ratio to plain appending and per page to the smallest."""
    paper = _paper()
    first = 0.0
    for packets in SIZES:
        pages = packets * PARTS * PAGES
        started = time.perf_counter()
        build_binder(_cover("Binder"), [_packet(number, paper) for number in range(packets)])
        ours = time.perf_counter() - started
        plain = _appended(paper, packets * PARTS)
        first = first or ours / pages
        yield (
            f"binder, {pages:,} pages",
            f"{ours:.2f} s; {ours / plain:.1f}x plain appending; per page {ours / pages / first:.2f}x",
        )


def _packet(number: int, paper: bytes) -> Contents:
    parts = tuple(Part(str(place), f"Paper {place}", paper) for place in range(1, PARTS + 1))
    return Contents(_cover(f"Packet {number}"), parts, label=str(number), title=f"Case {number}")


def _cover(running: str) -> Cover:
    return Cover(running=running, heading="Office", title=running)


def _paper() -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, invariant=1)
    for page in range(PAGES):
        for line in range(45):
            canvas.drawString(
                72,
                720 - 14 * line,
                f"Page {page}, line {line}: support due, support paid, arrears at the end of the month.",
            )
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def _appended(paper: bytes, copies: int) -> float:
    started = time.perf_counter()
    writer = PdfWriter()
    for _ in range(copies):
        writer.append(PdfReader(io.BytesIO(paper)))
    writer.write(io.BytesIO())
    return time.perf_counter() - started
