"""A rule of time as a dated row, and the days that a manner of service adds to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kernel.period import Period, period
from kernel.refusals import Refused
from law.rows import LawRow, in_force_on


class Answers(StrEnum):
    """What the day that a rule gives means."""

    LAST_DAY = "last day"
    """The act must be done on or before it."""
    FIRST_DAY = "first day"
    """The event may not come before it."""


class Counts(StrEnum):
    """Which way the days are counted from the trigger. The trigger itself is never counted."""

    FORWARD = "forward"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(LawRow):
    """A period that the law sets, from an event to a day.

    ``trigger`` and ``what`` are noun phrases that a sentence can be made of: "service of the order to show cause",
    "hearing of civil contempt". ``served_under`` names the family of service methods that may start the count, empty
    where service plays no part; ``added`` the family of rows that lengthen it by method. ``rolls`` is false where
    the statute names a life that ends on its day, open or closed.
    """

    topic: str
    trigger: str
    what: str
    period: str
    answers: str = Answers.LAST_DAY
    counts: str = Counts.FORWARD
    served_under: str = ""
    added: str = ""
    rolls: bool = True

    @property
    def length(self) -> Period:
        """The period, read."""
        return period(self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(LawRow):
    """Days that a manner of service adds to the periods of one family.

    ``longest`` is the longest base period, in days, to which the row applies; 0 where there is no bound. ``optional``
    rows hold only for offices that choose so.
    """

    family: str
    method: str
    period: str
    longest: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceMethod(LawRow):
    """A lawful way to deliver papers, what it demands, and when service by it is complete.

    ``under`` names the families (Rule 4, CCP 415, CCP 1013 ...). ``completes`` is a period after ``from_act`` (the
    delivery, the mailing, the signing, the first publication), empty where it is complete at that act. Ages are in
    years, 0 where the law sets none.
    """

    method: str
    name: str
    under: list[str]
    from_act: str
    proof: str
    completes: str = ""
    recipient: str = ""
    recipient_age: int = 0
    server_age: int = 0
    needs_residence: bool = False
    needs_restricted_delivery: bool = False
    needs_signed_receipt: bool = False
    needs_consent_on_file: bool = False
    needs_diligence_first: bool = False
    needs_mailing_after: bool = False
    needs_court_order: bool = False


@dataclass(eq=False)
class MethodUnknown(Refused):
    method: str
    rule: str
    known: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        listed = f"; its methods are {', '.join(self.known)}" if self.known else "; no method plays a part in it"
        return f"'{self.method[:40]}' is no method of service under the rule '{self.rule}'{listed}."


def added_days(rows: Iterable[Added], rule: Rule, method: str, on: date, *, optional: bool = True) -> tuple[Added, ...]:
    """The rows that lengthen a rule for a method on a day, in order of their ids."""
    return tuple(
        sorted(
            (
                row
                for row in rows
                if row.family == rule.added
                and row.method == method
                and in_force_on(row, on)
                and (not row.longest or rule.length.count <= row.longest)
                and (optional or not row.optional)
            ),
            key=lambda row: row.id,
        )
    )
