"""The day to which a clock leads, counted on the court's days as they are known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from hearings.clocks.facts import Clock, Counted
from kernel.refusals import Courteous
from law.asking import asked
from law.calendar import CourtCalendar
from law.deadline import Deadline
from law.states import StateLaw


@dataclass(frozen=True, slots=True)
class Closed:
    """A day on which an office found the court closed. No ``courthouse``: all of them."""

    id: int
    on: date
    courthouse: str | None
    why: str
    entered_at: datetime
    lifted_at: datetime | None

    def known_at(self, instant: datetime) -> bool:
        """Whether it stood at an instant."""
        return self.entered_at <= instant and (self.lifted_at is None or instant < self.lifted_at)


@dataclass
class Counting:
    """Counts the clocks of an office. Equal ones, of which a docket has many, are counted once."""

    law: StateLaw
    closings: Sequence[Closed]
    known: dict[object, Deadline | Courteous] = field(default_factory=dict)
    calendars: dict[object, CourtCalendar] = field(default_factory=dict)

    @property
    def pack(self) -> str:
        """The version of the rows that are installed."""
        return self.law.pack().version

    def of(self, clock: Clock) -> Counted | Courteous:
        """The clock with its day, or the refusal that says why it has none."""
        found = self._day(clock, self.closings_now(clock.courthouse))
        return Counted(clock, found) if isinstance(found, Deadline) else found

    def as_it_was(self, clock: Clock, at: datetime) -> Deadline | Courteous:
        """The day by the rows of now and the closings of then."""
        return self._day(clock, [one for one in self.closings if one.known_at(at) and _counts(one, clock.courthouse)])

    def court(self, courthouse: str | None) -> CourtCalendar:
        """The court's days as they are known now."""
        return self._court(tuple((one.on, one.why) for one in self.closings_now(courthouse)))

    def closings_now(self, courthouse: str | None) -> list[Closed]:
        """The closings that stand, of one courthouse and of all."""
        return [one for one in self.closings if one.lifted_at is None and _counts(one, courthouse)]

    def _day(self, clock: Clock, closings: Iterable[Closed]) -> Deadline | Courteous:
        closed = tuple((one.on, one.why) for one in closings)
        key = (clock.rule, *clock.start, closed)
        if key not in self.known:
            self.known[key] = self._counted(clock, self._court(closed))
        return self.known[key]

    def _counted(self, clock: Clock, court: CourtCalendar) -> Deadline | Courteous:
        try:
            return asked(
                self.law, clock.rule, clock.trigger_on, known=clock.known, method=clock.method, court=court
            )
        except Courteous as refusal:
            return refusal

    def _court(self, closed: tuple[tuple[date, str], ...]) -> CourtCalendar:
        if closed not in self.calendars:
            self.calendars[closed] = self.law.calendar().with_closings(dict(closed))
        return self.calendars[closed]


def _counts(one: Closed, courthouse: str | None) -> bool:
    return one.courthouse is None or one.courthouse == courthouse
