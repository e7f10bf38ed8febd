"""A draft is tried on a stored hearing: the record is read with an audit row, and nothing of the trial is stored."""

import re

import pytest
from sqlalchemy import func, select

from cases.actions import post_payment
from cases.errors import NoSuchCase
from cases.queries import case_record
from documents import template_actions as verbs
from documents.clinic.errors import NoSuchDraft, NotTriable
from documents.manifests import ROOT
from documents.reading import page_texts
from documents.tables import Document, Revision
from documents.template_trials import Side, Tried, ask_to_try, hearings_to_try, subject, tried
from hearings.errors import NoSuchHearing
from infra.audit import Audit
from infra.blobs import blobs
from infra.db import Database
from infra.jobs.perform import work_off
from kernel.money import money
from offices.errors import NotYourRole
from offices.facts import Person
from tests.county import DAY, NOON
from tests.documents.desk import PROTECTED, REVIEW, SHOW_CAUSE, Desk
from tests.documents.test_template_versions import brought, history
from worker.errands import ERRANDS


def asked_for(desk: Desk, draft: int, case_no: str, by: Person | None = None) -> None:
    with desk.database.transaction() as db:
        ask_to_try(db, draft, desk.hearings[case_no], by=by or desk.attorney, today=DAY)


def seen(desk: Desk, draft: int, case_no: str) -> Tried | None:
    with desk.database.reading() as db:
        return tried(subject(db, 1, draft, desk.hearings[case_no], today=DAY))


def trial(desk: Desk, word: bytes, case_no: str) -> Tried:
    """What came of a draft on the hearing of a case."""
    draft, _ = brought(desk, word)
    asked_for(desk, draft, case_no)
    assert work_off(desk.database, ERRANDS) == 1
    found = seen(desk, draft, case_no)
    assert found is not None
    return found


def text_of(side: Side | None) -> str:
    assert side is not None
    assert side.trial is not None, side.refusal
    return " ".join(" ".join(page_texts(blobs().get(side.trial.pdf_sha))).split())


def stored(database: Database) -> tuple[int, int]:
    with database.reading() as db:
        documents, revisions = (db.scalar(select(func.count()).select_from(each)) for each in (Document, Revision))
    return documents or 0, revisions or 0


def test_both_papers_say_what_the_record_says_and_only_the_draft_its_new_words(desk: Desk) -> None:
    both = trial(desk, history("Asked of {{ obligor }}: {{ arrears.total }}"), SHOW_CAUSE)
    before, after = text_of(both.before), text_of(both.after)
    assert SHOW_CAUSE in before
    total = re.search(r"Asked of .+: (\$[0-9,]+\.[0-9]{2})", after)
    assert total is not None
    assert total[1] in before
    assert "Asked of" not in before


def test_a_trial_stores_no_paper_and_leaves_audit_rows_of_who_had_which_record_read(desk: Desk) -> None:
    was = stored(desk.database)
    draft, _ = brought(desk, history())
    asked_for(desk, draft, SHOW_CAUSE)
    work_off(desk.database, ERRANDS)
    assert seen(desk, draft, SHOW_CAUSE) is not None
    assert stored(desk.database) == was
    with desk.database.reading() as db:
        rows = db.execute(select(Audit.actor, Audit.verb, Audit.subject).order_by(Audit.id.desc()).limit(2)).all()
    hearing = f"hearing {desk.hearings[SHOW_CAUSE]}"
    assert [tuple(row) for row in rows] == [
        (desk.attorney.actor, f"tried template draft {draft} on", hearing),
        (desk.attorney.actor, f"asked to try template draft {draft} on", hearing),
    ]


def test_words_of_a_protected_person_are_refused_in_a_trial_as_in_a_paper(desk: Desk) -> None:
    with desk.database.reading() as db:
        word = case_record(db, 1, PROTECTED).protected_words[0]
    both = trial(desk, history(f"She can be found at {word}."), PROTECTED)
    assert both.after == Side(None, (), "The document was held back because its text holds protected words.")
    assert word not in text_of(both.before)
    assert word in text_of(trial(desk, history(f"She can be found at {word}, they say."), SHOW_CAUSE).after)


def test_a_trial_is_shown_only_while_the_record_says_what_it_was_made_of(desk: Desk) -> None:
    draft, _ = brought(desk, history())
    asked_for(desk, draft, SHOW_CAUSE)
    work_off(desk.database, ERRANDS)
    assert seen(desk, draft, SHOW_CAUSE) is not None
    with desk.database.transaction() as db:
        post_payment(db, SHOW_CAUSE, receipt_no="M1", collected_on=DAY, amount=money("12.00"), by=desk.agent, now=NOON)
    assert seen(desk, draft, SHOW_CAUSE) is None


def test_a_draft_with_problems_is_tried_on_no_hearing(desk: Desk) -> None:
    draft, _ = brought(desk, history("{{ arrears.totel }}"))
    with pytest.raises(NotTriable, match="problems have to be mended first"):
        asked_for(desk, draft, SHOW_CAUSE)


def test_only_an_attorney_of_the_same_office_has_a_draft_tried(desk: Desk) -> None:
    draft, _ = brought(desk, history())
    with pytest.raises(NotYourRole):
        asked_for(desk, draft, SHOW_CAUSE, desk.agent)
    with pytest.raises(NoSuchDraft):
        asked_for(desk, draft, SHOW_CAUSE, desk.foreign_attorney)
    with desk.database.reading() as db, pytest.raises(NoSuchHearing):
        subject(db, 1, draft, 999, today=DAY)


def test_the_hearings_that_take_the_paper_are_offered_and_any_is_found_by_its_case(desk: Desk) -> None:
    of_any, of_show_cause = "nc/fact-sheet", "nc/motion-and-order-to-show-cause"
    with desk.database.transaction() as db:
        sheet, motion = (
            verbs.bring(db, name, (ROOT / name / "template.docx").read_bytes(), by=desk.attorney, today=DAY)[0]
            for name in (of_any, of_show_cause)
        )
        offered = {one.case_no for one in hearings_to_try(db, 1, sheet, today=DAY)}
        assert offered == {SHOW_CAUSE, PROTECTED}
        assert REVIEW not in {one.case_no for one in hearings_to_try(db, 1, motion, today=DAY)}
        assert [one.case_no for one in hearings_to_try(db, 1, motion, today=DAY, case=SHOW_CAUSE)] == [SHOW_CAUSE]
        assert hearings_to_try(db, 1, sheet, today=DAY, case=REVIEW) == []
        with pytest.raises(NoSuchCase):
            hearings_to_try(db, 1, sheet, today=DAY, case="nobody")
        with pytest.raises(NotTriable, match="takes no paper of this template"):
            subject(db, 1, sheet.id, desk.hearings[REVIEW], today=DAY)
