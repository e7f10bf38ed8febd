"""An envelope moves only as the table says."""

import pytest

from filings.errors import NotThatMove
from filings.states import MOVES, SEEN_BY_CLERK, State, Verb, after


def test_an_envelope_goes_from_draft_to_the_clerk_and_back_with_an_answer() -> None:
    state = State.DRAFT
    for verb in (Verb.SUBMIT, Verb.RECEIVE, Verb.ACCEPT):
        state = after(state, verb)
    assert state is State.ACCEPTED


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("verb", Verb)
def test_every_move_that_is_not_in_the_table_is_refused_in_words(state: State, verb: Verb) -> None:
    if (state, verb) in MOVES:
        assert after(state, verb) is MOVES[state, verb]
        return
    with pytest.raises(NotThatMove) as refused:
        after(state, verb)
    assert str(refused.value) == (
        f"An envelope that is {state.value} cannot be acted on with '{verb.value}'; look at it again."
    )


@pytest.mark.parametrize("decided", [State.ACCEPTED, State.REJECTED])
def test_nothing_leads_on_from_an_answer_of_the_court(decided: State) -> None:
    assert [verb for verb in Verb if (decided, verb) in MOVES] == []


def test_a_clerk_sees_no_draft() -> None:
    assert set(State) - SEEN_BY_CLERK == {State.DRAFT, State.SUPERSEDED}
