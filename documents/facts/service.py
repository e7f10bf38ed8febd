"""Service of process and the notice it gave."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One paper sent out for service, with what came of it."""

    paper: Traced[str] = fact("Paper served", required=True)
    method: Traced[str] = fact("Method of service", required=True)
    issued_on: Traced[date | None] = fact("Issued on")
    attempted_on: Traced[date | None] = fact("Attempted on")
    result: Traced[str | None] = fact("Result of service")
    served: Traced[bool] = fact("Served", required=True)
    served_on: Traced[date | None] = fact("Served on")
    served_upon: Traced[str | None] = fact("Served upon")
    returned_on: Traced[date | None] = fact("Proof of service returned on")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfNotice:
    """One day of the count. ``day`` reads "Wed Nov 25"; a day that is left out says why."""

    day: Traced[str] = fact("Day", required=True)
    counts: Traced[bool] = fact("Day counts", required=True)
    number: Traced[int | None] = fact("Number of the day")
    why: Traced[str | None] = fact("Why the day is left out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read the rule, counted day by day. An ambiguous rule has two, and the later day governs."""

    name: Traced[str] = fact("Reading of the rule", required=True)
    days: tuple[DayOfNotice, ...]
    earliest_on: Traced[date] = fact("Earliest hearing day by this reading", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The notice that the hearing needs. ``trigger`` reads "service on May 4, 2026"; unserved, no ``readings``."""

    rule: Traced[str] = fact("Notice rule", required=True)
    cite: Traced[str] = fact("Statute of the notice rule", required=True)
    unverified: Traced[bool] = fact("Rule not yet verified by an attorney", required=True)
    trigger: Traced[str] = fact("What starts the notice", required=True)
    trigger_on: Traced[date | None] = fact("Notice runs from")
    readings: tuple[Reading, ...]
    earliest_on: Traced[date | None] = fact("Earliest lawful hearing day")
    met: Traced[bool] = fact("Notice is long enough", required=True)
    last_day_to_serve: Traced[date | None] = fact("Last day to serve")
