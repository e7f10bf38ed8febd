"""A draft beside the version in force on a stored hearing, as pages and programs look at it."""

from dataclasses import dataclass

from api.looking import looking_at
from api.page_pictures import NoSuchPage, page_picture
from api.visitor import Visitor
from documents.tables import TemplateDraft
from documents.template_queries import draft_of_office, template_of
from documents.template_trials import Side, Subject, Tried, ask_to_try, batch_of, hearings_to_try, subject, tried
from hearings.facts import SetHearing
from infra.db import database
from law.states import StateLaw, law_of
from offices.queries import state_of


@dataclass(frozen=True, slots=True)
class HearingsSeen:
    """The hearings that a draft can be tried on, with the law that names their types."""

    draft: TemplateDraft
    title: str
    hearings: tuple[SetHearing, ...]
    law: StateLaw


@dataclass(frozen=True, slots=True)
class TrialSeen:
    """A draft on a hearing; ``tried`` is None until it was tried on what the record says today."""

    subject: Subject
    tried: Tried | None


def hearings_seen(visitor: Visitor, draft_id: int, case: str) -> HearingsSeen:
    """The hearings that take the draft's kind of paper, the looking audited. Raises NoSuchDraft, NoSuchCase."""
    with looking_at(f"template draft {draft_id}", visitor, verb="listed hearings for") as db:
        draft = draft_of_office(db, visitor.office_id, draft_id)
        found = hearings_to_try(db, visitor.office_id, draft, today=visitor.today, case=case)
        law = law_of(state_of(db, visitor.office_id))
        return HearingsSeen(draft, template_of(draft).manifest.title, tuple(found), law)


def trial_seen(visitor: Visitor, draft_id: int, hearing_id: int, *, verb: str = "looked at trial of") -> TrialSeen:
    """A trial, the reading of the record audited. Raises NoSuchDraft, NoSuchHearing, NotTriable."""
    with looking_at(f"hearing {hearing_id}", visitor, verb=f"{verb} template draft {draft_id} on") as db:
        found = subject(db, visitor.office_id, draft_id, hearing_id, today=visitor.today)
        return TrialSeen(found, tried(found))


def try_draft(visitor: Visitor, draft_id: int, hearing_id: int) -> str:
    """The batch of a trial that was asked for. Raises NoSuchDraft, NoSuchHearing, NotTriable."""
    with database().transaction() as db:
        ask_to_try(db, draft_id, hearing_id, by=visitor.person, today=visitor.today)
    return batch_of(draft_id, hearing_id)


def trial_page(visitor: Visitor, draft_id: int, hearing_id: int, side: str, number: int) -> bytes:
    """A page of one side as PNG, the reading audited. Raises NoSuchPage."""
    seen = trial_seen(visitor, draft_id, hearing_id, verb=f"opened page {number} {side} of")
    told: Side | None = getattr(seen.tried, side) if seen.tried else None
    if told is None or told.trial is None:
        raise NoSuchPage()
    return page_picture(told.trial.pdf_sha, number)
