"""Mends change no word of a template; what needs a person's judgement is never offered."""

import io
from dataclasses import replace
from typing import Any

import docx
import pytest

from documents.clinic import Problem, check, fix, fix_all_safe
from documents.clinic.errors import NotMendable
from documents.clinic.examine import look_over, mended, mended_all
from documents.clinic.marking import pictures
from documents.clinic.problems import Fix, Kind
from documents.facts import FactSheet
from documents.reading import word_text
from tests.documents import clinic_papers as paper
from tests.documents.clinic_papers import sound
from tests.documents.test_clinic_broken import BROKEN

MENDABLE = {
    "a tag split over runs": Fix.JOIN,
    "curly quotes in a tag": Fix.STRAIGHTEN,
    "a header row that is not repeated": Fix.REPEAT_HEADER,
    "a comment left behind": Fix.REMOVE_COMMENTS,
    "Track Changes switched on": Fix.STOP_TRACKING,
    "a font with a twin": Fix.TWIN_FONT,
    "a file without a title": Fix.SET_TITLE,
    "a file in another language": Fix.SET_LANGUAGE,
}


def broken(name: str) -> tuple[bytes, Problem]:
    word = sound(BROKEN[name][0])
    (found,) = check(word, FactSheet)
    return word, found


def paragraphs(word: bytes) -> Any:
    return docx.Document(io.BytesIO(word)).paragraphs


@pytest.mark.parametrize("name", BROKEN)
def test_a_mend_is_offered_for_exactly_what_needs_no_judgement(name: str) -> None:
    _, found = broken(name)
    assert found.fix == MENDABLE.get(name)


@pytest.mark.parametrize("name", MENDABLE)
def test_a_mend_takes_the_problem_away_and_changes_no_word(name: str) -> None:
    word, found = broken(name)
    made = fix(word, found, title="Fact sheet")
    assert check(made, FactSheet) == ()
    if found.fix is not Fix.STRAIGHTEN:
        assert word_text(made) == word_text(word)


def test_a_joined_tag_lies_in_one_run_and_the_words_around_it_keep_their_look() -> None:
    word = sound(paper.pieces(2, "Between {{ obl", "igor.na", "me }} and {{ ob", "ligee.name }}."))
    (found,) = check(word, FactSheet)
    assert "and 1 more in this paragraph" in found.words
    runs = [(run.text, bool(run.bold)) for run in paragraphs(fix(word, found))[1].runs if run.text]
    assert runs == [("Between {{ obligor.name }}", False), (" and {{ obligee.name }}", False), (".", True)]


def test_quotes_of_the_text_stay_as_they_are() -> None:
    word = sound(paper.says(8, "“Arrears” {% if arrears.total != “$0.00” %}’s{% endif %}"))
    (found,) = check(word, FactSheet)
    assert paragraphs(fix(word, found))[7].text == '“Arrears” {% if arrears.total != "$0.00" %}’s{% endif %}'


def test_all_safe_mends_are_made_at_once_and_the_rest_is_left_to_a_person() -> None:
    word = sound(*(BROKEN[name][0] for name in MENDABLE), BROKEN["an insertion left open"][0])
    made = fix_all_safe(word, FactSheet, title="Fact sheet")
    assert [one.kind for one in check(made, FactSheet)] == [Kind.TRACKED]
    assert paragraphs(made)[2].runs[0].font.name == "Liberation Serif"


def test_what_a_person_must_decide_is_not_mended() -> None:
    word, found = broken("a deletion left open")
    with pytest.raises(NotMendable):
        fix(word, found)


def test_a_mend_for_a_paragraph_that_is_not_there_is_refused() -> None:
    word, found = broken("a tag split over runs")
    with pytest.raises(NotMendable):
        fix(word, replace(found, paragraph=99))


def test_a_file_without_properties_gets_a_title() -> None:
    word = sound()
    bare = paper.without(word, "docProps/core.xml")
    (found,) = check(bare, FactSheet)
    made = fix(bare, found, title="Fact sheet & more")
    assert docx.Document(io.BytesIO(made)).core_properties.title == "Fact sheet & more"


def test_the_child_mends_as_the_rules_do() -> None:
    word, found = broken("curly quotes in a tag")
    assert mended(word, found) == fix(word, found)
    assert mended_all(word, "FactSheet") == fix_all_safe(word, FactSheet)


def test_the_place_of_a_problem_is_marked_on_its_page() -> None:
    names = ("a fact spelled wrongly", "a wrong fact in a cell", "a wrong fact in the footer", "a file without a title")
    looked = look_over(sound(*(BROKEN[name][0] for name in names)), "FactSheet")
    (page,) = pictures(looked)
    assert (page.page, page.problems) == (1, (2, 3, 4))
    assert page.png.startswith(b"\x89PNG")


def test_without_a_name_the_facts_that_fit_best_are_taken() -> None:
    assert look_over(sound()).facts == "FactSheet"
