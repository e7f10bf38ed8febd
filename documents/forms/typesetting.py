"""Text set into a field: measured with the letters that are drawn, smaller where allowed, never cut."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from documents.forms import faces
from documents.forms.fields import Box, Field

SIDE = 2.0
LARGEST, SMALLEST, LEAST_MULTILINE, STEP = 12.0, 7.0, 6.5, 0.5
DEPTH = 0.212
"""How far letters such as g reach below the line, in parts of the size."""


class Line(NamedTuple):
    """One line of text and where it begins, from the lower left corner of its box as it is read."""

    x: float
    y: float
    text: str


class Setting(NamedTuple):
    """A text set into one box."""

    box: Box
    face: str
    size: float
    colour: str
    lines: tuple[Line, ...]


def set_text(
    field: Field,
    text: str,
    foreign: faces.Brought = faces.NOTHING_BROUGHT,
    *,
    smaller: bool = True,
    lines_down: int = 0,
) -> list[Setting]:
    """The text in every box of the field; an empty list where it does not fit into one of them.

    ``foreign`` are the letters outside Latin that the document brings along. ``smaller``: the type may shrink to seven
    points. ``lines_down``: so many lines at the top of a field are kept free for words that the form prints there.
    """
    measure = measure_of(field.look.face) if foreign is faces.NOTHING_BROUGHT else Measure(field.look.face, foreign)
    made = []
    for box in field.boxes:
        wide, high = _sides(box)
        if wide <= 2 * SIDE or high <= 0:
            return []
        high -= lines_down * (field.look.size or LARGEST) * measure.shape.step
        found = _set(field, text, wide, high, measure, smaller)
        if found is None:
            return []
        size, lines = found
        made.append(Setting(box, field.look.face, size, field.look.colour, lines))
    return made


def one_line(text: str) -> str:
    """The text as a field of one line says it: its lines joined by commas."""
    return ", ".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


class Measure:
    """How wide text of a face is, in parts of its size."""

    __slots__ = ("_foreign", "_widths", "shape")

    def __init__(self, face: str, foreign: faces.Brought = faces.NOTHING_BROUGHT) -> None:
        self.shape = faces.shape(face)
        self._widths = faces.glyphs(face).widths
        self._foreign = foreign.widths

    def of(self, text: str) -> float:
        widths = self._widths
        try:
            return sum([widths[char] for char in text])
        except KeyError:
            return sum(widths.get(char) or self._foreign[char] for char in text)


@cache
def measure_of(face: str) -> Measure:
    """How wide text of Latin letters is."""
    return Measure(face)


def _sides(box: Box) -> tuple[float, float]:
    """Width and height as the text runs."""
    return (box.rect.wide, box.rect.high) if box.turned % 180 == 0 else (box.rect.high, box.rect.wide)


def _set(
    field: Field, text: str, wide: float, high: float, measure: Measure, smaller: bool
) -> tuple[float, tuple[Line, ...]] | None:
    if field.longest and len(text) > field.longest:
        return None
    if field.comb:
        return _combed(field, text, wide, high, measure)
    if field.lines:
        return _several(field, text, wide, high, measure, smaller)
    return _single(field, text, wide, high, measure, smaller)


def _single(
    field: Field, text: str, wide: float, high: float, measure: Measure, smaller: bool
) -> tuple[float, tuple[Line, ...]] | None:
    needed, room = measure.of(text), wide - 2 * SIDE
    first = min(field.look.size or LARGEST, high / (measure.shape.capitals + DEPTH))
    least = min(first, SMALLEST if smaller or not field.look.size else first)
    size = first if needed * first <= room else max(least, int(room / needed / STEP * 10) / 10 * STEP)
    if needed * size > room + 0.01:
        return None
    y = (high - measure.shape.capitals * size) / 2
    return size, (Line(_start(field, needed * size, wide), y, text),)


def _several(
    field: Field, text: str, wide: float, high: float, measure: Measure, smaller: bool
) -> tuple[float, tuple[Line, ...]] | None:
    first = field.look.size or LARGEST
    least = min(first, LEAST_MULTILINE if smaller or not field.look.size else first)
    paragraphs = [[(word, measure.of(word)) for word in part.split()] for part in text.split("\n")]
    space, size = measure.of(" "), first
    while size >= least:
        lines = [line for words in paragraphs for line in _broken(words, space, (wide - 2 * SIDE) / size, measure)]
        needed = size * (measure.shape.top + (len(lines) - 1) * measure.shape.step + DEPTH)
        if needed <= high + 0.01:
            top = high - measure.shape.top * size - max(0.0, min(SIDE, high - needed))
            step = measure.shape.step * size
            placed = (
                Line(_start(field, wanted * size, wide), top - place * step, line)
                for place, (line, wanted) in enumerate(lines)
            )
            return size, tuple(line for line in placed if line.text)
        size -= STEP
    return None


def _broken(words: list[tuple[str, float]], space: float, room: float, measure: Measure) -> Iterator[tuple[str, float]]:
    """The words in lines with the width of each; a word that is wider than the room is broken."""
    line, used = "", 0.0
    for word, wide in words:
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            yield line, used
        line, used = word, wide
        while used > room and len(line) > 1:
            fits = _fitting(line, room, measure)
            yield line[:fits], measure.of(line[:fits])
            line, used = line[fits:], measure.of(line[fits:])
    yield line, used


def _fitting(word: str, room: float, measure: Measure) -> int:
    """How many letters of a word fit, one at least."""
    used = 0.0
    for place, char in enumerate(word):
        used += measure.of(char)
        if used > room:
            return max(1, place)
    return len(word)


def _combed(
    field: Field, text: str, wide: float, high: float, measure: Measure
) -> tuple[float, tuple[Line, ...]] | None:
    cell, widest = wide / field.longest, max(map(measure.of, text), default=1.0)
    size = min(field.look.size or LARGEST, high / (measure.shape.capitals + DEPTH), cell / (widest or 1.0))
    y = (high - measure.shape.capitals * size) / 2
    first = {0: 0, 1: (field.longest - len(text)) // 2, 2: field.longest - len(text)}[field.look.align]
    return size, tuple(
        Line((first + place + 0.5) * cell - measure.of(char) * size / 2, y, char)
        for place, char in enumerate(text)
        if char != " "
    )


def _start(field: Field, wanted: float, wide: float) -> float:
    return (SIDE, (wide - wanted) / 2, wide - SIDE - wanted)[field.look.align]
