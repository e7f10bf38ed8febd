"""How far service has come, and what to do next."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from hearings.facts import Served
from hearings.notice import completed
from hearings.service.facts import Life, State

LastDay: TypeAlias = Callable[[str], date | None]
"""The last day on which service by a method still gives notice of the hearing, None where no hearing asks for it."""


def whenever(method: str) -> None:
    """No hearing waits for the service."""


def proved(one: Served, as_of: date) -> bool:
    """Whether the return is on file."""
    return one.returned_on is not None and one.returned_on <= as_of


def state_of_service(
    services: Sequence[Served],
    *,
    issued: bool,
    life: Life | None,
    last_day: LastDay,
    as_of: date,
) -> State:
    """The state of one paper for one person, from the attempts of its newest issue."""
    done = [one for one in services if completed(one, as_of)]
    in_time = [one for one in done if (one.complete_on or as_of) <= (last_day(one.method) or date.max)]
    if in_time:
        return State.SERVED if any(proved(one, as_of) for one in in_time) else State.UNPROVED
    if done or as_of > (last_day(services[-1].method if services else "") or date.max):
        return State.TOO_LATE
    if not issued:
        return State.NOT_ISSUED
    if life is not None and not life.may_be_served:
        return State.FAILED
    tried = [one for one in services if one.attempted_on and one.attempted_on <= as_of]
    if not tried:
        return State.ISSUED
    last = tried[-1]
    coming = last.check is not None and last.complete_on is not None
    failed = last.returned_on is not None or (last.check is not None and bool(last.check.unmet))
    return State.FAILED if failed and not coming else State.ATTEMPTED


def next_action(
    state: State, paper: str, services: Sequence[Served], life: Life | None, last_day: date | None, as_of: date
) -> str:
    """What the agent does next, in one sentence; nothing where nothing is left to do. It names no place."""
    by = f" by {last_day:%a %b %-d, %Y}" if last_day else ""
    coming = next((one.complete_on for one in services if one.complete_on and one.complete_on > as_of), None)
    if coming:
        return f"Wait: service is complete on {coming:%a %b %-d, %Y}."
    unmet = next((one.check.unmet[0] for one in reversed(services) if one.check and one.check.unmet), "")
    if state is State.FAILED and life is not None and not life.may_be_served:
        if life.extend_by:
            return f"Have the {paper} extended by {life.extend_by:%a %b %-d, %Y}, then serve it{by}."
        return f"Have a new {paper} issued; it begins a new action."
    if state is State.FAILED and unmet:
        return f"Serve it again{by}: {unmet}"
    return {
        State.NOT_ISSUED: f"Have the {paper} issued and served{by}.",
        State.ISSUED: f"Have it served{by}.",
        State.ATTEMPTED: f"Ask the server how far it is, or try another place{by}.",
        State.FAILED: f"Have the {paper} issued again and served at the next place{by}.",
        State.UNPROVED: "Get the proof of service back and file it.",
        State.SERVED: "",
        State.TOO_LATE: f"Ask for another hearing date; service gave notice only{by or ' earlier'}.",
    }[state]
