"""Pages taken over by an allow-list: every key that is copied is named here, and whatever is not, is left behind."""

from collections.abc import Iterable
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    RectangleObject,
    StreamObject,
)

from documents.exhibit.flattening import Seen
from documents.exhibit.layers import refuse_hidden

STREAMS = "/Filter /DecodeParms /Length1 /Length2 /Length3"
SHAPES = "/Type /Subtype /BBox /Matrix /Resources /Group /S /CS /I /K /FormType"
RESOURCES = "/Font /XObject /ExtGState /ColorSpace /Pattern /Shading /ProcSet"
FONTS = (
    "/BaseFont /Encoding /BaseEncoding /Differences /FirstChar /LastChar /Widths /FontDescriptor /ToUnicode "
    "/DescendantFonts /CIDSystemInfo /Registry /Ordering /Supplement /DW /W /DW2 /W2 /CIDToGIDMap "
    "/FontBBox /FontMatrix /CharProcs /Name /FontName /Flags /ItalicAngle /Ascent /Descent /CapHeight /StemV /StemH "
    "/XHeight /Leading /AvgWidth /MaxWidth /MissingWidth /FontFile /FontFile2 /FontFile3 /CharSet /CIDSet /FontFamily "
    "/FontStretch /FontWeight /CMapName /UseCMap /WMode"
)
PICTURES = (
    "/Width /Height /ImageMask /Mask /BitsPerComponent /Intent /SMask /SMaskInData /Decode /Interpolate /Matte "
    "/Predictor /Colors /Columns /EarlyChange /Rows /EndOfLine /EncodedByteAlign /EndOfBlock /BlackIs1 "
    "/DamagedRowsBeforeError /JBIG2Globals /ColorTransform"
)
COLOURS = (
    "/N /Alternate /Range /WhitePoint /BlackPoint /Gamma /Colorants /Process /Components /MixingHints /Solidities "
    "/PrintingOrder /DotGain"
)
PAINTS = (
    "/PatternType /PaintType /TilingType /XStep /YStep /Shading /ShadingType /Background /AntiAlias /Coords /Domain "
    "/Function /Extend /BitsPerCoordinate /BitsPerFlag /VerticesPerRow /FunctionType /Functions /Bounds /Encode /C0 "
    "/C1 /Size /BitsPerSample /Order"
)
STATES = (
    "/LW /LC /LJ /ML /D /RI /OP /op /OPM /BG /BG2 /UCR /UCR2 /TR /TR2 /HT /FL /SM /SA /BM /CA /ca /AIS /TK /G /BC "
    "/HalftoneType /Frequency /Angle /SpotFunction /AccurateScreens"
)
ALLOWED = frozenset(f"{STREAMS} {SHAPES} {RESOURCES} {FONTS} {PICTURES} {COLOURS} {PAINTS} {STATES}".split())
NAMED_BY_THE_FILE = frozenset(
    {"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/CharProcs", "/Colorants"}
)
LEAST, MOST = 3, 14_400
MOST_DOTS = 200_000_000
PAGE = NameObject("/Page")


class Taker:
    """Takes pages over into a new PDF. What pages share in the source they share in the copy."""

    def __init__(self, writer: PdfWriter, hidden: frozenset[int] = frozenset()) -> None:
        self._writer = writer
        self._hidden = hidden
        self._taken: dict[tuple[int, int], IndirectObject] = {}

    def page(self, page: Any, annotations: Iterable[Seen]) -> None:
        """One page: its content as one drawing that cannot disturb ours, and on it the annotations that are seen."""
        media = _box(page.mediabox)
        made = PageObject.create_blank_page(width=media.width, height=media.height)
        made[NameObject("/MediaBox")] = media
        made[NameObject("/CropBox")] = _box(page.cropbox)
        made[NameObject("/Rotate")] = NumberObject(page.get("/Rotate") or 0)
        if "/UserUnit" in page:
            made[NameObject("/UserUnit")] = page["/UserUnit"]
        if "/Group" in page:
            made[NameObject("/Group")] = self._copy(page["/Group"], "/Group")
        drawings = {PAGE: self._content(page, media)}
        script = [b"q /Page Do Q"]
        for number, seen in enumerate(annotations):
            drawings[NameObject(f"/Note{number}")] = self._copy(seen.picture, "/XObject")
            script.append(b"q %s cm /Note%d Do Q" % (seen.matrix, number))
        made[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(drawings)})
        made[NameObject("/Contents")] = self._stream(b"\n".join(script), {})
        self._writer.add_page(made)

    def _content(self, page: Any, media: RectangleObject) -> IndirectObject:
        contents = page.get_contents()
        return self._stream(
            contents.get_data() if contents is not None else b"",
            {
                "/Type": NameObject("/XObject"),
                "/Subtype": NameObject("/Form"),
                "/BBox": media,
                "/Resources": self._copy(page.get("/Resources", DictionaryObject()), "/Resources"),
            },
        )

    def _stream(self, data: bytes, entries: dict[str, Any]) -> IndirectObject:
        made = StreamObject()
        made.set_data(data)
        made.update({NameObject(key): value for key, value in entries.items()})
        return self._writer._add_object(made.flate_encode())

    def _copy(self, found: Any, key: str) -> Any:
        """The object without what is not allowed; ``key`` is where it was found."""
        if isinstance(found, IndirectObject):
            return self._shared(found, key)
        if isinstance(found, StreamObject):
            return self._writer._add_object(self._stream_of(found, key))
        if isinstance(found, DictionaryObject):
            return self._dictionary(found, key)
        if isinstance(found, ArrayObject):
            return ArrayObject(self._copy(item, key) for item in list.__iter__(found))
        return found.clone(self._writer)

    def _shared(self, found: IndirectObject, key: str) -> Any:
        place = (found.idnum, found.generation)
        if place in self._taken:
            return self._taken[place]
        held = found.get_object()
        if not isinstance(held, DictionaryObject | ArrayObject):
            return held.clone(self._writer) if held is not None else NullObject()
        kept = self._taken[place] = self._writer._add_object(NullObject())
        made = self._stream_of(held, key) if isinstance(held, StreamObject) else self._copy(held, key)
        self._writer._replace_object(kept, made)
        return kept

    def _stream_of(self, found: StreamObject, key: str) -> StreamObject:
        _refuse_enormous(found)
        made = StreamObject()
        made._data = found._data
        made.update(self._dictionary(found, key))
        return made

    def _dictionary(self, found: DictionaryObject, key: str) -> DictionaryObject:
        refuse_hidden(found, self._hidden)
        names = [name for name in found if name in ALLOWED or key in NAMED_BY_THE_FILE]
        return DictionaryObject({NameObject(name): self._copy(found.raw_get(name), name) for name in names})


def _refuse_enormous(found: StreamObject) -> None:
    """A picture of more dots, or text that unpacks to more, than any page shows."""
    if found.get("/Subtype") != "/Image":
        found.get_data()
    elif found.get("/Width", 0) * found.get("/Height", 0) > MOST_DOTS:
        raise ValueError("a picture is too large")


def _box(box: Any) -> RectangleObject:
    """A box with its corners in order. Raises ValueError where no page is like that."""
    sides = [box.left, box.bottom, box.right, box.top]
    left, right = sorted((sides[0], sides[2]))
    bottom, top = sorted((sides[1], sides[3]))
    if not (LEAST <= right - left <= MOST and LEAST <= top - bottom <= MOST):
        raise ValueError("a page has no sensible size")
    return RectangleObject((left, bottom, right, top))
