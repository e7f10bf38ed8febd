"""Pictures that LibreOffice need not see: a small stand-in goes through it, and the picture itself into the PDF.

It would unpack each picture and pack it anew, some of them with loss; that takes longer than the text of a page.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from infra.png import SIGNATURE, rgb_png
from infra.word_file import pictures_shown

_PLAIN = {b"IHDR", b"IDAT", b"IEND", b"pHYs", b"tEXt", b"tIME"}
_COLOURS = {0: (1, pikepdf.Name.DeviceGray), 2: (3, pikepdf.Name.DeviceRGB)}
_SMALL = 64
_LARGEST = 500_000  # a photograph is better packed with loss, as LibreOffice does
_STRIPES = (b"\xff\x00\x7f", b"\x00\xff\x7f", b"\x7f\x00\xff")
_CHANGED = re.compile(rb"<a:srcRect\s+\w|<v:imagedata|<a:blip\b[^>]*[^/]>(?!\s*<a:extLst>|\s*</a:blip>)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG and PDF both pack it, and the size of its stand-in, by which it is known."""

    stand_in: tuple[int, int]
    size: tuple[int, int]
    colours: int
    packed: bytes


def set_aside(word: bytes) -> tuple[bytes, tuple[Picture, ...]]:
    """The Word file with stand-ins for its plain PNG pictures, and those pictures.

    A file that crops or changes any picture is given back as it is.
    """
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        shown = sorted(name for name in pictures_shown(package) if name.lower().endswith(".png"))
        if not shown:
            return word, ()
        parts = {name: package.read(name) for name in package.namelist()}
    if any(_CHANGED.search(part) for name, part in parts.items() if name.endswith(".xml")):
        return word, ()
    pictures = []
    for number, name in enumerate(shown):
        picture = _plain(parts[name], (_SMALL // 2 + number, _SMALL // 2))
        if picture is not None:
            pictures.append(picture)
            parts[name] = _stand_in(*picture.stand_in)
    return (_package(parts) if pictures else word), tuple(pictures)


def put_back(pdf: pikepdf.Pdf, pictures: Sequence[Picture]) -> int:
    """Put each picture where its stand-in is; how many of them were found."""
    known, found = {picture.stand_in: picture for picture in pictures}, set()
    for image in (one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"):
        picture = known.get((int(image.Width), int(image.Height)))
        if picture is not None and image.get("/Filter") == "/FlateDecode" and _is_stand_in(image):
            _fill(image, picture)
            found.add(picture.stand_in)
    return len(found)


def _is_stand_in(image: Any) -> bool:
    return bool(image.read_bytes() == b"".join(_rows(int(image.Width), int(image.Height))))


def _fill(image: Any, picture: Picture) -> None:
    many, space = _COLOURS[picture.colours]
    width, height = picture.size
    image.Width, image.Height, image.ColorSpace, image.BitsPerComponent = width, height, space, 8
    how = pikepdf.Dictionary(Predictor=15, Colors=many, BitsPerComponent=8, Columns=width)
    image.write(picture.packed, filter=pikepdf.Name.FlateDecode, decode_parms=how)


def _plain(png: bytes, stand_in: tuple[int, int]) -> Picture | None:
    """A picture of 8 bits a colour without transparency, palette or colour profile, larger than a stand-in."""
    chunks = list(_chunks(png))
    if not chunks or {kind for kind, _ in chunks} - _PLAIN:
        return None
    width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth != 8 or colours not in _COLOURS or interlaced or width <= _SMALL or height <= _SMALL:
        return None
    packed = b"".join(data for kind, data in chunks if kind == b"IDAT")
    return Picture(stand_in, (width, height), colours, packed) if len(packed) <= _LARGEST else None


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE) if png.startswith(SIGNATURE) else len(png)
    while place + 12 <= len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _stand_in(width: int, height: int) -> bytes:
    """A PNG of this size in stripes: a picture of one colour might be simplified away."""
    return rgb_png(width, height, zlib.compress(b"".join(b"\0" + row for row in _rows(width, height))))


def _rows(width: int, height: int) -> Iterator[bytes]:
    yield from (_STRIPES[row % len(_STRIPES)] * width for row in range(height))


def _package(parts: dict[str, bytes]) -> bytes:
    """Not compressed: it is read once, at once."""
    bound = io.BytesIO()
    with zipfile.ZipFile(bound, "w", zipfile.ZIP_STORED) as out:
        for name, part in parts.items():
            out.writestr(name, part)
    return bound.getvalue()
