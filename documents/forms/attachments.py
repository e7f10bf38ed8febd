"""Attachments: what does not fit into a form, in full, behind it."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf

from documents import fonts
from documents.errors import ReadBackFailed
from documents.finding import Pages
from documents.reading import page_texts
from documents.sheets import HIGH, MARGIN, ROOM, WIDE, Sheets

SIZE, STEP = 11, 1.3


@dataclass(frozen=True, slots=True)
class Attachment:
    """One text that found no room in its field: its name, the item of the form that it belongs to, all of it."""

    name: str
    item: str
    text: str


def pages_of(form: str, title: str, heading: tuple[tuple[str, str], ...], attachments: tuple[Attachment, ...]) -> bytes:
    """The attachments as Letter pages, each with the form's name and title, the heading (label and words) and item."""
    sheets = Sheets()
    for each in attachments:
        _begin(sheets, form, title, heading, f"Attachment {each.name}")
        sheets.write(each.item, MARGIN, font=fonts.SERIF_BOLD)
        sheets.y -= SIZE * STEP * 1.5
        for line in _lines(each.text):
            if sheets.y < MARGIN:
                sheets.turn()
                _begin(sheets, form, title, heading, f"Attachment {each.name}", ", continued")
            sheets.write(line, MARGIN)
            sheets.y -= SIZE * STEP
        sheets.turn()
    return sheets.finished()


def attached(pdf: bytes, pages: bytes, attachments: tuple[Attachment, ...]) -> tuple[bytes, int]:
    """The form with the pages behind it, read back, and the number of all pages. Raises ReadBackFailed."""
    said = Pages(page_texts(pages))
    lost = [each for each in attachments if not _says(said, each)]
    if lost:
        raise ReadBackFailed("attachment", tuple(f"{each.name} does not say all of '{each.item}'" for each in lost))
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as form, pikepdf.open(io.BytesIO(pages)) as more:
        form.pages.extend(more.pages)
        form.save(held, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return held.getvalue(), len(form.pages)


def _says(said: Pages, attachment: Attachment) -> bool:
    return all(said.says(line) for line in _lines(attachment.text) if line)


def _lines(text: str) -> Iterable[str]:
    return (line for part in text.split("\n") for line in fonts.wrapped(part, fonts.SERIF, SIZE, ROOM))


def _begin(
    sheets: Sheets, form: str, title: str, heading: tuple[tuple[str, str], ...], name: str, more: str = ""
) -> None:
    sheets.y = HIGH - MARGIN
    sheets.write(f"{name} to {form}{more}", WIDE / 2, font=fonts.SERIF_BOLD, size=13, anchor="middle")
    sheets.y -= 18
    for line in fonts.wrapped(title, fonts.SERIF, SIZE, ROOM):
        sheets.write(line, WIDE / 2, anchor="middle")
        sheets.y -= SIZE * STEP
    for label, words in heading:
        for line in fonts.wrapped(f"{label}: {words}", fonts.SERIF, SIZE, ROOM):
            sheets.write(line, MARGIN)
            sheets.y -= SIZE * STEP
    sheets.rule(MARGIN, WIDE - MARGIN)
    sheets.y -= SIZE * STEP * 1.5
