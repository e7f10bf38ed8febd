"""Which clocks run in a case: each from a day of the record, each met by another."""

from collections.abc import Callable, Iterator
from datetime import date

from hearings.clocks.facts import CaseDates, Clock, Event, NoticeOf, Owner
from hearings.service.facts import Timeline
from hearings.service.families import SHOW_CAUSE, SUMMONS
from law.asking import Known

LOCATE, PATERNITY = "Locate", "Paternity"


def clocks(dates: CaseDates, state: str) -> tuple[Clock, ...]:
    """Every clock of a case under the law of a state; none of a closed case."""
    if dates.closed:
        return ()
    of_state = _OF_STATE.get(state, ())
    return tuple(clock for part in (*_FEDERAL, *of_state, _notices) for clock in part(dates))


def _locating(dates: CaseDates) -> Iterator[Clock]:
    if dates.process_status == LOCATE and dates.locating:
        met = dates.located.on if dates.located and dates.located.on >= dates.locating.on else None
        yield Clock("us.locate.sources", "", dates.locating.on, dates.locating.evidence, met_on=met)


def _establishing(dates: CaseDates) -> Iterator[Clock]:
    """From location to an order or to service; from service to disposition (45 C.F.R. §§ 303.4(d), 303.101(b)(2))."""
    summons = [one for one in dates.timelines if SUMMONS in one.paper]
    if dates.located:
        start = dates.located
        served = min((one.done.complete_on for one in summons if one.done and one.done.complete_on), default=None)
        met = _first(served, _order_since(dates, date.min))
        yield Clock("us.establish.serve", "", start.on, start.evidence, met_on=met)
    for one in summons:
        if one.done and one.done.complete_on:
            served_on, met = one.done.complete_on, _order_since(dates, one.done.complete_on)
            for rule in ("us.establish.six-months", "us.establish.twelve-months"):
                evidence = one.done.trace.record
                yield Clock(rule, _about(one), served_on, evidence, Owner.ATTORNEY, met_on=met)


def _enforcing(dates: CaseDates) -> Iterator[Clock]:
    """From a month's delinquency, or from location if later; without service where wages can be withheld."""
    if not (dates.behind and dates.orders and dates.located):
        return
    start = max(dates.behind, dates.located, key=lambda event: event.on)
    if dates.employed:
        yield Clock("us.enforce.action", "", start.on, start.evidence)
        return
    served = (one.done.complete_on for one in dates.timelines if SHOW_CAUSE in one.paper and one.done)
    met = min((day for day in served if day and day >= start.on), default=None)
    yield Clock("us.enforce.service", "", start.on, start.evidence, met_on=met)


def _withholding(dates: CaseDates) -> Iterator[Clock]:
    for subject, told in dates.employers if dates.orders else ():
        yield Clock("us.withholding.notice", subject, told.on, told.evidence)


def _reviewing(dates: CaseDates) -> Iterator[Clock]:
    if dates.assigned and dates.orders:
        last = dates.orders[-1]
        yield Clock("us.review.cycle", "", last.on, last.evidence)
    for mpi_no, learned in dates.jailed if dates.orders else ():
        yield Clock("us.review.incarceration", mpi_no, learned.on, learned.evidence)


def _north_carolina(dates: CaseDates) -> Iterator[Clock]:
    """The life of each summons, its answer, and disposition within sixty days of filing (G.S. 50-32)."""
    for one in _summonses(dates):
        last, served = one.chain[-1], one.done.complete_on if one.done else None
        evidence = f"{last.kind} of {last.issued_on:%m/%d/%Y}"
        extension = "nc.summons.extension-abroad" if last.abroad else "nc.summons.extension"
        yield Clock("nc.summons.service", _about(one), last.issued_on, evidence, met_on=served)
        yield Clock(extension, _about(one), last.issued_on, evidence, met_on=served)
    for filed in _filed(dates) if dates.process_status != PATERNITY else ():
        met = _order_since(dates, filed.on)
        yield Clock("nc.clock.disposition", f"{filed.on}", filed.on, filed.evidence, Owner.ATTORNEY, met_on=met)


def _california(dates: CaseDates) -> Iterator[Clock]:
    """Three years to serve, ninety days for support from the filing, the proof, and the motion after an answer."""
    for one in _summonses(dates):
        filed_on, served = one.chain[0].filed_on or one.chain[0].issued_on, one.done.complete_on if one.done else None
        evidence = f"filing of {filed_on:%m/%d/%Y}"
        for rule in ("ca.summons.serve", "ca.summons.serve-for-retroactivity"):
            yield Clock(rule, _about(one), filed_on, evidence, met_on=served)
        if one.done and one.life:
            proved = one.done.returned_on
            yield Clock("ca.summons.proof", _about(one), one.life.serve_by, evidence, met_on=proved)
        if one.reply and one.reply.answered_on:
            answered_on = one.reply.answered_on
            heard = [notice.on for notice in dates.notices if notice.on > answered_on]
            met = _first(min(heard, default=None), _order_since(dates, answered_on))
            evidence = f"answer of {answered_on:%m/%d/%Y}"
            yield Clock("ca.motion.after-answer", _about(one), answered_on, evidence, Owner.ATTORNEY, met_on=met)


def _answers(dates: CaseDates) -> Iterator[Clock]:
    """When the other party's answer is due; default may be asked for the day after."""
    for one in dates.timelines:
        due = one.default.answer_due if one.default else None
        if due:
            answered = one.reply.answered_on if one.reply else None
            met = _first(answered, _order_since(dates, due.trigger))
            yield Clock(due.rule, _about(one), due.trigger, due.evidence, Owner.OTHER_PARTY, met_on=met)


def _notices(dates: CaseDates) -> Iterator[Clock]:
    """Until when papers may be served for each hearing to come."""
    for one in dates.notices:
        if one.on >= dates.as_of:
            yield _notice(one)


def _notice(one: NoticeOf) -> Clock:
    return Clock(
        one.rule,
        f"hearing {one.hearing_id} {one.mpi_no}",
        one.on,
        one.evidence,
        known=Known.HEARING,
        method=one.method,
        hearing_id=one.hearing_id,
        courthouse=one.courthouse,
        met_on=one.complete_on,
    )


def _summonses(dates: CaseDates) -> list[Timeline]:
    return [one for one in dates.timelines if SUMMONS in one.paper and one.chain]


def _filed(dates: CaseDates) -> tuple[Event, ...]:
    """The days on which an action was filed, each once."""
    days = {link.filed_on for one in _summonses(dates) for link in one.chain if link.filed_on}
    return tuple(Event(day, f"filing of {day:%m/%d/%Y}") for day in sorted(days))


def _about(one: Timeline) -> str:
    return f"{one.person.mpi_no} {one.paper}"


def _order_since(dates: CaseDates, day: date) -> date | None:
    return next((order.on for order in dates.orders if order.on >= day), None)


def _first(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


Part = Callable[[CaseDates], Iterator[Clock]]
_FEDERAL: tuple[Part, ...] = (_locating, _establishing, _enforcing, _withholding, _reviewing, _answers)
_OF_STATE: dict[str, tuple[Part, ...]] = {"NC": (_north_carolina,), "CA": (_california,)}
