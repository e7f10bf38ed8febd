"""The clerk's file stamp: added after a document's own bytes, upright at the top right of its first page as seen."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from documents import fonts
from documents.packet.stamps import view
from documents.sheets import Sheets

WIDE, HIGH, EDGE = 190, 44, 14
"""Points; with its edge the stamp stays inside the one-inch margin of a court paper."""
ROOM = 110
"""Beside the word FILED."""
NAME = NameObject("/FileStamp")


def stamp_lines(*, county: str, at: datetime, zone: str, number: str, initials: str) -> tuple[str, ...]:
    """What the stamp says: that it is filed, where, when by the courthouse's clock, in which envelope, by whom."""
    there = at.astimezone(ZoneInfo(zone))
    clock = f"{there.hour % 12 or 12}:{there:%M} {'a.m.' if there.hour < 12 else 'p.m.'} {there:%Z}"
    day = f"{there:%B} {there.day}, {there.year}"
    return ("FILED", f"{county} County", f"{day}, {clock}", f"Envelope {number} · Clerk {initials}")


def initials(name: str) -> str:
    """``MKC`` for Mary-Kate Cole."""
    return "".join(part[0] for part in name.replace("-", " ").split()).upper()


def stamped(pdf: bytes, lines: Sequence[str]) -> bytes:
    """The document with the stamp; its own bytes stand unchanged at the beginning of the new file."""
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)
    page = writer.pages[0]
    seen = view(page)
    matrix = [*seen.matrix[:4], *seen.on_page(seen.wide - EDGE - WIDE, seen.high - EDGE - HIGH)]
    drawn = "\nQ\n/Artifact BMC q {} cm {} Do Q EMC\n".format(" ".join(f"{value:.4f}" for value in matrix), NAME)
    page[NameObject("/Contents")] = ArrayObject([_stream(writer, b"q\n"), *_own(page), _stream(writer, drawn.encode())])
    page[NameObject("/Resources")] = _with(page, _form(writer, _drawn(lines)))
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _drawn(lines: Sequence[str]) -> bytes:
    """The stamp alone, in the lower left corner of a sheet."""
    sheets = Sheets()
    sheets.box(0.5, 0.5, WIDE - 0.5, HIGH - 0.5)
    head, place, time, number = lines
    sheets.y = 27
    sheets.write(head, 8, font=fonts.SANS_BOLD, size=16)
    sheets.write(fonts.fitted(place, fonts.SANS_BOLD, 9, ROOM), WIDE - 8, font=fonts.SANS_BOLD, size=9, anchor="end")
    sheets.y = 16
    sheets.write(time, 8, font=fonts.SANS, size=8)
    sheets.y = 6
    sheets.write(number, 8, font=fonts.SANS, size=8)
    sheets.turn()
    return sheets.finished()


def _form(writer: PdfWriter, drawn: bytes) -> Any:
    label = PdfReader(io.BytesIO(drawn)).pages[0]
    form = StreamObject()
    form.set_data(label.get_contents().get_data())  # type: ignore[union-attr]
    form.update({
        NameObject("/Type"): NameObject("/XObject"),
        NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject([NumberObject(side) for side in (0, 0, WIDE, HIGH)]),
        NameObject("/Resources"): label["/Resources"].clone(writer),
    })  # fmt: skip
    return writer._add_object(form.flate_encode())


def _stream(writer: PdfWriter, data: bytes) -> Any:
    made = StreamObject()
    made.set_data(data)
    return writer._add_object(made)


def _own(page: DictionaryObject) -> list[Any]:
    if "/Contents" not in page:
        return []
    contents = page.raw_get("/Contents")
    held = contents.get_object()
    return list(held) if isinstance(held, ArrayObject) else [contents]


def _with(page: DictionaryObject, form: Any) -> DictionaryObject:
    """The page's own copy of its resources, with the stamp among its drawings."""
    resources = _copy(page, "/Resources")
    drawings = _copy(resources, "/XObject")
    drawings[NAME] = form
    resources[NameObject("/XObject")] = drawings
    return resources


def _copy(owner: DictionaryObject, key: str) -> DictionaryObject:
    found = owner.get(key)
    return DictionaryObject(found.get_object().items()) if found is not None else DictionaryObject()
