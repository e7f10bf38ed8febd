"""What a contempt sheet shows: findings with their evidence, open questions, income, property, needs and purge."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Something that nobody has answered, and why what is there does not do."""

    what: Traced[str] = fact("Open question", required=True)
    why: Traced[str] = fact("Why it is open", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of evidence."""

    kind: Traced[str] = fact("Kind of evidence", required=True)
    words: Traced[str] = fact("Evidence", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """One thing that the court must find."""

    what: Traced[str] = fact("Finding", required=True)
    cite: Traced[str] = fact("Cite of the finding", required=True)
    unverified: Traced[bool] = fact("Finding not verified by an attorney", required=True)
    evidence: tuple[Piece, ...]
    shown: Traced[bool] = fact("Finding has evidence", required=True)
    lacks: Traced[str | None] = fact("What the finding lacks")


@dataclass(frozen=True, slots=True, kw_only=True)
class InQuarters:
    """A line with one amount for each of six quarters, the oldest first; nothing where nothing was told."""

    source: Traced[str] = fact("Line", required=True)
    confirmed: Traced[bool] = fact("More than a registry tells it", required=True)
    first: Traced[Money | None] = fact("1st quarter of the table")
    second: Traced[Money | None] = fact("2nd quarter of the table")
    third: Traced[Money | None] = fact("3rd quarter of the table")
    fourth: Traced[Money | None] = fact("4th quarter of the table")
    fifth: Traced[Money | None] = fact("5th quarter of the table")
    sixth: Traced[Money | None] = fact("6th quarter of the table")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarters:
    """Income by source in the newest six quarters, beside the support that fell due, was paid and was credited in them.

    ``credits`` has a line for each way by which something was credited.
    """

    first: Traced[str] = fact("1st quarter", required=True)
    second: Traced[str] = fact("2nd quarter", required=True)
    third: Traced[str] = fact("3rd quarter", required=True)
    fourth: Traced[str] = fact("4th quarter", required=True)
    fifth: Traced[str] = fact("5th quarter", required=True)
    sixth: Traced[str] = fact("6th quarter", required=True)
    income: tuple[InQuarters, ...]
    totals: InQuarters
    ordered: InQuarters
    paid: InQuarters
    credits: tuple[InQuarters, ...]
    average_month: Traced[Money] = fact("Income of an average month of the newest quarter", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingShown:
    """Property with what is owed on it and what is exempt."""

    what: Traced[str] = fact("Property", required=True)
    value: Traced[Money] = fact("Value of the property", required=True)
    seen_on: Traced[date] = fact("Property seen on", required=True)
    note: Traced[str | None] = fact("Lien and exemption")
    looked_at: Traced[bool] = fact("Lien and exemption looked at", required=True)
    reachable: Traced[Money] = fact("Left after lien and exemption", required=True)
    proof: Traced[str | None] = fact("Proof of the property")


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedShown:
    """A basic need of the household."""

    what: Traced[str] = fact("Basic need", required=True)
    monthly: Traced[Money] = fact("Cost of the need a month", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdShown:
    """The household and what its needs leave of a month's income."""

    people: Traced[int] = fact("People in the household", required=True)
    needs: tuple[NeedShown, ...]
    monthly: Traced[Money] = fact("Basic needs a month", required=True)
    disposable: Traced[Money | None] = fact("Disposable income a month")
    left_over: Traced[Money | None] = fact("Left of the disposable income after basic needs")
    proof: Traced[str] = fact("Proof of the household", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorShown:
    """An earlier finding of contempt."""

    found_on: Traced[date] = fact("Contempt found on", required=True)
    kind: Traced[str] = fact("Kind of contempt", required=True)
    purge: Traced[str] = fact("Purge of the earlier contempt", required=True)
    outcome: Traced[str] = fact("What became of it", required=True)
    proof: Traced[str] = fact("Proof of the earlier contempt", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FundsShown:
    """Money that the obligor will have on the day of the purge."""

    what: Traced[str] = fact("Funds for the purge", required=True)
    amount: Traced[Money] = fact("Amount of the funds", required=True)
    available_on: Traced[date] = fact("Funds available from", required=True)
    shown_by: Traced[str] = fact("What shows the funds", required=True)
    seen_on: Traced[date] = fact("Funds seen on", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeShown:
    """A purge that can be paid on its day."""

    amount: Traced[Money] = fact("Recommended purge", required=True)
    pay_on: Traced[date] = fact("Purge due on", required=True)
    funds: tuple[FundsShown, ...]
    needs_first: Traced[Money] = fact("Basic needs until the day of the purge", required=True)
    means: Traced[Money] = fact("Left for the purge after basic needs", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitShown:
    """A limit of withholding."""

    law: Traced[str] = fact("Law of the limit", required=True)
    percent: Traced[str] = fact("Percent of disposable income", required=True)
    most: Traced[Money] = fact("Most that can be withheld a month", required=True)
    cite: Traced[str] = fact("Cite of the limit", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class TestShown:
    """A test for taking licenses."""

    what: Traced[str] = fact("Test for licenses", required=True)
    met: Traced[bool] = fact("Test is met", required=True)
    because: Traced[str] = fact("Why the test is met or not", required=True)
    cite: Traced[str] = fact("Cite of the test", required=True)
