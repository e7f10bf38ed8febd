"""The papers of hearings as they stand: what each hearing may take, what it needs, and what was made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.gather import Matter
from documents.manifests import ALWAYS, Template, papers_for
from documents.tables import Document, Revision
from documents.template_queries import built_in, published


@dataclass(frozen=True, slots=True)
class Standing:
    """The papers of one hearing. ``current`` are those that were asked for, each with its revision when it is made."""

    possible: tuple[Template, ...]
    current: dict[str, Revision | None]

    @property
    def needed(self) -> tuple[Template, ...]:
        """The templates of its papers, needed or asked for, in the order of a packet."""
        return tuple(each for each in self.possible if self._needs(each))

    @property
    def offered(self) -> tuple[Template, ...]:
        """The templates of papers that nobody has asked for yet."""
        return tuple(each for each in self.possible if not self._needs(each))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of paper that it may take, made or offered."""
        return frozenset(each.manifest.kind for each in self.possible)

    def _needs(self, template: Template) -> bool:
        return template.manifest.prepared == ALWAYS or template.manifest.kind in self.current


def standing(db: Session, of: Matter) -> Standing:
    """How the papers of one hearing stand."""
    return standings(db, [of])[0]


def standings(db: Session, found: Sequence[Matter]) -> list[Standing]:
    """How the papers of several hearings of an office stand, read together, in the same order."""
    if not found:
        return []
    usable = library(db, found[0].hearing.office_id, found[0].kind.state)
    current = _current(db, [of.hearing.id for of in found])
    possible: dict[tuple[str, date], tuple[Template, ...]] = {}
    for of in found:
        if (of.kind.code, of.hearing.on) not in possible:
            possible[of.kind.code, of.hearing.on] = papers_for(of.kind, of.hearing.on, usable)
    return [Standing(possible[of.kind.code, of.hearing.on], current[of.hearing.id]) for of in found]


def library(db: Session, office_id: int, state: str) -> tuple[Template, ...]:
    """Every template that an office may use: those that come with Courtready, and the versions that it published."""
    return (*built_in(state), *published(db, office_id, state))


def _current(db: Session, hearings: Sequence[int]) -> dict[int, dict[str, Revision | None]]:
    rows = db.execute(
        select(Document.hearing_id, Document.kind, Revision)
        .outerjoin(Revision, Revision.id == Document.current_id)
        .where(Document.hearing_id.in_(hearings))
    )
    found: dict[int, dict[str, Revision | None]] = {hearing: {} for hearing in hearings}
    for row in rows:
        found[row.hearing_id][row.kind] = row.Revision
    return found
