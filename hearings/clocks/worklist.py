"""Questions: what must this person do today? Kept deadlines, tasks, proofs, plans not kept, adjustments to decide."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from cases.money.facts import Decision
from cases.money.tables import AdjustmentProposal
from cases.plans.queries import open_plans
from cases.plans.tables import PaymentPlan
from cases.tables import CaseHeader
from hearings.calendar.local import zone_named
from hearings.calendar.tables import Assignment
from hearings.clocks.counting import Counting
from hearings.clocks.facts import Owner
from hearings.clocks.gathering import dates_of_cases
from hearings.clocks.lines import (
    Line,
    Worklist,
    in_order,
    may_wait,
    of_adjustment,
    of_deadline,
    of_plan,
    of_proof,
    of_task,
    until,
)
from hearings.clocks.queries import counting_of, told
from hearings.clocks.tables import KeptDeadline
from hearings.court_day.tables import Task
from hearings.service.facts import State
from hearings.tables import CourtSession, Hearing, Setting
from law.calendar import CourtCalendar
from law.rows import NoRuleInForce
from offices.facts import Person, Role
from offices.queries import settings_of
from offices.tables import Staff


def worklist(db: Session, person: Person, *, today: date) -> Worklist:
    """What a person must do, by last safe day: what is overdue, and what is near.

    An agent has the cases of the agent's code and the hearings assigned to the agent; an attorney what is an
    attorney's to do. What belongs to nobody on the staff stands on every list, so that it cannot be passed over.
    Raises YearUnknown.
    """
    counting = counting_of(db, person.office_id)
    court = counting.court(None)
    reaches = until(today, court)
    lines = [*_deadlines(db, person, today, reaches, counting), *_tasks(db, person, today, reaches, counting)]
    if person.role is Role.AGENT:
        lines += _proofs(db, person, today, reaches, counting)
        lines += _plans(db, person, today, counting)
    if person.role is Role.ATTORNEY:
        lines += _adjustments(db, person, today, court)
    once = {(one.kind, one.id, one.why): one for one in lines}
    return Worklist(person.name, today, reaches, in_order(once.values()))


def staff_with_worklists(db: Session, office_id: int) -> list[Staff]:
    """The agents and attorneys of an office."""
    return list(
        db.scalars(
            select(Staff)
            .where(
                Staff.office_id == office_id, Staff.ended_at.is_(None), Staff.role.in_((Role.AGENT, Role.ATTORNEY))
            )
            .order_by(Staff.id)
        )
    )


def _deadlines(db: Session, person: Person, today: date, reaches: date, counting: Counting) -> Iterator[Line]:
    near = or_(
        and_(KeptDeadline.owner != Owner.OTHER_PARTY.value, KeptDeadline.last_safe_day <= reaches),
        and_(KeptDeadline.owner == Owner.OTHER_PARTY.value, KeptDeadline.on < today),
    )
    asked = _with_agent(select(KeptDeadline, Staff.name), KeptDeadline).where(
        KeptDeadline.office_id == person.office_id,
        KeptDeadline.superseded_at.is_(None),
        KeptDeadline.met_on.is_(None),
        KeptDeadline.last_safe_day <= reaches,
        near,
        _whose(person, KeptDeadline),
    )
    for row, who in db.execute(asked.order_by(KeptDeadline.last_safe_day, KeptDeadline.id)):
        one = told(row)
        if not may_wait(one, today, reaches):
            yield of_deadline(one, who=who or "", today=today, court=counting.court(one.courthouse))


def _tasks(db: Session, person: Person, today: date, reaches: date, counting: Counting) -> Iterator[Line]:
    mine = or_(Task.person_id == person.id, and_(Task.person_id.is_(None), _whose(person, Task)))
    asked = _with_agent(select(Task, Staff.name), Task).where(
        Task.office_id == person.office_id,
        Task.done_at.is_(None),
        Task.withdrawn_at.is_(None),
        Task.due_on <= reaches,
        mine,
    )
    for row, who in db.execute(asked.order_by(Task.due_on, Task.id)):
        yield of_task(
            row.id,
            row.words,
            row.case_no,
            row.hearing_id,
            row.due_on,
            rule=row.rule,
            cite=_cite(counting, row.rule, today),
            owner=row.owner,
            who=who or "",
            today=today,
            court=counting.court(None),
        )


def _proofs(db: Session, person: Person, today: date, reaches: date, counting: Counting) -> Iterator[Line]:
    """Hearings that are near, with notice given and the return not on record."""
    asked = _with_agent(select(Hearing.case_no, Staff.name), Hearing)
    rows = db.execute(
        asked.join(Setting, and_(Setting.hearing_id == Hearing.id, Setting.ended_at.is_(None)))
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(
            Hearing.office_id == person.office_id,
            Hearing.disposition.is_(None),
            CourtSession.on > today,
            CourtSession.on <= reaches,
            _whose(person, Hearing, of=Hearing.id),
        )
    )
    agents = {row.case_no: row.name or "" for row in rows}
    if not agents:
        return
    found = dates_of_cases(db, person.office_id, agents, counting=counting, as_of=today)
    for case_no, dates in found.items():
        for notice in dates.notices:
            if not (notice.complete_on and today < notice.on <= reaches):
                continue
            for one in dates.timelines:
                if one.person.mpi_no == notice.mpi_no and one.state is State.UNPROVED and one.done:
                    served_on, heard_on = one.done.served_on or notice.complete_on, notice.on
                    who, court = agents[case_no], counting.court(notice.courthouse)
                    yield of_proof(
                        notice.hearing_id, case_no, one.paper, served_on, heard_on, who=who, today=today, court=court
                    )


def _plans(db: Session, person: Person, today: date, counting: Counting) -> Iterator[Line]:
    """What is to be done first about each payment plan that stands in a case of this person."""
    asked = _with_agent(select(PaymentPlan.case_no, Staff.name), PaymentPlan).where(
        PaymentPlan.office_id == person.office_id,
        PaymentPlan.ended_on.is_(None),
        PaymentPlan.withdrawn_at.is_(None),
        PaymentPlan.made_on <= today,
        or_(Staff.id.is_(None), Staff.id == person.id),
    )
    agents = {row.case_no: row.name or "" for row in db.execute(asked)}
    for case_no, found in open_plans(db, person.office_id, agents, as_of=today).items():
        standing = found.standing
        if standing and standing.plan.id is not None and standing.steps:
            line = of_plan(
                standing.plan.id,
                case_no,
                standing.steps[0],
                who=agents[case_no],
                today=today,
                court=counting.court(None),
            )
            if line:
                yield line


def _adjustments(db: Session, person: Person, today: date, court: CourtCalendar) -> Iterator[Line]:
    """The adjustments that somebody else has proposed and nobody has decided."""
    asked = _with_agent(select(AdjustmentProposal, Staff.name), AdjustmentProposal).where(
        AdjustmentProposal.office_id == person.office_id,
        AdjustmentProposal.decision == Decision.OPEN.value,
        AdjustmentProposal.superseded_at.is_(None),
        AdjustmentProposal.author_id != person.id,
    )
    zone = zone_named(settings_of(db, person.office_id).time_zone)
    for row in db.execute(asked):
        one: AdjustmentProposal = row.AdjustmentProposal
        on = one.retrieved_at.astimezone(zone).date()
        why = f"Proposed by {one.entered_by}: {one.reason}"
        yield of_adjustment(one.id, one.case_no, one.amount, why, on, who=row.name or "", today=today, court=court)


def _with_agent(asked: Any, table: Any) -> Any:
    """The agent of each row's case, by the code of the state's system."""
    header = and_(
        CaseHeader.office_id == table.office_id,
        CaseHeader.case_no == table.case_no,
        CaseHeader.superseded_at.is_(None),
    )
    staff = and_(
        Staff.agent_code == CaseHeader.worker, Staff.office_id == CaseHeader.office_id, Staff.ended_at.is_(None)
    )
    return asked.select_from(table).outerjoin(CaseHeader, header).outerjoin(Staff, staff)


def _whose(person: Person, table: Any, *, of: Any = None) -> ColumnElement[bool]:
    """Whether a row is this person's: by case, by assignment, by role, or nobody's."""
    hearing = table.hearing_id if of is None else of
    assigned = select(Assignment.hearing_id).where(
        Assignment.person_id == person.id, Assignment.ended_at.is_(None), Assignment.office_id == person.office_id
    )
    theirs: ColumnElement[bool] = or_(hearing.in_(assigned), Staff.id.is_(None))
    if person.role is Role.ATTORNEY:
        owner = getattr(table, "owner", None)
        return or_(theirs, owner == Owner.ATTORNEY.value) if owner is not None else theirs
    return or_(theirs, Staff.id == person.id)


def _cite(counting: Counting, rule: str, on: date) -> str:
    if not rule:
        return ""
    try:
        return str(counting.law.rule(rule, on).cite)
    except NoRuleInForce:
        return ""
