"""Facts into a Word paper."""

import io
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import docx
import pytest

from documents.errors import TemplateBroken
from documents.reading import word_text
from documents.slots import Slot, missing, slot, withheld
from documents.word import Said, merge
from kernel.legal_text import NotLegalText
from kernel.traced import Trace, Traced


def template(*paragraphs: str, header: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text)
    if rows:
        table = paper.add_table(0, len(rows[1]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    paper.sections[0].header.paragraphs[0].text = header
    return saved(paper)


def saved(paper: Any) -> bytes:
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def says(text: str, path: str = "obligor.name") -> Slot:
    return slot(text, path, None)


def lines(word: bytes) -> list[str]:
    return [line for line in word_text(word).split("\n") if line]


EXACT = [
    "Smith & Sons <Concrete>", "O'DELL", "NUÑEZ", "李", '"Q" \'S\' <3>', "{{7*7}}", "{_{7*7}_}", "{% if x %}",
    "{_% x %_}", "{#x#}", "a_b", "&amp;", "</w:t></w:r>", "<w:p/>", '=HYPERLINK("x")', "]]>", "𠮷田", "None", "%}",
    "__class__", "x{", "_{y",
]  # fmt: skip


@pytest.mark.parametrize("name", EXACT)
def test_every_name_prints_exactly(name: str) -> None:
    merged = merge(template("Between {{ obligor.name }} and"), {"obligor": {"name": says(name)}})
    assert lines(merged.word) == [f"Between {name} and"]
    assert merged.said == (Said("obligor.name", name),)


def test_two_facts_side_by_side_never_become_a_tag() -> None:
    context = {"a": says("{"), "b": says("_{7*7}_"), "c": says("}")}
    assert lines(merge(template("{{a}}{{b}}{{c}}"), context).word) == ["{_{7*7}_}"]


def test_lines_of_a_note_stay_lines() -> None:
    assert lines(merge(template("{{ note }}"), {"note": says("one\ntwo")}).word) == ["one", "two"]


def test_every_slot_is_recorded_in_loops_through_filters_and_in_the_header() -> None:
    day = slot("December 8, 2026", "hearing.on", Traced(date(2026, 12, 8), Trace("ACTS", "H1")))
    rows = (("{%tr for p in payments %}", ""), ("{{ p.on|short }}", "{{ p.amount }}"), ("{%tr endfor %}", ""))
    payments = [{"on": day, "amount": slot(f"${n}.00", f"payments.{n}.amount", None)} for n in range(2)]
    merged = merge(
        template("{{ name|upper }} in {{ day|month }}", header="{{ name }}", rows=rows),
        {"name": says("Ann"), "day": day, "payments": payments},
    )
    assert merged.said == (
        Said("obligor.name", "ANN"),
        Said("hearing.on", "December 2026"),
        Said("hearing.on", "12/08/2026"),
        Said("payments.0.amount", "$0.00"),
        Said("hearing.on", "12/08/2026"),
        Said("payments.1.amount", "$1.00"),
        Said("obligor.name", "Ann"),
    )


def test_a_gap_prints_its_mark_is_false_and_is_told() -> None:
    context = {"a": missing("Employer", "job.employer"), "b": withheld("home")}
    merged = merge(template("{{ a|upper }}{% if a %} yes{% else %} no{% endif %}", "{{ b.street|short }}"), context)
    assert lines(merged.word) == ["[missing: Employer] no", "[withheld]"]
    assert merged.gaps == ("job.employer", "home")


def test_a_loop_over_a_gap_runs_no_time() -> None:
    assert lines(merge(template("{% for c in a %}x{% endfor %}."), {"a": missing("Children", "a")}).word) == ["."]


def test_the_same_facts_give_the_same_bytes() -> None:
    paper = template("{{ a }}", header="{{ a }}")
    assert merge(paper, {"a": says("x")}).word == merge(paper, {"a": says("x")}).word


def test_only_the_given_title_and_author_are_document_properties() -> None:
    paper = docx.Document()
    paper.core_properties.title = "{{ 7*7 }}"
    paper.core_properties.comments = "{{ a.__class__ }} draft by Pat"
    paper.core_properties.last_modified_by = "Pat"
    merged = merge(saved(paper), {"a": says("x")}, title="Motion & Order", author="Office")
    found = docx.Document(io.BytesIO(merged.word)).core_properties
    assert (found.title, found.author, found.comments, found.last_modified_by) == ("Motion & Order", "Office", "", "")


def test_a_picture_is_replaced_by_its_name(picture: Callable[[str], bytes]) -> None:
    paper = docx.Document()
    paper.add_picture(io.BytesIO(picture("white")))
    paper.inline_shapes[0]._inline.docPr.set("descr", "Payment chart")
    paper.inline_shapes[0]._inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("descr", "Payment chart")
    word = merge(saved(paper), {}, pictures={"Payment chart": picture("black")}).word
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert package.read("word/media/image1.png") == picture("black")


def test_a_picture_that_the_template_does_not_have_is_refused(picture: Callable[[str], bytes]) -> None:
    with pytest.raises(TemplateBroken, match="Picture chart not found"):
        merge(template("x"), {}, pictures={"chart": picture("black")})


@pytest.mark.parametrize(
    ("paragraph", "problem"),
    [
        ("Dear {{ obligor.nmae }}", "it asks for 'nmae', which is no fact of this paper"),
        ("{{ stranger }}", "it asks for 'stranger', which is no fact of this paper"),
        ("{% if stranger %}x{% endif %}", "it asks for 'stranger'"),
        ("{{ obligor }}", "a group of facts, which is no fact with a text of its own"),
        ("{{ yes }}", "a yes-or-no fact"),
        ("{{ obligor.name[0] }}", "it asks for '0'"),
        ("{% for c in obligor.name %}{{ c }}{% endfor %}", "a piece of a text"),
        ("{{ obligor.name ~ 'x' }}", "it uses 'concat', which templates do not have"),
        ("{{ obligor.name + 'x' }}", "it uses 'add'"),
        ("{{ obligor.name.upper() }}", "it uses 'call'"),
        ("{{ obligor.__class__ }}", "it uses the name '__class__', which no fact has"),
        ("{{ obligor.name.fact }}", "it asks for 'fact'"),
        ("{{ obligor['__class__'] }}", "it asks for '__class__'"),
        ("{{ cycler.__init__.__globals__ }}", "__globals__"),
        ("{% set x = 1 %}", "it uses 'assign'"),
        ("{% include 'x' %}", "it uses 'include'"),
        ("{% import 'x' as y %}", "it uses 'import'"),
        ("{% macro f() %}{% endmacro %}", "it uses 'macro'"),
        ("{{ obligor.name|e }}", "No filter named 'e'"),
        ("{{ obligor.name|short }}", "it writes 'obligor.name' as a date, and that fact is none"),
        ("{{ 10 ** 10 }}", "it uses 'pow'"),
        ("{% for p in obligor %}", "Unexpected end of template"),
        ("{% endif %}", "Encountered unknown tag 'endif'"),
        ("{{ obligor.name ", "expected token 'end of print statement'"),
        ("{{ none }}", "which is no fact with a text of its own"),
    ],
)
def test_a_broken_template_is_refused_in_words_with_its_paragraph(paragraph: str, problem: str) -> None:
    context = {"obligor": {"name": says("Ann")}, "yes": True}
    with pytest.raises(TemplateBroken) as refusal:
        merge(template("First", paragraph, "Last"), context)
    assert problem in str(refusal.value)


@pytest.mark.parametrize("paragraph", ["Dear {{ obligor.nmae }}", "Dear {{ obligor.name + 1 }}", "Dear {{ a b }}"])
def test_the_paragraph_of_the_problem_is_named(paragraph: str) -> None:
    with pytest.raises(TemplateBroken) as refusal:
        merge(template("First", "Second", paragraph, "Last"), {"obligor": {"name": says("Ann")}})
    assert refusal.value.paragraph == paragraph


def test_a_value_that_cannot_stand_in_a_paper_is_refused_even_past_the_border() -> None:
    for bad in ("\ud800", "a\x07", "a\x0c", "\u202e"):
        with pytest.raises(NotLegalText):
            merge(template("{{ a }}"), {"a": says(bad)})


@pytest.mark.parametrize("file", [b"", b"PK\x03\x04rubbish", b"%PDF-1.7"])
def test_a_file_that_is_no_word_file_is_refused(file: bytes) -> None:
    with pytest.raises(TemplateBroken, match="not a Word file"):
        merge(file, {})


DECLARED = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


def links(sort: str, target: str, mode: str = "External") -> bytes:
    of = "http://schemas.openxmlformats.org"
    link = f'<Relationship Id="rId1" Type="{of}/{sort}" Target="{target}" TargetMode="{mode or "Internal"}"/>'
    return f'<Relationships xmlns="{of}/package/2006/relationships">{link}</Relationships>'.encode()


def test_a_link_may_lead_out_and_a_part_may_be_in_sixteen_bits() -> None:
    wide = '<?xml version="1.0" encoding="utf-16"?><x>1 &lt;!DOCTYPE 2</x>'.encode("utf-16")
    linked = with_part("word/_rels/x.xml.rels", links("hyperlink", "https://example.test"))
    held = io.BytesIO(linked)
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("customXml/item9.xml", wide)
    assert lines(merge(held.getvalue(), {}).word) == ["x"]


def with_part(name: str, content: bytes) -> bytes:
    held = io.BytesIO(template("x"))
    with zipfile.ZipFile(held, "a") as package:
        package.writestr(name, content)
    return held.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("part", "content", "problem"),
    [
        ("word/document.xml", b"<x/>", "holds a part twice"),
        ("word/vbaProject.bin", b"x", "holds macros"),
        ("word/x.xml", DECLARED.encode(), "declares entities"),
        ("word/x.xml", DECLARED.encode("utf-16"), "declares entities"),
        ("word/x.xml", DECLARED.encode("utf-16-le"), "cannot be read"),
        ("word/x.xml", DECLARED.encode("utf-32"), "cannot be read"),
        ("word/x.xml", DECLARED.encode("cp037"), "cannot be read"),
        ("word/x.xml", b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x+AD4APA-x/+AD4-', "cannot be read"),
        ("word/x.xml", f"<!--{'x' * 9000}-->{DECLARED}".encode(), "declares entities"),
        ("word/media/x.png", b"\xef\xbb\xbf\n" + DECLARED.encode(), "declares entities"),
        ("word/bomb.bin", bytes(65 * 1024 * 1024), "unpacks to more"),
        ("../../x.xml", b"<x/>", "outside the file"),
        ("/etc/x.xml", b"<x/>", "outside the file"),
        ("C:\\x.xml", b"<x/>", "outside the file"),
        ("word/_rels/x.xml.rels", links("attachedTemplate", "http://example.test/x.dotm"), "from outside"),
        ("word/_rels/x.xml.rels", links("image", "file:///etc/passwd", mode=""), "from outside"),
        ("word/_rels/x.xml.rels", links("image", "a>b", mode="&#69;xternal"), "from outside"),
        ("word/_rels/x.xml.rels", links("oleObject", "x").decode().encode("utf-16"), "from outside"),
        ("word/_rels/x.xml.rels", b"<Relationships", "cannot be read"),
    ],
)
def test_a_hostile_package_is_refused(part: str, content: bytes, problem: str) -> None:
    with pytest.raises(TemplateBroken, match=problem):
        merge(with_part(part, content), {})


def test_threads_never_print_another_partys_name() -> None:
    paper = template(*["{{ name }}"] * 20)

    def printed(number: int) -> set[str]:
        return set(lines(merge(paper, {"name": says(f"Party {number}")}).word))

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(printed, range(30))) == [{f"Party {n}"} for n in range(30)]


def test_a_table_of_six_hundred_payments_is_merged_whole() -> None:
    rows = (("{%tr for p in payments %}", ""), ("{{ loop.index }}", "{{ p.amount }}"), ("{%tr endfor %}", ""))
    payments = [{"amount": slot(f"${n}.00", f"payments.{n}.amount", None)} for n in range(600)]
    merged = merge(template(rows=rows), {"payments": payments})
    assert lines(merged.word) == [text for n in range(600) for text in (str(n + 1), f"${n}.00")]
    assert len(merged.said) == 600
