"""Verbs: a sheriff's or a server's list of attempts, matched line by line to the papers of our cases."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from cases.names import spoken
from cases.queries import case_record, find_case
from hearings.notice import completed
from hearings.service.actions import record_attempt
from hearings.service.entry import Attempt
from hearings.service.errors import ListUnreadable, NotTold
from hearings.service.facts import Timeline
from hearings.service.queries import timelines
from kernel.legal_text import legal_text
from kernel.refusals import Courteous
from offices.facts import Person, Role
from offices.queries import require_role

LARGEST, MOST_LINES = 2_000_000, 5_000
COLUMNS = {
    "case": ("case", "case no", "case number", "docket", "docket number", "file number", "ivd case no"),
    "person": ("person", "name", "defendant", "party", "mpi no"),
    "paper": ("paper", "document", "process"),
    "method": ("method", "service type"),
    "on": ("date", "attempt date", "date of attempt", "attempted on"),
    "hour": ("time", "attempt time"),
    "result": ("result", "outcome", "disposition"),
    "place": ("place", "place type"),
    "recipient": ("recipient", "served on", "left with"),
    "relation": ("relation", "relationship"),
    "age": ("age", "recipient age"),
    "lives_there": ("lives there", "resides there"),
    "server": ("server", "deputy", "officer"),
    "returned": ("returned", "return date", "returned on"),
}
"""Our name of a column and the headings under which lists have it."""
NEEDED = ("case", "on", "result")
DAYS, HOURS = ("%m/%d/%Y", "%Y-%m-%d"), ("%H:%M", "%I:%M %p")
YES, NO = frozenset({"y", "yes", "true", "1"}), frozenset({"n", "no", "false", "0"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one line. ``case_no`` is empty and ``problem`` told where it was not taken over."""

    line: int
    case_no: str
    paper: str
    problem: str


def take_list(
    db: Session, data: bytes, *, by: Person, today: date, now: datetime, method: str = "sheriff", dry_run: bool = False
) -> list[Taken]:
    """Take over a list of attempts; each line is taken or told why it is not, and none is lost.

    ``method`` holds where a line names none. Raises NotYourRole or ListUnreadable.
    """
    require_role(by, Role.AGENT)
    return [_take(db, line, cells, by, today, now, method, dry_run) for line, cells in _lines(data)]


def _lines(data: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    if len(data) > LARGEST:
        raise ListUnreadable("it is larger than 2 MB")
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise ListUnreadable("it is not a CSV file in UTF-8") from None
    if not rows or len(rows) > MOST_LINES:
        raise ListUnreadable(f"it has no line, or more than {MOST_LINES:,}")
    headings = [" ".join(one.lower().replace("_", " ").split()) for one in rows[0]]
    at = {name: headings.index(head) for name, heads in COLUMNS.items() for head in heads if head in headings}
    if lacking := [COLUMNS[name][0] for name in NEEDED if name not in at]:
        raise ListUnreadable(f"no column is headed: {', '.join(lacking)}")
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            yield number, {name: row[place].strip() if place < len(row) else "" for name, place in at.items()}


def _take(
    db: Session,
    line: int,
    cells: Mapping[str, str],
    by: Person,
    today: date,
    now: datetime,
    method: str,
    dry_run: bool,
) -> Taken:
    case_no = paper = ""
    try:
        case_no = find_case(db, by.office_id, legal_text(cells["case"], longest=60))
        tried_on = _day(cells["on"])
        found = _match(timelines(db, by.office_id, case_no, as_of=tried_on), _mpi_no(db, by, case_no, cells), cells)
        paper = found.paper
        entry = _entry(cells, found, tried_on, method)
        if not dry_run:
            with db.begin_nested():
                record_attempt(db, case_no, entry, by=by, today=today, now=now, source="Server's list")
    except Courteous as refused:
        return Taken(line, case_no, paper, str(refused))
    return Taken(line, case_no, paper, "")


def _mpi_no(db: Session, by: Person, case_no: str, cells: Mapping[str, str]) -> str:
    """The person of a line: by number, by name in either order, or the obligor where none is named."""
    record = case_record(db, by.office_id, case_no)
    told = cells.get("person", "")
    if not told:
        obligor = record.person("obligor")
        if obligor is None:
            raise NotTold("the case has no obligor, and the line names nobody")
        return obligor.mpi_no
    wanted = _spelling(spoken(told))
    for one in record.participants:
        if told == one.mpi_no or _spelling(spoken(one.name)) == wanted:
            return one.mpi_no
    raise NotTold("nobody of the case has the name on the line")


def _match(found: Sequence[Timeline], mpi_no: str, cells: Mapping[str, str]) -> Timeline:
    """The one paper of that person that is out for service, or the one that the line names."""
    mine = [one for one in found if one.person.mpi_no == mpi_no]
    if told := cells.get("paper", "").lower():
        named = [one for one in mine if told in one.paper or one.paper in told]
        if len(named) != 1:
            raise NotTold(f"{len(named) or 'no'} papers issued for this person fit the paper on the line")
        return named[0]
    out = [one for one in mine if not any(completed(each, date.max) for each in one.services)]
    if len(out) != 1:
        raise NotTold(
            f"{len(out) or 'no'} papers are out for service on this person, so the line has to name its paper"
        )
    return out[0]


def _entry(cells: Mapping[str, str], found: Timeline, tried_on: date, method: str) -> Attempt:
    age = cells.get("age", "")
    if age and not (age.isascii() and age.isdigit() and len(age) <= 3):
        raise NotTold("the age is not a number of years")
    return Attempt(
        mpi_no=found.person.mpi_no,
        paper=found.paper,
        method=cells.get("method", "").lower() or method,
        tried_on=tried_on,
        result=cells["result"].lower(),
        issued_on=found.issued_on,
        hour=_hour(cells.get("hour", "")),
        place=cells.get("place", "").lower(),
        recipient=cells.get("recipient", ""),
        relation=cells.get("relation", ""),
        recipient_age=int(age) if age else None,
        lives_there=_yes(cells.get("lives_there", "")),
        server=cells.get("server", ""),
        returned_on=_day(cells["returned"]) if cells.get("returned") else None,
    )


def _day(written: str) -> date:
    for form in DAYS:
        try:
            found = datetime.strptime(written, form).date()
        except ValueError:
            continue
        if 1950 <= found.year <= 2100:
            return found
    raise NotTold("a day is written as 11/20/2026 or 2026-11-20")


def _hour(written: str) -> time | None:
    for form in HOURS if written else ():
        try:
            return datetime.strptime(written, form).time()
        except ValueError:
            continue
    if written:
        raise NotTold("a time is written as 14:30 or 2:30 PM")
    return None


def _yes(written: str) -> bool | None:
    return True if written.lower() in YES else False if written.lower() in NO else None


def _spelling(name: str) -> tuple[str, ...]:
    return tuple(sorted(name.replace(".", " ").casefold().split()))
