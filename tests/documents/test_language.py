"""What a template may say, and who hears it."""

import threading
import time

import pytest
from jinja2.exceptions import TemplateError

from documents.errors import TemplateBroken
from documents.language import MOST_ROWS, Language, hearing
from documents.slots import missing
from documents.word import merge
from tests.documents.word_files import paragraphs, says


def filled(source: str, **facts: object) -> str:
    with hearing():
        return str(Language().from_string(source).render(facts))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ '<w:p/> & \"_\"' }}", "&lt;w:p/&gt; &amp; &#34;_&#34;"),
        ("{{ name }}", "O&#39;DELL &amp; &lt;3&gt; &#95;"),
        ("{{ name|upper }}", "O&#39;DELL &amp; &lt;3&gt; &#95;"),
        ("{{ 6 }}{{ loop }}", "6[missing: Loop]"),
        ("{% for x in list %}{{ loop.index }}{{ x }}{% endfor %}", "1O&#39;DELL &amp; &lt;3&gt; &#95;"),
        ("{{ 'a' if no else name }}", "O&#39;DELL &amp; &lt;3&gt; &#95;"),
    ],
)
def test_everything_is_escaped_once_on_its_way_into_the_paper(source: str, text: str) -> None:
    name = says("O'DELL & <3> _")
    assert filled(source, name=name, list=[name], no=False, loop=missing("Loop", "loop")) == text


def nested(opens: str, closes: str, times: int) -> str:
    return "".join(opens.format(n) for n in range(times)) + "x" + closes * times


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("{{ 'a' * 9999999999 }}", "uses 'mul'"),
        ("{% if 'a' * 9999999999 %}x{% endif %}", "uses 'mul'"),
        ("{{ 9 ** 9 ** 9 }}", "uses 'pow'"),
        ("{{ 1e400 }}", "a number with a point"),
        ("{% for letter in name %}x{% endfor %}", "goes through a piece of a text, which is no list"),
        ("{% for key in group %}x{% endfor %}", "goes through a group of facts, which is no list"),
        ("{% for row in nothing %}x{% endfor %}", "'nothing', which is no fact"),
        (nested("{{% for r{} in rows %}}", "{% endfor %}", 9), "more than 20,000 rows"),
    ],
)
def test_what_would_never_end_is_refused_at_once(source: str, problem: str) -> None:
    started = time.monotonic()
    with pytest.raises(TemplateError, match=problem):
        filled(source, name=says("O'DELL"), group={"name": says("ann")}, rows=[says("row")] * 60)
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    "source",
    [
        "{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}",
        "{{ name" + "|upper" * 5000 + " }}",
        "{{ name" + ".x" * 5000 + " }}",
        nested("{{% if name %}}", "{% endif %}", 100),
        nested("{{% for r{} in rows %}}", "{% endfor %}", 30),
    ],
    ids=["brackets", "filters", "names", "conditions", "loops"],
)
def test_a_template_nested_too_deep_is_refused_in_words(source: str) -> None:
    with pytest.raises(TemplateBroken, match="nested deeper than any paper needs"):
        merge(paragraphs(source), {"name": says("ann"), "rows": []})


def test_each_paper_has_its_own_rows() -> None:
    template = Language().from_string("{% for row in rows %}{{ row }}{% endfor %}")
    for _ in range(3):
        with hearing() as heard:
            template.render({"rows": [says("a")] * (MOST_ROWS - 1)})
        assert len(heard) == MOST_ROWS - 1


def test_what_one_template_may_say_as_a_constant_is_no_constant_of_another() -> None:
    filled("{{ 'secret' }}")
    with pytest.raises(Exception, match="no fact with a text of its own"):
        filled("{{ plain }}", plain="secret")


def test_who_hears_within_a_hearing_does_not_take_from_it() -> None:
    template = Language().from_string("{{ name }}")
    with hearing() as outer:
        template.render({"name": says("a")})
        with hearing() as inner:
            template.render({"name": says("b")})
        template.render({"name": says("c")})
    assert (outer, inner) == (["a", "c"], ["b"])


def test_another_thread_hears_only_its_own() -> None:
    template = Language().from_string("{{ name }}")
    others: list[str] = []

    def other() -> None:
        with hearing() as heard:
            template.render({"name": says("theirs")})
        others.extend(heard)

    with hearing() as heard:
        template.render({"name": says("ours")})
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert (heard, others) == (["ours"], ["theirs"])
