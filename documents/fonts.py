"""The fonts of covers, indexes, stamps and pictures: always inside the file, and with a second font for 李."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kernel.refusals import Unavailable

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/Library/Fonts"))
SERIF, SERIF_BOLD, SANS, SANS_BOLD, WIDE = "Serif", "Serif-Bold", "Sans", "Sans-Bold", "Wide"
MONO, MONO_BOLD = "Mono", "Mono-Bold"
_FILES = {
    SERIF: "LiberationSerif-Regular.ttf",
    SERIF_BOLD: "LiberationSerif-Bold.ttf",
    SANS: "LiberationSans-Regular.ttf",
    SANS_BOLD: "LiberationSans-Bold.ttf",
    MONO: "LiberationMono-Regular.ttf",
    MONO_BOLD: "LiberationMono-Bold.ttf",
    WIDE: "DroidSansFallbackFull.ttf",
}


@dataclass(eq=False)
class FontMissing(Unavailable):
    file: str

    def __str__(self) -> str:
        return f"The font {self.file} is not installed; install Debian's fonts-liberation and fonts-droid-fallback."


@cache
def ready() -> None:
    """Make the fonts known to reportlab. Raises FontMissing."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, _found(file)))


def _found(file: str) -> str:
    for folder in FOLDERS:
        for path in sorted(folder.rglob(file)):
            return str(path)
    raise FontMissing(file)


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with a font that has its letters.

    A letter that no font has is told by its number, such as [U+20BB7], never by an empty box.
    """
    ready()
    if text.isascii() and text.isprintable():
        yield font, _one_line(text)
        return
    printable = "".join(_told(char, font) for char in _one_line(text))
    for covered, piece in groupby(printable, lambda char: _has(font, char)):
        yield (font if covered else WIDE), "".join(piece)


@lru_cache(10_000)
def width(text: str, font: str, size: float) -> float:
    """How wide the text prints, in points."""
    return sum(run_width(piece, face, size) for face, piece in runs(text, font))


def run_width(piece: str, face: str, size: float) -> float:
    """The same for a piece that ``runs`` gave, with its spaces."""
    wide: float = pdfmetrics.stringWidth(piece, face, size)
    return wide


def fitted(text: str, font: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    if width(text, font, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle].rstrip() + "…", font, size) <= room else (low, middle - 1)
    return text[:low].rstrip() + "…"


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """The text in lines that fit the room; a word wider than the room is broken."""
    lines: list[str] = []
    space, used = width("n n", font, size) - width("nn", font, size), room
    for word in (piece for whole in text.split() for piece in _broken(whole, font, size, room)):
        wide = width(word, font, size)
        fits = bool(lines) and used + space + wide <= room
        used = used + space + wide if fits else wide
        lines[-1:] = [f"{lines[-1]} {word}"] if fits else [*lines[-1:], word]
    return lines or [""]


def _broken(word: str, font: str, size: float, room: float) -> list[str]:
    if width(word, font, size) <= room:
        return [word]
    pieces = [""]
    for char in word:
        if pieces[-1] and width(pieces[-1] + char, font, size) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _told(char: str, font: str) -> str:
    return char if _has(font, char) or _has(WIDE, char) else f"[U+{ord(char):04X}]"


def _has(font: str, char: str) -> bool:
    return ord(char) in pdfmetrics.getFont(font).face.charToGlyph


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
