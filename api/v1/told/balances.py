"""What is told about the balances of an office. Amounts are in cents, days in ISO 8601."""

from datetime import date, datetime

from pydantic import BaseModel, Field

from api.balances import BalancesSeen, CasesShown
from api.v1.told.work import BatchTold, batch_told
from cases.county.found import by_cause, differing_told
from cases.county.running import CountyRun


class DifferingTold(BaseModel):
    case_no: str
    on: date = Field(description="The newest day of which the state told its balance.")
    state: int
    ours: int
    apart: int = Field(description="The state's figure less ours.")
    parted_by: date = Field(description="The first day on which the two did not agree.")
    cause: str = Field(description="The likeliest cause.")
    cause_on: date | None
    words: str
    explanations: int = Field(description="How many mistakes explain the difference to the cent.")


class OfCauseTold(BaseModel):
    cause: str
    cases: int
    apart: int = Field(description="The sum of the differences, each without its sign.")


class UncountedTold(BaseModel):
    case_no: str
    why: str


class CountyRunTold(BaseModel):
    batch: str
    as_of: date
    asked_by: str
    asked_at: datetime
    done_at: datetime
    cases: int
    right: int
    wrong: int
    unknown: int = Field(description="Cases without a balance of the state, not to be counted, or missing.")
    untold: int = Field(description="Cases of which the state told no balance.")
    missing: int = Field(description="Cases whose job failed.")
    uncounted: list[UncountedTold]
    causes: list[OfCauseTold]
    differing: list[DifferingTold] = Field(description="The chosen cases, the largest difference first.")
    page: int
    pages: int
    chosen: int = Field(description="How many cases were chosen, on all pages.")


class BalancesTold(BaseModel):
    run: CountyRunTold | None = Field(description="The last run that came to its end.")
    under_way: str | None = Field(description="The batch of the run under way.")
    progress: BatchTold | None


def balances_told(seen: BalancesSeen, shown: CasesShown | None) -> BalancesTold:
    return BalancesTold(
        run=_run(seen.run, shown) if seen.run and shown else None,
        under_way=seen.batch,
        progress=batch_told(seen.going) if seen.going else None,
    )


def _run(run: CountyRun, shown: CasesShown) -> CountyRunTold:
    found = run.found
    return CountyRunTold(
        batch=run.batch,
        as_of=run.as_of,
        asked_by=run.asked_by,
        asked_at=run.asked_at,
        done_at=run.done_at,
        cases=run.cases,
        right=found.right,
        wrong=len(found.wrong),
        unknown=run.unknown,
        untold=found.untold,
        missing=run.missing,
        uncounted=[UncountedTold(case_no=one.case_no, why=one.why) for one in found.uncounted],
        causes=[OfCauseTold(cause=one.cause, cases=one.cases, apart=one.apart.cents) for one in by_cause(found.wrong)],
        differing=[DifferingTold(**differing_told(one), apart=one.apart.cents) for one in shown.cases],
        page=shown.number,
        pages=shown.of,
        chosen=shown.in_all,
    )
