"""Letter pages that we draw ourselves: text in embedded fonts, rules, and a tag for everything that is read."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab import rl_config
from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas

from documents import fonts

rl_config.useA85 = 0  # binary streams are a fifth smaller, and taken over as they are

WIDE, HIGH, MARGIN = 612, 792, 72
ROOM = WIDE - 2 * MARGIN


@dataclass(slots=True)
class Tagged:
    """An element of a page's structure: what it is, the marks that hold its text, and the elements inside it.

    A mark is a page, counted from zero, and its number on that page. ``entry`` numbers the place a link leads to,
    ``alt`` says what a picture shows.
    """

    kind: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    inside: list["Tagged"] = field(default_factory=list)
    entry: int | None = None
    alt: str = ""


class Sheets:
    """A stack of pages, drawn from the top one on; ``y`` is where the next line goes. Same calls, same bytes."""

    def __init__(self) -> None:
        fonts.ready()
        self._held = io.BytesIO()
        self._canvas: Any = Canvas(
            self._held, (WIDE, HIGH), invariant=1, initialFontName=fonts.SERIF, pageCompression=1
        )
        self.y: float = HIGH - MARGIN
        self.tags: list[Tagged] = []
        self.pages = 0
        self._open: list[Tagged] = []
        self._marks = 0

    @contextmanager
    def group(self, kind: str, entry: int | None = None) -> Iterator[None]:
        """What is tagged inside stands below an element of this kind, such as a Table or its TR."""
        made = Tagged(kind, entry=entry)
        (self._open[-1].inside if self._open else self.tags).append(made)
        self._open.append(made)
        yield
        self._open.pop()

    @contextmanager
    def tagged(self, kind: str) -> Iterator[None]:
        """What is written inside is one element of this kind, such as a P, an H1 or a TD."""
        with self.group(kind):
            self._open[-1].marks.append((self.pages, self._marks))
            self._canvas._code.append(f"/{kind} <</MCID {self._marks}>> BDC")
            self._marks += 1
            yield
            self._canvas._code.append("EMC")

    def write(self, text: str, x: float, *, font: str = fonts.SERIF, size: float = 11, anchor: str = "start") -> None:
        """One line at the height of ``y``; ``x`` is its left end, middle or right end."""
        wide = fonts.width(text, font, size)
        x -= {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        for face, piece in fonts.runs(text, font):
            self._canvas.setFont(face, size)
            self._canvas.drawString(x, self.y, piece)
            x += fonts.run_width(piece, face, size)

    def paragraph(self, text: str, x: float, room: float, **look: Any) -> None:
        """Lines of text, one below the other, ``y`` below the last."""
        size = look.get("size", 11)
        for written in text.split("\n"):
            for line in fonts.wrapped(written, look.get("font", fonts.SERIF), size, room):
                self.write(line, x, **look)
                self.y -= size * 1.3

    def rule(self, left: float, right: float, *, weight: float = 0.7) -> None:
        """A line across at the height of ``y``."""
        with self._artifact():
            self._canvas.setLineWidth(weight)
            self._canvas.line(left, self.y, right, self.y)

    def picture(self, drawing: Any, left: float, *, alt: str) -> None:
        """A drawing whose lower edge is at the height of ``y``, with words for those who cannot see it."""
        with self.tagged("Figure"):
            self._open[-1].alt = alt
            drawing.__dict__["initialFontName"] = fonts.SANS  # or reportlab names a font of its own
            renderPDF.draw(drawing, self._canvas, left, self.y, showBoundary=0)

    def box(self, left: float, bottom: float, right: float, top: float) -> None:
        """A frame."""
        with self._artifact():
            self._canvas.setLineWidth(0.7)
            self._canvas.rect(left, bottom, right - left, top - bottom)

    @contextmanager
    def _artifact(self) -> Iterator[None]:
        """What is drawn inside is read to nobody."""
        self._canvas._code.append("/Artifact BMC")
        yield
        self._canvas._code.append("EMC")

    def turn(self) -> None:
        """Go on to a new page."""
        self._canvas.showPage()
        self.y = HIGH - MARGIN
        self.pages, self._marks = self.pages + 1, 0

    def finished(self) -> bytes:
        """The pages as a PDF."""
        self._canvas.save()
        return self._held.getvalue()
