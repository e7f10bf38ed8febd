"""An office publishes its own version of a template from a day on; what is approved keeps the one it was made with."""

import io
from datetime import date, timedelta

import docx
import pytest
from sqlalchemy import func, select

from documents import template_actions as verbs
from documents.clinic.errors import NoSuchDraft, NoSuchVersion, NotATemplate, NotPublishable, WithdrawnBefore
from documents.clinic.manifest_text import manifest_text
from documents.manifests import ROOT, manifest, templates
from documents.reading import word_text
from documents.tables import Revision, TemplateDraft, TemplateVersion
from documents.template_queries import Report, difference, draft_of_office, numbered_version, report_of, shelved
from infra.audit import Audit
from infra.blobs import blobs
from infra.jobs.perform import work_off
from offices.errors import NotYourRole
from offices.facts import Person
from tests.county import DAY
from tests.documents.desk import REVIEW, SHOW_CAUSE, Desk
from worker.errands import ERRANDS

HISTORY = "nc/payment-history"
ADDED = "Prepared under the office's own template."


def history(extra: str = ADDED) -> bytes:
    """The payment history that comes with Courtready, with one more paragraph."""
    paper = docx.Document(str(ROOT / HISTORY / "template.docx"))
    paper.add_paragraph(extra)
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def brought(desk: Desk, word: bytes, by: Person | None = None) -> tuple[int, Report]:
    """A draft that the clinic has looked over."""
    with desk.database.transaction() as db:
        draft, _ = verbs.bring(db, HISTORY, word, by=by or desk.attorney, today=DAY)
        id = draft.id
    assert work_off(desk.database, ERRANDS) == 1
    with desk.database.reading() as db:
        report = report_of(draft_of_office(db, 1, id))
    assert report is not None
    return id, report


def published(desk: Desk, word: bytes, *, on: date = DAY) -> int:
    """The version that a draft became."""
    id, report = brought(desk, word)
    assert report.publishable, report
    with desk.database.transaction() as db:
        return verbs.publish(db, id, in_force_on=on, note="One more line", by=desk.attorney, today=DAY).id


def says(revision: Revision, words: str) -> bool:
    return words in word_text(blobs().get(revision.word_sha))


def test_a_draft_is_looked_over_and_filled_in_beside_the_one_that_is_used_today(desk: Desk) -> None:
    _, report = brought(desk, history())
    assert (report.problems, report.refusal, report.publishable) == ((), "", True)
    assert report.before is not None
    assert report.after is not None
    assert report.after.pages >= report.before.pages >= 3
    assert ADDED in report.lines


def test_a_draft_with_a_problem_is_shown_with_its_place_and_cannot_be_published(desk: Desk) -> None:
    id, report = brought(desk, history("Owed: {{ arrears.totel }}"))
    assert [one.text for one in report.problems] == ["Owed: {{ arrears.totel }}"]
    assert [numbers for _, _, numbers in report.pictures] == [(1,)]
    assert report.after is None
    with (
        pytest.raises(NotPublishable, match="1 problem must be mended first"),
        desk.database.transaction() as db,
    ):
        verbs.publish(db, id, in_force_on=DAY, note="", by=desk.attorney, today=DAY)


def test_a_double_click_publishes_once(desk: Desk) -> None:
    id, _ = brought(desk, history())
    with desk.database.transaction() as db:
        verbs.publish(db, id, in_force_on=DAY, note="", by=desk.attorney, today=DAY)
    with pytest.raises(NotPublishable, match="published already, as version 2"), desk.database.transaction() as db:
        verbs.publish(db, id, in_force_on=DAY, note="", by=desk.attorney, today=DAY)


def test_only_an_attorney_brings_publishes_and_withdraws(desk: Desk) -> None:
    id, _ = brought(desk, history())
    for person in (desk.agent, desk.clerk):
        with pytest.raises(NotYourRole), desk.database.transaction() as db:
            verbs.bring(db, HISTORY, history(), by=person, today=DAY)
        with pytest.raises(NotYourRole), desk.database.transaction() as db:
            verbs.publish(db, id, in_force_on=DAY, note="", by=person, today=DAY)
        with pytest.raises(NotYourRole), desk.database.transaction() as db:
            verbs.withdraw_version(db, 1, by=person)


def test_a_paper_that_is_not_approved_is_made_anew_and_the_gap_says_why(desk: Desk) -> None:
    published(desk, history())

    gaps = desk.gaps(REVIEW)
    title = desk.paper(REVIEW, "payment-history").title
    assert gaps[f"{title} is made from another version of its template"] == (
        f"Version 2 of its template is in force from {DAY:%B %-d, %Y}; prepare it again."
    )
    assert desk.ask(REVIEW) == 1
    made = desk.paper(REVIEW, "payment-history")
    assert (made.number, says(made, ADDED)) == (2, True)
    assert not any("another version" in what for what in desk.gaps(REVIEW))


def test_an_approved_paper_keeps_the_version_that_it_was_made_with(desk: Desk) -> None:
    approved = desk.approve(SHOW_CAUSE, "payment-history")
    published(desk, history())

    assert desk.ask(SHOW_CAUSE) == 0
    paper = desk.papers(SHOW_CAUSE)["payment-history"]
    assert paper.revision is not None
    assert (paper.revision.id, paper.approved, paper.of_earlier_template) == (approved.id, True, True)
    assert not says(paper.revision, ADDED)


def test_a_version_for_a_later_day_is_used_for_hearings_from_that_day_on_only(desk: Desk) -> None:
    hearing_on = desk.papers(REVIEW)["payment-history"].template.manifest
    published(desk, history(), on=date(2027, 1, 1))
    assert desk.papers(REVIEW)["payment-history"].template.manifest == hearing_on
    with desk.database.reading() as db:
        one = shelved(db, 1, "NC", HISTORY, on=DAY)
        later = shelved(db, 1, "NC", HISTORY, on=date(2027, 1, 1))
    assert ([each.number for each in one.coming], one.current.number, later.current.number) == ([2], 1, 2)


def test_an_older_version_is_published_again_to_roll_back(desk: Desk) -> None:
    first = published(desk, history())
    published(desk, history("Another line."))
    with desk.database.transaction() as db:
        again = verbs.publish_again(db, first, in_force_on=DAY, note="Back", by=desk.attorney, today=DAY)
        assert again.number == 4
    assert desk.ask(REVIEW) == 1
    assert says(desk.paper(REVIEW, "payment-history"), ADDED)


def test_the_template_that_comes_with_courtready_can_be_published_again_too(desk: Desk) -> None:
    published(desk, history())
    with desk.database.transaction() as db:
        verbs.publish_built_in_again(db, HISTORY, in_force_on=DAY, note="Back", by=desk.attorney, today=DAY)
    paper = desk.papers(REVIEW)["payment-history"].template
    assert (paper.manifest.version, paper.word) == (3, (ROOT / HISTORY / "template.docx").read_bytes())


def test_a_withdrawn_version_is_used_no_more_and_stays_on_record(desk: Desk) -> None:
    version = published(desk, history())
    with desk.database.transaction() as db:
        verbs.withdraw_version(db, version, by=desk.attorney)
    assert desk.papers(REVIEW)["payment-history"].template.manifest.version == 1
    with desk.database.reading() as db:
        row = db.get_one(TemplateVersion, version)
        assert (row.withdrawn_by, row.withdrawn_at is not None) == (desk.attorney.actor, True)


def test_a_version_is_withdrawn_once_and_the_second_time_is_told_who_did_it(desk: Desk) -> None:
    version = published(desk, history())
    with desk.database.transaction() as db:
        verbs.withdraw_version(db, version, by=desk.attorney)
    with pytest.raises(WithdrawnBefore) as refused, desk.database.transaction() as db:
        verbs.withdraw_version(db, version, by=desk.second_attorney)
    email = desk.attorney.actor.partition(":")[2]
    assert str(refused.value) == f"Version 2 cannot be withdrawn again: {email} has withdrawn it before."


def test_no_version_is_in_force_from_a_day_that_has_passed(desk: Desk) -> None:
    id, _ = brought(desk, history())
    with pytest.raises(NotPublishable, match="a day that has passed"), desk.database.transaction() as db:
        verbs.publish(db, id, in_force_on=DAY - timedelta(days=1), note="", by=desk.attorney, today=DAY)


def test_a_draft_that_was_not_looked_over_yet_is_not_published(desk: Desk) -> None:
    with desk.database.transaction() as db:
        draft, _ = verbs.bring(db, HISTORY, history(), by=desk.attorney, today=DAY)
    with pytest.raises(NotPublishable, match="has not been looked over yet"), desk.database.transaction() as db:
        verbs.publish(db, draft.id, in_force_on=DAY, note="", by=desk.attorney, today=DAY)


def test_another_office_sees_neither_draft_nor_version_and_does_not_use_it(desk: Desk) -> None:
    version = published(desk, history())
    with desk.database.transaction() as db:
        draft = db.scalars(select(TemplateDraft.id)).one()
        with pytest.raises(NoSuchDraft):
            verbs.publish(db, draft, in_force_on=DAY, note="", by=desk.foreign_attorney, today=DAY)
        with pytest.raises(NoSuchVersion):
            verbs.withdraw_version(db, version, by=desk.foreign_attorney)
        assert shelved(db, 2, "NC", HISTORY, on=DAY).current.number == 1


def test_a_file_that_is_no_word_file_is_not_even_kept(desk: Desk) -> None:
    for data in (b"", b"%PDF-1.7", b"PK\x03\x04" + bytes(11 * 1024 * 1024)):
        with pytest.raises(NotATemplate), desk.database.transaction() as db:
            verbs.bring(db, HISTORY, data, by=desk.attorney, today=DAY)
    with desk.database.reading() as db:
        assert db.scalar(select(func.count()).select_from(TemplateDraft)) == 0


def test_every_step_leaves_an_audit_row_that_names_the_bytes(desk: Desk) -> None:
    version = published(desk, history())
    with desk.database.transaction() as db:
        verbs.withdraw_version(db, version, by=desk.attorney)
    with desk.database.reading() as db:
        rows = list(db.scalars(select(Audit).where(Audit.subject.like("template %")).order_by(Audit.seq)))
        word = db.get_one(TemplateVersion, version).word_sha
    assert [row.verb for row in rows] == ["brought template", "published template", "withdrew template"]
    assert [word in row.detail for row in rows] == [True, True, True]
    assert {row.actor for row in rows} == {desk.attorney.actor}


def test_the_difference_of_two_versions_tells_the_line_that_came(desk: Desk) -> None:
    published(desk, history())
    with desk.database.reading() as db:
        one = shelved(db, 1, "NC", HISTORY, on=DAY)
    lines = difference(numbered_version(one, 1).template, numbered_version(one, 2).template)
    assert [str(line) for line in lines if line.changed] == [f"+ {ADDED}"]


def test_the_shelf_tells_how_many_papers_use_a_version(desk: Desk) -> None:
    desk.approve(SHOW_CAUSE, "payment-history")
    with desk.database.reading() as db:
        used = shelved(db, 1, "NC", HISTORY, on=DAY).current
    assert (used.papers, used.approved) == (3, 1)


@pytest.mark.parametrize("one", templates("nc"), ids=lambda each: each.manifest.id)
def test_a_manifest_written_and_read_again_is_the_same(one: object) -> None:
    told = one.manifest  # type: ignore[attr-defined]
    assert manifest(manifest_text(told), told.id.partition("/")[2]) == told


def test_an_own_manifest_may_not_change_what_kind_of_paper_it_is(desk: Desk) -> None:
    sheet = next(one for one in templates("nc") if one.manifest.id == "nc/fact-sheet")
    told = manifest(manifest_text(sheet.manifest).replace(b"nc/fact-sheet", b"nc/payment-history"), "payment-history")
    with pytest.raises(NotPublishable, match="another kind"), desk.database.transaction() as db:
        verbs.bring(db, HISTORY, history(), by=desk.attorney, today=DAY, own=(told, sheet.samples))
