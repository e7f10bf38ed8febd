"""The hearing, its notice and service of process as papers speak of them."""

from collections.abc import Sequence
from datetime import time

from documents.facts import DayOfNotice, Hearing, Notice, Reading, Service
from hearings.facts import NoticeGiven, Served, SetHearing
from kernel.traced import Trace, Traced, computed
from law.deadline import Reading as LawReading
from law.hearing_types import HearingType
from law.states import law_of


def hearing_facts(hearing: SetHearing, kind: HearingType) -> Hearing:
    """When, where and before whom."""
    at = hearing.trace
    return Hearing(
        code=Traced(hearing.code, at),
        purpose=Traced(kind.name, at),
        on=Traced(hearing.on, at),
        weekday=Traced(f"{hearing.on:%A}", at),
        time=Traced(clock_time(hearing.at), at),
        courthouse=Traced(hearing.courthouse.title() if hearing.courthouse.isupper() else hearing.courthouse, at),
        courthouse_address=Traced(None, at),
        courtroom=Traced(hearing.room or None, at),
        judge=Traced(hearing.judge or None, at),
    )


def service_facts(services: Sequence[Served]) -> tuple[Service, ...]:
    """Every paper sent out for service, in order of issue."""
    return tuple(
        Service(
            paper=Traced(one.paper[0].upper() + one.paper[1:], one.trace),
            method=Traced(one.method[0].upper() + one.method[1:], one.trace),
            issued_on=Traced(one.issued_on, one.trace),
            attempted_on=Traced(one.attempted_on, one.trace),
            result=Traced(one.result, one.trace),
            served=Traced(one.complete_on is not None, one.trace),
            served_on=Traced(one.served_on, one.trace),
            served_upon=Traced(one.served_upon.lower() if one.served_upon else None, one.trace),
            returned_on=Traced(one.returned_on, one.trace),
        )
        for one in services
    )


def notice_facts(given: NoticeGiven, kind: HearingType) -> tuple[Notice, ...]:
    """The notice of the hearing with its arithmetic."""
    deadline = given.deadline
    inputs = ("services", "hearing.on")
    law = Trace(f"Law of {law_of(kind.state).name}", given.rule, rule=given.cite)
    return (
        Notice(
            rule=Traced(f"{given.period} before the hearing", law),
            cite=Traced(given.cite, law),
            unverified=Traced(not given.verified_by, law),
            trigger=Traced(f"service on {deadline.trigger:%B %-d, %Y}" if deadline else "service of the papers", law),
            trigger_on=computed(deadline.trigger if deadline else None, rule=given.cite, inputs=("services",)),
            readings=tuple(_reading(one, given) for one in deadline.readings) if deadline else (),
            earliest_on=computed(deadline.on if deadline else None, rule=given.cite, inputs=inputs),
            met=computed(given.met, rule=given.cite, inputs=inputs),
            last_day_to_serve=computed(given.last_day, rule=given.cite, inputs=("hearing.on",)),
        ),
    )


def clock_time(at: time) -> str:
    """``9:00 a.m.``"""
    return f"{at.hour % 12 or 12}:{at:%M} {'a.m.' if at.hour < 12 else 'p.m.'}"


def _reading(reading: LawReading, given: NoticeGiven) -> Reading:
    skipped = {one.on: one.why for one in reading.left_out}
    numbers = {day: place for place, day in enumerate(reading.counted, start=1)}

    def told(value: object) -> Traced:  # type: ignore[type-arg]
        return computed(value, rule=given.cite, inputs=("services", "hearing.on"))

    return Reading(
        name=told(reading.why[0].upper() + reading.why[1:]),
        days=tuple(
            DayOfNotice(
                day=told(f"{day:%a %b} {day.day}"),
                counts=told(day in numbers),
                number=told(numbers.get(day)),
                why=told(skipped.get(day)),
            )
            for day in sorted({*numbers, *skipped})
        ),
        earliest_on=told(reading.on),
    )
