"""The states of an envelope and the moves between them."""

from enum import StrEnum

from filings.errors import NotThatMove


class State(StrEnum):
    """Where an envelope stands."""

    DRAFT = "draft"
    SUPERSEDED = "superseded"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Verb(StrEnum):
    """What a person may do to an envelope."""

    ASSEMBLE = "assemble"
    SUPERSEDE = "supersede"
    SUBMIT = "submit"
    RECEIVE = "receive"
    ACCEPT = "accept"
    REJECT = "reject"


MOVES = {
    (State.SUPERSEDED, Verb.ASSEMBLE): State.DRAFT,
    (State.DRAFT, Verb.SUPERSEDE): State.SUPERSEDED,
    (State.DRAFT, Verb.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Verb.RECEIVE): State.RECEIVED,
    (State.RECEIVED, Verb.ACCEPT): State.ACCEPTED,
    (State.RECEIVED, Verb.REJECT): State.REJECTED,
}

WITH_CLERK = frozenset({State.SUBMITTED, State.RECEIVED})
DECIDED = frozenset({State.ACCEPTED, State.REJECTED})
SEEN_BY_CLERK = WITH_CLERK | DECIDED
"""A clerk never learns of a draft."""


def after(state: State, verb: Verb) -> State:
    """The state that a move leads to. Raises NotThatMove."""
    try:
        return MOVES[state, verb]
    except KeyError:
        raise NotThatMove(state.value, verb.value) from None
