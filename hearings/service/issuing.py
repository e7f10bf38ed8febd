"""Verb: a paper is issued, or a summons is endorsed or followed by an alias and pluries summons."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from cases.queries import case_record
from hearings.calendar.closings import office_calendar
from hearings.queries import hearing
from hearings.service.chains import life_of
from hearings.service.entry import clean
from hearings.service.errors import ChainBroken, NotInTheFuture, NotTold
from hearings.service.facts import EXTENDS, Issued, Link
from hearings.service.families import SUMMONS
from hearings.service.queries import ledgers
from hearings.service.tables import IssuedPaper
from hearings.service.writing import LONGEST_PAPER, a_person_of, tell
from law.states import law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of

EXTENSION = "N.C. R. Civ. P. 4(d), 4(e)"
NONE_NEEDED = {"CA": ("it may be served for three years from filing", "Cal. Code Civ. Proc. § 583.210(a)")}
"""States in which a summons is not extended: why, with the cite."""


def issue_paper(
    db: Session,
    case_no: str,
    *,
    mpi_no: str,
    paper: str,
    kind: Link,
    issued_on: date,
    by: Person,
    today: date,
    now: datetime,
    filed_on: date | None = None,
    hearing_id: int | None = None,
    abroad: bool = False,
    under_disability: bool = False,
) -> IssuedPaper:
    """Write down that a paper was issued, or that a summons was endorsed or followed by an alias and pluries summons.

    Raises NotYourRole, NoSuchCase, NoSuchPerson, NoSuchHearing, NotTold, NotInTheFuture, ChainBroken or NotLegalText.
    """
    require_role(by, Role.AGENT)
    a_person_of(case_record(db, by.office_id, case_no), mpi_no)
    if hearing_id is not None and hearing(db, by.office_id, hearing_id).case_no != case_no:
        raise NotTold("the hearing is one of another case")
    name = clean(paper, LONGEST_PAPER)
    if name is None:
        raise NotTold("the paper has to be named")
    if issued_on > today:
        raise NotInTheFuture("The issue")
    ledger = ledgers(db, by.office_id, [case_no], as_of=today)[case_no]
    chain = [one for one in ledger.issued if (one.mpi_no, one.paper) == (mpi_no, name)]
    if any(one.issued_on == issued_on for one in chain if one.id is not None):
        raise NotTold(f"this paper was issued on {issued_on:%B %-d, %Y} already")
    if kind in EXTENDS:
        _refuse_broken(db, by, name, kind, chain, issued_on)
    row = IssuedPaper(
        office_id=by.office_id,
        case_no=case_no,
        mpi_no=mpi_no,
        paper=name,
        kind=kind.value,
        issued_on=issued_on,
        filed_on=filed_on,
        follows_id=chain[-1].id if chain and kind in EXTENDS else None,
        hearing_id=hearing_id,
        abroad=abroad,
        under_disability=under_disability,
        entered_by=by.actor,
        entered_at=now,
    )
    db.add(row)
    db.flush()
    tell(db, by, "wrote down issue", case_no, f"{name}, {kind}")
    return row


def _refuse_broken(db: Session, by: Person, paper: str, kind: Link, chain: Sequence[Issued], issued_on: date) -> None:
    law = law_of(state_of(db, by.office_id))
    if law.state in NONE_NEEDED:
        why, cite = NONE_NEEDED[law.state]
        raise ChainBroken(f"In {law.name} a summons is neither endorsed nor followed by an alias: {why}", cite)
    if SUMMONS not in paper:
        raise ChainBroken("Only a summons is endorsed or followed by an alias summons", EXTENSION)
    life = life_of(law, chain, as_of=issued_on, court=office_calendar(db, by.office_id))
    if life is None:
        raise ChainBroken("There is no earlier summons for this one to follow", EXTENSION)
    if kind is Link.ENDORSEMENT and not life.stands:
        raise ChainBroken("The summons was not extended in time, so nothing is left to endorse", EXTENSION)
