"""Forty ways to break a template, each told in one clear sentence at the paragraph where it was broken."""

import pytest

from documents.clinic import Problem, check
from documents.clinic.fonts import BUNDLED_FONTS, TWINS
from documents.facts import FactSheet
from documents.manifests import Template, templates
from infra.libreoffice import has_font
from tests.documents import clinic_papers as paper
from tests.documents.clinic_papers import Break, sound

INSERTED = '<w:ins w:id="1" w:author="Pat Doe"><w:r><w:t>new words</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="1" w:author="Pat Doe"><w:r><w:delText>old words</w:delText></w:r></w:del>'

BROKEN: dict[str, tuple[Break, str, str, int, str]] = {
    "a fact spelled wrongly": (
        paper.says(2, "Between {{ obligor.nmae }}"), "unknown fact", "body", 2,
        "asks for 'obligor.nmae', which is no fact of this paper; did you mean 'obligor.name'?"),
    "a group spelled wrongly": (
        paper.says(2, "Between {{ oblgor.name }}"), "unknown fact", "body", 2, "did you mean 'obligor'?"),
    "a fact of another paper": (
        paper.says(3, "{{ horoscope.today }}"), "unknown fact", "body", 3, "asks for 'horoscope', which is no fact"),
    "a fact below a fact": (
        paper.says(8, "{{ arrears.total.cents }}"), "unknown fact", "body", 8, "'arrears.total' is a fact by itself"),
    "a row's fact outside its loop": (
        paper.says(8, "{{ payment.amount }}"), "unknown fact", "body", 8, "asks for 'payment', which is no fact"),
    "a loop's name after the loop": (
        paper.says(8, "{{ child.name }}"),
        "unknown fact", "body", 8, "after the loop that knows it has ended in paragraph 7"),
    "a list printed": (
        paper.says(7, "{{ children }}"), "wrong use", "body", 7, "which is a list; write {% for child in children %}"),
    "a list asked like a group": (
        paper.says(7, "{{ children.name }}"), "wrong use", "body", 7, "asks for 'name' of 'children', which is a list"),
    "a yes-or-no fact printed": (
        paper.says(8, "{{ arrears.ninety_days_behind }}"),
        "wrong use", "body", 8, "write {% if arrears.ninety_days_behind %}"),
    "a group printed": (
        paper.says(2, "{{ obligor }}"), "wrong use", "body", 2, "which is a group of facts; name one of them"),
    "a loop over one fact": (
        paper.says(7, "{% for c in obligor.name %}{{ c }}{% endfor %}"),
        "wrong use", "body", 7, "one fact and no list"),
    "a day's filter on an amount": (
        paper.says(8, "{{ arrears.total|short }}"),
        "wrong use", "body", 8, "as a day with '|short', and that fact is none"),
    "an amount compared by size": (
        paper.says(8, "{% if arrears.total > '$500.00' %}x{% endif %}"), "wrong use", "body", 8, "by its size"),
    "a filter that there is not": (
        paper.says(2, "{{ obligor.name|uper }}"), "not allowed", "body", 2, "did you mean 'upper'?"),
    "a calculation": (
        paper.says(8, "{{ arrears.total + 5 }}"), "not allowed", "body", 8, "uses 'add', which templates do not have"),
    "a call": (
        paper.says(2, "{{ obligor.name.upper() }}"), "not allowed", "body", 2, "uses 'call'"),
    "a variable set": (
        paper.says(8, "{% set x = arrears.total %}"),
        "not allowed", "body", 8, "uses 'set', which templates do not have"),
    "a tag never closed": (
        paper.says(2, "Between {{ obligor.name and others"), "unclosed tag", "body", 2, "'}}' is missing"),
    "a tag closed with one brace": (
        paper.says(2, "Between {{ obligor.name } and"), "unclosed tag", "body", 2, "'}}' is missing"),
    "a tag opened with one brace": (
        paper.says(2, "Between { obligor.name }} and"), "tag", "body", 2, "'}}' closes nothing"),
    "a fact in single braces": (
        paper.says(2, "Between { obligor.name } and"), "tag", "body", 2, "with two braces: {{ obligor.name }}"),
    "a tag closed as another": (
        paper.says(2, "{{ obligor.name %}"), "tag", "body", 2, "opens with '{{' and closes with '%}'"),
    "two words in one tag": (
        paper.says(2, "{{ obligor name }}"), "tag", "body", 2, "two names stand side by side"),
    "an empty tag": (
        paper.says(2, "Between {{ }} and"), "tag", "body", 2, "it is empty"),
    "a letter that nobody sees": (
        paper.says(2, "{{ obligor.\u200bname }}"), "tag", "body", 2, "a character that nobody sees"),
    "a mark of another program": (
        paper.says(2, "Between «obligor_name» and"), "tag", "body", 2, "a mark of another program"),
    "a blank before tr": (
        paper.cell(1, 0, "{% tr for m in months %}"), "tag", "body", 11, "no blank may stand between '{%' and 'tr'"),
    "a misspelled loop": (
        paper.says(7, "{% fro child in children %}{{ child.name }}{% endfor %}"),
        "tag", "body", 7, "did you mean 'for'?"),
    "a condition never closed": (
        paper.gone(6), "unbalanced block", "body", 4, "is never closed; 'endif' is missing after it"),
    "a condition never opened": (
        paper.gone(4), "unbalanced block", "body", 6, "'{%p endif %}' closes nothing"),
    "a loop never opened": (
        paper.cell(1, 0, ""), "unbalanced block", "body", 15, "'{%tr endfor %}' closes nothing"),
    "a loop closed as a condition": (
        paper.cell(3, 0, "{%tr endif %}"), "unbalanced block", "body", 15, "is closed with 'endif'; write 'endfor'"),
    "blocks that cross": (
        paper.says(7, "{% for child in children %}{% if child.name %}x{% endfor %}{% endif %}"),
        "unbalanced block", "body", 7, "put 'endif' first"),
    "a block that begins and ends in different ways": (
        paper.says(6, "{% endif %}"), "unbalanced block", "body", 6, "must begin alike, both with '{%p'"),
    "words beside a tag that takes its paragraph away": (
        paper.says(4, "{%p if order %} If there is an order:"),
        "unbalanced block", "body", 4, "and with it 'If there is an order:'"),
    "a row's tag outside a table": (
        paper.says(4, "{%tr if order %}"), "unbalanced block", "body", 4, "stands in no table"),
    "a tag split over runs": (
        paper.pieces(2, "Between {{ obl", "igor.na", "me }} and"), "split tag", "body", 2, "into 3 pieces"),
    "curly quotes in a tag": (
        paper.says(8, "{% if arrears.total != “$0.00” %}x{% endif %}"),
        "curly quotes", "body", 8, "need straight ones"),
    "an insertion left open": (
        paper.put(5, INSERTED), "tracked changes", "body", 5, "by Pat Doe are still open here"),
    "a deletion left open": (
        paper.put(5, DELETED), "tracked changes", "body", 5, "accept or reject them in Word"),
    "Track Changes switched on": (
        paper.tracking, "tracked changes", "file", 0, "Track Changes is switched on"),
    "a comment left behind": (
        paper.commented(3, "Is this right?"), "comment", "body", 3, "by Pat Doe is left here: “Is this right?”"),
    "a font that nobody has": (
        paper.font(3, "Papyrus"), "font", "body", 3, "The font 'Papyrus' is not bundled"),
    "a font with a twin": (
        paper.font(3, "Times New Roman"), "font", "body", 3, "'Liberation Serif' is, and has the same widths"),
    "a header row that is not repeated": (
        paper.unrepeated, "header row", "body", 9, "its first row is not repeated on every page"),
    "a growing table without a header row": (
        paper.headless, "header row", "body", 9, "no first row that says what its columns are"),
    "a picture without words": (
        paper.picture(5), "alternative text", "body", 5, "no alternative text"),
    "paper of another size": (
        paper.size(8.27, 11.69), "page size", "body", 16, "8.27 by 11.69 inches"),
    "a file without a title": (
        paper.untitled, "title", "file", 0, "The file has no title"),
    "a file in another language": (
        paper.in_french, "language", "file", 0, "says that it is written in 'fr-CA'"),
    "a link out of the paper": (
        paper.linked(5, "https://example.gov/form"), "from outside", "body", 5, "leads out of the paper"),
    "a field that changes by itself": (
        paper.field(5, " DATE \\@ &quot;M/d/yyyy&quot; "),
        "field", "body", 5, "another day whenever the paper is opened"),
    "Word's own mail merge": (
        paper.field(5, " MERGEFIELD ", "Name "), "field", "body", 5, "Word's own mail merge"),
    "a wrong fact in the header": (
        lambda one: setattr(one.sections[0].header.paragraphs[0], "text", "{{ case.nubmer }}"),
        "unknown fact", "header", 1, "did you mean 'case.number'?"),
    "a wrong fact in the footer": (
        lambda one: setattr(one.sections[0].footer.paragraphs[0], "text", "{{ office.nmae }}"),
        "unknown fact", "footer", 1, "did you mean 'office.name'?"),
    "a wrong fact in a cell": (
        paper.cell(2, 1, "{{ m.payed }}"), "unknown fact", "body", 14, "did you mean 'm.paid'?"),
}  # fmt: skip


def told(problem: Problem) -> tuple[str, str, int]:
    return problem.kind.value, problem.part.value, problem.paragraph


def test_the_template_that_is_broken_here_is_sound_before() -> None:
    assert check(sound(), FactSheet) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_each_mistake_is_told_in_one_clear_sentence_at_its_paragraph(name: str) -> None:
    change, kind, part, paragraph, words = BROKEN[name]
    found = check(sound(change), FactSheet)
    assert [(*told(one), words in one.words) for one in found] == [(kind, part, paragraph, True)], [
        (told(one), one.words) for one in found
    ]
    assert found[0].words.endswith((".", "?", "%}."))
    assert found[0].words[0].isupper()


def test_there_are_more_than_forty_ways_to_break_a_template() -> None:
    assert len(BROKEN) >= 40


def test_all_problems_are_told_at_once_in_the_order_of_the_paragraphs() -> None:
    names = [
        "a comment left behind",
        "a fact spelled wrongly",
        "a list printed",
        "a wrong fact in a cell",
        "a file without a title",
    ]
    found = check(sound(*(BROKEN[name][0] for name in names)), FactSheet)
    assert [told(one) for one in found] == [
        ("title", "file", 0), ("unknown fact", "body", 2), ("comment", "body", 3), ("wrong use", "body", 7),
        ("unknown fact", "body", 14),
    ]  # fmt: skip


def test_a_problem_names_the_text_of_its_paragraph() -> None:
    (found,) = check(sound(paper.says(3, "On {{ hearing.onn }}")), FactSheet)
    assert (found.text, found.where) == ("On {{ hearing.onn }}", "body, paragraph 3")


@pytest.mark.parametrize("one", templates("nc"), ids=lambda each: each.manifest.id)
def test_the_templates_of_the_project_have_no_problem(one: Template) -> None:
    assert [(told(each), each.words) for each in check(one.word, one.facts_type)] == []


@pytest.mark.parametrize("font", sorted(BUNDLED_FONTS | set(TWINS.values())))
def test_every_bundled_font_is_on_this_machine(font: str) -> None:
    assert has_font(font)
