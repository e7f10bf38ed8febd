"""Gathers the work paper of an audit from the record of a case and the settings of its office."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from cases.ledger import Suspension
from cases.ledger.account import running_account
from cases.ledger.reconciling import owed, reconcile
from cases.ledger.statement import statement
from cases.money.told import balances_told
from cases.names import spoken
from cases.queries import CaseRecord, case_record
from documents.audit.rules import rules_used
from documents.audit.tracing import Tracer, ordered, source
from documents.audit.work_paper import Caption, Compared, Paused, WorkPaper
from documents.errors import LeakFound
from documents.gather.accounts import counts_of
from documents.leaks import find_leaks
from law.contempt import contempt_window
from offices.facts import OfficeSettings
from offices.queries import settings_of

NORTH_CAROLINA = (
    "STATE OF NORTH CAROLINA", "COUNTY OF {county}", "IN THE GENERAL COURT OF JUSTICE", "DISTRICT COURT DIVISION",
)  # fmt: skip
CALIFORNIA = ("SUPERIOR COURT OF CALIFORNIA", "COUNTY OF {county}")
COURTS = {"NC": NORTH_CAROLINA, "CA": CALIFORNIA}
"""How a state's court stands at the head of a paper."""
UNKNOWN = "not on file"
BETWEEN = "\n|\n"
"""Keeps one text from running into the next."""
NOT_TOLD = "not told here"
UNTOLD = "a cause that is not told here"


def work_paper(db: Session, office_id: int, case_no: str, *, as_of: date) -> WorkPaper:
    """The audit of a case as of a day. Raises NoSuchCase, LeakFound and what the ledger refuses."""
    record, settings = case_record(db, office_id, case_no), settings_of(db, office_id)
    made = _paper(record, settings, as_of)
    _hold_back(made, record.protected_words)
    return made


def _paper(record: CaseRecord, settings: OfficeSettings, as_of: date) -> WorkPaper:
    ledger, window = record.ledger(), contempt_window(record.state, as_of)
    figures, possible = record.state_figures(as_of), record.possible_suspensions()
    person, orders = record.person("obligor"), ordered(record, as_of)
    custody_is_told = person is None or not record.protection(person)
    if not custody_is_told:
        ledger, possible = replace(ledger, suspensions=_untold(ledger.suspensions)), _untold(possible)
    return WorkPaper(
        caption=_caption(record, settings),
        as_of=as_of,
        balance=ledger.balance(as_of),
        interest_rule=ledger.interest_rule(),
        orders=orders,
        pauses=tuple(
            Paused(one.since, one.until, f"{one.words} ({one.proof})" if custody_is_told else NOT_TOLD)
            for one in ledger.suspensions if one.since <= as_of
        ),
        lines=tuple(Tracer(record, orders).traced(running_account(ledger, as_of))),
        accounts=statement(ledger, as_of),
        counts=counts_of(record, as_of, window),
        custody_is_told=custody_is_told,
        reconciliation=reconcile(ledger, figures, possible) if figures else None,
        compared=tuple(
            Compared(row.on, row.arrears, owed(ledger, row.on), source(row))
            for row in balances_told(record.balances, as_of)
        ),
        rules=rules_used(ledger, record.money.law(record.state), as_of, window, {one.frequency for one in orders}),
    )  # fmt: skip


def _untold(suspensions: tuple[Suspension, ...]) -> tuple[Suspension, ...]:
    """The same times; neither what explains a difference nor a rule that was used says what was in them."""
    return tuple(replace(one, cause=UNTOLD) for one in suspensions)


def _caption(record: CaseRecord, settings: OfficeSettings) -> Caption:
    """The parties as every paper of the office captions them; an obligee whom the plaintiff's line names has no own."""
    obligor, obligee = (
        spoken(person.name) if person else UNKNOWN for person in (record.person("obligor"), record.person("obligee"))
    )
    county = settings.county or UNKNOWN
    parties = [
        (settings.plaintiff.format(county=county, obligee=obligee), settings.plaintiff_label),
        (obligor, settings.defendant_label),
    ]
    if "{obligee}" not in settings.plaintiff:
        parties.append((obligee, settings.other_parent_label))
    return Caption(
        court=tuple(line.format(county=county.upper()) for line in COURTS.get(record.state, ("COUNTY OF {county}",))),
        file_number=record.header.docket or UNKNOWN,
        case_no=record.case_no,
        parties=tuple(parties),
        office=settings.letterhead,
    )


def _hold_back(paper: WorkPaper, hidden: tuple[str, ...]) -> None:
    """Words that people typed may hold what no court paper may, wherever the paper tells them. Raises LeakFound."""
    if leaks := find_leaks(BETWEEN.join(dict.fromkeys(_texts(paper))), protected=hidden):
        raise LeakFound(tuple(dict.fromkeys(leak.kind for leak in leaks)))


def _texts(node: Any) -> Iterator[str]:
    """Every text of the paper, at any depth."""
    if isinstance(node, str):
        yield str(node)
    elif isinstance(node, tuple | list):
        for below in node:
            yield from _texts(below)
    elif is_dataclass(node):
        for each in fields(node):
            yield from _texts(getattr(node, each.name))
