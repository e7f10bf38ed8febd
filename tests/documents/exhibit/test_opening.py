"""PDFs from outside, rebuilt by an allow-list in a child that can be killed."""

import io
import random
import time
import zlib
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from documents.errors import ExhibitBroken
from documents.exhibit.opening import LIMITS, rebuild
from documents.packet.building import Part, build_packet
from documents.packet.covers import Cover
from documents.reading import page_texts
from infra.child import Limits

ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/AA", b"/OpenAction", b"/EmbeddedFile", b"/Annots", b"/XFA",
          b"/AcroForm", b"/Metadata", b"/Names", b"/GoToR", b"/SubmitForm", b"/RichMedia", b"/Outlines")  # fmt: skip


def pdf(*pages: str) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, (612, 792), invariant=1)
    for text in pages:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def changed(change: Callable[[PdfWriter], object], *pages: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(*(pages or ("Pay stub of March",)))))
    change(writer)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def named(**entries: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def put(holder: Any, key: str, value: Any) -> None:
    holder[NameObject(f"/{key}")] = value


def annotate(writer: PdfWriter, **entries: Any) -> None:
    page = writer.pages[0]
    held = page.get("/Annots", ArrayObject())
    held.append(writer._add_object(named(Type=name("Annot"), Rect=box(100, 100, 200, 130), **entries)))
    put(page, "Annots", held)


def box(*sides: int) -> ArrayObject:
    return ArrayObject(NumberObject(side) for side in sides)


def drawing(writer: PdfWriter, content: bytes, **entries: Any) -> Any:
    made = StreamObject()
    made.set_data(content)
    made.update(named(Type=name("XObject"), Subtype=name("Form"), BBox=box(0, 0, 100, 30), **entries))
    return writer._add_object(made)


def script() -> DictionaryObject:
    return named(S=name("JavaScript"), JS=TextStringObject("app.alert(1)"))


def launch() -> DictionaryObject:
    return named(S=name("Launch"), F=TextStringObject("calc.exe"))


def active_everywhere(writer: PdfWriter) -> None:
    put(writer.root_object, "OpenAction", script())
    put(writer.root_object, "AA", named(WC=script()))
    put(writer.pages[0], "AA", named(O=launch()))
    put(writer.pages[0]["/Resources"], "AA", launch())
    annotate(writer, Subtype=name("Link"), A=named(S=name("URI"), URI=TextStringObject("http://example.org")))
    annotate(writer, Subtype=name("Widget"), FT=name("Btn"), A=script(), AA=named(E=launch()))
    writer.add_attachment("evil.exe", b"MZ")
    writer.add_outline_item(title="Click", page_number=0)
    writer.add_metadata({"/Author": "Protected Person"})


def test_what_acts_is_left_behind_and_what_is_seen_stays() -> None:
    hostile = changed(active_everywhere)
    assert all(mark in hostile for mark in (b"/JavaScript", b"/Launch", b"/URI", b"/EmbeddedFile", b"/Outlines"))
    clean = rebuild(hostile)
    assert [mark for mark in (*ACTIVE, b"Protected", b"evil") if mark in clean.pdf] == []
    assert (clean.pages, clean.text_found, page_texts(clean.pdf)[0].strip()) == (1, True, "Pay stub of March")


def test_the_same_bytes_give_the_same_copy() -> None:
    assert rebuild(pdf("a", "b")).pdf == rebuild(pdf("a", "b")).pdf


def test_a_page_looks_as_it_did_turned_cropped_and_with_its_colours() -> None:
    held = io.BytesIO()
    canvas = Canvas(held, (400, 600), invariant=1)
    canvas.setFillColorRGB(0.2, 0.4, 0.8)
    canvas.rect(50, 60, 200, 100, fill=1)
    canvas.linearGradient(100, 300, 300, 400, ("red", "blue"))
    canvas.drawString(60, 500, "Rent receipt")
    canvas.save()
    writer = PdfWriter(clone_from=io.BytesIO(held.getvalue()))
    writer.pages[0].rotate(90)
    put(writer.pages[0], "CropBox", box(20, 30, 390, 580))
    made = io.BytesIO()
    writer.write(made)
    assert seen(rebuild(made.getvalue()).pdf) == seen(made.getvalue())


def seen(made: bytes, page: int = 0) -> bytes:
    return bytes(pypdfium2.PdfDocument(made)[page].render(scale=1).to_pil().tobytes())


def test_a_stamp_and_a_filled_in_field_become_part_of_the_page() -> None:
    def fill(writer: PdfWriter) -> None:
        font = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        shown = drawing(writer, b"BT /F1 12 Tf 2 8 Td (RECEIVED MAY 4) Tj ET", Resources=named(Font=font))
        annotate(writer, Subtype=name("Stamp"), F=NumberObject(4), AP=named(N=shown))
        annotate(writer, Subtype=name("Stamp"), F=NumberObject(6), AP=named(N=drawing(writer, b"(HIDDEN) Tj")))

    copy = rebuild(changed(fill))
    assert page_texts(copy.pdf)[0].split() == ["Pay", "stub", "of", "March", "RECEIVED", "MAY", "4"]


def text_field(writer: PdfWriter, **entries: Any) -> None:
    field = named(
        FT=name("Tx"), T=TextStringObject("income"), Subtype=name("Widget"), Rect=box(9, 9, 99, 30), **entries
    )
    held = writer._add_object(field)
    put(writer.pages[0], "Annots", ArrayObject([held]))
    put(writer.root_object, "AcroForm", named(Fields=ArrayObject([held]), NeedAppearances=BooleanObject(True)))


def locked(writer: PdfWriter) -> None:
    writer.encrypt("secret", algorithm="AES-256")


def switched_off_layer(writer: PdfWriter) -> None:
    layer = writer._add_object(named(Type=name("OCG"), Name=TextStringObject("draft")))
    put(writer.root_object, "OCProperties", named(OCGs=ArrayObject([layer]), D=named(OFF=ArrayObject([layer]))))
    put(writer.pages[0]["/Resources"], "Properties", named(MC0=layer))


def no_pages(writer: PdfWriter) -> None:
    writer.root_object["/Pages"].update(named(Kids=ArrayObject(), Count=NumberObject(0)))  # type: ignore[attr-defined]


def dynamic_xfa(writer: PdfWriter) -> None:
    put(writer.root_object, "AcroForm", named(XFA=drawing(writer, b"<xdp/>"), Fields=ArrayObject()))


def no_size(writer: PdfWriter) -> None:
    put(writer.pages[0], "MediaBox", box(0, 0, 0, 0))


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"", "is not a PDF"),
        (b"PK\x03\x04 a Word file", "is not a PDF"),
        (b"%PDF-1.7 rubbish", "cannot be read as a PDF"),
        (changed(locked), "is locked with a password"),
        (changed(no_pages), "has no pages"),
        (changed(dynamic_xfa), "is an XFA form that only its own program can draw"),
        (
            changed(lambda w: text_field(w, V=TextStringObject("$1,200"))),
            "has filled-in fields that only its own program",
        ),
        (changed(switched_off_layer), "draws in a layer that is switched off"),
        (changed(no_size), "cannot be read as a PDF"),
    ],
    ids=["empty", "word", "rubbish", "locked", "no pages", "xfa", "field without picture", "layer", "no size"],
)
def test_what_cannot_be_shown_as_it_is_is_refused_in_words(file: bytes, why: str) -> None:
    with pytest.raises(ExhibitBroken) as refusal:
        rebuild(file)
    assert str(refusal.value).startswith(f"The exhibit cannot be used: it {why}")


def test_an_empty_field_and_a_file_that_opens_without_a_password_are_fine() -> None:
    assert rebuild(changed(lambda writer: text_field(writer, V=TextStringObject("")))).pages == 1
    opened = changed(lambda writer: writer.encrypt("", owner_password="owner", algorithm="AES-256"))
    assert page_texts(rebuild(opened).pdf)[0].strip() == "Pay stub of March"


def test_a_layer_that_is_off_and_holds_only_a_comment_is_no_obstacle() -> None:
    def comment(writer: PdfWriter) -> None:
        switched_off_layer(writer)
        layer = list.__iter__(writer.root_object["/OCProperties"]["/OCGs"]).__next__()  # type: ignore[index]
        del writer.pages[0]["/Resources"]["/Properties"]  # type: ignore[attr-defined]
        annotate(
            writer, Subtype=name("Stamp"), F=NumberObject(4), OC=layer, AP=named(N=drawing(writer, b"0 0 9 9 re f"))
        )

    assert seen(rebuild(changed(comment)).pdf) == seen(pdf("Pay stub of March"))


def test_a_page_without_words_is_told_apart() -> None:
    assert not rebuild(pdf("")).text_found


def test_a_damaged_file_that_a_second_reader_can_mend_is_mended() -> None:
    whole = pdf("Lease", "signed")
    assert rebuild(whole[: whole.rindex(b"xref")]).pages == 2


def test_content_that_saves_too_often_does_not_move_the_label_of_the_packet() -> None:
    def unbalance(writer: PdfWriter) -> None:
        made = StreamObject()
        made.set_data(b"q 9 0 0 9 300 300 cm q q (x) BT")
        put(writer.pages[0], "Contents", writer._add_object(made))

    packet = build_packet(Cover("Packet 7", "", "P"), [Part("A", "Scan", rebuild(changed(unbalance)).pdf)])
    page = pypdfium2.PdfDocument(packet.pdf)[2].render(scale=1).to_pil().convert("L")
    dark = page.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark is not None
    assert dark[0] < 40
    assert dark[1] > 760


QUICK = Limits(seconds=20, cpu_seconds=15, memory=1024, file=64)


def bomb(writer: PdfWriter) -> None:
    made = StreamObject()
    made._data = zlib.compress(zlib.compress(b"0 0 m " * 15_000_000, 9), 9)
    made.update(named(Filter=ArrayObject([name("FlateDecode"), name("FlateDecode")])))
    put(writer.pages[0], "Contents", writer._add_object(made))


def loop_of_pages(writer: PdfWriter) -> None:
    tree = writer.root_object.raw_get("/Pages")
    writer.root_object["/Pages"].update(named(Kids=ArrayObject([tree, tree]), Count=NumberObject(10**9)))  # type: ignore[attr-defined]


def loop_of_drawings(writer: PdfWriter) -> None:
    first = drawing(writer, b"/B Do")
    put(first.get_object(), "Resources", named(XObject=named(B=first)))
    put(writer.pages[0]["/Resources"], "XObject", named(A=first))


def many_annotations(writer: PdfWriter) -> None:
    one = writer._add_object(named(Type=name("Annot"), Subtype=name("Text"), Rect=box(1, 1, 2, 2)))
    put(writer.pages[0], "Annots", ArrayObject([one] * 1_000_000))


def deep(writer: PdfWriter) -> None:
    nested: Any = ArrayObject()
    for _ in range(400):
        nested = ArrayObject([nested])
    put(writer.pages[0]["/Resources"], "ColorSpace", named(X=nested))


def enormous_picture(writer: PdfWriter) -> None:
    made = StreamObject()
    made.set_data(b"x")
    made.update(named(Subtype=name("Image"), Width=NumberObject(10**6), Height=NumberObject(10**6)))
    put(writer.pages[0]["/Resources"], "XObject", named(I=writer._add_object(made)))


def xref_loop() -> bytes:
    made = pdf("x")
    start = made.rindex(b"xref\n", 0, made.rindex(b"startxref"))
    return made.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % start)


@pytest.mark.parametrize(
    "file",
    [
        changed(loop_of_pages),
        changed(loop_of_drawings),
        changed(many_annotations),
        changed(deep),
        changed(enormous_picture),
        changed(bomb),
        xref_loop(),
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 500_000,
        b"%PDF-1.7\n1 0 obj\n" + b"<<" * 500_000,
        pdf("x").replace(b"/Count 1", b"/Count 999999999"),
        pdf(*["x"] * 2_001),
    ],
    ids=["pages", "drawings", "annotations", "deep", "picture", "bomb", "xref", "arrays", "dicts", "count", "2001"],
)
def test_a_bomb_costs_at_most_its_limits_and_ends_as_a_refusal_or_a_clean_copy(file: bytes) -> None:
    began = time.monotonic()
    try:
        copy = rebuild(file, limits=QUICK)
    except ExhibitBroken:
        copy = None
    assert time.monotonic() - began < QUICK.seconds + 5
    assert copy is None or copy.pages == len(page_texts(copy.pdf))
    assert copy is None or not any(mark in copy.pdf for mark in ACTIVE)


def test_what_takes_too_long_is_stopped_and_said_so() -> None:
    with pytest.raises(ExhibitBroken, match=r"could not be opened within 0.05 seconds"):
        rebuild(pdf("x"), limits=Limits(seconds=0.05))


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_flipped_bytes_ends_as_a_refusal_or_a_clean_copy(seed: int) -> None:
    chance = random.Random(seed)
    file = bytearray(changed(active_everywhere, "one", "two"))
    for _ in range(chance.randint(1, 60)):
        file[chance.randrange(8, len(file))] = chance.randrange(256)
    try:
        copy = rebuild(bytes(file), limits=QUICK)
    except ExhibitBroken:
        return
    assert copy.pages == len(page_texts(copy.pdf)) == len(PdfReader(io.BytesIO(copy.pdf)).pages)
    assert not any(mark in copy.pdf for mark in ACTIVE)


def test_the_limits_leave_a_worker_room() -> None:
    assert LIMITS.seconds <= 60
    assert LIMITS.memory <= 2048
