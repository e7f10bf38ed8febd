"""Text that may stand in a court paper passes unchanged; what could break or bend a paper is refused in words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.legal_text import NotLegalText, legal_text


@pytest.mark.parametrize(
    "name",
    [
        "O'Brien",
        "O'DELL",
        "Smith & Sons <Concrete>",
        "Smith & Jones <3> \"Q\" 'S'",
        "NUÑEZ",
        "Nuñez-Ana",
        "SIOBHÁN",
        "李",
        "Nguyễn Thị Hương",
        "{{7*7}}",
        "{_{7*7}_}",
        "{% raw %}",
        '=HYPERLINK("http://example.com","click")',
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        "$1,234.50 – 5 % § 50-13.9(d)",
        "עברית",
        "ศิริพงษ์",
        "श्रीनिवास",
        "👩‍👧",
        "100000000000000000000",
    ],
)
def test_names_and_words_that_people_really_have_pass_unchanged(name: str) -> None:
    assert legal_text(name) == name


HOSTILE = {
    "NUL": ("JOHN\x00DOE", "holds a control character"),
    "bell": ("a\ab", "holds a control character"),
    "form feed": ("a\fb", "holds a control character"),
    "vertical tab": ("a\vb", "holds a control character"),
    "tab": ("a\tb", "holds a control character"),
    "line feed": ("a\nb", "holds a control character"),
    "carriage return": ("a\rb", "holds a control character"),
    "escape": ("a\x1b[31mb", "holds a control character"),
    "delete": ("a\x7fb", "holds a control character"),
    "C1 control": ("a\x85b", "holds a control character"),
    "line separator": ("a\u2028b", "holds a control character"),
    "paragraph separator": ("a\u2029b", "holds a control character"),
    "lone high surrogate": ("a\ud800b", "holds half of a character (a lone surrogate)"),
    "lone low surrogate": ("a\udfffb", "holds half of a character (a lone surrogate)"),
    "right-to-left override": ("JOHN\u202eEOD", "holds a hidden mark that changes the direction of writing"),
    "left-to-right embedding": ("\u202aJOHN\u202c", "holds a hidden mark that changes the direction of writing"),
    "isolate": ("\u2066JOHN\u2069", "holds a hidden mark that changes the direction of writing"),
    "Arabic letter mark": ("JO\u061cHN", "holds a hidden mark that changes the direction of writing"),
    "noncharacter": ("a\uffffb", "holds a code that is not a character"),
    "noncharacter of a high plane": ("a\U0010fffeb", "holds a code that is not a character"),
    "noncharacter of the Arabic block": ("a\ufdd0b", "holds a code that is not a character"),
    "20,000 accents": ("e" + "\u0301" * 20_000, "is longer than 10,000 characters"),
    "nine accents": ("e" + "\u0301" * 9, "piles more accents on one letter than any name has"),
    "nine rings": ("e" + "\u20dd" * 9, "piles more accents on one letter than any name has"),
    "a megabyte": ("x" * 1_048_576, "is longer than 10,000 characters"),
}


@pytest.mark.parametrize("sample", HOSTILE)
def test_what_bends_a_paper_is_refused_in_words_that_do_not_repeat_it(sample: str) -> None:
    text, why = HOSTILE[sample]
    with pytest.raises(NotLegalText) as refused:
        legal_text(text)
    assert str(refused.value) == f"The text {why}."


def test_a_text_of_many_lines_is_legal_only_where_lines_are_asked_for() -> None:
    assert legal_text("None found.\r\nAsked twice.", lines=True) == "None found.\nAsked twice."
    with pytest.raises(NotLegalText):
        legal_text("None found.\rAsked twice.", lines=True)
    with pytest.raises(NotLegalText):
        legal_text("None found.\n\x00", lines=True)


def test_one_spelling_is_kept_for_letters_that_can_be_written_in_two_ways() -> None:
    assert legal_text("NUN\u0303EZ") == "NUÑEZ"


def test_blanks_around_a_text_are_trimmed_and_those_inside_it_stay() -> None:
    assert legal_text("  ERIC  D PRUITT ") == "ERIC  D PRUITT"
    assert legal_text("   ") == ""


def test_a_field_may_be_shorter_than_the_longest_text() -> None:
    assert legal_text("x" * 40, longest=40) == "x" * 40
    with pytest.raises(NotLegalText, match="longer than 40 characters"):
        legal_text("x" * 41, longest=40)


@given(st.text())
def test_whatever_passes_is_one_printable_line_and_passes_again_unchanged(text: str) -> None:
    try:
        passed = legal_text(text)
    except NotLegalText:
        return
    assert legal_text(passed) == passed == unicodedata.normalize("NFC", passed)
    assert not {unicodedata.category(char) for char in passed} & {"Cc", "Cs", "Zl", "Zp"}
    assert passed.encode("utf-8").decode("utf-8") == passed


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\U000e0041", "\ue000", "\U0001fffd"])
def test_characters_that_nobody_sees_are_refused_inside_a_word(unseen: str) -> None:
    with pytest.raises(NotLegalText):
        legal_text(f"O'D{unseen}ELL")
