"""Service of a case as one timeline for each paper and person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hearings.facts import Served
from hearings.notice import completed
from hearings.service.chains import life_of
from hearings.service.defaults import default_of
from hearings.service.facts import Consent, Default, Issued, Life, Link, Proof, Recipient, Reply, Timeline
from hearings.service.families import SUMMONS
from hearings.service.standing import LastDay, proved, state_of_service, whenever
from kernel.refusals import Refused
from law.calendar import CourtCalendar
from law.states import StateLaw


@dataclass(frozen=True, slots=True)
class CaseLedger:
    """Everything on record about service in one case, as known on a day. ``services`` are checked by the law."""

    case_no: str
    people: Mapping[str, Recipient]
    issued: tuple[Issued, ...]
    services: tuple[Served, ...]
    consents: tuple[Consent, ...]
    replies: Mapping[str, Reply]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """By what service is measured: the law, the office's court days, how young it wants the check of military
    service, the day.
    """

    law: StateLaw
    court: CourtCalendar
    scra_days: int
    as_of: date


def timelines_of(ledger: CaseLedger, measure: Measure, last_day: LastDay = whenever) -> list[Timeline]:
    """The timelines of a case in order of their first issue."""
    issued = [(one.paper, one.mpi_no) for one in ledger.issued]
    pairs = dict.fromkeys([*issued, *((one.paper, one.mpi_no) for one in ledger.services)])
    return [_timeline(ledger, measure, last_day, paper, mpi_no) for paper, mpi_no in pairs]


def nothing_issued(ledger: CaseLedger, paper: str, person: Recipient, last_day: LastDay, as_of: date) -> Timeline:
    """The timeline of a paper that ought to be issued and is not."""
    state = state_of_service((), issued=False, life=None, last_day=last_day, as_of=as_of)
    return Timeline(ledger.case_no, paper, person, (), (), (), None, None, None, state, None)


def implied(services: Sequence[Served], known: Sequence[Issued], case_no: str) -> tuple[Issued, ...]:
    """Every issue: those on record, and those that only an attempt tells, in order of day."""
    found = {(one.mpi_no, one.paper, one.issued_on): one for one in known}
    for one in services:
        if one.issued_on and (one.mpi_no, one.paper, one.issued_on) not in found:
            found[one.mpi_no, one.paper, one.issued_on] = Issued(
                None, case_no, one.mpi_no, one.paper, Link.ORIGINAL, one.issued_on
            )
    told: list[Issued] = []
    for one_issued in sorted(found.values(), key=lambda one: (one.issued_on, one.id or 0)):
        again = any((each.mpi_no, each.paper) == (one_issued.mpi_no, one_issued.paper) for each in told)
        later = Link.ALIAS if SUMMONS in one_issued.paper else Link.REISSUE
        told.append(replace(one_issued, kind=later) if again and one_issued.id is None else one_issued)
    return tuple(told)


def _timeline(ledger: CaseLedger, measure: Measure, last_day: LastDay, paper: str, mpi_no: str) -> Timeline:
    as_of = measure.as_of
    chain = tuple(one for one in ledger.issued if (one.paper, one.mpi_no) == (paper, mpi_no))
    services = tuple(one for one in ledger.services if (one.paper, one.mpi_no) == (paper, mpi_no))
    summons, newest = SUMMONS in paper, max((one.issued_on for one in chain), default=None)
    counting = [one for one in services if summons or one.issued_on == newest]
    done = min(
        (one for one in counting if completed(one, as_of)), key=lambda one: one.complete_on or date.max, default=None
    )
    person = ledger.people.get(mpi_no) or Recipient(mpi_no, mpi_no, "", None, None, protected=True)
    reply = ledger.replies.get(mpi_no) if summons else None
    life = _life(measure, chain, done) if summons and chain else None
    default = _default(measure, done, reply, person) if summons else None
    keys = {key for one in services for key in (one.key, one.other_key)}
    return Timeline(
        case_no=ledger.case_no,
        paper=paper,
        person=person,
        chain=chain,
        services=services,
        proofs=tuple(one for one in ledger.proofs if one.attempt_key in keys),
        reply=reply,
        life=life,
        done=done,
        state=state_of_service(counting, issued=bool(chain), life=life, last_day=last_day, as_of=as_of),
        default=default,
    )


def _life(by: Measure, chain: Sequence[Issued], done: Served | None) -> Life | None:
    """The life of a summons, None where the rows of law do not reach."""
    served_on, proved_on = (done.complete_on, done.returned_on) if done else (None, None)
    try:
        return life_of(by.law, chain, as_of=by.as_of, served_on=served_on, proved_on=proved_on, court=by.court)
    except Refused:
        return None


def _default(by: Measure, done: Served | None, reply: Reply | None, person: Recipient) -> Default:
    """Whether default is possible; where its day cannot be counted, it is not, and that is why."""
    back, young = done is not None and proved(done, by.as_of), by.scra_days
    try:
        return default_of(by.law, done, reply, person, proved=back, scra_days=young, as_of=by.as_of, court=by.court)
    except Refused as uncounted:
        return Default(None, None, False, (str(uncounted),))
