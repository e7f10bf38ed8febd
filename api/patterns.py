"""What a form or a JSON body may hold, checked before anything is read as a number or a day."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.convertors import IntegerConvertor, register_url_convertor

from kernel.far_ahead import not_too_far
from kernel.refusals import Refused


class _ShortNumber(IntegerConvertor):
    """``{id:int}`` of at most ten digits; anything longer is no address of ours."""

    regex = "[0-9]{1,10}"


register_url_convertor("int", _ShortNumber())

Id = Annotated[int, Path(ge=1, le=2**31 - 1)]
Number = Annotated[int, Path(ge=1, le=9999)]
CaseNo = Annotated[str, Path(pattern=r"^[A-Za-z0-9-]{1,20}$")]
Kind = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,80}$")]
KindField = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,80}$")]
State = Annotated[str, Path(pattern=r"^[a-z]{2}$")]
Name = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,80}$")]
Batch = Annotated[str, Path(pattern=r"^[A-Za-z0-9-]{1,80}$")]
Sha = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Amount = Annotated[str, Field(pattern=r"^-?\$?[0-9,]{1,16}(\.[0-9]{2})?$", description="Dollars and cents: 1,234.50")]
IsoDay = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="A day: 2026-12-08")]
StateLetters = Annotated[str, Field(pattern=r"^([A-Za-z]{2})?$", description="A state: NC")]
RuleId = Annotated[str, Field(pattern=r"^[a-z0-9.-]{1,80}$", description="A rule as the list names it")]
MethodName = Annotated[str, Field(pattern=r"^[a-z -]{0,60}$", description="A method of service of the rule")]
Whole = Annotated[int, Field(strict=True)]
"""A whole number of a JSON body: neither true nor 1.0 nor "1"."""
YesNo = Annotated[bool, Field(strict=True)]
"""True or false of a JSON body: neither 1 nor "yes"."""
FactName = Annotated[str, Field(pattern=r"^[a-z0-9_.]{0,120}$")]


class Strict(BaseModel):
    """What somebody sent: a field that is not named here is refused."""

    model_config = ConfigDict(extra="forbid")


class PageForm(Strict):
    """A form of a page; ``csrf`` is the token of the sign-in."""

    csrf: str = Field(max_length=100)


@dataclass(eq=False)
class NotADay(Refused):
    """A day that no calendar has, or none that a court could mean."""

    def __str__(self) -> str:
        return "A day is written as year-month-day, such as 2026-12-08, and lies between 1950 and 2100."


def day(written: str) -> date:
    """The day of an ISO date. Raises NotADay."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        raise NotADay()
    try:
        found = date.fromisoformat(written)
    except ValueError:
        raise NotADay() from None
    if not 1950 <= found.year <= 2100:
        raise NotADay()
    return found


def day_told_for(written: str | None, today: date) -> date:
    """The day that something is to be told for, today if none is given. Raises NotADay or TooFarAhead."""
    return not_too_far(day(written), today) if written else today
