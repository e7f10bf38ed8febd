"""A typeface as objects of a PDF."""

import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from documents.forms.faces import Glyphs


def font_in(pdf: pikepdf.Pdf, glyphs: Glyphs) -> Any:
    """The font with its letters inside the file, and with what each of them means, for readers and searches."""
    prefix = f"/AAAAAA+{glyphs.name}"
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name(prefix), Flags=32, ItalicAngle=0, StemV=80,
        FontBBox=Array([-600, round(glyphs.bottom), 2000, round(glyphs.top)]),
        Ascent=round(glyphs.top), Descent=round(glyphs.bottom), CapHeight=718,
        FontFile2=pdf.make_stream(glyphs.font, Length1=len(glyphs.font)),
    )  # fmt: skip
    letters = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name(prefix), CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor), W=Array([0, Array(_widths(glyphs))]),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name(prefix), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(letters)]), ToUnicode=pdf.make_stream(_meanings(glyphs)),
        )
    )  # fmt: skip


def font_objects(glyphs: Glyphs, number: int, after: int) -> dict[int, bytes]:
    """The same font as objects written out: the font itself under its number, its parts under numbers that follow."""
    name = f"/AAAAAA+{glyphs.name}"
    letters, descriptor, file, meanings = range(after, after + 4)
    widths = " ".join(map(str, _widths(glyphs)))
    return {
        number: (
            f"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H "
            f"/DescendantFonts [{letters} 0 R] /ToUnicode {meanings} 0 R >>"
        ).encode(),
        letters: (
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity /CIDSystemInfo "
            f"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R "
            f"/W [0 [{widths}]] >>"
        ).encode(),
        descriptor: (
            f"<< /Type /FontDescriptor /FontName {name} /Flags 32 /ItalicAngle 0 /StemV 80 /CapHeight 718 "
            f"/FontBBox [-600 {round(glyphs.bottom)} 2000 {round(glyphs.top)}] /Ascent {round(glyphs.top)} "
            f"/Descent {round(glyphs.bottom)} /FontFile2 {file} 0 R >>"
        ).encode(),
        file: stream(glyphs.font, f"/Length1 {len(glyphs.font)}"),
        meanings: stream(_meanings(glyphs)),
    }


def stream(data: bytes, entries: str = "") -> bytes:
    """A compressed stream object, written out."""
    packed = zlib.compress(data, 6)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _widths(glyphs: Glyphs) -> list[int]:
    """The width of every code from 0 on, in thousandths."""
    by_code = {int(code, 16): round(glyphs.widths[char] * 1000) for char, code in glyphs.codes.items()}
    return [by_code.get(code, 0) for code in range(max(by_code, default=0) + 1)]


def _meanings(glyphs: Glyphs) -> bytes:
    """A map from codes to Unicode, ISO 32000-1, 9.10.3; of characters that share a letter the first one is meant."""
    meant = {code: char for char, code in sorted(glyphs.codes.items(), reverse=True)}
    rows = [f"<{code}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in sorted(meant.items())]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    listed = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def "
        f"/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{listed}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()
