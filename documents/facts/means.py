"""What the obligor earns and owns."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work. From a new-hire or wage registry alone it stays inside the office (45 CFR 303.21): class VERIFY."""

    employer: Traced[str] = fact("Employer", required=True)
    started_on: Traced[date | None] = fact("Job started on")
    ended_on: Traced[date | None] = fact("Job ended on")
    wage_quarter: Traced[str | None] = fact("Quarter of the wages")
    wages: Traced[Money | None] = fact("Wages in the quarter")
    source: Traced[str | None] = fact("Employment told by")
    verified_on: Traced[date | None] = fact("Employment verified on")
    needs_second_source: Traced[bool] = fact("Employment needs a second source", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """Property, an account (last four digits at most) or a license."""

    kind: Traced[str] = fact("Kind of property or license", required=True)
    description: Traced[str] = fact("Description", required=True)
    value: Traced[Money | None] = fact("Value")
    source: Traced[str | None] = fact("Property told by")
    as_of: Traced[date | None] = fact("Property as of")
