"""A draft as pages and programs look at it, and what is made of it when problems are mended."""

from dataclasses import dataclass

from api.looking import looking_at
from api.visitor import Visitor
from documents.clinic.examine import mended, mended_all
from documents.manifests import Template
from documents.reading import page_texts
from documents.tables import TemplateDraft
from documents.template_actions import bring
from documents.template_queries import Report, Trial, draft_of_office, report_of, template_of
from infra.blobs import blobs
from infra.db import database
from kernel.refusals import Missing


@dataclass(eq=False)
class NoSuchMend(Missing):
    """A problem that a person has to mend, or that is not there."""

    def __str__(self) -> str:
        return "This draft has no such problem that can be mended here."


MOST_PAGES = 40
"""Pages that are shown side by side; what differs shows long before."""
ALL = "all"
"""Every mend that is safe, instead of the number of one problem."""


@dataclass(frozen=True, slots=True)
class DraftSeen:
    """A draft of the visitor's office with what the clinic found; ``report`` is None while it looks."""

    draft: TemplateDraft
    template: Template
    report: Report | None


def draft_seen(visitor: Visitor, draft_id: int, *, verb: str = "looked at") -> DraftSeen:
    """A draft, the looking audited. Raises NoSuchDraft."""
    with looking_at(f"template draft {draft_id}", visitor, verb=verb) as db:
        draft = draft_of_office(db, visitor.office_id, draft_id)
        return DraftSeen(draft, template_of(draft), report_of(draft))


def mend(visitor: Visitor, draft_id: int, which: str) -> int:
    """The draft that a mend makes; the old one stays. Raises NoSuchDraft, NoSuchMend, NotATemplate."""
    seen = draft_seen(visitor, draft_id, verb="mended")
    word, title = blobs().get(seen.draft.word_sha), seen.template.manifest.title
    if which == ALL:
        made = mended_all(word, seen.template.manifest.facts, title=title)
    else:
        problems = seen.report.problems if seen.report else ()
        if not 1 <= int(which) <= len(problems) or problems[int(which) - 1].fix is None:
            raise NoSuchMend()
        made = mended(word, problems[int(which) - 1], title=title)
    with database().transaction() as db:
        draft, _ = bring(db, seen.draft.template, made, by=visitor.person, today=visitor.today)
        return draft.id


@dataclass(frozen=True, slots=True)
class PagesShown:
    """The text of the first pages of a template that was filled in, and how many pages it has in all."""

    texts: tuple[str, ...]
    of: int


def pages_shown(trial: Trial | None) -> PagesShown:
    """The pages that are shown of a template that was filled in; none where it was not."""
    if trial is None:
        return PagesShown((), 0)
    return PagesShown(page_texts(blobs().get(trial.pdf_sha), first=MOST_PAGES), trial.pages)
