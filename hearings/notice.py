"""Does the service of a hearing's papers give the notice that the law demands?"""

from collections.abc import Sequence
from datetime import date

from hearings.facts import NoticeGiven, Served
from kernel.period import period
from law.hearing_types import HearingType
from law.states import law_of


def notice_given(kind: HearingType, hearing_on: date, services: Sequence[Served], *, as_of: date) -> NoticeGiven:
    """The notice of a hearing as known on ``as_of``, counted from the earliest completed service.

    Raises NoRuleInForce or YearUnknown.
    """
    law = law_of(kind.state)
    rule = law.notice_rule(kind.notice, as_of)
    done = sorted((one for one in services if completed(one, as_of)), key=lambda one: one.served_on or as_of)
    by_mail = rule.mail_adds and bool(services) and services[-1].by_mail
    told = {
        "rule": rule.id,
        "period": str(period(rule.period)),
        "cite": str(rule.cite),
        "verified_by": rule.verified_by,
    }
    last_day = law.last_day_to_serve(rule.id, hearing_on=hearing_on, by_mail=by_mail)
    if not done or done[0].served_on is None:
        return NoticeGiven(**told, deadline=None, met=False, last_day=last_day)
    first = done[0]
    assert first.served_on is not None  # noqa: S101 - completed service has a day
    deadline = law.earliest_hearing(
        rule.id, served_on=first.served_on, by_mail=first.by_mail, evidence=first.trace.record
    )
    return NoticeGiven(**told, deadline=deadline, met=deadline.on <= hearing_on, last_day=last_day)


def completed(service: Served, as_of: date) -> bool:
    """Whether the record shows, on ``as_of``, that this paper was served."""
    return service.result == "served" and service.served_on is not None and service.served_on <= as_of
