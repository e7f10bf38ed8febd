"""The place of each problem, marked in a picture of its page."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from documents.clinic.examine import Looked
from documents.clinic.opened import DOCUMENT
from documents.clinic.problems import Problem
from documents.reading import PDFIUM
from infra.kept_pdf import kept_pdf

SCALE = 1.6
"""Pixels for a point: a letter page is 979 pixels wide."""
RED, PALE = (139, 10, 3), (213, 67, 9, 38)
FARTHEST = 6_000
"""Letters beyond which a paragraph is not looked for: short texts come again later."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A page as PNG, with the numbers of the problems that are marked on it, from 1."""

    page: int
    png: bytes
    problems: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    page: int
    box: tuple[float, float, float, float]


def pictures(looked: Looked) -> tuple[Marked, ...]:
    """Every page on which a problem can be shown, the problems boxed and numbered as they are told.

    A paragraph that prints nothing, and the file as a whole, have no place on a page. Raises ConverterFailed.
    """
    if not looked.clean or not any(one.paragraph for one in looked.problems):
        return ()
    pdf = kept_pdf(looked.clean).data
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            text, letters = _read(document)
            places = _places(looked.paragraphs, text)
            found = _on_pages(looked.problems, places, letters)
            return tuple(_marked(document, page, found[page]) for page in sorted(found))
        finally:
            document.close()


def _read(document: Any) -> tuple[str, list[_Letter]]:
    """The letters of all pages without blanks, each with its place."""
    text, letters = [], []
    for number in range(len(document)):
        page = document[number]
        read = page.get_textpage()
        for place in range(read.count_chars()):
            char = read.get_text_range(place, 1)
            if char.strip():
                text.append(char[0])
                letters.append(_Letter(number, read.get_charbox(place)))
        read.close()
        page.close()
    return "".join(text), letters


def _places(paragraphs: Iterable[tuple[str, int, str]], text: str) -> dict[tuple[str, int], tuple[int, int]]:
    """Where the text of each paragraph begins and ends; those of the body are found one after another."""
    found, cursor = {}, 0
    for name, number, said in paragraphs:
        wanted = _SPACE.sub("", said)
        if not wanted:
            continue
        place = _place(wanted, text, cursor if name == DOCUMENT else 0)
        if place is None:
            continue
        if name == DOCUMENT and place[0] >= cursor:
            cursor = place[1]
        found[name, number] = place
    return found


def _place(wanted: str, text: str, cursor: int) -> tuple[int, int] | None:
    """A paragraph that a page's end cuts in two is found by its beginning."""
    for piece in (wanted, wanted[:60], wanted[:24]):
        start = text.find(piece, cursor, cursor + FARTHEST + len(piece))
        if start < 0:
            start = text.find(piece)
        if start >= 0:
            return start, start + len(piece)
    return None


def _on_pages(
    problems: Sequence[Problem], places: dict[tuple[str, int], tuple[int, int]], letters: Sequence[_Letter]
) -> dict[int, list[tuple[int, list[_Letter]]]]:
    found: dict[int, list[tuple[int, list[_Letter]]]] = defaultdict(list)
    for number, one in enumerate(problems, start=1):
        if (place := places.get((one.name, one.paragraph))) is None:
            continue
        inside = letters[place[0] : place[1]]
        for page in dict.fromkeys(letter.page for letter in inside):
            found[page].append((number, [letter for letter in inside if letter.page == page]))
    return found


def _marked(document: Any, number: int, found: list[tuple[int, list[_Letter]]]) -> Marked:
    page = document[number]
    height = page.get_height()
    picture = page.render(scale=SCALE).to_pil().convert("RGBA")
    page.close()
    boxes: dict[tuple[int, int, int, int], list[int]] = defaultdict(list)
    for problem, letters in found:
        boxes[_box(letters, height)].append(problem)
    over = Image.new("RGBA", picture.size)
    pen = ImageDraw.Draw(over)
    for box, numbers in boxes.items():
        _draw(pen, box, ", ".join(map(str, numbers)))
    held = io.BytesIO()
    Image.alpha_composite(picture, over).convert("RGB").quantize(64).save(held, "PNG")
    return Marked(number + 1, held.getvalue(), tuple(sorted({one for one, _ in found})))


def _box(letters: Sequence[_Letter], height: float) -> tuple[int, int, int, int]:
    left, bottom = (min(one.box[side] for one in letters) for side in (0, 1))
    right, top = (max(one.box[side] for one in letters) for side in (2, 3))
    sides = (left * SCALE - 5, (height - top) * SCALE - 5, right * SCALE + 5, (height - bottom) * SCALE + 5)
    return int(sides[0]), int(sides[1]), int(sides[2]), int(sides[3])


def _draw(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], label: str) -> None:
    """A frame around the paragraph, and its numbers on a flag at its left."""
    pen.rectangle(box, fill=PALE, outline=(*RED, 255), width=2)
    font = ImageFont.load_default(15)
    wide = int(pen.textlength(label, font=font)) + 10
    left = max(box[0] - wide, 0)
    pen.rectangle((left, box[1], left + wide, box[1] + 22), fill=(*RED, 255))
    pen.text((left + 5, box[1] + 2), label, fill=(255, 255, 255, 255), font=font)
