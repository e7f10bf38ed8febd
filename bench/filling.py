"""Forms: 200 fields on four pages filled and made flat, against pypdf and pikepdf."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream, String
from pikepdf.form import DefaultAppearanceStreamGenerator, Form
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics

from bench.figures import ROUNDS, Figure, in_turns
from documents import fonts
from documents.forms.baking import bake
from documents.forms.plates import Check, Plate, plate
from documents.forms.read_back import read_back
from documents.forms.typesetting import set_text

PAGES, TEXTS, CHECKS = 4, 40, 10
"""Of each page: so many texts and check boxes."""
BATCH = 20
"""So many documents of ours for one of the others' in a round, so that the clock's grain does not count."""
NAMES = ("Müller, Jürgen", "María José Nuñez", "Jordan T O'Dell", "Smith & Sons <Concrete>", "19 CVD 005843-590")
SCALE, DARKER, EDGE = 2, 96, 3
"""Dots per point; how much darker of 255 a dot must be to count; a square of so many dots in which an edge may lie."""
Values = dict[str, str]


def figures() -> Iterator[Figure]:
    """Every comparison of this module."""
    yield from against_libraries()
    yield from opening()


def against_libraries(rounds: int = ROUNDS) -> Iterator[Figure]:
    """A compiled form, without and with the reading back of every value, against filling and flattening anew."""
    blank = form()
    compiled = plate(bake(blank))
    pypdf_, pikepdf_ = "pypdf, fill and flatten", "pikepdf, fill and flatten"
    spent = in_turns(
        {
            "ours": _batch(lambda told: with_plate(compiled, told)),
            "read back": _batch(lambda told: with_plate(compiled, told, again=True)),
            pypdf_: lambda: with_pypdf(blank, values(1)),
            pikepdf_: lambda: with_pikepdf(blank, values(1)),
        },
        rounds=rounds,
    )
    ours = with_plate(compiled, values(1))
    what = f"fill {PAGES * (TEXTS + CHECKS)} fields on {PAGES} pages"
    theirs = {pypdf_: with_pypdf(blank, values(1)), pikepdf_: with_pikepdf(blank, values(1))}
    for peer, made in theirs.items():
        checked = f"{difference(ours, made)}; {len(ours) // 1024} KB against {len(made) // 1024} KB"
        goal = 50.0 if peer == pypdf_ else None
        yield Figure(what, peer, spent["ours"] / BATCH, spent[peer], goal, checked=checked)
    yield Figure(f"{what} and read them back", pypdf_, spent["read back"] / BATCH, spent[pypdf_], checked="every value")


def opening() -> Iterator[Figure]:
    """What compiling a form costs, in documents that could be filled meanwhile; once for each form and process."""
    blank = form()
    compiled = plate(bake(blank))
    spent = in_turns({"open": lambda: plate(bake(blank)), "fill": _batch(lambda told: with_plate(compiled, told))})
    yield Figure(
        "open and compile the form once", "one filled form", spent["open"], spent["fill"] / BATCH, ceiling=True
    )


def values(number: int) -> Values:
    """What goes into each field; another document has other values."""
    told = {f"t{place}": f"{NAMES[(place + number) % len(NAMES)]} {number}" for place in range(PAGES * TEXTS)}
    return told | {f"c{place}": "/On" if (place + number) % 2 else "/Off" for place in range(PAGES * CHECKS)}


def with_pypdf(blank: bytes, told: Values) -> bytes:
    """As pypdf's own documentation does it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(told), auto_regenerate=False, flatten=True)
    writer.remove_annotations(subtypes="/Widget")
    del writer.root_object["/AcroForm"]
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def with_pikepdf(blank: bytes, told: Values) -> bytes:
    """As pikepdf's own documentation does it."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        filled = Form(pdf, DefaultAppearanceStreamGenerator)
        for name, value in told.items():
            field: Any = filled[name]
            if name.startswith("c"):
                field.checked = value == "/On"
            else:
                field.value = value
        pdf.flatten_annotations()
        pdf.save(held)
    return held.getvalue()


def with_plate(compiled: Plate, told: Values, *, again: bool = False) -> bytes:
    """As the product does it: every text measured and set, then printed; ``again`` reads every value back."""
    texts, checks = [], []
    for field in compiled.form.fields:
        words = told[field.name]
        if field.takes_text:
            texts += [(field, words, setting) for setting in set_text(field, words)]
        elif words == "/On":
            checks.append((field, Check(field.boxes[0])))
    pdf = compiled.printed([setting for _, _, setting in texts], [check for _, check in checks], "Form")
    if again:
        read_back(compiled, "form", pdf, [(field, words, setting.box) for field, words, setting in texts], checks)
    return pdf


def difference(ours: bytes, theirs: bytes) -> str:
    """What somebody sees who lays one picture over the other: ink of either that the other has nowhere near."""
    wrong = 0
    for one, other in zip(pictures(ours), pictures(theirs), strict=True):
        lacking = ImageChops.subtract(one, _spread(other)), ImageChops.subtract(other, _spread(one))
        wrong += sum(each.point(lambda value: 255 if value > DARKER else 0).histogram()[255] for each in lacking)
    return "same picture" if wrong == 0 else f"another picture: {wrong:,} dots of ink without a counterpart"


def pictures(pdf: bytes) -> list[Image.Image]:
    """Each page in grey with ink as the light, so that subtracting leaves what only one of two has."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return [ImageChops.invert(page.render(scale=SCALE, grayscale=True).to_pil().convert("L")) for page in document]


def form() -> bytes:
    """The form: words and lines of its own, fields whose font lies in the file, check marks drawn with lines."""
    pdf = pikepdf.new()
    font = _font(pdf)
    fields = []
    for number in range(PAGES):
        page = pdf.add_blank_page(page_size=(612, 792))
        page.obj.Resources = Dictionary(Font=Dictionary(Helv=font))
        page.obj.Contents = pdf.make_stream(_words())
        boxes = [_text(pdf, number * TEXTS + place, place) for place in range(TEXTS)]
        boxes += [_check(pdf, number * CHECKS + place, place) for place in range(CHECKS)]
        page.obj.Annots = Array(boxes)
        fields += boxes
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(fields), DA=String("/Helv 9 Tf 0 g"), DR=Dictionary(Font=Dictionary(Helv=font))
    )
    held = io.BytesIO()
    pdf.save(held, static_id=True)
    return held.getvalue()


def _batch(way: Callable[[Values], bytes]) -> Callable[[], None]:
    told = [values(number) for number in range(BATCH)]

    def all_of_them() -> None:
        for each in told:
            way(each)

    return all_of_them


def _spread(ink: Image.Image) -> Image.Image:
    """The ink with its edges grown by a dot on each side: half a point of the page."""
    return ink.filter(ImageFilter.MaxFilter(EDGE))


def _words() -> bytes:
    places = [(60 + place % 2 * 260, 752 - place // 2 * 32) for place in range(TEXTS)]
    lines = [f"BT /Helv 7 Tf {x} {y} Td (Item {number}) Tj ET" for number, (x, y) in enumerate(places, start=1)]
    return "\n".join([*lines, "0.5 w 50 760 m 560 760 l S"]).encode()


def _text(pdf: pikepdf.Pdf, number: int, place: int) -> Any:
    left, bottom = 60 + place % 2 * 260, 734 - place // 2 * 32
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"t{number}"), F=4, Q=place % 3,
            Rect=Array([left, bottom, left + 220, bottom + 14]), DA=String("/Helv 9 Tf 0 g"),
        )
    )  # fmt: skip


def _check(pdf: pikepdf.Pdf, number: int, place: int) -> Any:
    left = 60 + place * 40
    on, off = (
        Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 12, 12]))
        for content in (b"1.5 w 2 2 m 10 10 l 2 10 m 10 2 l S", b" ")
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String(f"c{number}"), F=4, AS=Name.Off, V=Name.Off,
            Rect=Array([left, 60, left + 12, 72]), AP=Dictionary(N=Dictionary(On=on, Off=off)),
        )
    )  # fmt: skip


def _font(pdf: pikepdf.Pdf) -> Any:
    """A font that lies in the file, so that every way draws the same letters; its metrics are Helvetica's."""
    fonts.ready()
    face = pdfmetrics.getFont(fonts.SANS).face
    letters = [bytes([code]).decode("cp1252", "replace") for code in range(32, 256)]
    with open(face.filename, "rb") as file:
        whole = pdf.make_stream(file.read())
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/LiberationSans"), Flags=32, FontBBox=Array([-166, -225, 1000, 931]),
        ItalicAngle=0, Ascent=718, Descent=-207, CapHeight=718, StemV=80, FontFile2=whole,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/LiberationSans"), Encoding=Name.WinAnsiEncoding,
            FirstChar=32, LastChar=255, Widths=Array([round(face.charWidths.get(ord(char), 0)) for char in letters]),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )  # fmt: skip
