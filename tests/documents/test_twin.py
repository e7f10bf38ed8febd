"""A twin holds the same words, prints the same, and carries less."""

import io
import re
import zipfile

import docx
import pytest
from docx.shared import Pt
from lxml import etree

from documents.clinic.filling import filled_in
from documents.manifests import template_named, templates
from documents.print_picture import pages_as_pictures
from documents.reading import W, word_text
from documents.twin import lean
from infra.converter import to_pdf
from infra.word_file import check_word_file, written_at

SHEET = filled_in(template_named("nc/fact-sheet", templates("nc"))).word


def _part(word: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return package.read(name)


def _styles(word: bytes) -> set[str]:
    return set(re.findall(r'w:styleId="([^"]+)"', _part(word, "word/styles.xml").decode()))


def _table(style: str = "Table Grid") -> bytes:
    """A paper with a table whose style gives borders and spacing, and one paragraph style that has a spacing."""
    paper, held = docx.Document(), io.BytesIO()
    paper.styles["Quote"].paragraph_format.space_after = Pt(20)
    table = paper.add_table(rows=2, cols=2)
    table.style = paper.styles[style]
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"Paid {number}"
    table.cell(1, 1).paragraphs[0].style = paper.styles["Quote"]
    inner = table.cell(0, 0).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "A table within, without a style"
    paper.save(held)
    return held.getvalue()


def test_a_twin_is_a_sound_word_file_with_the_same_words_and_the_same_date() -> None:
    twin = lean(SHEET)
    check_word_file(twin)
    assert word_text(twin) == word_text(SHEET)
    assert written_at(twin) == written_at(SHEET)


def test_a_twin_is_the_same_each_time() -> None:
    assert lean(SHEET) == lean(SHEET)
    assert lean(lean(SHEET)) == lean(SHEET)


def test_a_twin_keeps_the_styles_that_are_used_and_those_that_they_stand_on_and_no_other() -> None:
    kept, all_ = _styles(lean(SHEET)), _styles(SHEET)
    used = set(re.findall(r'<w:[pr]Style w:val="([^"]+)"', _part(SHEET, "word/document.xml").decode()))
    assert used & all_ <= kept
    assert "Normal" in kept
    assert len(kept) < len(all_) / 3


def test_no_table_of_a_sheet_needs_its_style_any_more() -> None:
    assert b"<w:tblStyle " in _part(SHEET, "word/document.xml")
    assert b"<w:tblStyle " not in _part(lean(SHEET), "word/document.xml")


def test_a_word_files_second_copy_of_its_styles_is_left_out_with_every_mention_of_it() -> None:
    with zipfile.ZipFile(io.BytesIO(lean(_table()))) as package:
        assert "word/stylesWithEffects.xml" not in package.namelist()
        assert [name for name in package.namelist() if b"stylesWithEffects" in package.read(name)] == []


@pytest.mark.parametrize("style", ["Table Grid", "Normal Table", "Light Shading Accent 1", "Medium Grid 3"])
def test_a_table_prints_the_same_whether_its_style_is_plain_or_not(style: str) -> None:
    word = _table(style)
    assert pages_as_pictures(to_pdf(word).data) == pages_as_pictures(to_pdf(lean(word)).data)


def test_a_table_style_that_says_more_than_borders_and_spacing_stays() -> None:
    assert b'<w:tblStyle w:val="LightShading-Accent1"/>' in _part(
        lean(_table("Light Shading Accent 1")), "word/document.xml"
    )


def test_what_a_paragraphs_own_style_says_of_spacing_wins_over_the_table() -> None:
    tree = etree.fromstring(_part(lean(_table()), "word/document.xml"))
    quoted, plain = (tree.xpath(f"//w:p[contains(., '{text}')]/w:pPr/w:spacing", namespaces={"w": W[1:-1]})[0]
                     for text in ("Paid 3", "Paid 2"))  # fmt: skip
    assert plain.get(f"{W}after") == "0"
    assert quoted.get(f"{W}after") is None


def test_what_a_table_within_a_table_does_not_ask_for_it_does_not_get() -> None:
    tree = etree.fromstring(_part(lean(_table()), "word/document.xml"))
    (inner,) = tree.xpath("//w:tbl//w:tbl", namespaces={"w": W[1:-1]})
    assert inner.find(f"{W}tblPr/{W}tblBorders") is None


def test_a_file_without_styles_is_its_own_twin() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    assert lean(held.getvalue()) == held.getvalue()


def test_what_a_style_says_is_written_out_in_the_order_of_the_style() -> None:
    """Not in the order of a set, which another process would not share: its PDF would not be found again."""
    word = _table()
    styles = etree.fromstring(_part(word, "word/styles.xml"))
    (said,) = styles.xpath("//w:style[@w:styleId='TableGrid' or @w:styleId='TableNormal']/w:pPr/w:spacing",
                           namespaces={"w": W[1:-1]})  # fmt: skip
    tree = etree.fromstring(_part(lean(word), "word/document.xml"))
    (written,) = tree.xpath("//w:p[contains(., 'Paid 2')]/w:pPr/w:spacing", namespaces={"w": W[1:-1]})
    assert list(written.keys()) == list(said.keys())
    assert len(written.keys()) > 1
