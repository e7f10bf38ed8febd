"""What an agent still has to do, or to wait for, about the envelopes of a hearing."""

from collections.abc import Sequence
from datetime import date

from filings.facts import Envelope
from filings.states import State
from hearings.facts import Gap
from hearings.readiness.gaps import AGENT

CLERK = "clerk"


def gap_of(envelopes: Sequence[Envelope], as_of: date) -> list[Gap]:
    """The gap that the newest envelope leaves, if it leaves one; ``envelopes`` are the newest first."""
    newest = envelopes[0]
    if newest.state is State.ACCEPTED:
        return []
    if newest.state in (State.SUBMITTED, State.RECEIVED):
        told = f"Envelope {newest.number} waits for the clerk."
        return [Gap("The clerk has not answered", told + _left(newest, as_of), CLERK)]
    rejected = _rejected(newest, envelopes)
    if rejected is None:
        told = f"Envelope {newest.number} is a draft."
        return [Gap("The envelope is not submitted", told + _left(newest, as_of), AGENT)]
    told = _reason(rejected) + _new_draft(newest)
    return [Gap("The clerk rejected the filing", told + _left(newest, as_of), AGENT)]


def rejection_of(envelopes: Sequence[Envelope]) -> str:
    """Why the clerk rejected the newest envelope or the one that it replaces, or nothing; the newest come first."""
    rejected = _rejected(envelopes[0], envelopes)
    return _reason(rejected) if rejected else ""


def _rejected(newest: Envelope, envelopes: Sequence[Envelope]) -> Envelope | None:
    """The rejected envelope itself, or the one in whose place the newest stands."""
    about = (newest.id, newest.replaces)
    return next((one for one in envelopes if one.state is State.REJECTED and one.id in about), None)


def _reason(rejected: Envelope) -> str:
    answer = rejected.receipt
    if answer is None or answer.reason is None:
        return f"Envelope {rejected.number} was rejected."
    return f"Envelope {rejected.number}, {answer.decided.name}: {answer.reason.label}. {answer.words.rstrip('.')}."


def _new_draft(newest: Envelope) -> str:
    return f" Envelope {newest.number}, which replaces it, is a draft." if newest.state is State.DRAFT else ""


def _left(envelope: Envelope, as_of: date) -> str:
    days = (envelope.hearing_on - as_of).days
    if days < 0:
        return ""
    return " The hearing is today." if days == 0 else f" The hearing is in {days} day{'' if days == 1 else 's'}."
