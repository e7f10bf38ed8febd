"""Single pages between the papers of others: for what is missing, before an exhibit, and for the back of a page."""

from dataclasses import dataclass

from documents import fonts
from documents.packet.covers import RIGHT
from documents.packet.page_map import Place
from documents.sheets import HIGH, MARGIN, ROOM, WIDE, Sheets

REMEDY = (
    "Ask for the document again, save it as a new PDF (for example by printing it to PDF), add it to the hearing, "
    "and have the packet built again. The original is kept as it came."
)
BLANK = "This page is left blank."
WITHDRAWN = "It was withdrawn after it had been issued; its page addresses are not used again."


@dataclass(frozen=True, slots=True)
class ExhibitSheet:
    """The cover sheet of an exhibit: what courts call it (``PLAINTIFF'S EXHIBIT 1``) and of which case."""

    label: str
    caption: str
    number: str


def draw_placeholder(sheets: Sheets, place: Place) -> None:
    """One page that says what is missing here, why, and what to do."""
    gone = place.problem == WITHDRAWN
    top = HIGH - 200
    sheets.y = top - 44
    with sheets.tagged("H1"):
        head = "This document was withdrawn" if gone else "This document is not included"
        sheets.write(head, WIDE / 2, font=fonts.SERIF_BOLD, size=18, anchor="middle")
    sheets.y -= 40
    told = {"Tab": place.label, "Document": place.title, "Why": place.problem or ""}
    if not gone:
        told["What to do"] = REMEDY
    with sheets.group("Table"):
        for label, text in told.items():
            with sheets.group("TR"):
                with sheets.tagged("TH"):
                    sheets.write(label, MARGIN + 24, font=fonts.SANS_BOLD, size=9)
                with sheets.tagged("TD"):
                    sheets.paragraph(text, MARGIN + 100, ROOM - 124, size=12)
            sheets.y -= 10
    sheets.box(MARGIN, sheets.y - 10, RIGHT, top)
    sheets.turn()


def draw_exhibit_sheet(sheets: Sheets, sheet: ExhibitSheet, title: str) -> None:
    """One page with the exhibit's label in a frame, its title and its case."""
    top = HIGH - 230
    sheets.y = top - 60
    with sheets.tagged("H1"):
        sheets.paragraph(sheet.label, WIDE / 2, ROOM - 60, font=fonts.SERIF_BOLD, size=30, anchor="middle")
    sheets.y -= 14
    with sheets.tagged("P"):
        sheets.paragraph(title, WIDE / 2, ROOM - 60, size=16, anchor="middle")
    bottom = sheets.y - 30
    sheets.box(MARGIN, bottom, RIGHT, top)
    sheets.box(MARGIN + 4, bottom + 4, RIGHT - 4, top - 4)
    sheets.y = bottom - 40
    with sheets.tagged("P"):
        sheets.paragraph(sheet.caption, WIDE / 2, ROOM, size=12, anchor="middle")
        sheets.paragraph(sheet.number, WIDE / 2, ROOM, size=12, anchor="middle")
    sheets.turn()


def draw_blank(sheets: Sheets) -> None:
    """The back of a page, so that what follows begins on a right-hand page."""
    sheets.y = HIGH / 2
    with sheets.tagged("P"):
        sheets.write(BLANK, WIDE / 2, size=11, anchor="middle")
    sheets.turn()
