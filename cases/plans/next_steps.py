"""What is to be done next about a plan, by the rows of law and the plan's own terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cases.plans.facts import Standing, State
from cases.plans.standing import PlanLine, PlanStanding
from cases.plans.withheld import Sent, Withholding
from kernel.cite import Cite
from law.plans import PlanLaw, PlanStep, When

LETTERS = frozenset({When.MISSED, When.PARTIAL})


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: what, whose move it is, why, since when, and the row behind it.

    ``presses`` where it stays until it is done; what does not press is worth a letter while it is new.
    """

    do: str
    owner: str
    because: str
    since: date
    presses: bool
    rule: str
    cite: Cite
    verified: bool
    bars_contempt: bool


def next_steps(found: PlanStanding, law: PlanLaw) -> tuple[NextStep, ...]:
    """What to do, the weightiest first; nothing where the plan is kept and all that was withheld came in."""
    return tuple(
        _step(row, when, since, because)
        for when, since, because in _come_to_pass(found, law)
        for row in law.steps_when(when, found.plan.basis)
    )


def steps_about(one: Withholding, law: PlanLaw) -> tuple[NextStep, ...]:
    """What to do about one withholding, whatever it would have paid; nothing where it was sent or may still be."""
    if one.sent is not Sent.NO:
        return ()
    rows = law.steps_when(When.WITHHELD, "")
    return tuple(_step(row, When.WITHHELD, one.stub.paid_on, _not_sent([one])) for row in rows)


def _step(row: PlanStep, when: When, since: date, because: str) -> NextStep:
    return NextStep(
        row.do, row.owner, because, since, when not in LETTERS, row.id, row.cite, bool(row.verified_by),
        row.bars_contempt,
    )  # fmt: skip


def _come_to_pass(found: PlanStanding, law: PlanLaw) -> Iterator[tuple[When, date, str]]:
    """What has come to pass, since when, with the facts in one sentence each."""
    standing = found.standing
    if standing is Standing.PAID_OFF:
        words = f"Nothing that the plan was to pay off is owed on {found.as_of:%B %-d, %Y}."
        yield When.PAID_OFF, found.as_of, words
    if standing in (Standing.PAID_OFF, Standing.ENDED):
        return
    withheld = [line for line in found.lines if line.withheld.cents and line.state is not State.LATE]
    if withheld:
        yield When.WITHHELD, _failed_on(found, withheld[0]), _withheld(withheld)
    newest = found.failed[-1] if found.failed and found.failures_in_a_row else None
    if standing is Standing.BROKEN and newest:
        yield When.BROKEN, _failed_on(found, newest), _broken(found)
    if found.days_behind > law.longest_behind.decimal:
        yield When.OUT_OF_COMPLIANCE, *_out_of_compliance(found, law)
    unsent = [one for one in found.withholdings if one.sent is Sent.NO]
    if unsent and not withheld:
        yield When.WITHHELD, unsent[0].stub.paid_on, _not_sent(unsent)
    if newest:
        when = When.PARTIAL if newest.state is State.PARTIAL else When.MISSED
        yield when, _failed_on(found, newest), _newest(newest)
    review_on = found.plan.review_on
    if review_on and review_on <= found.as_of:
        yield When.REVIEW, review_on, f"The plan is to be looked at again since {review_on:%B %-d, %Y}."


def _failed_on(found: PlanStanding, line: PlanLine) -> date:
    """The first day on which an instalment had failed, no later than the day that is asked about."""
    return min(found.as_of, line.instalment.due_on + timedelta(days=found.plan.tolerance.days + 1))


def _out_of_compliance(found: PlanStanding, law: PlanLaw) -> tuple[date, str]:
    most = law.longest_behind
    since = found.failed[0].instalment.due_on + timedelta(days=int(most.decimal) + 1)
    return since, f"Behind for {found.days_behind} days, more than {most.value} {most.unit} ({most.cite})."


def _withheld(lines: list[PlanLine]) -> str:
    days = ", ".join(f"{line.instalment.due_on:%b %-d, %Y}" for line in lines)
    what = "the instalment" if len(lines) == 1 else "the instalments"
    return f"Pay stubs show money withheld toward {what} of {days} for which no receipt came in."


def _not_sent(unsent: Sequence[Withholding]) -> str:
    told = ", ".join(f"{one.stub.withheld} withheld on {one.stub.paid_on:%b %-d, %Y}" for one in unsent)
    return f"No receipt came in for {told}."


def _broken(found: PlanStanding) -> str:
    count, terms = found.failures_in_a_row, found.plan.tolerance
    what = "The newest instalment" if count == 1 else f"The {count} newest instalments"
    return f"{what} failed, {found.behind} in all. {terms}"


def _newest(line: PlanLine) -> str:
    due = f"{line.instalment.amount} due {line.instalment.due_on:%B %-d, %Y}"
    return f"{line.paid} of {due} came in." if line.state is State.PARTIAL else f"{due}: nothing came in."
