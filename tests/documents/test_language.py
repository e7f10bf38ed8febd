"""What a template may say, and who hears it."""

import threading

import pytest

from documents.language import Language, hearing
from documents.slots import missing
from tests.documents.word_files import says


def filled(source: str, **facts: object) -> str:
    with hearing():
        return str(Language().from_string(source).render(facts))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ '<w:p/> & \"_\"' }}", "&lt;w:p/&gt; &amp; &#34;_&#34;"),
        ("{{ name }}", "O&#39;DELL &amp; &lt;3&gt; &#95;"),
        ("{{ name|upper }}", "O&#39;DELL &amp; &lt;3&gt; &#95;"),
        ("{{ 2 * 3 }}{{ loop }}", "6[missing: Loop]"),
        ("{% for x in list %}{{ loop.index }}{{ x }}{% endfor %}", "1O&#39;DELL &amp; &lt;3&gt; &#95;"),
        ("{{ 'a' if no else name }}", "O&#39;DELL &amp; &lt;3&gt; &#95;"),
    ],
)
def test_everything_is_escaped_once_on_its_way_into_the_paper(source: str, text: str) -> None:
    name = says("O'DELL & <3> _")
    assert filled(source, name=name, list=[name], no=False, loop=missing("Loop", "loop")) == text


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
