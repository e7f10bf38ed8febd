"""What can be known of a template before it is filled, held against every way to fill it."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from documents.language import Language, hearing
from documents.word import stock
from documents.word.finishing import listed
from documents.word.markup import Unproved, elements
from documents.word.shape import keeps_its_pictures, keeps_its_tables
from tests.documents.word_files import says

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY, END = f'<w:body xmlns:w="{W}">', "</w:body>"


def proved(inner: str) -> bool:
    try:
        elements(Language().parse(BODY + inner + END))
    except Unproved:
        return False
    return True


@pytest.mark.parametrize(
    "inner",
    [
        "<w:p>{{ name }}</w:p>",
        "{% if a %}<w:p/>{% endif %}",
        "<w:p>{% if a %}</w:p><w:p>{% else %}x{% endif %}</w:p>",
        "{% if a %}<w:p>{% elif b %}<w:p>{% else %}<w:p>{% endif %}</w:p>",
        "{% for c in cs %}<w:p>&amp;</w:p>{% endfor %}",
        '<w:shd w:fill="{{ blue }}"/>',
        '<w:vMerge w:val="{% if a %}restart{% else %}continue{% endif %}"/>',
        "<w:p xmlns:x='y'><x:q x:z='1'/></w:p>",
        '<w:p xml:space="preserve"> a > b </w:p>',
    ],
)
def test_xml_that_is_right_in_every_branch_is_known_to_be(inner: str) -> None:
    assert proved(inner)


@pytest.mark.parametrize(
    "inner",
    [
        "{% if a %}<w:p>{% endif %}</w:p>",
        "{% for c in cs %}<w:p>{% endfor %}",
        "{% if a %}<w:p>{% else %}<w:r>{% endif %}</w:p>",
        "<w:p>",
        "</w:p>",
        "<w:p></w:r>",
        "<{{ name }}/>",
        "<w:p {{ name }}/>",
        "<w:p w:a={{ name }}/>",
        '<w:p w:a="1" w:a="2"/>',
        "<w:p>a & b</w:p>",
        "<w:p>a < b</w:p>",
        "<x:p/>",
        "<p/>",
        "<!-- {{ name }} -->",
        '<w:p w:a="{% if a %}1"/>{% else %}2"/>{% endif %}<w:r',
    ],
)
def test_xml_that_may_break_is_never_taken_for_right(inner: str) -> None:
    assert not proved(inner)


PIECES = st.sampled_from(["x", "&amp;", "{{ name }}", "<w:p/>", "</w:r><w:r>", '<w:p w:a="{{ name }}"/>', '<w:p w:a="'])
TOKENS = st.recursive(
    PIECES.map(lambda piece: [piece]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda both: [*both[0], *both[1]]),
        inner.map(lambda one: ["<w:r>", *one, "</w:r>"]),
        inner.map(lambda one: ["{% for x in c %}", *one, "{% endfor %}"]),
        st.tuples(inner, inner).map(lambda both: ["{% if a %}", *both[0], "{% else %}", *both[1], "{% endif %}"]),
        inner.map(lambda one: ["{% if b %}", *one, "{% endif %}"]),
        inner.map(lambda one: ['<w:p w:a="', *one, '"/>']),
    ),
    max_leaves=8,
)


def fillings(source: str) -> Iterator[str]:
    template = Language().from_string(source)
    for a, b, c in product((True, False), (True, False), ([], [1], [1, 2])):
        with hearing():
            yield template.render({"a": a, "b": b, "c": c, "name": says("O'DELL & <3>")})


@settings(max_examples=1000, deadline=None)
@given(TOKENS, st.integers(0, 60), st.booleans())
def test_whatever_is_known_to_be_right_is_right_however_it_is_filled(tokens: list[str], lost: int, whole: bool) -> None:
    kept = [token for place, token in enumerate(tokens) if whole or place != lost % len(tokens)]
    source = f"{BODY}<w:r>{''.join(kept)}</w:r>{END}"
    try:
        elements(Language().parse(source))
    except (Unproved, TemplateSyntaxError):
        return
    event("known to be right")
    for filled in fillings(source):
        etree.fromstring(filled)


CELLS = st.lists(st.sampled_from(["<w:tc/>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc>']), max_size=3)
ROWS = st.tuples(st.sampled_from(["", "a", "b", "c"]), CELLS, st.booleans())


def row(condition: str, cells: list[str], inner: bool) -> str:
    text = "".join(cells)
    if condition and inner:
        return f"<w:tr>{opened(condition)}{text}{closed(condition)}</w:tr>"
    xml = f"<w:tr>{text}</w:tr>"
    return f"{opened(condition)}{xml}{closed(condition)}" if condition else xml


def opened(condition: str) -> str:
    return "{% for x in c %}" if condition == "c" else f"{{% if {condition} %}}"


def closed(condition: str) -> str:
    return "{% endfor %}" if condition == "c" else "{% endif %}"


@settings(max_examples=600, deadline=None)
@given(st.integers(0, 3), st.lists(ROWS, max_size=3), st.booleans(), st.sampled_from(["", "a"]), st.booleans())
def test_a_table_known_to_keep_its_shape_is_never_mended(
    columns: int, rows: list[tuple[str, list[str], bool]], nested: bool, around: str, headed: bool
) -> None:
    grid = "<w:tblGrid>" + '<w:gridCol w:w="100"/>' * columns + "</w:tblGrid>"
    head = row("", ["<w:tc/>"] * columns, inner=False) if headed else ""
    table = f"<w:tbl>{grid}{head}{''.join(row(*each) for each in rows)}</w:tbl>"
    if nested:
        table = f"<w:tbl><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr><w:tc>{table}</w:tc></w:tr></w:tbl>"
    source = BODY + (f"{opened(around)}{table}{closed(around)}" if around else table) + END
    if not keeps_its_tables(elements(Language().parse(source))):
        return
    event("known to keep its shape")
    for filled in fillings(source):
        assert etree.tostring(stock.mended(filled), method="c14n") == etree.tostring(
            etree.fromstring(filled), method="c14n"
        )


TEXTS = st.lists(
    st.sampled_from(
        ["<w:p>", '<w:p w:a="1">', '<w:p w:a="1"/>', "</w:p>", "<w:pPr><w:b/></w:pPr>", "<w:r>", "</w:r>", "<w:t>",
         '<w:t xml:space="preserve">', "</w:t>", "<w:rPr><w:i/></w:rPr>", "\n", "\t", "\a", "\f", "x"]
    ),
    max_size=24,
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_breaks_are_written_as_docxtpl_writes_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert listed(text) == stock.listed(text)


def test_a_picture_in_a_branch_is_known_to_vary() -> None:
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    picture = f'<wp:docPr {space} id="1"/>'
    assert keeps_its_pictures(elements(Language().parse(BODY + picture + END)))
    assert not keeps_its_pictures(elements(Language().parse(BODY + "{% if a %}" + picture + "{% endif %}" + END)))
