"""What stands on the pages of a filled form: the right letters in the right place, whole, and nothing else."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from documents.embedded import fonts_not_embedded
from documents.errors import ReadBackFailed
from documents.forms.baking import bake
from documents.forms.faces import brought, foreign, printable
from documents.forms.plates import Check, Plate, plate
from documents.forms.read_back import read_back
from documents.forms.typesetting import Line, Setting, set_text
from tests.documents.form_files import COMB, LINES, READ_ONLY, armed, check, form, repeats, text

PLACE = (50, 700, 250, 716)
NAMES = ("Müller", "NUÑEZ", "O'DELL", "李 Wěi", "Smith & Sons <Concrete>", "Łódź", "Ελένη", "Ольга")


def opened(pdf: bytes) -> Plate:
    return plate(bake(pdf))


def printed(of: Plate, said: dict[str, str], on: tuple[str, ...] = ()) -> bytes:
    """The form with these texts in its fields and these boxes checked, read back from the page."""
    chars = foreign(said.values())
    held = brought(chars)
    told = [
        (field, said[field.name], setting)
        for field in of.form.fields
        if field.name in said
        for setting in set_text(field, said[field.name], held)
    ]
    checks = [(field, Check(box)) for field in of.form.fields if field.name in on for box in field.boxes]
    assert {field.name for field, _, _ in told} == set(said)
    pdf = of.printed([setting for _, _, setting in told], [each for _, each in checks], "A title", chars)
    read_back(of, "form", pdf, [(field, words, setting.box) for field, words, setting in told], checks)
    return pdf


def letters(pdf: bytes, number: int = 0) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Every letter of a page with its box: left, bottom, right, top."""
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[number].get_textpage()
    return [(page.get_text_range(place, 1), page.get_charbox(place)) for place in range(page.count_chars())]


def within(pdf: bytes, rect: tuple[float, float, float, float], number: int = 0) -> str:
    return pypdfium2.PdfDocument(io.BytesIO(pdf))[number].get_textpage().get_text_bounded(*rect)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_alphabet_prints_with_its_own_letters_in_fonts_that_lie_in_the_file(name: str) -> None:
    pdf = printed(opened(form([text("name", PLACE)], content=b"")), {"name": name})
    assert within(pdf, PLACE) == name
    assert fonts_not_embedded(pdf) == ()


def test_a_letter_that_no_font_has_is_told_by_its_number() -> None:
    assert printable("李 \U00020bb7") == "李 [U+20BB7]"


@pytest.mark.parametrize(
    "encryption",
    [
        pikepdf.Encryption(owner="secret", user="", R=3, aes=False, metadata=False),
        pikepdf.Encryption(owner="secret", user="", R=4, aes=True),
        pikepdf.Encryption(owner="secret", user="", R=6),
    ],
    ids=["RC4", "AES-128", "AES-256"],
)
def test_a_form_encrypted_with_an_empty_password_is_filled_and_no_longer_encrypted(
    encryption: pikepdf.Encryption,
) -> None:
    pdf = printed(opened(form([text("name", PLACE)], encryption=encryption)), {"name": "NUÑEZ"})
    with pikepdf.open(io.BytesIO(pdf)) as made:
        assert not made.is_encrypted


def test_nothing_that_acts_is_left_in_a_filled_form() -> None:
    pdf = printed(opened(form([text("name", PLACE), text("other", (50, 600, 90, 612))], then=armed)), {"name": "x"})
    with pikepdf.open(io.BytesIO(pdf)) as made:
        assert set(made.Root.keys()) == {"/Type", "/Pages", "/Lang", "/ViewerPreferences"}
        assert [set(page.obj.keys()) & {"/Annots", "/AA"} for page in made.pages] == [set()]
        assert made.attachments == {}
        plain = b"".join(each.read_bytes() for each in made.objects if isinstance(each, pikepdf.Stream))
        assert b"armed" not in pdf + plain
        assert made.check_pdf_syntax() == []


def test_a_filled_form_says_its_title_and_language() -> None:
    pdf = printed(opened(form([text("name", PLACE)])), {"name": "x"})
    with pikepdf.open(io.BytesIO(pdf)) as made:
        assert (str(made.docinfo["/Title"]), str(made.Root.Lang)) == ("A title", "en-US")
        assert made.Root.ViewerPreferences.DisplayDocTitle


def test_equal_values_give_equal_bytes_and_other_values_other_bytes() -> None:
    blank = form([text("name", PLACE)])
    assert printed(opened(blank), {"name": "李"}) == printed(opened(blank), {"name": "李"})
    assert printed(opened(blank), {"name": "李"}) != printed(opened(blank), {"name": "王"})


@pytest.mark.parametrize(("align", "left"), [(0, 52), (1, None), (2, 248)])
def test_text_stands_left_in_the_middle_or_right_as_the_field_says(align: int, left: int | None) -> None:
    pdf = printed(opened(form([text("name", PLACE, align=align)], content=b"")), {"name": "HOH"})
    boxes = [box for _, box in letters(pdf)]
    start, end = boxes[0][0], boxes[-1][2]
    found = {0: start, 1: (start + end) / 2, 2: end}[align]
    assert found == pytest.approx({0: 52, 1: 150, 2: 248}[align], abs=1.2)


def test_size_zero_means_as_large_as_fits_and_no_larger_than_twelve() -> None:
    of = opened(form([text("name", PLACE, size=0), text("small", (50, 600, 90, 612), size=0)]))
    large, small = of.form.fields
    assert set_text(large, "x")[0].size == 12
    assert set_text(small, "NUÑEZ O")[0].size < 9


def test_text_is_measured_and_what_does_not_fit_is_not_set_at_all() -> None:
    field = opened(form([text("name", PLACE)])).form.fields[0]
    fits = "W" * 23
    assert [each.size for each in set_text(field, fits)] == [9]
    assert set_text(field, "W" * 24)[0].size < 9
    assert set_text(field, "W" * 24, smaller=False) == []
    assert set_text(field, "W" * 60) == []


@pytest.mark.parametrize("count", [1, 7, 20, 40, 60, 90, 200])
def test_whatever_is_set_into_a_field_of_several_lines_stands_inside_it_to_the_last_letter(count: int) -> None:
    place = (50.0, 600.0, 250.0, 660.0)
    of = opened(form([text("story", place, flags=LINES)], content=b""))
    words = " ".join(f"word{number}" for number in range(count))
    if not set_text(of.form.fields[0], words):
        assert count > 40
        return
    pdf = printed(of, {"story": words})
    inked = [box for char, box in letters(pdf) if char.strip()]
    assert "".join(char for char, _ in letters(pdf) if char.strip()) == words.replace(" ", "")
    assert min(box[0] for box in inked) >= 50
    assert max(box[2] for box in inked) <= 250
    assert min(box[1] for box in inked) >= 600
    assert max(box[3] for box in inked) <= 660


def test_a_word_longer_than_the_line_is_broken_and_not_lost() -> None:
    place = (50, 600, 110, 660)
    pdf = printed(opened(form([text("story", place, flags=LINES)], content=b"")), {"story": "W" * 30})
    assert "".join(within(pdf, place).split()) == "W" * 30


def test_a_comb_puts_each_letter_into_the_middle_of_its_cell() -> None:
    pdf = printed(opened(form([text("zip", PLACE, flags=COMB, longest=10)], content=b"")), {"zip": "95202"})
    middles = [round((box[0] + box[2]) / 2) for char, box in letters(pdf) if char.strip()]
    assert middles == pytest.approx([60, 80, 100, 120, 140], abs=1.5)


def test_a_text_longer_than_the_field_allows_is_not_set() -> None:
    comb, state = opened(
        form([text("zip", PLACE, flags=COMB, longest=5), text("state", (50, 600, 250, 616), longest=2)])
    ).form.fields
    assert set_text(comb, "952021") == []
    assert set_text(state, "CAL") == []
    assert set_text(state, "CA") != []


@pytest.mark.parametrize("place", [(50, 700, 53, 716), (50, 700, 250, 700), (50, 700, 50, 716)])
@pytest.mark.parametrize("flags", [0, LINES, COMB])
def test_nothing_is_set_into_a_field_without_room(place: tuple[float, float, float, float], flags: int) -> None:
    (field,) = opened(form([text("thin", place, flags=flags, longest=3)])).form.fields
    assert set_text(field, "abc") == []


def test_a_field_is_measured_in_the_face_that_it_writes_in() -> None:
    def mono(pdf: pikepdf.Pdf) -> None:
        courier = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
        pdf.Root.AcroForm.DR.Font.Cour = pdf.make_indirect(courier)
        pdf.pages[0].obj.Annots[0].DA = String("/Cour 10 Tf 0 0 1 rg")

    of = opened(form([text("name", PLACE)], then=mono))
    look = of.form.fields[0].look
    assert (look.face, look.size, look.colour) == ("Mono", 10, "0 0 1 rg")
    assert set_text(of.form.fields[0], "i" * 32, smaller=False) != []
    assert set_text(of.form.fields[0], "i" * 33, smaller=False) == []


def test_a_field_that_is_turned_is_read_along_its_own_side() -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = 90

    place = (300, 100, 316, 300)
    pdf = printed(opened(form([text("name", place, MK=Dictionary(R=90))], content=b"", then=turn)), {"name": "NUÑEZ"})
    heights = [box[1] for char, box in letters(pdf) if char.strip()]
    assert within(pdf, place) == "NUÑEZ"
    assert heights == sorted(heights)


def test_one_field_on_several_pages_says_the_same_everywhere() -> None:
    def join(pdf: pikepdf.Pdf) -> None:
        repeats(pdf, "case", [page.obj.Annots[0] for page in pdf.pages])

    of = opened(form([text("a", PLACE)], [text("b", PLACE, flags=READ_ONLY)], then=join))
    pdf = printed(of, {"case": "19 CVD 5843"})
    assert [within(pdf, PLACE, number) for number in (0, 1)] == ["19 CVD 5843", "19 CVD 5843"]


@pytest.mark.parametrize("on", ["1", "Yes", "On", "Ja", "Choice 2"])
def test_a_box_is_checked_whatever_its_on_state_is_called(on: str) -> None:
    of = opened(form([check("a", (50, 700, 62, 712), on=on), check("b", (80, 700, 92, 712), on=on)]))
    assert [field.boxes[0].state for field in of.form.fields] == [on, on]
    printed(of, {}, ("a",))


def test_a_mark_of_the_form_is_kept_where_it_needs_no_font() -> None:
    own = check("a", (50, 700, 74, 724))
    own.AP.N["/1"] = String("0 0 12 12 re f")
    of = opened(form([own]))
    with_own = printed(of, {}, ("a",))
    picture = pypdfium2.PdfDocument(io.BytesIO(with_own))[0].render(grayscale=True).to_pil()
    assert of.form.fields[0].boxes[0].picture
    assert picture.getpixel((53, 792 - 703)) < 40


def test_what_only_a_screen_shows_is_not_on_paper() -> None:
    def layered(pdf: pikepdf.Pdf) -> None:
        usage = Dictionary(Print=Dictionary(PrintState=Name.OFF), View=Dictionary(ViewState=Name.ON))
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("screen"), Usage=usage))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(ON=Array([layer])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=layer)
        pdf.pages[0].obj.Annots[1].OC = layer

    content = b"0 0 0 rg /OC /MC0 BDC 300 300 50 50 re f EMC 100 300 50 50 re f"
    button = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String("print"), Ff=1 << 16, F=4,
        Rect=Array([400, 400, 500, 420]), AP=Dictionary(N=String("0 0 12 12 re f")),
    )  # fmt: skip
    of = opened(form([text("name", PLACE), button], content=content, then=layered))
    picture = pypdfium2.PdfDocument(io.BytesIO(printed(of, {"name": "x"})))[0].render(grayscale=True).to_pil()
    assert [picture.getpixel(place) for place in ((325, 467), (125, 467), (450, 382))] == [255, 0, 255]


def test_a_white_background_hides_no_printed_words() -> None:
    content = b"BT /F1 10 Tf 52 703 Td (PRINTED) Tj ET"
    white = Dictionary(BG=Array([1, 1, 1]))
    of = opened(
        form([check("a", (40, 695, 110, 720), MK=white), text("b", (40, 600, 60, 610), MK=white)], content=content)
    )
    page = pypdfium2.PdfDocument(io.BytesIO(printed(of, {})))[0].render(grayscale=True).to_pil()
    assert page.crop((50, 80, 100, 92)).getextrema()[0] < 100


# Reading back is worth something only if it fails where a page is wrong.


def _settings(of: Plate, words: str) -> list[Setting]:
    return set_text(of.form.fields[0], words)


def test_a_value_that_is_not_on_the_page_is_named() -> None:
    of = opened(form([text("name", PLACE)]))
    settings = _settings(of, "NUÑEZ")
    pdf = of.printed(settings, (), "t")
    with pytest.raises(ReadBackFailed, match="field 'name' on page 1 does not say"):
        read_back(of, "form", pdf, [(of.form.fields[0], "NUNEZ", settings[0].box)], [])


def test_a_box_that_should_be_checked_and_is_not_is_named() -> None:
    of = opened(form([check("a", (50, 700, 62, 712))]))
    pdf = of.printed((), (), "t")
    with pytest.raises(ReadBackFailed, match="field 'a' on page 1 shows nothing"):
        read_back(of, "form", pdf, [], [(of.form.fields[0], Check(of.form.fields[0].boxes[0]))])


def test_a_box_that_is_checked_and_should_not_be_is_named() -> None:
    of = opened(form([check("a", (50, 700, 62, 712)), check("b", (80, 700, 92, 712))]))
    a, b = of.form.fields
    pdf = of.printed((), [Check(a.boxes[0]), Check(b.boxes[0])], "t")
    with pytest.raises(ReadBackFailed, match="box 'b' on page 1 shows ink and is not checked"):
        read_back(of, "form", pdf, [], [(a, Check(a.boxes[0]))])


def test_text_that_runs_out_of_its_field_is_found() -> None:
    of = opened(form([text("name", PLACE)]))
    (setting,) = _settings(of, "NUÑEZ")
    runs_out = Setting(setting.box, setting.face, 9, "0 g", (Line(180, 4, "NUÑEZ NUÑEZ"),))
    pdf = of.printed([runs_out], (), "t")
    with pytest.raises(ReadBackFailed, match="ink outside its fields"):
        read_back(of, "form", pdf, [(of.form.fields[0], "NU", setting.box)], [])
