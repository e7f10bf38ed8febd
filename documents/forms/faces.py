"""The typefaces of filled-in values: metrics of the standard fonts, glyphs of fonts that lie inside the file."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics

from documents import fonts

BRINGING = (fonts.SANS, fonts.WIDE)
"""The faces in which letters that are not Latin are looked for."""
_READING = threading.Lock()  # reportlab reads a font file from one place at a time
FACES = (fonts.SANS, fonts.SANS_BOLD, fonts.SERIF, fonts.SERIF_BOLD, fonts.MONO, fonts.MONO_BOLD)
_LATIN = frozenset(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0x24F), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x203A))
    for code in range(first, last + 1)
) | frozenset("€™−≤≥≠√■□●○✓")


@dataclass(frozen=True, slots=True)
class Shape:
    """How text of a face sits in a field, in parts of its size: the ascent of its capitals, the room above the first
    baseline of several lines, and the step from line to line. Figures of the standard fonts (Adobe Core 14 AFM)."""

    capitals: float
    top: float
    step: float


SHAPES = {"Sans": Shape(0.718, 0.931, 1.156), "Serif": Shape(0.683, 0.898, 1.116), "Mono": Shape(0.629, 0.805, 1.055)}


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Some characters of a face: the code of each as content writes it, its width in parts of the size, the font."""

    codes: dict[str, str]
    widths: dict[str, float]
    font: bytes
    top: int
    bottom: int
    name: str


@cache
def latin() -> frozenset[str]:
    """What every face of a form holds; other characters are brought along by the document that says them."""
    fonts.ready()
    held = [pdfmetrics.getFont(face).face.charToGlyph for face in FACES]
    return frozenset(char for char in _LATIN if all(ord(char) in glyphs for glyphs in held))


@cache
def glyphs(face: str) -> Glyphs:
    """The Latin letters of a face (``Sans``, ``Serif-Bold``…). Raises FontMissing."""
    return _glyphs(face, "".join(sorted(latin())))


@dataclass(frozen=True, slots=True)
class Brought:
    """Letters that a document brings along: the font and the code of each, its width, and the fonts by their names."""

    codes: dict[str, tuple[str, str]]
    widths: dict[str, float]
    fonts: dict[str, Glyphs]


NOTHING_BROUGHT = Brought({}, {}, {})


@lru_cache(maxsize=64)
def brought(chars: str) -> Brought:
    """The fonts for letters that are not Latin. Raises FontMissing."""
    by_face: dict[str, list[str]] = {}
    for char in chars:
        by_face.setdefault(next(face for face in BRINGING if _has(face, char)), []).append(char)
    held = {f"More{face}": _glyphs(face, "".join(letters)) for face, letters in by_face.items()}
    return Brought(
        {char: (name, code) for name, each in held.items() for char, code in each.codes.items()},
        {char: wide for each in held.values() for char, wide in each.widths.items()},
        held,
    )


def shape(face: str) -> Shape:
    """How text of the face sits in a field."""
    return SHAPES[face.split("-", maxsplit=1)[0]]


def foreign(texts: Iterable[str]) -> str:
    """The characters of the texts that no face of a form holds, each once, in order."""
    return "".join(sorted({char for text in texts for char in text} - latin() - {"\n"}))


def printable(text: str) -> str:
    """The text; a letter that no font has is told by its number, such as [U+20BB7], never by an empty box."""
    if latin().issuperset(text):
        return text
    return "".join(char if _can_print(char) else f"[U+{ord(char):04X}]" for char in text)


def _can_print(char: str) -> bool:
    return char in latin() or char == "\n" or any(_has(face, char) for face in BRINGING)


def _has(face: str, char: str) -> bool:
    return ord(char) in pdfmetrics.getFont(face).face.charToGlyph


def face_of(base_font: str) -> str:
    """The face that stands in for a font of a form: its family and weight by its PostScript name."""
    told = base_font.lower()
    bold = "-Bold" if any(mark in told for mark in ("bold", "hebo", "tibo", "cobo", "black", "heavy")) else ""
    if any(mark in told for mark in ("cour", "mono", "typewriter", "consol")):
        return "Mono" + bold
    if any(mark in told for mark in ("times", "tiro", "tibo", "serif", "roman", "garamond", "georgia", "cambria")):
        return ("Sans" if "sansserif" in told or "sans-serif" in told else "Serif") + bold
    return "Sans" + bold


def _glyphs(face: str, chars: str) -> Glyphs:
    fonts.ready()
    held: Any = pdfmetrics.getFont(face).face
    known = [char for char in chars if ord(char) in held.charToGlyph]
    made, places = _subset(held, known)
    return Glyphs(
        {char: f"{place:04X}" for char, place in places.items()},
        {char: held.charWidths[ord(char)] / 1000 for char in places},
        made,
        held.ascent,
        held.descent,
        str(held.name.decode() if isinstance(held.name, bytes) else held.name),
    )


def _subset(held: Any, chars: list[str]) -> tuple[bytes, dict[str, int]]:
    """A font file with these characters only, and where each stands in it."""
    order: dict[int, int] = {0: 0}
    places = {char: order.setdefault(held.charToGlyph[ord(char)], len(order)) for char in chars}
    with _READING:
        return bytes(held.makeSubset([ord(char) for char in chars])), places
