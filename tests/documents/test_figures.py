"""One figure everywhere: a packet that contradicts itself is not built, and names both places.

Wrong figures are planted where somebody could plant them: in the kept facts of one revision, in its Word file, in its
PDF, and in exhibits.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pikepdf
import pytest
from sqlalchemy import select

from cases.actions import post_payment
from documents import jobs
from documents.binding import ask_for_binder, ask_for_packet, binder_of, bundle_now, packet_of
from documents.figures.checking import compared
from documents.figures.facts import Cause, Compared, Medium
from documents.papers import ask_for_papers
from documents.queries import FIGURES_DIFFER, FIGURES_UNKNOWN, prepared
from documents.reading import page_texts
from documents.tables import Document, Revision
from filings.board import board
from hearings.calendar.causes import Cell
from hearings.facts import Gap
from hearings.readiness.facts import CellState, FilledCell
from infra.blobs import blobs
from infra.converter import to_pdf
from infra.jobs import Job, JobState
from infra.jobs.perform import work_off
from kernel.disclosure import Audience
from kernel.money import money
from tests.county import DAY, NOON
from tests.documents.desk import PROTECTED, REVIEW, SHOW_CAUSE, Desk
from tests.documents.test_binding import attach, drawn, session_of, words
from worker.errands import ERRANDS

SHEET, MOTION, HISTORY = "fact-sheet", "motion-and-order-to-show-cause", "payment-history"
WRONG = "$9,999.99"


def owed(desk: Desk, case_no: str = SHOW_CAUSE) -> str:
    """What the sheet says is owed."""
    facts = json.loads(blobs().get(desk.paper(case_no).facts_sha))
    return next(fact["words"] for fact in facts if fact["name"] == "arrears.total")


def look(desk: Desk, case_no: str = SHOW_CAUSE, audience: Audience = Audience.INTERNAL) -> Compared:
    """What would go into the packet of a hearing, compared."""
    with desk.database.reading() as db:
        return compared(bundle_now(db, 1, desk.hearings[case_no], as_of=DAY, audience=audience).bundle)


def bind(desk: Desk, case_no: str = SHOW_CAUSE) -> str | None:
    """Why the packet of a hearing is not bound; None where it is."""
    work_off(desk.database, ERRANDS)
    with desk.database.transaction() as db:
        ask_for_packet(db, 1, desk.hearings[case_no], as_of=DAY)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        made = packet_of(db, 1, desk.hearings[case_no])
        error = db.scalar(select(Job.error).where(Job.kind == jobs.PACKET, Job.state == JobState.DEAD))
    assert made is not None or error is not None
    return error


def plant(desk: Desk, kind: str, change: Callable[[Revision], None]) -> None:
    with desk.database.transaction() as db:
        change(db.get_one(Revision, desk.paper(SHOW_CAUSE, kind).id))


def in_facts(name: str, value: object, said: str) -> Callable[[Revision], None]:
    """Another value in the kept facts of a revision, and nowhere else."""

    def change(revision: Revision) -> None:
        kept = json.loads(blobs().get(revision.facts_sha))
        (fact,) = (one for one in kept if one["name"] == name)
        fact["value"], fact["words"] = value, said
        revision.facts_sha = blobs().put(json.dumps(kept).encode())

    return change


def word_with(word: bytes, old: str, new: str) -> bytes:
    """A Word file that says ``new`` where it first said ``old``."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(held, "w") as out:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode(), 1)
            out.writestr(name, part)
    return held.getvalue()


def in_word(old: str, new: str) -> Callable[[Revision], None]:
    def change(revision: Revision) -> None:
        revision.word_sha = blobs().put(word_with(blobs().get(revision.word_sha), old, new))

    return change


def in_pdf(old: str, new: str) -> Callable[[Revision], None]:
    def change(revision: Revision) -> None:
        revision.pdf_sha = blobs().put(to_pdf(word_with(blobs().get(revision.word_sha), old, new)).data)

    return change


def test_the_packets_of_honest_hearings_are_built_and_no_figure_differs(desk: Desk) -> None:
    for case_no in (SHOW_CAUSE, PROTECTED, REVIEW):
        found = look(desk, case_no)
        assert found.differences == ()
        assert found.shared > 60
        assert bind(desk, case_no) is None


def test_a_figure_planted_in_the_facts_of_one_paper_is_named_with_both_places(desk: Desk) -> None:
    right = owed(desk)
    plant(desk, MOTION, in_facts("arrears.total", 999_999, WRONG))

    error = bind(desk)

    assert error is not None
    assert error.startswith("The packet is not built, because the same figure differs in it: ")
    first = look(desk).stopping[0]
    assert (first.cause, first.label) == (Cause.OTHER_VALUE, "Arrears")
    assert (first.one.words, first.other.words) == (WRONG, right)
    assert "Motion and Order to Appear and Show Cause" in first.one.document
    assert "Fact sheet" in first.other.document
    assert (first.one.mark, first.other.mark) == ("2", "1")
    for place in (first.one, first.other):
        assert str(place) in error
    for kind, place in ((MOTION, first.one), (SHEET, first.other)):
        assert place.page is not None
        page = page_texts(blobs().get(desk.paper(SHOW_CAUSE, kind).pdf_sha))[place.page - 1]
        assert words(right) in words(page)


def test_a_figure_planted_in_one_word_file_is_named_beside_another_paper(desk: Desk) -> None:
    right = owed(desk)
    plant(desk, MOTION, in_word(right, WRONG))

    (found,) = look(desk).stopping

    assert (found.cause, found.one.medium) == (Cause.CHANGED_FILE, Medium.WORD)
    assert (found.label, found.one.words, found.other.words) == ("Arrears", WRONG, right)
    assert "Motion" in found.one.document
    assert "Fact sheet" in found.other.document
    assert bind(desk) == f"The packet is not built, because the same figure differs in it: {found}"


def test_a_figure_planted_in_one_pdf_is_named_with_its_page_beside_another_paper(desk: Desk) -> None:
    right = owed(desk)
    plant(desk, HISTORY, in_pdf(right, WRONG))

    (found,) = look(desk).stopping

    assert (found.cause, found.one.medium, found.one.words) == (Cause.CHANGED_FILE, Medium.PDF, WRONG)
    assert found.other.words == right
    assert "Payment History" in found.one.document
    assert found.one.page is not None
    page = page_texts(blobs().get(desk.paper(SHOW_CAUSE, HISTORY).pdf_sha))[found.one.page - 1]
    assert words(WRONG) in words(page)
    assert bind(desk) is not None


def swapped(desk: Desk, kind: str) -> tuple[bytes, str, str]:
    """A paper's Word file in which the first amount and another have changed places, and the two."""
    word = blobs().get(desk.paper(SHOW_CAUSE, kind).word_sha)
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        told = re.findall(rb">(\$[0-9,]+\.[0-9]{2})<", package.read("word/document.xml"))
    one = told[0].decode()
    other = next(each.decode() for each in told if each != told[0])
    marked = word_with(word_with(word, f">{one}<", ">\x24one<"), f">{other}<", f">{one}<")
    return word_with(marked, ">\x24one<", f">{other}<"), one, other


def test_two_figures_that_changed_places_in_one_word_file_are_both_named(desk: Desk) -> None:
    word, one, other = swapped(desk, HISTORY)

    def change(revision: Revision) -> None:
        revision.word_sha = blobs().put(word)

    plant(desk, HISTORY, change)
    found = look(desk).stopping
    assert {(each.one.words, each.one.medium) for each in found} == {(one, Medium.WORD), (other, Medium.WORD)}
    assert bind(desk) is not None


def test_two_figures_that_changed_places_in_one_pdf_alone_are_both_named_with_their_pages(desk: Desk) -> None:
    word, one, other = swapped(desk, HISTORY)

    def change(revision: Revision) -> None:
        revision.pdf_sha = blobs().put(to_pdf(word).data)

    plant(desk, HISTORY, change)
    found = look(desk).stopping
    assert {(each.one.words, each.one.medium) for each in found} == {(one, Medium.PDF), (other, Medium.PDF)}
    assert all(each.one.page and each.cause is Cause.CHANGED_FILE for each in found)
    assert bind(desk) is not None


def test_a_pdf_that_only_another_program_wrote_again_stops_nothing(desk: Desk) -> None:
    def rewrite(revision: Revision) -> None:
        held = io.BytesIO()
        with pikepdf.open(io.BytesIO(blobs().get(revision.pdf_sha))) as pdf:
            pdf.docinfo["/Producer"] = "Another program"
            pdf.save(held, linearize=True)
        revision.pdf_sha = blobs().put(held.getvalue())

    for kind in (SHEET, MOTION, HISTORY):
        plant(desk, kind, rewrite)
    assert look(desk).differences == ()


def gap_of(desk: Desk, what: str) -> Gap | None:
    with desk.database.reading() as db:
        of = prepared(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY)
    return next((one for one in of.gaps if one.what == what), None)


def refused_in_a_binder(desk: Desk, what: str) -> Gap:
    """The gap that the hearing has once somebody tried to build a binder, and not before."""
    assert gap_of(desk, what) is None
    with desk.database.transaction() as db:
        ask_for_binder(db, 1, session_of(desk), as_of=DAY)
    work_off(desk.database, ERRANDS)
    told = gap_of(desk, what)
    assert told is not None
    return told


def facts_cell(desk: Desk) -> FilledCell:
    with desk.database.reading() as db:
        rows = board(db, 1, session_of(desk), DAY).rows
    return next(one for one in rows if one.hearing.id == desk.hearings[SHOW_CAUSE]).cells[Cell.FACTS]


def test_a_packet_that_was_not_built_is_a_gap_with_a_page_until_its_papers_are_made_anew(desk: Desk) -> None:
    plant(desk, MOTION, in_facts("arrears.total", 999_999, WRONG))
    told = refused_in_a_binder(desk, FIGURES_DIFFER)
    assert (told.page, told.owner) == (f"/hearings/{desk.hearings[SHOW_CAUSE]}/figures", "agent")
    assert WRONG in told.cause
    cell = facts_cell(desk)
    assert (cell.state, cell.page) == (CellState.BLOCKED, told.page)

    with desk.database.transaction() as db:
        post_payment(db, SHOW_CAUSE, receipt_no="M1", collected_on=DAY, amount=money("100.00"), by=desk.agent, now=NOON)
    desk.ask(SHOW_CAUSE)
    assert gap_of(desk, FIGURES_DIFFER) is None
    bind(desk)
    with desk.database.reading() as db:
        assert packet_of(db, 1, desk.hearings[SHOW_CAUSE]) is not None


@pytest.mark.parametrize(
    ("kind", "name", "value", "said"),
    [
        (SHEET, "arrears.charged", 4_321, "$43.21"),
        (SHEET, "order.0.monthly_support", 4_321, "$43.21"),
        (SHEET, "order.0.ordered_on", "2020-02-02", "February 2, 2020"),
        (SHEET, "months.5.balance", 4_321, "$43.21"),
        (SHEET, "months.11.paid", 4_321, "$43.21"),
        (HISTORY, "arrears.unpaid_since", "2020-02-01", "February 1, 2020"),
        (MOTION, "arrears.months_behind", "99.9", "99.9"),
        (MOTION, "arrears.last_payment", 4_321, "$43.21"),
        (MOTION, "hearing.on", "2026-12-31", "December 31, 2026"),
    ],
)
def test_any_figure_that_two_papers_tell_is_compared(
    desk: Desk, kind: str, name: str, value: object, said: str
) -> None:
    plant(desk, kind, in_facts(name, value, said))
    found = look(desk).stopping
    assert any(said in (one.one.words, one.other.words) and one.cause is Cause.OTHER_VALUE for one in found)
    assert bind(desk) is not None


@pytest.mark.parametrize("text", [
    "Statement of arrears\nArrears as of November 20, 2026: $9,999.99",
    "STATEMENT OF ARREARS, case 7000071406. Total arrears $9,999.99",
    "I certify that as of 11/20/2026 the Obligor owes $9,999.99 in arrears.",
])  # fmt: skip
def test_a_statement_of_arrears_that_contradicts_the_papers_stops_the_packet(desk: Desk, text: str) -> None:
    attach(desk, "Statement of arrears", drawn("A cover sheet.", text))
    error = bind(desk)
    assert error is not None
    (found,) = look(desk).stopping
    assert (found.one.document, found.one.mark, found.one.page) == ("Statement of arrears", "Ex. A", 2)
    assert (found.one.words, found.other.words) == (WRONG, owed(desk))
    assert str(found.one) in error
    assert str(found.other) in error


def test_a_row_of_an_attached_account_is_compared_with_the_same_month_of_the_papers(desk: Desk) -> None:
    facts = json.loads(blobs().get(desk.paper(SHOW_CAUSE, HISTORY).facts_sha))
    told = {fact["name"]: fact["words"] for fact in facts}
    at = next(name.split(".")[1] for name, said in told.items() if said == "September 1, 2026" and "month" in name)
    right = " ".join(["September 2026", *(told[f"months.{at}.{column}"] for column in ("ordered", "paid", "balance"))])
    heading = "Statement of arrears, child support. Month Ordered Paid Balance"
    attach(desk, "The state's statement", drawn(f"{heading} {right}"))
    assert bind(desk) is None

    attach(desk, "Another statement", drawn(f"{heading} {right[: right.rindex('$')]}{WRONG}"))
    assert bind(desk) is not None
    (found,) = look(desk).stopping
    assert found.one.label == "September 2026, balance at the end of the month"
    assert (found.one.words, found.other.words) == (WRONG, told[f"months.{at}.balance"])


def test_honest_exhibits_stop_nothing_and_one_of_another_day_is_told_as_such(desk: Desk) -> None:
    attach(desk, "Pay stub", drawn("Gross pay $1,420.00. Child support $200.00. Net pay $900.00, paid 11/13/2026."))
    attach(desk, "Statement", drawn(f"Statement of arrears. Arrears as of November 20, 2026: {owed(desk)}"))
    attach(desk, "Earlier order", drawn("The Court finds that arrears of $3,000.00 were owed as of January 5, 2024."))
    work_off(desk.database, ERRANDS)
    assert bind(desk) is None
    (known,) = look(desk).worth_knowing
    assert (known.cause, known.stops, known.one.document) == (Cause.OTHER_DAY, False, "Earlier order")
    assert known.remedy == (
        "The days differ: ask for a statement as of November 20, 2026, or be ready to tell the court what lies between."
    )


def test_a_paper_left_behind_on_an_earlier_day_is_told_as_such_and_which_one_to_prepare_again(desk: Desk) -> None:
    later = DAY + timedelta(days=6)
    before = desk.paper(SHOW_CAUSE, MOTION).id
    with desk.database.transaction() as db:
        post_payment(db, SHOW_CAUSE, receipt_no="M1", collected_on=DAY + timedelta(days=5), amount=money("100.00"),
                     by=desk.agent, now=NOON + timedelta(days=6))  # fmt: skip
        ask_for_papers(db, 1, desk.hearings[SHOW_CAUSE], as_of=later, by=desk.agent.actor)
    work_off(desk.database, ERRANDS)
    with desk.database.transaction() as db:
        motion = select(Document).where(Document.hearing_id == desk.hearings[SHOW_CAUSE], Document.kind == MOTION)
        db.scalars(motion).one().current_id = before
    found = next(one for one in look(desk).stopping if one.label == "Arrears")
    assert found.cause is Cause.OTHER_DAY
    assert {found.one.day, found.other.day} == {DAY, later}
    assert found.remedy.startswith("The days differ: prepare Motion and Order to Appear and Show Cause")
    assert found.remedy.endswith("so that both speak of November 26, 2026.")


def test_a_packet_that_contradicts_itself_is_a_page_of_the_binder_that_says_so_and_stops_no_other(desk: Desk) -> None:
    plant(desk, MOTION, in_facts("arrears.total", 999_999, WRONG))
    id = session_of(desk)
    with desk.database.transaction() as db:
        ask_for_binder(db, 1, id, as_of=DAY)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        bound = page_texts(blobs().get(binder_of(db, 1, id).pdf_sha))
        assert packet_of(db, 1, desk.hearings[SHOW_CAUSE]) is None
        assert packet_of(db, 1, desk.hearings[REVIEW]) is not None
    said = [words(page) for page in bound if words("The packet is not built") in words(page)]
    assert len(said) == 1
    assert words(WRONG) in said[0]
    assert words(owed(desk)) in said[0]


def test_a_paper_whose_template_was_not_kept_stops_the_packet_in_words(desk: Desk) -> None:
    def forget(revision: Revision) -> None:
        revision.imprint_sha = None

    plant(desk, SHEET, forget)
    error = bind(desk)
    assert error is not None
    assert error.startswith(
        "The packet is not built, because its figures cannot be compared: nobody can tell what Fact sheet"
    )


@pytest.mark.parametrize("later", [0, 6], ids=["the same day", "another day"])
def test_a_packet_that_cannot_be_compared_is_a_gap_of_the_binder_that_preparing_again_mends(
    desk: Desk, later: int
) -> None:
    def forget(revision: Revision) -> None:
        revision.imprint_sha = None

    plant(desk, SHEET, forget)
    told = refused_in_a_binder(desk, FIGURES_UNKNOWN)
    assert (told.owner, told.cause.startswith("Nobody can tell what Fact sheet")) == ("agent", True)
    cell = facts_cell(desk)
    assert (cell.state, cell.next_action) == (CellState.BLOCKED, "Prepare the papers again.")
    assert "Fact sheet" in cell.cause

    with desk.database.transaction() as db:
        ask_for_papers(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY + timedelta(days=later), by=desk.agent.actor)
    bind(desk)
    assert gap_of(desk, FIGURES_UNKNOWN) is None
    with desk.database.reading() as db:
        assert packet_of(db, 1, desk.hearings[SHOW_CAUSE]) is not None


def test_the_bench_packet_is_compared_by_itself(desk: Desk) -> None:
    desk.approve(SHOW_CAUSE, MOTION)
    desk.approve(SHOW_CAUSE, HISTORY)
    assert look(desk, audience=Audience.COURT).documents == 2
    plant(desk, HISTORY, in_facts("arrears.total", 999_999, WRONG))
    (odd, *_) = look(desk, audience=Audience.COURT).stopping
    assert {odd.one.mark, odd.other.mark} == {"1", "2"}
