"""Letter pages that we draw ourselves: text in embedded fonts, rules, nothing else."""

import io
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from documents import fonts

WIDE, HIGH, MARGIN = 612, 792, 72
ROOM = WIDE - 2 * MARGIN


class Sheets:
    """A stack of pages, drawn from the top one on; ``y`` is where the next line goes. Same calls, same bytes."""

    def __init__(self) -> None:
        fonts.ready()
        self._held = io.BytesIO()
        self._canvas: Any = Canvas(
            self._held, (WIDE, HIGH), invariant=1, initialFontName=fonts.SERIF, pageCompression=1
        )
        self.y: float = HIGH - MARGIN

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
        self._canvas.setLineWidth(weight)
        self._canvas.line(left, self.y, right, self.y)

    def box(self, left: float, bottom: float, right: float, top: float) -> None:
        """A frame."""
        self._canvas.setLineWidth(0.7)
        self._canvas.rect(left, bottom, right - left, top - bottom)

    def turn(self) -> None:
        """Go on to a new page."""
        self._canvas.showPage()
        self.y = HIGH - MARGIN

    def finished(self) -> bytes:
        """The pages as a PDF."""
        self._canvas.save()
        return self._held.getvalue()
