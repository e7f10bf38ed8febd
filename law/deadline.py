"""A date that explains itself."""

from dataclasses import dataclass
from datetime import date

from kernel.cite import Cite
from kernel.period import Period
from law.rule import Answers, Counts


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
    """A day that the law gives, with everything it was counted from.

    ``on`` is the safest of the ``readings``: the latest where it is the first day on which something may happen, the
    earliest where it is the last day to act. ``trigger`` is never counted. ``last_safe_day`` is the last court day on
    which acting is in time under every reading; where no service starts the count of a first day there is nothing to
    do, and it is the trigger. ``pack`` is the version of the rows from which the date came.
    """

    on: date
    rule: str
    cite: Cite
    verified_by: str
    period: Period
    extra: tuple[Period, ...]
    trigger: date
    trigger_is: str
    what: str
    answers: Answers
    counts: Counts
    method: str
    evidence: str
    readings: tuple[Reading, ...]
    last_safe_day: date
    pack: str

    @property
    def reading(self) -> Reading:
        """The reading in use."""
        return next(reading for reading in self.readings if reading.on == self.on)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The days that the reading in use did not count."""
        return self.reading.left_out

    @property
    def verified(self) -> bool:
        """Whether an attorney has checked the row of law."""
        return bool(self.verified_by)

    def sentence(self) -> str:
        """How the date came about, in one sentence."""
        extra = "".join(f" plus {each}" for each in self.extra) + (f" for {self.method}" if self.extra else "")
        way = self._way()
        skipped = ", ".join(f"{day.on:%b %-d} ({day.why})" for day in sorted(self.left_out, key=lambda day: day.on))
        without = f", leaving out {skipped}" if skipped else ""
        no_sooner = "no earlier than" if self.answers is Answers.FIRST_DAY else "by"
        other = [reading for reading in self.readings if reading.on != self.on]
        also = "".join(f"; {reading.on:%a %b %-d, %Y} if {reading.why}" for reading in other)
        mark = "" if self.verified else " [unverified rule]"
        return (
            f"{self.trigger_is[0].upper()}{self.trigger_is[1:]} {self.trigger:%a %b %-d, %Y}; "
            f"{self.period}{extra}{way}{without}; "
            f"{self.what} {no_sooner} {self.on:%a %b %-d, %Y}{also} ({self.cite}){mark}."
        )

    def _way(self) -> str:
        """From where the days are counted, where it is not simply from the trigger on."""
        if self.counts is Counts.BACK:
            return f" back from the {self.what}" if self.on > self.trigger else " before it"
        return " up to it" if self.on < self.trigger else ""
