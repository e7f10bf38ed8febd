"""A date that explains itself."""

from dataclasses import dataclass
from datetime import date

from kernel.cite import Cite
from kernel.period import Period


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day that was not counted, and why."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the rule, and the day to which it leads."""

    on: date
    why: str
    left_out: tuple[LeftOut, ...]
    counted: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The first day on which a hearing may lawfully be held after papers were served.

    ``on`` is the safest (latest) of the ``readings``. ``trigger`` is the day of service; it is never counted.
    """

    on: date
    rule: str
    cite: Cite
    verified_by: str
    period: Period
    extra: Period | None
    trigger: date
    evidence: str
    readings: tuple[Reading, ...]

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The days that the reading in use did not count."""
        return next(reading for reading in self.readings if reading.on == self.on).left_out

    @property
    def verified(self) -> bool:
        """Whether an attorney has checked the row of law."""
        return bool(self.verified_by)

    def sentence(self) -> str:
        """How the date came about, in one sentence."""
        extra = f" plus {self.extra} for mail" if self.extra else ""
        skipped = ", ".join(f"{day.on:%b %-d} ({day.why})" for day in self.left_out)
        without = f", leaving out {skipped}" if skipped else ""
        mark = "" if self.verified else " [unverified rule]"
        return (
            f"Served {self.trigger:%a %b %-d, %Y}; {self.period}{extra}{without}; "
            f"earliest hearing {self.on:%a %b %-d, %Y} ({self.cite}){mark}."
        )
