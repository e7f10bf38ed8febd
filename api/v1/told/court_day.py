"""What is told about a court day. Amounts stand as they are written; days are ISO 8601."""

from collections.abc import Iterable
from datetime import date, datetime, time

from pydantic import BaseModel

from hearings.court_day.facts import Entered, OutcomeKind, TaskToDo
from hearings.court_day.outcomes import outcome_named
from hearings.court_day.queries import CourtDocket, DocketRow
from hearings.court_day.tables import CourtDay


class FieldTold(BaseModel):
    name: str
    label: str
    kind: str
    needed: bool
    choices: list[str]


class ChoiceTold(BaseModel):
    code: str
    key: str
    name: str
    fields: list[FieldTold]


class EnteredTold(BaseModel):
    number: int
    based_on: int
    code: str
    fields: dict[str, str]
    sentence: str
    by: str
    at: datetime
    stands: bool


class TaskTold(BaseModel):
    id: int
    case_no: str
    hearing: int | None
    kind: str
    words: str
    due_on: date
    owner: str
    person: str
    rule: str
    cite: str
    done_at: datetime | None
    done_by: str | None


class DocketRowTold(BaseModel):
    """``based_on`` is what a new entry is based on; ``beside`` are entries between which nobody has chosen yet."""

    hearing: int
    at: time
    docket: str
    case_no: str
    name: str
    type: str
    type_name: str
    facts: list[str]
    based_on: int
    outcome: EnteredTold | None
    beside: list[EnteredTold]
    outcomes: list[str]
    tasks: list[TaskTold]


class ClosedDayTold(BaseModel):
    by: str
    at: datetime
    without: list[int]
    words: str


class CourtTold(BaseModel):
    session: int
    on: date
    rows: list[DocketRowTold]
    outcomes: list[ChoiceTold]
    without: list[int]
    closed: ClosedDayTold | None


class OutcomeTold(BaseModel):
    """``again`` says that this id was sent before and nothing was changed now."""

    mine: EnteredTold
    said: str
    drafts: list[str]
    not_drafted: list[str]
    batch: str
    again: bool


class PartedTold(BaseModel):
    """Two entries for one hearing: ``theirs`` stands, ``mine`` is kept and counts for nothing yet."""

    error: str
    mine: EnteredTold
    theirs: EnteredTold


def court_told(docket: CourtDocket, *, works: bool) -> CourtTold:
    """The docket; whoever does not work on it is told neither facts of the case, nor tasks, nor what is internal."""
    kinds = {one.code: one for row in docket.rows for one in row.choices}
    return CourtTold(
        session=docket.session.id,
        on=docket.session.on,
        rows=[_row(row, works) for row in docket.rows],
        outcomes=[_choice(one) for one in kinds.values()],
        without=[row.hearing.id for row in docket.without],
        closed=closed_told(docket.closed) if docket.closed else None,
    )


def entered_told(one: Entered) -> EnteredTold:
    return EnteredTold(
        number=one.number,
        based_on=one.based_on,
        code=one.code,
        fields=dict(one.fields),
        sentence=one.sentence,
        by=one.by_name,
        at=one.at,
        stands=one.superseded_at is None,
    )


def tasks_told(found: Iterable[TaskToDo]) -> list[TaskTold]:
    return [
        TaskTold(
            id=one.id,
            case_no=one.case_no,
            hearing=one.hearing_id,
            kind=one.kind,
            words=one.words,
            due_on=one.due_on,
            owner=one.owner,
            person=one.person,
            rule=one.rule,
            cite=one.cite,
            done_at=one.done_at,
            done_by=one.done_by,
        )
        for one in found
    ]


def closed_told(one: CourtDay) -> ClosedDayTold:
    return ClosedDayTold(by=one.by_name, at=one.at, without=[each["hearing"] for each in one.without], words=one.words)


def _row(row: DocketRow, works: bool) -> DocketRowTold:
    return DocketRowTold(
        hearing=row.hearing.id,
        at=row.hearing.at,
        docket=row.hearing.docket,
        case_no=row.hearing.case_no,
        name=row.name,
        type=row.hearing.code,
        type_name=row.kind.name,
        facts=list(row.facts) if works else [],
        based_on=row.based_on,
        outcome=_outcome(row.outcome, works) if row.outcome else None,
        beside=[entered_told(one) for one in row.beside] if works else [],
        outcomes=[one.code for one in row.choices],
        tasks=tasks_told(row.tasks) if works else [],
    )


def _outcome(one: Entered, works: bool) -> EnteredTold:
    told = entered_told(one)
    if works:
        return told
    internal = {field.name for field in outcome_named(one.code).fields if field.internal}
    open_to_all = {name: value for name, value in told.fields.items() if name not in internal}
    return told.model_copy(update={"sentence": one.outside, "fields": open_to_all})


def _choice(one: OutcomeKind) -> ChoiceTold:
    fields = [
        FieldTold(
            name=field.name,
            label=field.label,
            kind=field.kind.value,
            needed=field in one.needs,
            choices=list(field.choices),
        )
        for field in one.fields
    ]
    return ChoiceTold(code=one.code, key=one.key, name=one.name, fields=fields)
