"""Where the letters of a pleading stand on the page, measured in the PDF."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

INCH = 72.0
NUMBERS = (60.0, 96.0)
"""The column of the line numbers, in points from the left edge."""
FOOTER = 746.0
"""What begins below this, in points from the top, is footer."""


@dataclass(frozen=True)
class Letter:
    """One character: its baseline from the top, its place from the left and its right edge, in points."""

    char: str
    baseline: float
    left: float
    right: float
    size: float


@dataclass(frozen=True)
class Sheet:
    """One page of pleading paper."""

    numbers: dict[int, float]
    """The baseline of each line number."""
    body: dict[float, str]
    """The text of each line of the body, by its baseline."""
    footer: str
    letters: tuple[Letter, ...]

    def lines_off(self, pitch: float, *, below: float = 0.0, tolerance: float = 1.5) -> dict[float, str]:
        """Lines of the body that stand on no multiple of a pitch from line 1, from a height on."""
        first = self.numbers[1]
        return {at: text for at, text in self.body.items()
                if at > below and abs((at - first + pitch / 2) % pitch - pitch / 2) > tolerance}  # fmt: skip

    def line(self, number: int) -> str:
        """What stands on a numbered line."""
        at = self.numbers[number]
        return "".join(text for place, text in self.body.items() if abs(place - at) <= 1.5)


def sheets(pdf: bytes) -> list[Sheet]:
    """Every page of a pleading."""
    return [_sheet(tuple(_letters(page))) for page in pdfium.PdfDocument(pdf)]


def _sheet(letters: tuple[Letter, ...]) -> Sheet:
    numbers: dict[float, str] = defaultdict(str)
    body: dict[float, str] = defaultdict(str)
    footer = ""
    for one in sorted(letters, key=lambda each: (each.baseline, each.left)):
        if one.baseline > FOOTER:
            footer += one.char
        elif NUMBERS[0] <= one.left < NUMBERS[1]:
            numbers[one.baseline] += one.char
        else:
            body[one.baseline] += one.char
    return Sheet({int(text): at for at, text in numbers.items()}, dict(body), footer, letters)


def _letters(page: pdfium.PdfPage) -> Iterator[Letter]:
    text, high = page.get_textpage(), page.get_height()
    for place in range(text.count_chars()):
        char = text.get_text_range(place, 1)
        if char.strip():
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text, place, ctypes.byref(x), ctypes.byref(y))
            _, _, right, _ = text.get_charbox(place)
            yield Letter(char, round(high - y.value, 1), x.value, right, raw.FPDFText_GetFontSize(text, place))
