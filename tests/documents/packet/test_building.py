"""The papers of a hearing as one PDF, and the packets of a session as one binder."""

import io
import re

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link as LinkAnnotation
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, TextStringObject

from documents.embedded import fonts_not_embedded
from documents.packet.building import build, build_packet
from documents.packet.covers import Cover
from documents.packet.leaves import ExhibitSheet
from documents.packet.links import Link, read_links
from documents.packet.page_map import addresses
from documents.packet.parts import Contents, Part
from documents.reading import page_texts
from documents.sheets import Sheets

COVER = Cover(
    "Packet 7000070074",
    "District Court",
    "Hearing packet",
    "MECKLENBURG COUNTY v. NUÑEZ & <李>",
    (("Room", "8110"),),
    "Note.",
)


def paper(name: str, pages: int) -> bytes:
    sheets = Sheets()
    for page in range(1, pages + 1):
        sheets.paragraph(f"{name} {page}/{pages}", 100, 400, size=20)
        sheets.turn()
    return sheets.finished()


def parts(*pages: int) -> list[Part]:
    return [Part(str(n), f"Paper {n}", paper(f"paper-{n}", count)) for n, count in enumerate(pages, start=1)]


def turned(pdf: bytes, rotate: int, crop: tuple[int, int, int, int] | None = None) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        page.rotate(rotate)
        if crop:
            page.cropbox = RectangleObject(crop)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_every_part_stands_on_the_pages_that_the_index_names() -> None:
    built = build_packet(COVER, parts(2, 1, 3))
    texts = page_texts(built.pdf)
    assert len(texts) == built.page_map.last == 8
    for place in built.page_map.inside:
        assert f"paper-{place.label} 1/{place.pages}" in texts[place.first - 1]
        assert f"paper-{place.label} {place.pages}/{place.pages}" in texts[place.last - 1]
        assert re.search(rf"{place.title}\s+{place.written}\s", texts[1])


def test_every_link_and_bookmark_of_a_packet_lands_on_the_page_it_names() -> None:
    built = build_packet(COVER, parts(2, 1))
    assert read_links(built.pdf) == (
        Link("1  Paper 1", 0, 3),
        Link("2  Paper 2", 0, 5),
        Link("Paper 1, page 1-1 to 2", 2, 3),
        Link("Paper 2, page 2-1", 2, 5),
        Link("Back to index", 3, 2),
        Link("Back to index", 4, 2),
        Link("Back to index", 5, 2),
    )


def test_an_index_longer_than_a_page_goes_on_and_every_row_is_linked() -> None:
    many = [
        Part(str(n), f"A paper with a long title that does not fit one line, number {n}" * 2, paper(f"p{n}", 1))
        for n in range(40)
    ]
    built = build_packet(COVER, many)
    assert built.page_map.index_last > built.page_map.index_first
    texts = page_texts(built.pdf)
    links = [link for link in read_links(built.pdf) if link.on and link.title != "Back to index"]
    assert [f"p{n} 1/1" in texts[link.to - 1] for n, link in enumerate(links)] == [True] * 40


def test_the_box_that_is_clicked_holds_the_row_and_nothing_else() -> None:
    built = build_packet(COVER, parts(2, 1, 3))
    index = pypdfium2.PdfDocument(built.pdf)[1].get_textpage()
    boxes = [note.get_object()["/Rect"] for note in PdfReader(io.BytesIO(built.pdf)).pages[1]["/Annots"]]  # type: ignore[attr-defined]
    rows = [" ".join(index.get_text_bounded(*(float(side) for side in box)).split()) for box in boxes]
    assert rows == [f"{place.label} {place.title} {place.written}" for place in built.page_map.inside]


def test_every_page_tells_its_address_at_the_foot_and_to_the_viewer() -> None:
    built = build(Contents(COVER, tuple(parts(2, 1)), tab="14"))
    named = ["14-i", "14-ii", "14-1-1", "14-1-2", "14-2-1"]
    assert addresses(built.page_map) == named
    assert PdfReader(io.BytesIO(built.pdf)).page_labels == named
    feet = [text.splitlines()[-1] for text in page_texts(built.pdf)]
    assert [foot.split()[-1] for foot in feet] == named
    assert all(foot.startswith("Packet 7000070074") for foot in feet)


def test_every_address_is_a_name_under_which_a_viewer_finds_the_page() -> None:
    reader = PdfReader(io.BytesIO(build(Contents(COVER, tuple(parts(2, 1)), tab="14")).pdf))
    found = {name: reader.get_destination_page_number(where) for name, where in reader.named_destinations.items()}
    assert found == {"14-i": 0, "14-ii": 1, "14-1-1": 2, "14-1-2": 3, "14-2-1": 4}


def test_with_two_sides_to_a_sheet_everything_begins_on_the_right() -> None:
    built = build(Contents(COVER, tuple(parts(1, 2, 3)), tab="7", duplex=True))
    assert [place.first % 2 for place in built.page_map.inside] == [1, 1, 1]
    texts = page_texts(built.pdf)
    blank = [n for n, text in enumerate(texts, start=1) if "This page is left blank." in text]
    assert blank == [4, 10]
    assert addresses(built.page_map)[3] == "7-1 blank"


def test_an_exhibit_has_a_cover_sheet_and_its_label_on_its_first_page_only() -> None:
    sheet = ExhibitSheet("PLAINTIFF'S EXHIBIT A", "A v. B", "24 CVD 1")
    exhibit = Part("Ex. A", "Lease", paper("lease", 2), mark="A", sheet=sheet, sticker="EXHIBIT A", fit=True)
    built = build(Contents(COVER, (*parts(1), exhibit), tab="3"))
    texts = page_texts(built.pdf)
    assert addresses(built.page_map)[2:] == ["3-1-1", "3-A", "3-A-1", "3-A-2"]
    assert all(words in texts[3] for words in ("PLAINTIFF'S EXHIBIT A", "Lease", "A v. B", "24 CVD 1"))
    assert ["EXHIBIT A" in text for text in texts] == [False, False, False, True, True, False]


def test_numbers_for_production_stand_on_the_pages_they_are_given_for() -> None:
    numbered = Part("1", "Paper", paper("paper", 2), numbers=("MCSS000041", "MCSS000042"))
    texts = page_texts(build_packet(COVER, [numbered]).pdf)
    assert ["MCSS00004" in text for text in texts] == [False, False, True, True]
    assert "Packet 7000070074 · MCSS000042" in texts[3]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (100, 200, 500, 700)])
def test_the_label_stands_upright_at_the_foot_of_what_is_seen(
    rotate: int, crop: tuple[int, int, int, int] | None
) -> None:
    built = build_packet(COVER, [Part("A", "Scan", turned(paper("scan", 1), rotate, crop))])
    seen = pypdfium2.PdfDocument(built.pdf)[2].render(scale=2).to_pil().convert("L")
    foot = seen.crop((0, seen.height - seen.height // 16, seen.width, seen.height))
    dark = foot.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark is not None
    left, top, right, bottom = dark
    scale = seen.width / 612
    assert 30 * scale < left < 45 * scale
    assert right - left > 8 * (bottom - top)


def test_the_content_of_a_page_is_kept_byte_for_byte_between_a_save_and_a_restore() -> None:
    own = paper("own", 1)
    before = PdfReader(io.BytesIO(own)).pages[0].get_contents()
    after = PdfReader(io.BytesIO(build_packet(COVER, [Part("1", "Own", own)]).pdf)).pages[2].get_contents()
    assert before is not None
    assert after is not None
    assert before.get_data().strip() in after.get_data()


def test_equal_parts_give_equal_bytes() -> None:
    assert build_packet(COVER, parts(2, 1)).pdf == build_packet(COVER, parts(2, 1)).pdf


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (Part("A", "Pay stubs", None, problem="It is locked with a password."), "It is locked with a password."),
        (Part("A", "Pay stubs", None), "There is no file for this document yet."),
        (Part("A", "Pay stubs", b"%PDF-1.4 rubbish"), "The stored file cannot be read as a PDF."),
        (Part("A", "Pay stubs", paper("x", 1)[:-400]), "The stored file cannot be read as a PDF."),
        (
            Part("A", "Pay stubs", paper("x", 1).replace(b"/MediaBox", b"/MediaBux")),
            "The stored file cannot be read as a PDF.",
        ),
        (Part("A", "Pay stubs", paper("x", 1).replace(b"/Kids", b"/Kuds")), "The stored file cannot be read as a PDF."),
    ],
)
def test_a_part_that_is_missing_or_broken_becomes_a_page_that_says_so(part: Part, why: str) -> None:
    built = build_packet(COVER, [*parts(1), part, *parts(2)])
    texts = page_texts(built.pdf)
    assert [(place.first, place.last, place.problem) for place in built.page_map.inside] == [
        (3, 3, None),
        (4, 4, why),
        (5, 6, None),
    ]
    assert all(
        words in " ".join(texts[3].split())
        for words in ("not included", "Pay stubs", why, "Ask for the document again")
    )
    assert "paper-1 2/2" in texts[5]


def test_a_title_that_people_wrote_prints_as_it_is() -> None:
    title = "O'DELL & Sons <Concrete> NUÑEZ {{7*7}} (a)"
    built = build_packet(COVER, [Part("1", title, paper("x", 1)), Part("2", "李小龍", paper("y", 1))])
    text = " ".join(page_texts(built.pdf)[1].split())
    assert title in text
    assert "李小龍" in text
    assert read_links(built.pdf)[0].title == f"1  {title}"


def test_a_letter_that_no_font_has_is_told_by_its_number() -> None:
    built = build_packet(COVER, [Part("1", "𠮷田", paper("x", 1))])
    assert "[U+20BB7]田" in page_texts(built.pdf)[1]


def test_fonts_are_inside_and_nothing_of_the_sources_is_told_but_the_title() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(paper("x", 1)))
    writer.add_metadata({"/Author": "Protected Person", "/Title": "12 Oak Street"})
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.add_annotation(0, LinkAnnotation(rect=(0, 0, 9, 9), url="https://example.org/12-oak-street"))
    held = io.BytesIO()
    writer.write(held)
    built = build_packet(COVER, [Part("1", "Paper", held.getvalue())])
    reader = PdfReader(io.BytesIO(built.pdf))
    told = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    assert told == {"/Title": "Hearing packet", "/Producer": "Courtready"}
    assert str(reader.root_object["/Lang"]) == "en-US"
    assert fonts_not_embedded(built.pdf) == ()
    assert all(trace not in built.pdf for trace in (b"Protected", b"Oak", b"oak", b"JavaScript", b"alert", b"/URI"))
