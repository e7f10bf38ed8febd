"""Verbs: an outcome together with the draft papers that follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from documents.gather import gathered, matter
from documents.papers import ask_for_matter
from documents.standing import Standing, standing
from hearings.court_day.actions import Entry, enter_outcome
from kernel.refusals import Courteous
from offices.facts import Person


@dataclass(frozen=True, slots=True)
class Drafts:
    """Draft papers that were asked for, by title, and those for which there is no ground, each with why."""

    batch: str = ""
    asked: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


def enter_and_draft(
    db: Session,
    hearing_id: int,
    *,
    session_id: int,
    code: str,
    given: Mapping[str, str],
    based_on: int,
    entry_key: str,
    by: Person,
    now: datetime,
    today: date,
) -> tuple[Entry, Drafts]:
    """Enter an outcome and ask for the papers that its row names. Raises what ``enter_outcome`` raises."""
    entry = enter_outcome(
        db, hearing_id, session_id=session_id, code=code, given=given, based_on=based_on, entry_key=entry_key, by=by,
        now=now, today=today,
    )  # fmt: skip
    if not entry.papers:
        return entry, Drafts()
    return entry, _ask(db, hearing_id, entry, by, today)


def _ask(db: Session, hearing_id: int, entry: Entry, by: Person, today: date) -> Drafts:
    """A paper that this type of hearing does not take is no draft of it; one without ground is told."""
    db.flush()
    of = matter(db, by.office_id, hearing_id, as_of=today)
    known = standing(db, of)
    wanted = [each for each in known.possible if each.manifest.kind in entry.papers]
    batch = f"outcome-{hearing_id}-{entry.mine.number}"
    held, ready = [], []
    for template in wanted:
        try:
            gathered(template.manifest.facts, of)
        except Courteous as refused:
            held.append(f"{template.manifest.title}: {refused}")
        else:
            ready.append(template)
    only = Standing(tuple(ready), {each.manifest.kind: known.current.get(each.manifest.kind) for each in ready})
    ask_for_matter(db, of, only, by=by.actor, batch=batch)
    return Drafts(batch, tuple(each.manifest.title for each in ready), tuple(held))
