"""The program that rebuilds one PDF, from standard input to standard output. Run it only in a limited child."""

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdf import PdfReader, PdfWriter

from documents.exhibit.flattening import TooManyAnnotations, seen_annotations
from documents.exhibit.form_fields import fields_of, lacks_its_picture
from documents.exhibit.layers import HiddenLayer, hidden_layers
from documents.exhibit.taking_over import Taker
from documents.unreadable import UNREADABLE

UNFIT = 3
MOST_PAGES = 2_000
ANEW = "print it to a new PDF and add that"


@dataclass
class Unfit(Exception):
    """Why the file cannot be an exhibit, as the end of a sentence that begins with 'it'."""

    why: str


def main() -> int:
    """The exit status; prints a line of JSON and the PDF, or, with status 3, the reason why not."""
    try:
        pdf, pages, text = rebuilt(sys.stdin.buffer.read())
    except Unfit as unfit:
        sys.stdout.write(unfit.why)
        return UNFIT
    except MemoryError:
        sys.stdout.write("needs more memory than an exhibit may")
        return UNFIT
    sys.stdout.buffer.write(json.dumps({"pages": pages, "text": text}).encode() + b"\n" + pdf)
    return 0


def rebuilt(pdf: bytes) -> tuple[bytes, int, bool]:
    """The clean copy, its number of pages, and whether text was found. Raises Unfit."""
    if b"%PDF-" not in pdf[:1024]:
        raise Unfit("is not a PDF")
    try:
        made = _taken_over(pdf)
    except UNREADABLE:
        made = _taken_over_repaired(pdf)
    return made, *_looked_at(made)


def _taken_over_repaired(pdf: bytes) -> bytes:
    try:
        held = io.BytesIO()
        pypdfium2.PdfDocument(pdf).save(held)
        return _taken_over(held.getvalue())
    except (pypdfium2.PdfiumError, *UNREADABLE) as broken:
        raise Unfit("cannot be read as a PDF") from broken


def _taken_over(pdf: bytes) -> bytes:
    reader = PdfReader(io.BytesIO(pdf))
    _refuse_locked(reader)
    _refuse_what_would_look_different(reader.root_object)
    writer = PdfWriter()
    hidden = hidden_layers(reader.root_object)
    taker = Taker(writer, hidden)
    for count, page in enumerate(reader.pages, start=1):
        if count > MOST_PAGES:
            raise Unfit(f"has more than {MOST_PAGES:,} pages")
        try:
            taker.page(page, seen_annotations(page, hidden))
        except TooManyAnnotations as many:
            raise Unfit("has more comments and fields than any exhibit needs") from many
        except HiddenLayer as layer:
            raise Unfit(f"draws in a layer that is switched off; {ANEW}") from layer
    if not writer.pages:
        raise Unfit("has no pages")
    writer.metadata = None
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _refuse_locked(reader: PdfReader) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unfit("is locked with a password; ask for a copy without one")


def _refuse_what_would_look_different(root: Any) -> None:
    form = root.get("/AcroForm") or {}
    if root.get("/NeedsRendering") or ("/XFA" in form and not form.get("/Fields")):
        raise Unfit(f"is an XFA form that only its own program can draw; {ANEW}")
    if any(lacks_its_picture(field) for field in fields_of(form)):
        raise Unfit(f"has filled-in fields that only its own program can draw; {ANEW}")


def _looked_at(pdf: bytes) -> tuple[int, bool]:
    """The number of pages and whether any says something, read by a second reader. Raises Unfit."""
    try:
        document = pypdfium2.PdfDocument(pdf)
        texts = [page.get_textpage().count_chars() for page in document]
    except pypdfium2.PdfiumError as broken:
        raise Unfit("cannot be read as a PDF") from broken
    return len(texts), any(texts)


if __name__ == "__main__":
    sys.exit(main())
