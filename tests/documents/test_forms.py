"""Facts into fields: what a mapping may say, what a form may say, and what is refused in words."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name, String

from documents.errors import FactsMissing, LeakFound
from documents.forms.baking import bake
from documents.forms.checking import check as checked
from documents.forms.errors import (
    AnotherForm,
    DoesNotFit,
    FactsBroken,
    FormUnknown,
    MappingBroken,
    NotAChoice,
    TwoChecked,
)
from documents.forms.facts import is_known, read_facts
from documents.forms.filling import Filled, fill
from documents.forms.mapping import mapping, mapping_for, mappings
from documents.forms.plates import plate
from documents.forms.proposing import proposal
from documents.forms.synonyms import unknown_guesses
from documents.forms.tying import TiedForm, tie
from documents.reading import page_texts
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.sealed import Last4, Sealed
from kernel.traced import Traced
from tests.documents.form_facts import MADE_UP, NARRATIVE
from tests.documents.form_files import COMBO, LINES, READ_ONLY, REQUIRED, check, form, text

CASE, CASE_AGAIN = (400, 700, 560, 714), (400, 740, 560, 754)
STORY, NAME, YES, NO = (50, 500, 300, 560), (50, 700, 250, 714), (50, 650, 60, 660), (80, 650, 90, 660)
FORM = form(
    [
        text("Caption[0].CaseNo[0]", CASE, "CASE NUMBER:"),
        text("Party[0]", NAME, "PETITIONER:"),
        text("Story[0]", STORY, "Reasons", flags=LINES),
        check("Told[0]", YES, "Yes", on="1"),
        check("Told[1]", NO, "No", on="2"),
        text("Row1", (50, 400, 200, 414), "Child 1"),
        text("Row2", (50, 380, 200, 394), "Child 2"),
        text("Sum", (300, 400, 400, 414), "Total"),
        text("Court", (300, 600, 400, 614), value="Superior Court"),
    ],
    [text("Header[0].CaseNo[0]", CASE_AGAIN, "CASE NUMBER:", flags=READ_ONLY)],
)
PLATE = plate(bake(FORM))
HEAD = f'name = "F-1"\ntitle = "A form"\nsha256 = "{PLATE.form.sha256}"\n'


def tied(written: str, audience: str = "court", pdf: bytes = FORM) -> TiedForm:
    of = PLATE if pdf is FORM else plate(bake(pdf))
    head = HEAD.replace(PLATE.form.sha256, of.form.sha256)
    return tie(of, mapping(f'{head}audience = "{audience}"\n{written}'.encode()))


def facts(**told: Any) -> dict[str, Traced[Any]]:
    """Facts by names with two underscores for a dot; a value alone is open to everybody."""
    return {
        name.replace("__", "."): value if isinstance(value, Traced) else Traced(value, MADE_UP)
        for name, value in told.items()
    }


def filled(written: str, audience: str = "court", pdf: bytes = FORM, **told: Any) -> Filled:
    return fill(tied(written, audience, pdf), facts(**told))


def within(made: Filled, rect: tuple[float, float, float, float], page: int = 0) -> str:
    found = pypdfium2.PdfDocument(io.BytesIO(made.pdf))[page].get_textpage().get_text_bounded(*rect)
    return " ".join(str(found).split())


def test_a_field_that_repeats_on_later_pages_is_filled_on_each_though_only_a_script_would_do_it() -> None:
    made = filled('[[text]]\nfact = "caption.file_number"\ninto = { tooltip = "CASE NUMBER:", every = true }\n',
                  caption__file_number="19 CVD 5843")  # fmt: skip
    assert [within(made, CASE), within(made, CASE_AGAIN, 1)] == ["19 CVD 5843", "19 CVD 5843"]


@pytest.mark.parametrize(
    "into",
    [
        '"PETITIONER:"', '"Party[0]"', '{ tooltip = "PETITIONER:" }', '{ name = "Party[0]", page = 1 }',
        "{ page = 1, at = [60, 705] }",
    ],
)  # fmt: skip
def test_a_field_is_found_by_tooltip_name_page_or_a_point_in_it(into: str) -> None:
    made = filled(f'[[text]]\nfact = "caption.plaintiff"\ninto = {into}\n', caption__plaintiff="NUÑEZ")
    assert within(made, NAME) == "NUÑEZ"


@pytest.mark.parametrize(
    ("into", "why"),
    [
        ('"NOBODY:"', "names a field that the form does not have: NOBODY:"),
        ('"CASE NUMBER:"', "names 2 fields with 'CASE NUMBER:'"),
        ('"Told[0]"', "fills 'Told[0]', which takes no text"),
        ('["Party[0]", "PETITIONER:"]', "fills 'Party[0]' twice"),
    ],
)
def test_a_mapping_that_means_no_field_or_the_wrong_one_is_refused(into: str, why: str) -> None:
    with pytest.raises(MappingBroken) as refused:
        tied(f'[[text]]\nfact = "caption.plaintiff"\ninto = {into}\n')
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ('colour = "red"', "has the key 'colour' in the file, which nothing reads"),
        ('[[text]]\ninto = "a"', "has a [[text]] without a fact"),
        ('[[text]]\nfact = "a"', "has no 'into' in a [[text]]"),
        ('[[text]]\nfact = "a"\ninto = 3', "has 'into' in a [[text]] not as it should be written"),
        ('[[text]]\nfact = "a"\ninto = "b"\ntoo_long = "cut"', "has a 'too_long' that is none of"),
        ('[[check]]\nfact = "a"\ninto = "b"\nsign = "smile"', "asks for a sign that is none of"),
        ('[[rows]]\nof = "children"\nitem = "x"\ncolumns = []\nlines = [["a"]]', "have not a field for each column"),
        ("this is no TOML", "cannot be read as TOML"),
    ],
)
def test_a_mapping_is_read_strictly_and_refused_in_words(written: str, why: str) -> None:
    with pytest.raises(MappingBroken) as refused:
        mapping(f'{HEAD}audience = "court"\n{written}\n'.encode(), "f-1")
    assert why in str(refused.value)


def test_a_form_with_other_bytes_is_refused_in_words_that_say_what_to_do() -> None:
    other = plate(bake(form([text("Party[0]", NAME, "PETITIONER:")])))
    with pytest.raises(AnotherForm, match="start a mapping for it with `courtready forms map FILE`"):
        tie(other, mapping(f'{HEAD}audience = "court"\n'.encode()))
    with pytest.raises(FormUnknown, match="No mapping is made for exactly this file"):
        mapping_for(other.form.sha256, mappings())


REASONS = '[[text]]\nfact = "entry.reasons"\ninto = "Reasons"\nitem = "3. Reasons"\n'


def test_text_that_does_not_fit_stands_whole_on_an_attachment_and_the_field_points_there() -> None:
    made = filled(
        'heading = ["caption.file_number"]\n' + REASONS,
        entry__reasons=NARRATIVE + "The last word is 李.", caption__file_number="19 CVD 5843",
    )  # fmt: skip
    behind = page_texts(made.pdf)[2]
    assert within(made, STORY) == "See attachment 1"
    assert [part in behind for part in ("Attachment 1 to F-1", "A form", "19 CVD 5843", "3. Reasons")] == [True] * 4
    assert "".join((NARRATIVE + "The last word is 李.").split()) in "".join(behind.split())
    assert (made.pages, [each.name for each in made.attachments]) == (3, ["1"])


def test_an_attachment_of_many_pages_says_on_each_what_it_belongs_to() -> None:
    story = " ".join(f"sentence number {number} of the story." for number in range(280))
    made = filled(REASONS, entry__reasons=story)
    pages = page_texts(made.pdf)[2:]
    assert len(pages) > 2
    assert ["Attachment 1 to F-1" in pages[0], *("Attachment 1 to F-1, continued" in page for page in pages[1:])] == [
        True
    ] * len(pages)
    assert [f"number {number} of" in " ".join(" ".join(pages).split()) for number in (0, 140, 279)] == [True] * 3


@pytest.mark.parametrize("count", range(1, 120, 7))
def test_a_value_of_any_length_is_whole_in_its_field_or_whole_on_an_attachment(count: int) -> None:
    words = " ".join(f"w{number}" for number in range(count))
    made = filled(REASONS, entry__reasons=words)
    shown = within(made, STORY)
    told = shown if not made.attachments else " ".join(made.attachments[0].text.split())
    assert told == words


def test_a_mapping_may_forbid_smaller_type_or_an_attachment() -> None:
    words = "word " * 72
    smaller = filled(REASONS, entry__reasons=words)
    assert (smaller.attachments, within(smaller, STORY)) == ((), words.strip())
    assert len(filled(REASONS + 'too_long = "attach"\n', entry__reasons=words).attachments) == 1
    with pytest.raises(DoesNotFit, match="too long for the field 'Story\\[0\\]', and nothing may be cut off"):
        filled(REASONS + 'too_long = "refuse"\n', entry__reasons=NARRATIVE)


def test_a_field_with_no_room_even_for_a_reference_is_refused() -> None:
    tiny = form([text("State", (50, 700, 64, 712), longest=2)])
    with pytest.raises(DoesNotFit, match=r"'entry\.state' is too long for the field 'State'"):
        filled('[[text]]\nfact = "entry.state"\ninto = "State"\n', pdf=tiny, entry__state="California")


ROWS = (
    '[[rows]]\nof = "children"\nitem = "2. Children"\ncolumns = [{ fact = "name", label = "Name" }]\n'
    'lines = [["Child 1"], ["Child 2"]]\n'
)


def test_rows_that_find_no_line_go_into_an_attachment_and_none_is_lost() -> None:
    two = filled(ROWS, children__0__name="ANA", children__1__name="ZOË")
    three = filled(ROWS, children__0__name="ANA", children__1__name="ZOË", children__2__name="李")
    assert (within(two, (50, 380, 200, 414)), two.attachments) == ("ANA ZOË", ())
    assert within(three, (50, 380, 200, 414)) == "ANA See attachment 1"
    assert three.attachments[0].text == "Name: ZOË\nName: 李"


def test_a_form_that_has_a_box_for_more_rows_gets_it_checked() -> None:
    rows = ROWS + 'continued = "Yes"\nattachment = "4b"\n'
    made = filled(rows, children__0__name="ANA", children__1__name="ZOË", children__2__name="李")
    assert within(made, (50, 380, 200, 414)) == "ANA ZOË"
    assert [(each.name, each.text) for each in made.attachments] == [("4b", "Name: 李")]
    assert _inked(made, YES)


TOLD = '[[one_of]]\nfact = "entry.told"\nboxes = { yes = "Yes", no = "No" }\n'


@pytest.mark.parametrize(("said", "marks"), [(True, (True, False)), (False, (False, True)), (None, (False, False))])
def test_of_a_set_of_boxes_only_the_one_that_is_true_is_checked(said: bool | None, marks: tuple[bool, bool]) -> None:
    made = filled(TOLD, entry__told=said)
    assert (_inked(made, YES), _inked(made, NO)) == marks


def test_a_value_that_no_box_stands_for_is_refused() -> None:
    with pytest.raises(NotAChoice, match=r"no box for 'perhaps' as 'entry\.told'; it takes one of: yes, no"):
        filled(TOLD, entry__told="perhaps")


def test_boxes_that_only_a_script_keeps_apart_are_kept_apart() -> None:
    both = (
        'exclusive = [["Yes", "No"]]\n[[check]]\nfact = "entry.a"\ninto = "Yes"\n'
        '[[check]]\nfact = "entry.b"\ninto = "No"\n'
    )
    assert _inked(filled(both, entry__a=True, entry__b=False), YES)
    with pytest.raises(TwoChecked, match=r"Only one of these boxes may be checked: Told\[0\], Told\[1\]"):
        filled(both, entry__a=True, entry__b=True)


def test_one_field_with_a_box_for_each_state_checks_the_box_of_the_state() -> None:
    def join(pdf: pikepdf.Pdf) -> None:
        boxes = list(pdf.pages[0].obj.Annots)
        parent = pdf.make_indirect(pikepdf.Dictionary(T=String("Kind"), FT=Name.Btn, Kids=Array(boxes)))
        for box in boxes:
            del box["/T"]
            box.Parent = parent
        pdf.Root.AcroForm.Fields = Array([parent])

    pdf = form([check("a", YES, on="1"), check("b", NO, on="2")], then=join)
    kinds = '{ first = { name = "Kind", state = "1" }, second = { name = "Kind", state = "2" } }'
    made = filled(f'[[one_of]]\nfact = "entry.kind"\nboxes = {kinds}\n', pdf=pdf, entry__kind="second")
    assert (_inked(made, YES), _inked(made, NO)) == (False, True)


def test_a_choice_takes_only_what_it_offers() -> None:
    pdf = form([text("State", NAME, kind="/Ch", flags=COMBO, Opt=Array([Array([String("CA"), String("California")])]))])
    state = '[[text]]\nfact = "entry.state"\ninto = "State"\n'
    assert within(filled(state, pdf=pdf, entry__state="CA"), NAME) == "California"
    with pytest.raises(NotAChoice):
        filled(state, pdf=pdf, entry__state="Nevada")


def test_what_the_form_says_already_stays_unless_the_mapping_says_otherwise() -> None:
    assert within(filled(TOLD, entry__told=True), (300, 600, 400, 614)) == "Superior Court"
    mapped = '[[text]]\nfact = "entry.court"\ninto = "Court"\n'
    assert within(filled(mapped, entry__court="District Court"), (300, 600, 400, 614)) == "District Court"
    assert within(filled(mapped), (300, 600, 400, 614)) == ""


def test_a_total_is_added_up_in_whole_cents() -> None:
    total = '[[text]]\nsum = ["entry.a", "entry.b", "-entry.c"]\ninto = "Total"\nas = "no sign"\n'
    made = filled(total, entry__a=Money(10), entry__b=Money(123_420), entry__c=Money(30))
    assert within(made, (300, 400, 400, 414)) == "1,234.00"
    with pytest.raises(FactsBroken, match=r"'entry\.a' is no amount of money"):
        filled(total, entry__a="much")


@pytest.mark.parametrize(
    ("formats", "value", "said"),
    [
        ('"short date"', date(2026, 12, 8), "12/08/2026"),
        ('"month"', date(2026, 12, 8), "12/2026"),
        ("[]", date(2026, 12, 8), "December 8, 2026"),
        ('"no sign"', Money(123_400), "1,234.00"),
        ("[]", Money(123_400), "$1,234.00"),
        ('"upper"', "nuñez", "NUÑEZ"),
        ('"last four"', Last4("6789"), "6789"),
        ('"city"', "Stockton, CA 95202", "Stockton"),
        ('"state"', "12 Oak Dr\nStockton, CA 95202", "CA"),
        ('"ZIP"', "Stockton, CA 95202-1234", "95202-1234"),
        ('"street"', "12 Oak Dr\nApt 4\nStockton, CA 95202", "12 Oak Dr, Apt 4"),
        ('"one line"', "12 Oak Dr\nStockton, CA 95202", "12 Oak Dr, Stockton, CA 95202"),
    ],
)
def test_a_fact_is_written_as_the_form_wants_it(formats: str, value: Any, said: str) -> None:
    made = filled(f'[[text]]\nfact = "entry.x"\ninto = "PETITIONER:"\nas = {formats}\n', entry__x=value)
    assert within(made, NAME) == said


def test_letters_and_accents_that_come_apart_are_joined() -> None:
    made = filled('[[text]]\nfact = "entry.x"\ninto = "PETITIONER:"\n', entry__x="NUN\u0303EZ")
    assert within(made, NAME) == "NUÑEZ"


def test_a_required_fact_without_a_value_is_named_and_nothing_is_made() -> None:
    wanted = REASONS + "required = true\n" + TOLD + 'required = true\nitem = "4. Told"\n'
    with pytest.raises(FactsMissing, match=r"3\. Reasons; 4\. Told"):
        filled(wanted)


NAMED = '[[text]]\nfact = "entry.x"\ninto = "PETITIONER:"\n'


@pytest.mark.parametrize(
    ("audience", "disclosure", "seen"),
    [
        ("court", Disclosure.PARTY, True),
        ("public file", Disclosure.PARTY, False),
        ("public file", Disclosure.OPEN, True),
        ("court", Disclosure.INTERNAL, False),
        ("court", Disclosure.VERIFY, False),
        ("internal", Disclosure.PROTECTED, False),
        ("internal", Disclosure.SEALED, False),
    ],
)
def test_a_fact_reaches_a_form_only_where_its_audience_may_see_it(
    audience: str, disclosure: Disclosure, seen: bool
) -> None:
    made = filled(NAMED, audience, entry__x=Traced("12 Oakwood Dr", MADE_UP, disclosure))
    assert ("12 Oakwood Dr" in "".join(page_texts(made.pdf))) is seen
    assert made.withheld == (() if seen else ("entry.x",))


def test_a_sealed_identifier_never_reaches_a_form() -> None:
    made = filled(NAMED, "internal", entry__x=Sealed("219-09-9999"))
    assert (within(made, NAME), made.withheld) == ("", ("entry.x",))


def test_an_identifier_that_somebody_typed_into_a_narrative_holds_the_form_back() -> None:
    with pytest.raises(LeakFound, match="Social Security number"):
        filled(REASONS, "public file", entry__reasons="His SSN is 219-09-9999.")


def test_a_date_of_birth_stands_only_where_the_form_asks_for_it() -> None:
    told = "born 02/03/2014, date of birth 02/03/2014"
    with pytest.raises(LeakFound):
        filled(NAMED, entry__x=f"DOB: {told}")
    assert "02/03/2014" in within(filled("birth_dates = true\n" + NAMED, entry__x=f"DOB: {told}"), NAME)


def test_the_same_facts_give_the_same_bytes_with_attachments_too() -> None:
    assert filled(REASONS, entry__reasons=NARRATIVE).pdf == filled(REASONS, entry__reasons=NARRATIVE).pdf


def test_facts_are_read_from_a_file_by_the_types_of_the_record() -> None:
    told = read_facts(
        b'{"trace": {"source": "typed", "record": "x"}, "facts": {"caption": {"file_number": "19 CVD 1"},'
        b' "children": [{"name": "ANA", "born_on": "2014-02-03"}], "obligor": {"ssn": {"value": "6789", '
        b'"disclosure": "party"}}, "entry": {"told": true, "owed": {"value": 1050, "kind": "money"}}}}'
    )
    assert {path: fact.value for path, fact in told.items()} == {
        "caption.file_number": "19 CVD 1", "children.0.name": "ANA", "children.0.born_on": date(2014, 2, 3),
        "obligor.ssn": Last4("6789"), "entry.told": True, "entry.owed": Money(1050),
    }  # fmt: skip
    assert told["obligor.ssn"].disclosure is Disclosure.PARTY


@pytest.mark.parametrize(
    "written",
    [
        b"\xff", b"[]", b"{}", b'{"trace": {}, "facts": {}}',
        b'{"trace": {"source": "a", "record": "b"}, "facts": {"x": 1}}',
        b'{"trace": {"source": "a", "record": "b"}, "facts": {"hearing": {"on": "8 December"}}}',
        b'{"trace": {"source": "a", "record": "b"}, "facts": {"entry": {"x": 1.5}}}',
        b'{"trace": {"source": "a", "record": "b"}, "facts": {"entry": {"x": {"value": "1", "kind": "colour"}}}}',
        b'{"trace": {"source": "a", "record": "b"}, "facts": {"entry": {"x": {"value": "8 Dec", "kind": "date"}}}}',
        b'{"trace": {"source": "a", "record": "b", "sauce": "c"}, "facts": {}}',
        b'{"trace": {}, "facts": {"entry": {"x": {"value": Infinity, "kind": "number"}}}}',
        b'{"trace": {}, "facts": {"entry": {"x": {"value": NaN, "kind": "money"}}}}',
        b'{"trace": {}, "facts": {"entry": {"x": {"value": "12", "kind": "money"}}}}',
        b'{"trace": {}, "facts": {"entry": {"x": {"value": true, "kind": "number"}}}}',
        b'{"trace": {}, "facts": {"entry": {"x": {"value": ["a"], "kind": "text"}}}}',
        b'{"trace": {}, "facts": {"entry": {"x": {"value": "a", "kind": ["text"]}}}}',
        b'{"trace": {}, "facts": {"entry": {"x": 1, "x": 2}}}',
        b'{"trace": {}, "facts": {"entry": {"a": {"b": 1}, "a.b": 2}}}',
        b'{"trace": {}, "facts": {"\\u001b[2J": 1}}',
        b'{"trace": {}, "facts": {"entry": {"%s": 1.5}}}' % (b"x" * 1_000_000),
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_facts_that_cannot_be_read_are_refused_in_words(written: bytes) -> None:
    if written == b'{"trace": {}, "facts": {}}':
        assert read_facts(written) == {}
        return
    with pytest.raises(FactsBroken) as refused:
        read_facts(written)
    assert len(str(refused.value)) < 200
    assert str(refused.value).isprintable()


def test_a_check_of_a_mapping_names_every_problem_at_once() -> None:
    written = '[[text]]\nfact = "caption.nobody"\ninto = "PETITIONER:"\n[[text]]\nfact = "entry.x"\ninto = "NOBODY:"\n'
    found = checked(PLATE, mapping(f'{HEAD}audience = "court"\n{written}'.encode()))
    assert len(found.problems) == 2
    assert [word in " ".join(found.problems) for word in ("'caption.nobody'", "NOBODY:")] == [True, True]


def test_a_check_names_required_fields_that_nothing_fills_and_fields_left_blank() -> None:
    of = plate(bake(form([text("Must", NAME, flags=REQUIRED), text("May", CASE)])))
    empty = mapping(f'{HEAD.replace(PLATE.form.sha256, of.form.sha256)}audience = "court"\n'.encode())
    found = checked(of, empty)
    assert found.problems == ("The form requires the field 'Must', and the mapping does not fill it.",)
    assert found.unmapped == ("May", "Must") or found.unmapped == ("Must", "May")


def test_a_proposal_is_a_mapping_that_can_be_used_and_guesses_by_tooltip() -> None:
    written = proposal(PLATE.form, "f-1")
    proposed = mapping(written.encode())
    assert checked(PLATE, proposed) == checked(PLATE, proposed).__class__((), ())
    by_fact = {words.facts[0]: words for words in proposed.texts}
    assert by_fact["caption.file_number"].into[0].every
    assert by_fact["caption.plaintiff"].into[0].words == "PETITIONER:"
    assert [value for value, _ in proposed.sets[0].boxes] == ["yes", "no"]
    assert "read-only" in written


def test_every_guess_names_a_fact_that_there_is() -> None:
    assert unknown_guesses() == ()


@pytest.mark.parametrize("each", mappings(), ids=lambda each: each.name)
def test_every_mapping_of_the_project_names_only_facts_that_there_are(each: Any) -> None:
    paths = {path.lstrip("-") for words in each.texts for path in words.facts} | {one.fact for one in each.sets}
    assert paths
    assert {path for path in paths if not is_known(path)} == set()


def test_no_two_mappings_are_for_one_file() -> None:
    assert len({each.sha256 for each in mappings()}) == len(mappings()) >= 7


def _inked(made: Filled, rect: tuple[float, float, float, float]) -> bool:
    page = pypdfium2.PdfDocument(io.BytesIO(made.pdf))[0].render(scale=2, grayscale=True).to_pil()
    left, bottom, right, top = rect
    part = page.crop((int(left * 2), int((792 - top) * 2), int(right * 2), int((792 - bottom) * 2)))
    return bool(part.getextrema()[0] < 100)


def test_the_folder_of_mappings_holds_mappings_alone() -> None:
    folder = Path(__file__).resolve().parents[2] / "templates" / "forms"
    assert {path.suffix for path in folder.iterdir()} == {".toml"}
