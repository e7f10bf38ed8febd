"""Letters for the feet of pages: one small font inside the file, its codes known before any page is written."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfbase import pdfmetrics

from documents import fonts

ALWAYS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2026, 0x2039, 0x203A,
)  # fmt: skip
"""In every file alike, so that what is written for one packet can be read with the font of another."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Letters of one font, each with its code in the file and its width in thousandths of the size."""

    name: str
    codes: dict[str, int]
    widths: dict[str, float]
    file: bytes
    long: int
    """The font itself, deflated, and how long it is when it is not."""

    def coded(self, text: str) -> bytes:
        """The text as a PDF string."""
        return b"<%s>" % "".join(f"{self.codes[char]:04X}" for char in text).encode()

    def width(self, text: str, size: float) -> float:
        """How wide the text prints, in points."""
        return sum(self.widths[char] for char in text) * size / 1000

    def put(self, pdf: pikepdf.Pdf) -> Any:
        """The font as an object of a PDF in the making."""
        face = pdfmetrics.getFont(self.name).face
        called = Name(f"/CRTFNT+{face.name.decode() if isinstance(face.name, bytes) else face.name}")
        file = pdf.make_stream(self.file, Filter=Name.FlateDecode, Length1=self.long)
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=called, Flags=4, FontBBox=Array(face.bbox), FontFile2=file,
            ItalicAngle=0, Ascent=face.ascent, Descent=face.descent, CapHeight=face.capHeight, StemV=face.stemV,
        )  # fmt: skip
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=called, FontDescriptor=pdf.make_indirect(descriptor),
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            CIDToGIDMap=Name.Identity, DW=0, W=self._widths(),
        )  # fmt: skip
        return pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=called, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]), ToUnicode=pdf.make_stream(self._to_unicode()),
        ))  # fmt: skip

    def _widths(self) -> Array:
        found = {code: round(self.widths[char]) for char, code in self.codes.items()}
        return Array([1, Array([found.get(code, 0) for code in range(1, max(found, default=0) + 1)])])

    def _to_unicode(self) -> bytes:
        first = {code: char for char, code in reversed(self.codes.items())}  # a hyphen before a soft one
        rows = [f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in sorted(first.items())]
        blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        mapped = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
        return _CMAP.format(mapped).encode()


@cache
def plain() -> Typeface:
    """The letters that nearly every label is written with."""
    return _cut(fonts.SANS, ALWAYS)


def others(texts: Iterable[str]) -> Typeface | None:
    """The letters of the texts that ``plain`` lacks, or None where it lacks none."""
    known = plain().codes
    unusual = [text for text in texts if not all(char in known for char in text)]
    letters = {char for text in unusual for _, piece in fonts.runs(text, fonts.SANS) for char in piece}
    missing = sorted(ord(char) for char in letters if char not in known)
    return _cut(fonts.WIDE, missing) if missing else None


def _cut(name: str, letters: Iterable[int]) -> Typeface:
    """A font of these letters only. Glyphs are numbered as ``makeSubset`` numbers them: in order, each once."""
    fonts.ready()
    face = pdfmetrics.getFont(name).face
    found = [code for code in letters if code in face.charToGlyph]
    numbers: dict[int, int] = {0: 0}
    for code in found:
        numbers.setdefault(face.charToGlyph[code], len(numbers))
    codes = {chr(code): numbers[face.charToGlyph[code]] for code in found}
    widths = {chr(code): pdfmetrics.stringWidth(chr(code), name, 1000) for code in found}
    file = face.makeSubset(found)
    return Typeface(name, codes, widths, zlib.compress(file), len(file))


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
