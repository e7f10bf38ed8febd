"""The last county run as the page and the API show it: chosen by cause and side, some cases at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.looking import looking_at
from api.visitor import Visitor
from cases.county.actions import AskedRun, ask_for_run
from cases.county.found import Differing, Way
from cases.county.running import CountyRun, last_run, under_way
from infra.db import database
from infra.jobs.watching import Tally, tally

SIZE = 50


class Chosen(BaseModel):
    """What of the differing cases is meant, as it stands in the address."""

    model_config = ConfigDict(extra="forbid")

    cause: str = Field(default="", max_length=60)
    side: Way | Literal[""] = ""
    page: int = Field(default=1, ge=1, le=9999)


@dataclass(frozen=True, slots=True)
class CasesShown:
    """Some of the cases that were chosen. Pages are counted from 1, the largest differences on the first."""

    cases: Sequence[Differing]
    number: int
    of: int
    in_all: int


@dataclass(frozen=True, slots=True)
class BalancesSeen:
    """The last run that came to its end, if there was one, and how far the one under way is."""

    run: CountyRun | None
    batch: str | None
    going: Tally | None


def balances_seen(visitor: Visitor, *, verb: str = "looked at the balances of") -> BalancesSeen:
    """The balances of the visitor's office as last counted; each look stands in the audit log."""
    with looking_at("every case", visitor, verb=verb) as db:
        batch = under_way(db, visitor.office_id)
        going = tally(db, visitor.office_id, batch=batch) if batch else None
        return BalancesSeen(last_run(db, visitor.office_id), batch, going)


def cases_shown(run: CountyRun, chosen: Chosen) -> CasesShown:
    """One page of the chosen cases, the last one if there are fewer."""
    meant = [
        one
        for one in run.found.wrong
        if chosen.cause in ("", one.cause) and chosen.side in ("", one.way)
    ]
    pages = max(1, -(-len(meant) // SIZE))
    number = min(chosen.page, pages)
    return CasesShown(meant[(number - 1) * SIZE : number * SIZE], number, pages, len(meant))


def start_run(visitor: Visitor, as_of: date) -> AskedRun:
    """Have every case of the visitor's office counted. Raises NotYourRole or NothingToCount."""
    with database().transaction() as db:
        return ask_for_run(db, by=visitor.person, as_of=as_of, now=visitor.at)
