"""Reading a finished paper back, with the real converter."""

import io
from collections.abc import Iterator, Sequence

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from documents import fonts
from documents.errors import ReadBackFailed
from documents.read_back import check_pdf, check_word
from documents.reading import page_texts, word_text
from documents.slots import missing, slot
from documents.word import Merged, Said, merge
from infra.converter import to_pdf

NAMES = ["NUÑEZ-O'DELL, MARIA DE LOS ANGELES", "Smith & Sons <Concrete>", "Supercalifragilisticexpialidociousness Inc",
         "AFFILIATED OFFICE FLUFFY", "李小龍", "O'DELL"]  # fmt: skip
STORY = " ".join(f"word{n} the defendant, who failed to-pay, said {n}." for n in range(170))


@pytest.fixture(scope="module")
def long_paper() -> Merged:
    """Names of every sort, a story over pages, and 300 payments in narrow columns."""
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "Case {{ number }}"
    for text in ("{{ sevens }}", "{{ arabic }}", "{{ story }}", "{{ gap }}"):
        paper.add_paragraph(text)
    paper.add_paragraph().add_run("{{ small }}").font.small_caps = True
    table = paper.add_table(0, 5)
    cells = ("{{ loop.index }}", "{{ p.n }}", "{{ p.day }}", "{{ p.amount }}", "{{ p.who }}")
    for row in (("{%tr for p in payments %}",), cells, ("{%tr endfor %}",)):
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    held = io.BytesIO()
    paper.save(held)
    context = {
        "number": slot("7000070074", "case.number", None),
        "sevens": slot("{{7*7}} {_{7*7}_} None", "note", None),
        "arabic": slot("محمد علي", "other.name", None),
        "story": slot(STORY, "story", None),
        "gap": missing("Employer", "employer"),
        "small": slot("Jordan McDonald", "judge", None),
        "payments": [
            {
                "n": slot(str(n % 13), f"payments.{n}.n", None),
                "day": slot(f"{n % 12 + 1:02}/{n % 28 + 1:02}/2026", f"payments.{n}.day", None),
                "amount": slot(f"${n * 37:,}.00", f"payments.{n}.amount", None),
                "who": slot(NAMES[n % len(NAMES)], f"payments.{n}.who", None),
            }
            for n in range(300)
        ],
    }
    return merge(held.getvalue(), context)


@pytest.fixture(scope="module")
def long_pdf(long_paper: Merged) -> bytes:
    return to_pdf(long_paper.word).data


def test_a_paper_with_everything_on_it_is_found_whole_in_word_and_pdf(long_paper: Merged, long_pdf: bytes) -> None:
    assert check_word(long_paper.word, long_paper.said) == word_text(long_paper.word)
    assert check_pdf(long_pdf, long_paper.said) == page_texts(long_pdf)


def test_one_more_value_than_the_paper_prints_is_missed(long_paper: Merged, long_pdf: bytes) -> None:
    for text in ("$37.00", "O'DELL", "李小龍", "01/01/2026", "Jordan McDonald", STORY):
        said = (*long_paper.said, Said("extra", text))
        with pytest.raises(ReadBackFailed, match="is lost"):
            check_pdf(long_pdf, said)
        with pytest.raises(ReadBackFailed, match="'extra' is lost"):
            check_word(long_paper.word, said)


def test_values_in_another_order_than_merged_are_missed_in_word(long_paper: Merged) -> None:
    with pytest.raises(ReadBackFailed, match="is lost"):
        check_word(long_paper.word, tuple(reversed(long_paper.said)))


def pdf(*pages: str, font: str = fonts.SERIF) -> bytes:
    fonts.ready()
    held = io.BytesIO()
    canvas = Canvas(held, invariant=1, initialFontName=font)
    for page in pages:
        text = canvas.beginText(72, 720)
        text.setFont(font, 12)
        for line in page.split("\n"):
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def problems(made: bytes, said: Sequence[Said], pages: range = range(1, 1000)) -> Iterator[str]:
    with pytest.raises(ReadBackFailed) as refusal:
        check_pdf(made, said, pages=pages)
    yield from refusal.value.problems


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("paid on 2026 by 12 of them", "2"),
        ("VALUE", "VA"),
        ("$1,234.00", "$234.00"),
        ("ANN SMITH", "ANNA SMITH"),
        ("NUEZ", "NUÑEZ"),
    ],
)
def test_a_value_that_only_seems_to_be_there_is_missed(printed: str, said: str) -> None:
    assert list(problems(pdf(printed), [Said("it", said)])) == ["'it' is lost"]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("(2)", "2"),
        ("2nd", "2"),
        ("SMITH-\nJONES", "SMITH-JONES"),
        ("12/08/\n2026", "12/08/2026"),
        ("Smith & Sons\n<Concrete\n>", "Smith & Sons <Concrete>"),
        ("of\ufb01ce", "office"),
    ],
)
def test_breaks_of_line_hyphens_and_ligatures_hide_nothing(printed: str, said: str) -> None:
    assert len(check_pdf(pdf(printed), [Said("it", said)])) == 1


def test_a_value_that_goes_over_a_page_break_is_found_past_footer_and_header() -> None:
    made = pdf("The defendant has\nPage 1 of 2", "Case 7000070074\nnot paid since May.")
    assert len(check_pdf(made, [Said("it", "The defendant has not paid since May.")])) == 2


@pytest.mark.parametrize("left", ["{{ name }}", "{% if x %}", "None", "nan", "[missing: Employer]", "[withheld]"])
def test_what_was_left_over_is_named(left: str) -> None:
    assert all("was left over" in problem for problem in problems(pdf(f"Employer {left} since"), []))


def test_a_gap_that_was_merged_is_no_left_over() -> None:
    assert len(check_pdf(pdf("Employer [missing: Employer]"), [Said("e", "[missing: Employer]", gap=True)])) == 1


def test_words_that_only_look_left_over_may_stand() -> None:
    assert len(check_pdf(pdf("Nan Noneski, banana, { x }"), [])) == 1


def test_a_font_that_is_not_inside_the_file_is_named() -> None:
    assert list(problems(pdf("x", font="Helvetica"), [])) == ["the font Helvetica is not inside the file"]


def test_a_page_count_out_of_range_is_named() -> None:
    assert list(problems(pdf("x", "y"), [], range(1, 2))) == ["it has 2 pages"]


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7 rubbish"])
def test_a_file_that_cannot_be_opened_is_refused(broken: bytes) -> None:
    with pytest.raises(ReadBackFailed, match="cannot be opened"):
        check_pdf(broken, [])
    with pytest.raises(ReadBackFailed, match="cannot be opened"):
        check_word(broken, [])
