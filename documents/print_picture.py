"""A paper as it printed when it was accepted, drawn from its kept lines, beside what it prints now."""

from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from documents.fonts import FOLDERS
from documents.prints import Line, Print, unlike
from documents.reading import PDFIUM

DOTS_PER_INCH = 108
_SCALE = DOTS_PER_INCH / 72
_RED, _GREY, _BAND = (170, 0, 0), (70, 70, 70), (255, 226, 226)
_FACE = "LiberationSans-Regular.ttf"
_GAP = 12


def pages_as_pictures(pdf: bytes) -> tuple[bytes, ...]:
    """Every page as its pixels at 108 dots an inch; two papers print the same when these are equal."""
    return tuple(page.tobytes() for page in _rendered(pdf))


def side_by_side(kept: Print, now: Print, pdf: bytes, file: Path) -> Path:
    """Write a PNG with each page that differs: kept at the left, now at the right, differing lines in red."""
    pages = _rendered(pdf)
    pairs = []
    for number in range(max(len(kept.pages), len(now.pages))):
        before, after = _page(kept, number), _page(now, number)
        gone, new = unlike(before, after)
        if gone or new:
            size = pages[min(number, len(pages) - 1)].size
            right = pages[number] if number < len(pages) else Image.new("RGB", size, "white")
            pairs.append((_drawn(before, gone, size), _marked(right, new)))
    file.parent.mkdir(parents=True, exist_ok=True)
    _pasted(pairs or [(page, page) for page in pages]).save(file)
    return file


def _rendered(pdf: bytes) -> list[Any]:
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=_SCALE).to_pil().convert("RGB") for page in document]


def _page(printed: Print, number: int) -> tuple[Line, ...]:
    return printed.pages[number] if number < len(printed.pages) else ()


def _drawn(lines: tuple[Line, ...], differing: frozenset[Line], size: tuple[int, int]) -> Any:
    picture = Image.new("RGB", size, "white")
    pen, face = ImageDraw.Draw(picture), _face()
    for line in lines:
        pen.text((line.x * _SCALE, line.y * _SCALE), line.text, fill=_RED if line in differing else _GREY, font=face)
    return picture


def _marked(picture: Any, differing: frozenset[Line]) -> Any:
    over = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(over)
    for line in differing:
        top = line.y * _SCALE
        pen.rectangle((0, top - 2, picture.width, top + 12 * _SCALE), fill=_BAND)
    return Image.composite(picture, over, picture.convert("L").point(lambda grey: 255 if grey < 200 else 0))


def _face() -> Any:
    found = (path for folder in FOLDERS for path in sorted(folder.rglob(_FACE)))
    path = next(found, None)
    return ImageFont.truetype(str(path), 13) if path else ImageFont.load_default(13)


def _pasted(pairs: list[tuple[Any, Any]]) -> Any:
    wide = max(left.width + right.width for left, right in pairs) + 3 * _GAP
    high = sum(left.height + _GAP for left, _ in pairs) + _GAP
    sheet, top = Image.new("RGB", (wide, high), (120, 120, 120)), _GAP
    for left, right in pairs:
        sheet.paste(left, (_GAP, top))
        sheet.paste(right, (left.width + 2 * _GAP, top))
        top += left.height + _GAP
    return sheet
