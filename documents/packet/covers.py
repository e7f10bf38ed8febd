"""The first page of a packet or binder."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents import fonts
from documents.sheets import HIGH, MARGIN, ROOM, WIDE, Sheets

RIGHT = WIDE - MARGIN


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says. ``running`` begins the label at the foot of every page: ``Packet 7000070074``.

    ``heading`` is the court or office above the title, ``caption`` the parties (lines allowed), ``lines`` are pairs of
    label and value, ``note`` is a sentence at the foot such as who may read this, ``columns`` head the index.
    """

    running: str
    heading: str
    title: str
    caption: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    note: str = ""
    columns: tuple[str, str] = ("Tab", "Document")


def draw_cover(sheets: Sheets, cover: Cover) -> None:
    """One page."""
    sheets.y = HIGH - 108
    _centred(sheets, "P", cover.heading.upper(), font=fonts.SERIF_BOLD, size=12)
    sheets.y -= 10
    sheets.rule(MARGIN, RIGHT, weight=1.4)
    sheets.y -= 3
    sheets.rule(MARGIN, RIGHT, weight=0.5)
    sheets.y -= 84
    _centred(sheets, "H1", cover.title, font=fonts.SERIF_BOLD, size=26)
    sheets.y -= 14
    _centred(sheets, "P", cover.caption, size=14)
    sheets.y = min(sheets.y - 40, HIGH - 420)
    _pairs(sheets, cover.lines)
    _note(sheets, cover.note)
    sheets.turn()


def _centred(sheets: Sheets, kind: str, text: str, *, font: str = fonts.SERIF, size: float) -> None:
    if text:
        with sheets.tagged(kind):
            sheets.paragraph(text, WIDE / 2, ROOM, font=font, size=size, anchor="middle")


def _pairs(sheets: Sheets, lines: Sequence[tuple[str, str]]) -> None:
    if not lines:
        return
    left = MARGIN + 40
    with sheets.group("Table"):
        for label, value in lines:
            with sheets.group("TR"):
                with sheets.tagged("TH"):
                    sheets.write(label, left, font=fonts.SERIF, size=11)
                with sheets.tagged("TD"):
                    sheets.paragraph(value, left + 130, RIGHT - left - 130, font=fonts.SERIF_BOLD, size=11)
            sheets.y -= 5


def _note(sheets: Sheets, note: str) -> None:
    if not note:
        return
    lines = fonts.wrapped(note, fonts.SERIF, 9.5, ROOM)
    sheets.y = 66 + 13 * len(lines)
    sheets.rule(MARGIN, RIGHT, weight=0.5)
    sheets.y -= 14
    with sheets.tagged("P"):
        for line in lines:
            sheets.write(line, MARGIN, size=9.5)
            sheets.y -= 13
