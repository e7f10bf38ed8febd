"""A compiled template says what stock docxtpl says, part by part; what it cannot say goes through stock docxtpl."""

import io
import threading
import time
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import InlineImage, Listing, RichText
from jinja2 import Environment

from documents import word
from documents.errors import TemplateBroken
from documents.language import Language, hearing
from documents.manifests import templates
from documents.reading import word_text
from documents.slots import missing
from documents.sources import context
from documents.word import Said, merge, stock
from documents.word.compiled import compiled
from documents.word.finishing import Body, MendedBody, NotCarried
from tests.documents.word_files import canonical, paragraphs, saved, says, table, with_footnote

PAYMENTS = [{"on": says(f"12/{day:02}/2026", "on"), "amount": says(f"${day}.00", "amount")} for day in range(1, 5)]
FACTS: Mapping[str, Any] = {
    "name": says("O'DELL & SONS <3>"), "note": says("one\ntwo\nthree"), "blue": says("DDEEFF"), "yes": True,
    "no": False, "payments": PAYMENTS, "gap": missing("Employer", "employer"), "wide": says("2"),
}  # fmt: skip
EACH = "{%tr for p in payments %}"
AS_IT_IS = {
    "texts": paragraphs("Between {{ name }} and {{ gap }}", "{% if yes %}a{% else %}b{% endif %}", header="{{ name }}"),
    "curly quotes in a tag": paragraphs("{% if name == “O'DELL & SONS <3>” %}the same{% else %}another{% endif %}"),
    "a branch over paragraphs": paragraphs(
        "one {% if no %}two", "three{% endif %} four", "{%p if yes %}", "x", "{%p endif %}"
    ),
    "lines of a note": paragraphs("{{ note }} and {{ name }}", "{{ note }}", header="{{ note }}"),
    "a tag that is printed": paragraphs("{_{ name }_} {_% if %_} {{ name }}"),
    "text drawn together": paragraphs("one", "{%- if yes %} two{% endif -%}", "three"),
    "rows in a loop": table(("On", "Amount"), (EACH,), ("{{ p.on }}", "{{ p.amount }}"), ("{%tr endfor %}",)),
    "rows of a condition": table(
        ("On", "Amount"), ("{%tr if no %}",), ("a", "b"), ("{%tr else %}",), ("c", "{{ name }}"), ("{%tr endif %}",)
    ),
    "a comment": paragraphs("{# not said #}said {{ name }}"),
    "a cell of a colour": table(("{% cellbg blue %}{{ name }}", "b")),
    "cells merged downwards": table(("a", "b"), (EACH,), ("{% vm %}{{ name }}", "{{ p.on }}"), ("{%tr endfor %}",)),
}
READ_AGAIN = {
    "cells in a loop": table(("{%tc for p in payments %}", "{{ p.on }}", "{%tc endfor %}"), ("{{ name }}", "b", "c")),
    "a cell over columns": table(("{% colspan wide %}{{ name }}",), ("a", "b")),
    "cells merged sideways": table(
        ("{%tc for p in payments %}", "{% hm %}{{ name }}", "{%tc endfor %}"), ("a", "b", "c")
    ),
    "a table of which no row is sure": table((EACH,), ("{{ p.on }}", "{{ p.amount }}"), ("{%tr endfor %}",)),
    "fewer cells than columns": table((EACH,), ("{{ p.on }}", "{{ p.amount }}"), ("{%tr endfor %}",), columns=4),
}


def both(template: bytes, facts: Mapping[str, Any], pictures: Mapping[str, bytes] = {}) -> None:
    with hearing() as compiled_heard:
        ours = compiled(template, Language()).filled(facts, pictures, "A & B", "O'Dell")
    with hearing() as stock_heard:
        theirs = stock.filled(template, facts, Language(), pictures, "A & B", "O'Dell")
    assert canonical(ours) == canonical(theirs)
    assert compiled_heard == stock_heard
    assert word_text(ours) == word_text(theirs)


@pytest.mark.parametrize("paper", AS_IT_IS.values(), ids=AS_IT_IS)
def test_what_is_right_as_it_is_filled_is_not_read_again(paper: bytes) -> None:
    both(paper, FACTS)
    assert isinstance(compiled(paper, Language()).texts[0].finish, Body)


@pytest.mark.parametrize("paper", READ_AGAIN.values(), ids=READ_AGAIN)
def test_a_table_that_may_change_its_columns_is_read_again(paper: bytes) -> None:
    both(paper, FACTS)
    assert isinstance(compiled(paper, Language()).texts[0].finish, MendedBody)


@pytest.mark.parametrize("state", ["nc", "ca"])
def test_every_paper_of_the_set_says_the_same_both_ways_and_none_is_read_again(state: str) -> None:
    for template in templates(state):
        both(template.word, context(template.sample_facts(), template.manifest.audience))
        assert isinstance(compiled(template.word, Language()).texts[0].finish, Body), template.manifest.id


RICH = {
    "rich text": ("{{r rich }}", {"rich": RichText("bold & <new>", bold=True, color="FF0000")}),
    "a listing": ("{{ list }}", {"list": Listing("one\ntwo\tthree\aparagraph\fpage & <x>")}),
    "lines and tabs": ("{{ text }}", {"text": "one\ntwo\tthree\afour\ffive"}),
    "control characters": ("{{ text }} and more", {"text": "a\x01b\x0bc"}),
    "broken XML": ("{{ text|safe }} and more", {"text": "a < b & c <w:p>"}),
    "a new paragraph in a text": ("{{ text|safe }}", {"text": "a\n<w:p>b</w:p>"}),
    "a number": ("{{ number + 1 }} {{ 'x' ~ number }}", {"number": 3}),
    "nothing": ("[{{ nobody }}]", {}),
}


@pytest.mark.parametrize("escaping", [True, False])
@pytest.mark.parametrize(("text", "values"), RICH.values(), ids=RICH)
def test_another_environment_is_filled_as_docxtpl_fills_it(text: str, values: dict[str, Any], escaping: bool) -> None:
    template = paragraphs("first", text, "last", header=text if "safe" not in text and "control" not in text else "")
    environment = Environment(autoescape=escaping)
    ends = [_end(fill, template, values, environment) for fill in (_plain_stock, _plain_compiled)]
    assert ends[0] == ends[1]


def _end(fill: Callable[..., bytes], template: bytes, values: Mapping[str, Any], environment: Environment) -> Any:
    try:
        filled = canonical(fill(template, values, environment))
    except Exception as why:  # noqa: BLE001 - both ways must end alike
        return type(why)
    del filled["docProps/core.xml"]  # docxtpl runs the template's own properties; compiled templates never do
    return filled


def _plain_stock(template: bytes, values: Mapping[str, Any], environment: Environment) -> bytes:
    paper = stock.opened(template)
    paper.render(dict(values), environment)
    return stock.saved(paper)


def _plain_compiled(template: bytes, values: Mapping[str, Any], environment: Environment) -> bytes:
    return compiled(template, environment).filled(values, {}, "", "")


def test_a_value_of_an_opened_paper_is_not_carried(picture: Callable[[str], bytes]) -> None:
    template = paragraphs("{{ list[0].seal }}")
    seal = InlineImage(stock.opened(template), io.BytesIO(picture("black")))
    with pytest.raises(NotCarried):
        compiled(template, Environment(autoescape=True)).filled({"list": [{"seal": seal}]}, {}, "", "")


def test_a_link_that_the_paper_does_not_have_is_not_carried() -> None:
    text = RichText("a link", url_id="rId77")
    with pytest.raises(NotCarried):
        compiled(paragraphs("{{r text }}"), Environment(autoescape=True)).filled({"text": text}, {}, "", "")


def test_a_header_of_two_sections_is_filled_once() -> None:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "{{ name }}"
    again = paper.part.rels.get_or_add("more", paper.sections[0].header.part)
    again._reltype = RELATIONSHIP_TYPE.HEADER
    merged = merge(saved(paper), {"name": says("Ann {{ 7*7 }}")})
    assert word_text(merged.word).split() == ["Ann", "{{", "7*7", "}}"]
    assert merged.said == (Said("name", "Ann {{ 7*7 }}"),)


def pictured(picture: bytes, *around: str) -> bytes:
    paper = docx.Document()
    for text in (*around[:1], "", *around[1:]):
        paragraph = paper.add_paragraph(text)
        if not text:
            paragraph.add_run().add_picture(io.BytesIO(picture))
            properties = paper.inline_shapes[0]._inline.graphic.graphicData.pic.nvPicPr.cNvPr
            properties.set("descr", "chart")
    return saved(paper)


def test_pictures_in_a_loop_are_numbered_as_docxtpl_numbers_them(picture: Callable[[str], bytes]) -> None:
    both(pictured(picture("white"), "{%p for p in payments %}", "{%p endfor %}"), FACTS)


@pytest.mark.parametrize("around", [(), ("{%p if yes %}", "{%p endif %}")])
def test_a_picture_is_replaced_where_it_is_shown(picture: Callable[[str], bytes], around: tuple[str, ...]) -> None:
    both(pictured(picture("white"), *around), FACTS, {"chart": picture("black")})


def test_a_picture_of_a_loop_is_not_carried_and_replaced_by_stock_docxtpl(picture: Callable[[str], bytes]) -> None:
    template = pictured(picture("white"), "{%p for p in payments %}", "{%p endfor %}")
    with pytest.raises(NotCarried):
        compiled(template, Language()).filled(FACTS, {"chart": picture("black")}, "", "")
    with zipfile.ZipFile(io.BytesIO(merge(template, FACTS, pictures={"chart": picture("black")}).word)) as merged:
        assert merged.read("word/media/image1.png") == picture("black")


def test_a_picture_that_a_condition_leaves_out_is_missed(picture: Callable[[str], bytes]) -> None:
    template = pictured(picture("white"), "{%p if no %}", "{%p endif %}")
    with pytest.raises(TemplateBroken, match="Picture chart not found"):
        merge(template, FACTS, pictures={"chart": picture("black")})


def test_footnotes_are_filled_once_however_many_sections_there_are() -> None:
    paper = docx.Document()
    paper.add_paragraph("{{ name }}")
    paper.add_section()
    template = with_footnote(paper, "{{ name }} said")
    facts = {"name": says("{{7*7}} & more")}
    both(template, facts)
    merged = merge(template, facts)
    assert word_text(merged.word).split("\n")[-1] == "{{7*7}} & more said"
    assert merged.said == (Said("name", "{{7*7}} & more"),) * 2


def test_a_file_without_properties_gives_the_same_bytes_tomorrow() -> None:
    paper = docx.Document()
    package = paper.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("core-properties")]:
        del package.rels[key]
    template = saved(paper)
    with zipfile.ZipFile(io.BytesIO(merge(template, {}, title="T").word)) as merged:
        assert b"1980-01-01T00:00:00Z" in merged.read("docProps/core.xml")
    assert canonical(merge(template, {}).word) == canonical(stock.filled(template, {}, Language(), {}, "", ""))


def test_a_title_that_no_property_can_hold_is_refused() -> None:
    with pytest.raises(TemplateBroken, match="exceeded 255 char limit"):
        merge(paragraphs("x"), {}, title="x" * 256)


def test_only_so_many_templates_stay_compiled() -> None:
    for number in range(word.KEPT + 3):
        merge(paragraphs(f"paper {number}"), {})
    assert word._kept.cache_info().currsize == word.KEPT


PARTIES = paragraphs(*["{{ name }} and {{ name|upper }}"] * 30, header="{{ name }}")


def printed(number: int) -> tuple[set[str], set[Said]]:
    merged = merge(PARTIES, {"name": says(f"Party {number}", f"party.{number}")})
    return set(word_text(merged.word).split("\n")) - {""}, set(merged.said)


def expected(number: int) -> tuple[set[str], set[Said]]:
    name, path = f"Party {number}", f"party.{number}"
    return {f"{name} and {name.upper()}", name}, {Said(path, name), Said(path, name.upper())}


def test_thirty_threads_with_one_template_never_say_or_hear_another_party() -> None:
    ready = threading.Barrier(30)

    def at_once(number: int) -> list[tuple[set[str], set[Said]]]:
        ready.wait()
        return [printed(number + 30 * turn) for turn in range(5)]

    with ThreadPoolExecutor(30) as threads:
        found = list(threads.map(at_once, range(30)))
    assert found == [[expected(number + 30 * turn) for turn in range(5)] for number in range(30)]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_processes_with_one_template_never_say_another_party(start: str) -> None:
    assert printed(0) == expected(0)  # compiled before the others are forked
    with ProcessPoolExecutor(2, mp_context=get_context(start)) as processes:
        assert list(processes.map(printed, range(20))) == [expected(number) for number in range(20)]


def test_ten_times_the_rows_take_about_ten_times_as_long() -> None:
    template = AS_IT_IS["rows in a loop"]

    def spent(rows: int) -> float:
        facts = {"payments": (PAYMENTS * rows)[:rows]}
        times = []
        for _ in range(5):
            started = time.process_time()
            merge(template, facts)
            times.append(time.process_time() - started)
        return min(times)

    spent(300)
    assert spent(3_000) < 20 * spent(300)
