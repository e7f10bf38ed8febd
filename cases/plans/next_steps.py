"""What is to be done next about a plan, by the rows of law and the plan's own terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from cases.plans.facts import Standing, State
from cases.plans.standing import PlanLine, PlanStanding
from kernel.cite import Cite
from law.plans import PlanLaw, When


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: what, whose move it is, why, and the row behind it."""

    do: str
    owner: str
    because: str
    rule: str
    cite: Cite
    verified: bool
    bars_contempt: bool


def next_steps(found: PlanStanding, law: PlanLaw) -> tuple[NextStep, ...]:
    """What to do, the weightiest first; nothing where the plan is kept."""
    return tuple(
        NextStep(row.do, row.owner, because, row.id, row.cite, bool(row.verified_by), row.bars_contempt)
        for when, because in _come_to_pass(found, law)
        for row in law.steps_when(when, found.plan.basis)
    )


def _come_to_pass(found: PlanStanding, law: PlanLaw) -> Iterator[tuple[When, str]]:
    """What has come to pass, with the facts in one sentence each."""
    standing = found.standing
    if standing is Standing.PAID_OFF:
        yield When.PAID_OFF, f"Nothing that the plan was to pay off is owed on {found.as_of:%B %-d, %Y}."
    if standing in (Standing.PAID_OFF, Standing.ENDED):
        return
    withheld = [line for line in found.lines if line.withheld.cents and line.state is not State.LATE]
    if withheld:
        yield When.WITHHELD, _withheld(withheld)
    if standing is Standing.BROKEN:
        yield When.BROKEN, _broken(found)
    if found.days_behind > law.longest_behind.decimal:
        most = f"{law.longest_behind.value} {law.longest_behind.unit} ({law.longest_behind.cite})"
        yield When.OUT_OF_COMPLIANCE, f"Behind for {found.days_behind} days, more than {most}."
    newest = found.failed[-1] if found.failed else None
    if newest and found.failures_in_a_row:
        yield (When.PARTIAL if newest.state is State.PARTIAL else When.MISSED), _newest(newest)
    if found.plan.review_on and found.plan.review_on <= found.as_of:
        yield When.REVIEW, f"The plan is to be looked at again since {found.plan.review_on:%B %-d, %Y}."


def _withheld(lines: list[PlanLine]) -> str:
    days = ", ".join(f"{line.instalment.due_on:%b %-d, %Y}" for line in lines)
    what = "the instalment" if len(lines) == 1 else "the instalments"
    return f"Pay stubs show money withheld toward {what} of {days} for which no receipt came in."


def _broken(found: PlanStanding) -> str:
    count, terms = found.failures_in_a_row, found.plan.tolerance
    what = "The newest instalment" if count == 1 else f"The {count} newest instalments"
    return f"{what} failed, {found.behind} in all. {terms}"


def _newest(line: PlanLine) -> str:
    due = f"{line.instalment.amount} due {line.instalment.due_on:%B %-d, %Y}"
    return f"{line.paid} of {due} came in." if line.state is State.PARTIAL else f"{due}: nothing came in."
