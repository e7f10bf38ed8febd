"""A packet as a plain pypdf script builds it: append, overlay a drawn label on each page, link the index."""

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import Fit
from reportlab.pdfgen.canvas import Canvas

WIDE, HIGH = 612, 792
LINES = 45


def packet(title: str, parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Cover, linked index, the parts with a bookmark each, and two labels at the foot of every page."""
    counts = [len(PdfReader(io.BytesIO(pdf)).pages) for _, pdf in parts]
    front = 1 + -(-len(parts) // LINES)
    firsts = [front + sum(counts[:place]) for place in range(len(parts))]
    writer = PdfWriter()
    writer.append(io.BytesIO(_front(title, [name for name, _ in parts], firsts, counts)))
    for name, pdf in parts:
        writer.append(io.BytesIO(pdf), outline_item=name, import_outline=False)
    for place, first in enumerate(firsts):
        top = HIGH - 90 - 14 * (place % LINES)
        box = (72, top - 4, WIDE - 72, top + 10)
        writer.add_annotation(1 + place // LINES, Link(rect=box, target_page_index=first, fit=Fit.fit()))
    labels = PdfReader(io.BytesIO(_labels(title, len(writer.pages)))).pages
    for number, page in enumerate(writer.pages):
        page.merge_page(labels[number])
    writer.add_metadata({"/Title": title})
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _front(title: str, names: Sequence[str], firsts: Sequence[int], counts: Sequence[int]) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, (WIDE, HIGH), invariant=1)
    canvas.drawCentredString(WIDE / 2, 500, title)
    canvas.showPage()
    for start in range(0, len(names), LINES):
        for line, name in enumerate(names[start : start + LINES]):
            first = firsts[start + line] + 1
            canvas.drawString(72, HIGH - 90 - 14 * line, name)
            canvas.drawRightString(WIDE - 72, HIGH - 90 - 14 * line, f"{first}-{first + counts[start + line] - 1}")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def _labels(title: str, pages: int) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, (WIDE, HIGH), invariant=1, pageCompression=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(36, 20, title)
        canvas.drawRightString(WIDE - 36, 20, f"page {number} of {pages}")
        canvas.showPage()
    canvas.save()
    return held.getvalue()
