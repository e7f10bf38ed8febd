"""Which dates a new version of the rows would move. A date keeps the version it came from; nothing moves by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kernel.refusals import Refused
from law.asking import Known, asked
from law.calendar import CourtCalendar
from law.deadline import Deadline
from law.rule import Answers, Rule
from law.states import StateLaw


class Kept(Protocol):
    """A date as it was stored when it was counted; every Deadline is one."""

    @property
    def rule(self) -> str: ...
    @property
    def trigger(self) -> date: ...
    @property
    def method(self) -> str: ...
    @property
    def answers(self) -> Answers: ...
    @property
    def on(self) -> date: ...
    @property
    def last_safe_day(self) -> date: ...
    @property
    def pack(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Moved:
    """A kept date that the present rows count otherwise, or refuse: ``now`` is None then, and ``why`` says it."""

    kept: Kept
    now: Deadline | None
    why: str

    def __str__(self) -> str:
        was = f"{self.kept.rule} from {self.kept.trigger:%b %-d, %Y}: {self.kept.on:%a %b %-d, %Y} ({self.kept.pack})"
        return f"{was} becomes {self.now.on:%a %b %-d, %Y} ({self.now.pack})" if self.now else f"{was}: {self.why}"


def moved(
    kept: Iterable[Kept], law: StateLaw, *, court: CourtCalendar | None = None, optional_days: bool = True
) -> tuple[Moved, ...]:
    """The kept dates of older versions that the present rows of their state would move, in order of the dates.

    ``court`` and ``optional_days`` are those of the office. A date whose last safe day alone moves is told too.
    """
    found = (_moved(one, law, court, optional_days) for one in kept if one.pack != law.pack().version)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.kept.on, one.kept.rule)))


def _moved(kept: Kept, law: StateLaw, court: CourtCalendar | None, optional_days: bool) -> Moved | None:
    try:
        now = _counted_again(kept, law, court, optional_days)
    except Refused as refusal:
        return Moved(kept, None, str(refusal))
    if (now.on, now.last_safe_day) == (kept.on, kept.last_safe_day):
        return None
    return Moved(kept, now, now.sentence())


def _counted_again(kept: Kept, law: StateLaw, court: CourtCalendar | None, optional_days: bool) -> Deadline:
    known = _known(kept, law.rule(kept.rule, kept.trigger))
    return asked(
        law, kept.rule, kept.trigger, known=known, method=kept.method, court=court, optional_days=optional_days
    )


def _known(kept: Kept, rule: Rule) -> Known:
    """From which end the date was counted: what it means tells it, where its rule means the other."""
    if kept.answers == rule.answers:
        return Known.TRIGGER
    return Known.SERVED if kept.answers is Answers.FIRST_DAY else Known.HEARING
