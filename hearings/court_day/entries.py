"""Verbs and questions: the rows of outcomes. An entry is added, never changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hearings.court_day.errors import NotOnDocket
from hearings.court_day.facts import Entered
from hearings.court_day.outcomes import outcome_named
from hearings.court_day.saying import sentence
from hearings.court_day.tables import Outcome
from hearings.tables import Hearing, Setting


@dataclass(frozen=True, slots=True)
class Chain:
    """The entries of one hearing in one court session, the first one first."""

    entries: tuple[Outcome, ...] = ()

    @property
    def standing(self) -> Outcome | None:
        """The entry that counts."""
        return next((one for one in self.entries if one.superseded_at is None), None)

    @property
    def beside(self) -> tuple[Outcome, ...]:
        """Entries that came beside the one that counts, and between which nobody has chosen yet."""
        standing = self.standing
        return tuple(one for one in self.entries if standing and one.beside == standing.number)

    @property
    def number(self) -> int:
        """The number on which a new entry is based; 0 where there is none."""
        return self.standing.number if self.standing else 0


def chain_of(db: Session, hearing_id: int, session_id: int) -> Chain:
    """The entries of a hearing in a court session."""
    return chains(db, [hearing_id], session_id).get(hearing_id, Chain())


def chains(db: Session, hearing_ids: Collection[int], session_id: int) -> dict[int, Chain]:
    """The entries of several hearings in a court session, by hearing."""
    rows = db.scalars(
        select(Outcome)
        .join(Setting, Setting.id == Outcome.setting_id)
        .where(Setting.court_session_id == session_id, Outcome.hearing_id.in_(hearing_ids))
        .order_by(Outcome.number)
        .execution_options(populate_existing=True)
    )
    found: dict[int, list[Outcome]] = {}
    for row in rows:
        found.setdefault(row.hearing_id, []).append(row)
    return {id: Chain(tuple(each)) for id, each in found.items()}


def setting_in(db: Session, hearing_id: int, session_id: int) -> Setting:
    """The setting of a hearing in a court session: its own, or the last one that it left. Raises NotOnDocket."""
    found = db.scalar(
        select(Setting)
        .where(Setting.hearing_id == hearing_id, Setting.court_session_id == session_id)
        .order_by(Setting.ended_at.is_(None).desc(), Setting.id.desc())
        .limit(1)
    )
    if found is None:
        raise NotOnDocket()
    return found


def sent_before(db: Session, office_id: int, entry_key: str) -> Outcome | None:
    """The entry that was sent under an id, if one was."""
    return db.scalar(select(Outcome).where(Outcome.office_id == office_id, Outcome.entry_key == entry_key))


def next_number(db: Session, hearing_id: int) -> int:
    """The number of a hearing's next entry."""
    return (db.scalar(select(func.max(Outcome.number)).where(Outcome.hearing_id == hearing_id)) or 0) + 1


def entered_disposition(db: Session, hearing: Hearing) -> str | None:
    """What the hearing's newest outcome says of it; None where it was not heard."""
    code = db.scalar(
        select(Outcome.code)
        .where(Outcome.hearing_id == hearing.id, Outcome.superseded_at.is_(None))
        .order_by(Outcome.number.desc())
        .limit(1)
    )
    return (outcome_named(code).disposition or None) if code else None


def entered(row: Outcome) -> Entered:
    """The frozen value of an entry."""
    kind = outcome_named(row.code)
    return Entered(
        row.id, row.hearing_id, row.number, row.based_on, row.code, kind.name, dict(row.fields),
        sentence(kind, row.fields), sentence(kind, row.fields, outside=True), row.by, row.by_name, row.at,
        row.superseded_at, row.beside,
    )  # fmt: skip


def all_entered(rows: Iterable[Outcome]) -> tuple[Entered, ...]:
    """The frozen values of entries, in their order."""
    return tuple(entered(row) for row in rows)
