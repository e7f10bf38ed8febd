"""A filled form read back: each value stands in its field, each checked box shows ink, and nothing else does."""

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from documents.errors import ReadBackFailed
from documents.finding import Pages
from documents.forms.fields import Box, Field, Kind, Page, Rect
from documents.forms.plates import Check, Plate
from documents.reading import PDFIUM

SCALE = 1.5
INK = 48
"""How much darker, of 255, a point must be than on the empty form to count as ink."""
NEAR = 1.5
"""Points around a field in which the edge of a letter may still stand."""
LEAST_INK = 4


def read_back(
    plate: Plate,
    name: str,
    pdf: bytes,
    said: Sequence[tuple[Field, str, Box]],
    checks: Sequence[tuple[Field, Check]],
) -> None:
    """Raises ReadBackFailed naming each field whose text is not found in it, and whatever else is wrong on a page."""
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(io.BytesIO(pdf))
        except pypdfium2.PdfiumError as broken:
            raise ReadBackFailed(name, ("it cannot be opened",)) from broken
        try:
            problems = [problem for number in range(len(document)) for problem in _page(document, number, said)]
            pictures = _pictures(document)
        finally:
            document.close()
    blank = _blank(plate)
    for number, picture in enumerate(pictures):
        problems += _ink(plate, number, ImageChops.subtract(blank[number], picture), said, checks)
    if problems:
        raise ReadBackFailed(name, tuple(problems))


def _page(document: Any, number: int, said: Sequence[tuple[Field, str, Box]]) -> Iterator[str]:
    """Each field of a page whose text cannot be read in its place."""
    page = document[number]
    text = page.get_textpage()
    try:
        for field, words, box in said:
            if box.page != number + 1:
                continue
            rect = _grown(box.rect, NEAR)
            found = text.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top)
            if not _says(found, words, comb=field.comb):
                yield f"the field '{field.short}' on page {box.page} does not say what it should"
    finally:
        text.close()
        page.close()


def _says(found: str, words: str, *, comb: bool) -> bool:
    if comb:
        return "".join(words.split()) in "".join(found.split())
    return Pages([found]).says(words)


def _pictures(document: Any) -> list[Image.Image]:
    made = []
    for page in document:
        made.append(page.render(scale=SCALE, grayscale=True).to_pil().convert("L"))
        page.close()
    return made


@lru_cache(maxsize=16)
def _blank(plate: Plate) -> list[Image.Image]:
    """The pages of the form with nothing filled in."""
    empty = plate.printed((), (), "")
    with PDFIUM:
        document = pypdfium2.PdfDocument(io.BytesIO(empty))
        try:
            return _pictures(document)
        finally:
            document.close()


def _ink(
    plate: Plate,
    number: int,
    darker: Image.Image,
    said: Sequence[tuple[Field, str, Box]],
    checks: Sequence[tuple[Field, Check]],
) -> Iterator[str]:
    """What is wrong with the ink that a document added to a page."""
    page = plate.form.pages[number]
    ink = darker.point(lambda value: 255 if value > INK else 0)
    left = ink.copy()
    texts = [(field, box) for field, _, box in said if box.page == number + 1]
    marks = [(field, check.box) for field, check in checks if check.box.page == number + 1]
    for field, box in (*texts, *marks):
        place = place_in_picture(_grown(box.rect, NEAR), page, ink.size)
        if ink.crop(place).histogram()[255] < (LEAST_INK if (field, box) in marks else 1):
            yield f"the field '{field.short}' on page {number + 1} shows nothing"
        left.paste(0, place)
    for field, box in _others(plate, number, {id(box) for _, box in marks}):
        if left.crop(place_in_picture(_grown(box.rect, -1), page, ink.size)).getbbox():
            yield f"the box '{field.short}' on page {number + 1} shows ink and is not checked"
            left.paste(0, place_in_picture(_grown(box.rect, NEAR), page, ink.size))
    if left.getbbox():
        yield f"page {number + 1} shows ink outside its fields"


def _others(plate: Plate, number: int, marked: set[int]) -> Iterator[tuple[Field, Box]]:
    for field in plate.form.fields:
        if field.kind is Kind.CHECK:
            yield from ((field, box) for box in field.boxes if box.page == number + 1 and id(box) not in marked)


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.left - by, rect.bottom - by, rect.right + by, rect.top + by)


def place_in_picture(rect: Rect, page: Page, size: tuple[int, int], scale: float = SCALE) -> tuple[int, int, int, int]:
    """A rectangle of the page as points of its picture."""
    seen = page.seen
    left, right = rect.left - seen.left, rect.right - seen.left
    bottom, top = rect.bottom - seen.bottom, rect.top - seen.bottom
    x0, y0, x1, y1 = {
        0: (left, seen.high - top, right, seen.high - bottom),
        90: (bottom, left, top, right),
        180: (seen.wide - right, bottom, seen.wide - left, top),
        270: (seen.high - top, seen.wide - right, seen.high - bottom, seen.wide - left),
    }[page.turned]
    wide, high = size
    return (
        max(0, min(wide, int(x0 * scale))), max(0, min(high, int(y0 * scale))),
        max(0, min(wide, int(x1 * scale) + 1)), max(0, min(high, int(y1 * scale) + 1)),
    )  # fmt: skip
