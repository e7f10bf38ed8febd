"""An approval goes stale when a fact on the sheet changes, and only then; the sheet says which fact, old and new."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cases.actions import post_payment, write_note
from cases.queries import case_record
from documents import actions
from documents.errors import FactsChanged, HeldBack
from documents.papers import RENDERING, ask_for_papers
from documents.queries import stale_changes
from documents.reading import page_texts, word_text
from documents.tables import Document, Revision
from infra.blobs import blobs
from infra.jobs import Progress
from kernel.money import Money
from kernel.refusals import Unavailable
from offices.actions import set_office
from offices.queries import settings_of
from offices.tables import Office
from tests.county import DAY, NOON, changed, import_, in_folder
from tests.documents.desk import PROTECTED, REVIEW, SHOW_CAUSE, Desk, extract

ABOUT_MONEY = {"fact-sheet", "motion-and-order-to-show-cause", "payment-history"}
EVERY_PAPER = {
    SHOW_CAUSE: ABOUT_MONEY,
    PROTECTED: ABOUT_MONEY,
    REVIEW: {"fact-sheet", "payment-history"},
}


def stale(desk: Desk) -> dict[str, set[str]]:
    """The kinds of paper that are out of date, by case."""
    return {case_no: {kind for kind, paper in desk.papers(case_no).items() if paper.stale} for case_no in desk.hearings}


def pay(desk: Desk, case_no: str, cents: int = 12_345, on: date = DAY) -> None:
    with desk.database.transaction() as db:
        post_payment(
            db, case_no, receipt_no="H-1", collected_on=on, amount=Money(cents), by=desk.agent, now=NOON + (on - DAY)
        )


def test_a_fresh_paper_says_what_the_case_says(desk: Desk) -> None:
    assert {case_no: set(desk.papers(case_no)) for case_no in desk.hearings} == EVERY_PAPER
    assert stale(desk) == {SHOW_CAUSE: set(), PROTECTED: set(), REVIEW: set()}


def test_a_payment_posted_after_approval_flips_exactly_the_sheets_that_use_it(desk: Desk) -> None:
    approved = [desk.approve(SHOW_CAUSE, kind) for kind in sorted(ABOUT_MONEY)]
    approved.append(desk.approve(REVIEW))

    pay(desk, SHOW_CAUSE)

    assert stale(desk) == {SHOW_CAUSE: ABOUT_MONEY, PROTECTED: set(), REVIEW: set()}
    assert not any(paper.approved for paper in desk.papers(SHOW_CAUSE).values())
    assert desk.papers(REVIEW)["fact-sheet"].approved
    assert {one.state for one in approved} == {"approved"}


def test_the_same_record_is_compared_once_however_often_it_is_looked_at(desk: Desk) -> None:
    pay(desk, SHOW_CAUSE)
    first, again = (desk.papers(SHOW_CAUSE)["fact-sheet"].changes for _ in range(2))
    assert first
    assert again is first
    with desk.database.transaction() as db:
        post_payment(
            db, SHOW_CAUSE, receipt_no="H-2", collected_on=DAY, amount=Money(100), by=desk.agent, now=NOON
        )
    assert desk.papers(SHOW_CAUSE)["fact-sheet"].changes != first


def test_a_stale_sheet_names_the_old_and_the_new_arrears(desk: Desk) -> None:
    desk.approve(SHOW_CAUSE)
    with desk.database.reading() as db:
        owed = case_record(db, 1, SHOW_CAUSE).ledger().arrears(DAY)
    pay(desk, SHOW_CAUSE)
    sheet = desk.papers(SHOW_CAUSE)["fact-sheet"]

    (arrears,) = [change for change in sheet.changes if change.name == "arrears.total"]
    assert str(arrears) == f"Arrears: {owed} → {owed - Money(12_345)}"
    cause = desk.gaps(SHOW_CAUSE)[f"{sheet.title} is out of date"]
    assert cause == f"Approved, but {len(sheet.changes)} facts changed: {arrears} and {len(sheet.changes) - 1} more."


def test_a_paper_whose_facts_changed_is_not_approved_and_the_refusal_says_what_changed(desk: Desk) -> None:
    history = desk.paper(SHOW_CAUSE, "payment-history")
    with desk.database.transaction() as db:
        actions.submit(db, history.id, by=desk.agent)
    pay(desk, SHOW_CAUSE)
    with desk.database.transaction() as db, pytest.raises(FactsChanged) as refused:
        actions.approve(db, history.id, pdf_sha=history.pdf_sha, by=desk.attorney, today=DAY)
    assert str(refused.value).startswith("The case has changed since this document was made (")
    assert str(refused.value).endswith("; prepare it.")
    assert "; Arrears: $" in str(refused.value)


Touch = Callable[[Session, Desk], object]


def _new_recommendation(db: Session, desk: Desk) -> object:
    return write_note(db, SHOW_CAUSE, "recommendation", "Continue for sixty days.", by=desk.agent, now=NOON)


def _why_withholding_fails(db: Session, desk: Desk) -> object:
    return write_note(db, SHOW_CAUSE, "withholding", "He has no employer now.", by=desk.agent, now=NOON)


def _new_bar_number(db: Session, desk: Desk) -> object:
    settings = replace(settings_of(db, 1), attorney_bar_number="12345")
    return set_office(db, db.get_one(Office, 1), settings, by="operator:test")


TOUCHES: dict[str, tuple[Touch, dict[str, set[str]]]] = {
    "a recommendation stands on the sheet alone": (
        _new_recommendation, {SHOW_CAUSE: {"fact-sheet"}, PROTECTED: set(), REVIEW: set()},
    ),
    "why withholding fails stands on the sheet and in the motion": (
        _why_withholding_fails,
        {SHOW_CAUSE: {"fact-sheet", "motion-and-order-to-show-cause"}, PROTECTED: set(), REVIEW: set()},
    ),
    "the office's bar number stands on every paper of the office": (_new_bar_number, EVERY_PAPER),
}  # fmt: skip


@pytest.mark.parametrize("what", TOUCHES)
def test_a_changed_fact_flips_exactly_the_papers_on_which_it_stands(desk: Desk, what: str) -> None:
    touch, flipped = TOUCHES[what]
    with desk.database.transaction() as db:
        touch(db, desk)
    assert stale(desk) == flipped


def test_a_new_employer_in_the_extract_flips_the_sheet_of_that_case_alone(desk: Desk, tmp_path: Path) -> None:
    files = extract()
    obligor = next(
        row["MPI_NO"] for row in files["PARTICIPANTS.csv"]
        if (row["IVD_CASE_NO"], row["PART_TYPE"]) == (SHOW_CAUSE, "NCP")
    )  # fmt: skip
    place = next(at for at, row in enumerate(files["EMPLOYERS.csv"]) if row["MPI_NO"] == obligor)
    other = changed(files, "EMPLOYERS.csv", lambda row: row.update(WAGE_AMT="1.00"), place)
    import_(desk.database, in_folder(tmp_path / "later", other))
    assert stale(desk) == {SHOW_CAUSE: {"fact-sheet"}, PROTECTED: set(), REVIEW: set()}


def test_the_same_extract_again_makes_nothing_stale(desk: Desk, tmp_path: Path) -> None:
    import_(desk.database, in_folder(tmp_path / "again", extract()), at=NOON + timedelta(days=1))
    assert stale(desk) == {SHOW_CAUSE: set(), PROTECTED: set(), REVIEW: set()}


def test_a_payment_of_a_later_day_changes_nothing_on_the_day_of_the_paper(desk: Desk) -> None:
    pay(desk, SHOW_CAUSE, on=DAY + timedelta(days=1))
    assert stale(desk)[SHOW_CAUSE] == set()
    sheet = desk.paper(SHOW_CAUSE)
    with desk.database.reading() as db:
        tomorrow = stale_changes(db, sheet, today=DAY + timedelta(days=1))
    assert "arrears.total" in {change.name for change in tomorrow}


def test_money_that_comes_and_goes_back_leaves_the_totals_but_not_the_history(desk: Desk) -> None:
    pay(desk, SHOW_CAUSE)
    with desk.database.transaction() as db:
        back = {"receipt_no": "H-2", "amount": Money(-12_345), "reverses": "H-1"}
        post_payment(db, SHOW_CAUSE, collected_on=DAY, by=desk.agent, now=NOON, **back)  # type: ignore[arg-type]
    assert stale(desk)[SHOW_CAUSE] == {"payment-history"}


def _revisions(desk: Desk) -> int:
    with desk.database.reading() as db:
        return db.scalar(select(func.count()).select_from(Revision)) or 0


def test_asking_again_makes_no_new_revision(desk: Desk) -> None:
    before = _revisions(desk)
    assert [desk.ask(case_no) for case_no in desk.hearings] == [0, 0, 0]
    assert _revisions(desk) == before == 8


def test_preparing_again_makes_one_new_revision_of_each_stale_paper_and_keeps_the_old_ones(desk: Desk) -> None:
    old = desk.approve(SHOW_CAUSE)
    pay(desk, SHOW_CAUSE)
    with desk.database.transaction() as db:
        for _ in range(3):
            asked = ask_for_papers(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY, by="operator:test")
    assert len(asked) == 3
    assert desk.ask(SHOW_CAUSE) == 3
    new = desk.paper(SHOW_CAUSE)
    assert (old.number, new.number, new.state) == (1, 2, "made")
    assert stale(desk)[SHOW_CAUSE] == set()
    assert _revisions(desk) == 11
    with desk.database.reading() as db:
        kept = db.get_one(Revision, old.id)
        numbers = db.execute(
            select(Document.kind, Revision.number).join(Document, Document.id == Revision.document_id)
            .where(Document.hearing_id == desk.hearings[SHOW_CAUSE])
        ).all()  # fmt: skip
    assert (kept.state, kept.pdf_sha) == ("approved", old.pdf_sha)
    assert sorted(map(tuple, numbers)) == sorted((kind, number) for kind in ABOUT_MONEY for number in (1, 2))
    assert desk.ask(SHOW_CAUSE) == 0


def _flag_obligee(desk: Desk, folder: Path) -> None:
    """The state's next extract says that the obligee of the show cause is in danger."""
    files = extract()
    people = [(row["IVD_CASE_NO"], row["PART_TYPE"]) for row in files["PARTICIPANTS.csv"]]
    place = people.index((SHOW_CAUSE, "CP"))
    flagged = changed(files, "PARTICIPANTS.csv", lambda row: row.update(FVI="Y"), place)
    import_(desk.database, in_folder(folder, flagged))


def test_a_protection_flag_makes_the_sheet_with_her_address_stale_and_the_next_one_is_without_it(
    desk: Desk, tmp_path: Path
) -> None:
    with desk.database.reading() as db:
        record = case_record(db, 1, SHOW_CAUSE)
    obligee = record.person("obligee")
    assert obligee is not None
    lines = [one.line1 for one in record.addresses if one.mpi_no == obligee.mpi_no]
    old = desk.approve(SHOW_CAUSE)
    assert lines
    assert all(line in " ".join(word_text(blobs().get(old.word_sha)).split()) for line in lines)

    _flag_obligee(desk, tmp_path / "flag")

    assert desk.papers(SHOW_CAUSE)["fact-sheet"].stale
    assert desk.ask(SHOW_CAUSE) >= 1
    new = desk.paper(SHOW_CAUSE)
    for text in (word_text(blobs().get(new.word_sha)), " ".join(page_texts(blobs().get(new.pdf_sha)))):
        assert [line for line in lines if line.lower() in " ".join(text.split()).lower()] == []
    assert "PROTECTED PERSON" in word_text(blobs().get(new.word_sha))


def test_a_flag_set_while_a_paper_is_being_made_holds_its_output_back(desk: Desk, tmp_path: Path) -> None:
    pay(desk, SHOW_CAUSE)
    args = {
        "office_id": 1, "hearing_id": desk.hearings[SHOW_CAUSE], "template": "nc/fact-sheet", "as_of": DAY.isoformat(),
        "by": "operator:test",
    }  # fmt: skip
    with desk.database.reading() as db:
        known = RENDERING.read(db, args)
    made = RENDERING.make(known, Progress(1))
    _flag_obligee(desk, tmp_path / "flag")
    with desk.database.transaction() as db, pytest.raises(HeldBack) as held:
        RENDERING.write(db, args, made)
    assert str(held.value) == (
        f"A protection flag of case {SHOW_CAUSE} changed while the paper was made; it is made anew."
    )
    assert isinstance(held.value, Unavailable)  # so that the job is tried again
    assert _revisions(desk) == 8
