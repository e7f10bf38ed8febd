"""The balances of a whole office beside the state's, as last counted."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.balances import Chosen, balances_seen, cases_shown, start_run
from api.patterns import IsoDay, Strict, day_told_for
from api.v1.people import Agent, Office
from api.v1.told.balances import BalancesTold, balances_told
from api.v1.told.work import AskedTold

router = APIRouter(prefix="/balances", tags=["Balances"])


class RunSent(Strict):
    as_of: IsoDay | None = None


@router.get("")
def show(visitor: Office, chosen: Annotated[Chosen, Query()]) -> BalancesTold:
    """The last count: how many balances of the state are right, and those that differ, the largest first."""
    seen = balances_seen(visitor, verb="read the balances of")
    return balances_told(seen, cases_shown(seen.run, chosen) if seen.run else None)


@router.post("")
def count(visitor: Agent, sent: RunSent) -> AskedTold:
    """Have every case counted anew at the end of a day, today if none is given. One run at a time: no job is added."""
    asked = start_run(visitor, day_told_for(sent.as_of, visitor.today))
    return AskedTold(batch=asked.batch, jobs=asked.jobs)
