"""What exhibits say is owed beside what the papers say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from documents.figures.differing import Told
from documents.figures.facts import Cause, Meaning, Telling
from documents.figures.meanings import BALANCE, MONTH, OWED, Tellings
from documents.figures.statements import Stated, StatedMonth, Statement
from kernel.money import Money

CORRECT: Final = "Ask for a corrected exhibit, or correct the record and prepare the papers again."
LATER: Final = "The days differ: ask for a statement as of {day}, or be ready to tell the court what lies between."
UNDATED: Final = "It does not tell its day: ask for one that does."
OTHER_CASE: Final = "It names another case: leave it out, or be ready to tell the court why it is there."
STATES_OWN: Final = "It is the balance that the state's system tells: be ready to tell the court why ours differs."


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What an exhibit says against what a paper says; ``stops`` where both speak of one day."""

    page: int
    label: str
    amount: Money
    day: date | None
    paper: Told
    cause: Cause
    remedy: str
    stops: bool


def contradictions(found: Stated, papers: Sequence[Tellings]) -> list[Contradiction]:
    """Everything in an exhibit that papers contradict."""
    known = _known(papers)
    totals = known.get(Meaning(BALANCE, (), "total"), [])
    told = [*_months(found, known)]
    for one in found.owed:
        told += _total(one, found, totals, known)
    return told


def _total(
    one: Statement, found: Stated, totals: Sequence[Told], known: Mapping[Meaning, list[Told]]
) -> Iterator[Contradiction]:
    if not totals or any(each.telling.value == one.amount and _same_day(one, each) for each in totals):
        return
    states = known.get(Meaning("StateBalance", (), "total"), [])
    if ours := next((each for each in totals if one.day == each.telling.day), None):
        is_states = any(each.telling.value == one.amount for each in states)
        yield _said(one, found, ours, Cause.OTHER_VALUE, STATES_OWN if is_states else CORRECT, stops=not is_states)
    elif one.day is None:
        if any(each.telling.value == one.amount for each in totals):
            return
        stops = found.is_statement or not found.dated
        yield _said(one, found, totals[0], Cause.OTHER_DAY, UNDATED, stops=stops)
    elif day := known.get(Meaning(OWED, (one.day,), "balance")):
        if all(each.telling.value != one.amount for each in day):
            yield _said(one, found, day[0], Cause.OTHER_VALUE, CORRECT, stops=found.is_statement)
    elif all(each.telling.value != one.amount or each.telling.day != one.day for each in states):
        day_wanted = _written(totals[0].telling.day)
        yield _said(one, found, totals[0], Cause.OTHER_DAY, LATER.format(day=day_wanted), stops=False)


def _months(found: Stated, known: Mapping[Meaning, list[Told]]) -> Iterator[Contradiction]:
    for one in found.months:
        told = known.get(Meaning(MONTH, (one.month,), one.column), [])
        if told and all(each.telling.value != one.amount for each in told) and _whole(one, told[0].telling):
            label = f"{one.month:%B %Y}, {told[0].telling.label.lower()}"
            said = Statement(one.page, label, one.amount, told[0].telling.day)
            yield _said(said, found, told[0], Cause.OTHER_VALUE, CORRECT, stops=True)


def _whole(one: StatedMonth, telling: Telling) -> bool:
    """Whether a paper tells the month to its end: of the month that runs, two days may tell two figures."""
    day = telling.day
    return day is None or (day.year, day.month) != (one.month.year, one.month.month) or _is_last(day)


def _is_last(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1


def _said(
    one: Statement, found: Stated, paper: Told, cause: Cause, remedy: str, *, stops: bool
) -> Contradiction:
    if found.of_another_case:
        remedy, stops = OTHER_CASE, False
    return Contradiction(one.page, one.label, one.amount, one.day, paper, cause, remedy, stops)


def _same_day(one: Statement, told: Told) -> bool:
    return one.day is None or one.day == told.telling.day


def _known(papers: Sequence[Tellings]) -> dict[Meaning, list[Told]]:
    known: dict[Meaning, list[Told]] = {}
    for place, paper in enumerate(papers):
        for telling in paper.found:
            known.setdefault(telling.meaning, []).append(Told(place, telling))
    return known


def _written(day: date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else "the day of the papers"
