"""What goes into the packet of a hearing, in which order, and what its cover says about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.actions import write_note
from cases.queries import case_record
from documents import actions
from documents.binding import inputs_of
from documents.packet.contents import Bundle, bundle_of, contents
from documents.packet.issues import Issue, exhibit_letter
from documents.packet.recipes import recipe_for, recipes
from documents.queries import prepared
from documents.tables import Document, Exhibit
from infra.blobs import blobs
from kernel.disclosure import Audience
from tests.county import DAY, NOON
from tests.documents.desk import PROTECTED, REVIEW, SHOW_CAUSE, SPOKEN, Desk


def bundle(
    desk: Desk, case_no: str = SHOW_CAUSE, *, audience: Audience = Audience.INTERNAL, after: tuple[Issue, ...] = ()
) -> Bundle:
    with desk.database.reading() as db:
        one = prepared(db, 1, desk.hearings[case_no], as_of=DAY)
    return bundle_of(one, recipe_for(one.matter.kind, audience, recipes("nc")), tab="3", issues=after)


def exhibit(desk: Desk, title: str, *, rebuilt: str | None = None, problem: str | None = None) -> int:
    """An exhibit as its job leaves it."""
    with desk.database.transaction() as db:
        hearing = desk.hearings[SHOW_CAUSE]
        made = actions.attach_exhibit(db, hearing, title=title, data=b"%PDF-1.7\n" + title.encode(), by=desk.agent)
        made.rebuilt_sha, made.problem = rebuilt, problem
        return made.id


def test_papers_stand_in_their_order_and_exhibits_behind_them_by_letter(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    exhibit(desk, "Pay stubs", rebuilt=sheet.pdf_sha)
    exhibit(desk, "Lease", rebuilt=sheet.pdf_sha)
    found = bundle(desk)
    assert [part.label for part in found.parts] == ["1", "2", "3", "Ex. A", "Ex. B"]
    assert [part.title.partition(" (")[0] for part in found.parts][3:] == ["Pay stubs", "Lease"]
    assert [part.sha for part in found.parts][:1] == [sheet.pdf_sha]


def test_an_exhibit_that_is_taken_out_gives_its_letter_to_the_next(desk: Desk) -> None:
    first = exhibit(desk, "Pay stubs", rebuilt="a" * 64)
    exhibit(desk, "Lease", rebuilt="b" * 64)
    with desk.database.transaction() as db:
        actions.remove_exhibit(db, first, by=desk.agent)
    assert [(part.label, part.title) for part in bundle(desk).parts][3:] == [("Ex. A", "Lease")]
    with desk.database.reading() as db:
        assert db.get_one(Exhibit, first).original_sha


def test_an_exhibit_that_cannot_be_used_or_is_not_opened_yet_says_why(desk: Desk) -> None:
    exhibit(desk, "Scan", problem="The exhibit cannot be used: it cannot be read as a PDF.")
    exhibit(desk, "New one")
    found = bundle(desk).parts[3:]
    assert [(part.sha, part.problem) for part in found] == [
        (None, "The exhibit cannot be used: it cannot be read as a PDF."),
        (None, "This exhibit has not been opened yet."),
    ]
    assert "Exhibit 1, Scan, cannot be used" in desk.gaps(SHOW_CAUSE)


def test_a_paper_that_is_not_made_stands_as_a_page_that_says_so(desk: Desk) -> None:
    with desk.database.transaction() as db:
        for document in db.query(Document).filter(Document.hearing_id == desk.hearings[REVIEW]):
            document.current_id = None
    assert {(part.sha, part.problem) for part in bundle(desk, REVIEW).parts} == {
        (None, "This paper has not been made yet.")
    }


def test_a_packet_is_a_draft_until_every_paper_in_it_is_approved(desk: Desk) -> None:
    for kind in ("fact-sheet", "motion-and-order-to-show-cause", "payment-history"):
        found = bundle(desk)
        assert (found.draft, "DRAFT" in found.cover.running, "(draft)" in found.title) == (True, True, True)
        assert "Papers marked draft are not approved by an attorney." in found.cover.note
        desk.approve(SHOW_CAUSE, kind)
    found = bundle(desk)
    assert (found.draft, "DRAFT" in found.cover.running, "(draft)" in found.title) == (False, False, False)
    assert [part.title.rpartition(" (")[2] for part in found.parts] == ["revision 1, approved)"] * 3


def test_a_paper_that_is_out_of_date_is_a_draft_although_it_was_approved(desk: Desk) -> None:
    desk.approve(SHOW_CAUSE)
    with desk.database.transaction() as db:
        write_note(db, SHOW_CAUSE, "recommendation", "Continue.", by=desk.agent, now=NOON)
    assert bundle(desk).parts[0].title.endswith("(draft, revision 1, out of date)")


def test_the_cover_names_the_parties_the_court_and_whether_the_hearing_is_ready(desk: Desk) -> None:
    cover = bundle(desk).cover
    lines = dict(cover.lines)
    assert cover.caption == f"Mecklenburg County o/b/o {SPOKEN[1]}\nv.\n{SPOKEN[0]}"
    assert (lines["Case"], lines["Judge"]) == (SHOW_CAUSE, "Hon. C. Ellison")
    assert lines["When"] == "Thursday, December 10, 2026, 1:30 p.m."
    assert lines["Ready"] == f"No: {len(desk.gaps(SHOW_CAUSE))} gaps"


def test_the_cover_of_a_protected_case_tells_nothing_about_where_she_is(desk: Desk) -> None:
    with desk.database.reading() as db:
        protected = case_record(db, 1, PROTECTED).protected_words
    assert protected
    assert [word for word in protected if word.lower() in str(bundle(desk, PROTECTED)).lower()] == []


def test_the_same_contents_have_the_same_digest_and_any_change_another(desk: Desk) -> None:
    before = inputs_of(bundle(desk))
    assert inputs_of(bundle(desk)) == before
    exhibit(desk, "Lease", rebuilt="b" * 64)
    after = inputs_of(bundle(desk))
    desk.approve(SHOW_CAUSE)
    assert len({before, after, inputs_of(bundle(desk))}) == 3


def test_the_bytes_that_are_bound_are_the_bytes_of_the_revision(desk: Desk) -> None:
    found = contents(bundle(desk))
    assert [part.pdf for part in found.inside] == [  # type: ignore[union-attr]
        blobs().get(part.sha) for part in bundle(desk).parts if part.sha
    ]


@pytest.mark.parametrize(
    ("place", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_exhibits_are_lettered_as_courts_do(place: int, letter: str) -> None:
    assert exhibit_letter(place) == letter


@given(st.integers(0, 5_000), st.integers(0, 5_000))
def test_no_two_exhibits_have_one_letter(one: int, two: int) -> None:
    assert (exhibit_letter(one) == exhibit_letter(two)) == (one == two)
