"""The states of a revision and the moves between them."""

from enum import StrEnum

from documents.errors import NotThatMove


class State(StrEnum):
    """Where a revision stands in its review."""

    MADE = "made"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Verb(StrEnum):
    """What a person may do to a revision."""

    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    WITHDRAW = "withdraw"


MOVES = {
    (State.MADE, Verb.SUBMIT): State.SUBMITTED,
    (State.RETURNED, Verb.SUBMIT): State.SUBMITTED,
    (State.WITHDRAWN, Verb.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Verb.RETURN): State.RETURNED,
    (State.SUBMITTED, Verb.APPROVE): State.APPROVED,
    (State.APPROVED, Verb.WITHDRAW): State.WITHDRAWN,
}


def after(state: State, verb: Verb) -> State:
    """The state that a move leads to. Raises NotThatMove."""
    try:
        return MOVES[state, verb]
    except KeyError:
        raise NotThatMove(state.value, verb.value) from None
