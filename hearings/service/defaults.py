"""When the answer is due, and whether default can be asked for."""

from collections.abc import Iterator
from datetime import date

from hearings.facts import Served
from hearings.service.facts import Default, Recipient, Reply
from law.calendar import CourtCalendar
from law.deadline import Deadline
from law.deadlines import deadline
from law.states import StateLaw

ANSWER = {"NC": "nc.answer.complaint", "CA": "ca.answer.complaint"}
BY_PUBLICATION = {"NC": "nc.answer.publication"}
"""Where the time to answer runs from the first publication, not from the day on which service is complete."""
SCRA = "50 U.S.C. § 3931"


def default_of(
    law: StateLaw,
    done: Served | None,
    reply: Reply | None,
    person: Recipient,
    *,
    proved: bool,
    scra_days: int,
    as_of: date,
    court: CourtCalendar | None = None,
) -> Default:
    """The day of the answer and whether default is possible on ``as_of``.

    ``proved`` says whether the proof of service is on file, ``scra_days`` how young the office wants the check of
    military service, ``court`` the office's court days. Raises NoRuleInForce or YearUnknown.
    """
    due = _answer_due(law, done, court) if done else None
    extended = reply.extended_until if reply else None
    due_on = max(filter(None, (due.on if due else None, extended)), default=None) if due else None
    reasons = tuple(_why_not(due_on, reply, person, proved, scra_days, as_of))
    return Default(due, due_on, not reasons, reasons)


def _answer_due(law: StateLaw, done: Served, court: CourtCalendar | None) -> Deadline:
    first = done.attempted_on or done.served_on
    if done.method == "publication" and law.state in BY_PUBLICATION and first:
        return deadline(law, BY_PUBLICATION[law.state], first, evidence=done.trace.record, court=court)
    assert done.complete_on is not None  # noqa: S101 - service that counts has a day
    return deadline(law, ANSWER[law.state], done.complete_on, evidence=done.trace.record, court=court)


def _why_not(
    due_on: date | None, reply: Reply | None, person: Recipient, proved: bool, scra_days: int, as_of: date
) -> Iterator[str]:
    if reply and reply.answered_on and reply.answered_on <= as_of:
        yield f"{person.name} answered on {reply.answered_on:%b %-d, %Y}."
        return
    if due_on is None:
        yield "Service of the summons is not complete."
    elif as_of <= due_on:
        yield f"The answer is due on {due_on:%b %-d, %Y}, which is not past."
    if due_on is not None and not proved:
        yield "The proof of service is not on file."
    checked = person.military_checked_on
    if checked is None or checked > as_of:
        yield f"No check of military service is on record ({SCRA})."
    elif (as_of - checked).days >= scra_days:
        age = (as_of - checked).days
        yield f"The check of military service is {age} days old; it has to be younger than {scra_days} ({SCRA})."
