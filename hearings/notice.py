"""Does the service of a hearing's papers give the notice that the law demands?"""

from collections.abc import Sequence
from datetime import date

from hearings.facts import NoticeGiven, Served
from law.calendar import CourtCalendar
from law.deadlines import adding, first_day_allowed, last_day_to_act
from law.hearing_types import HearingType
from law.states import law_of

CONTEMPT = "contempt"
SHOW_CAUSE = "show cause"


def notice_given(
    kind: HearingType,
    hearing_on: date,
    services: Sequence[Served],
    *,
    as_of: date,
    court: CourtCalendar | None = None,
) -> NoticeGiven:
    """The notice of a hearing as known on ``as_of``, counted from the earliest lawful service of its own papers.

    ``court`` is the calendar of its courthouse with the office's own closings. Raises NoRuleInForce or YearUnknown.
    """
    services = that_count(kind, services)
    law = law_of(kind.state)
    rule = law.rule(kind.notice, as_of)
    done = sorted((one for one in services if completed(one, as_of)), key=lambda one: one.complete_on or as_of)
    latest = services[-1].method if services else ""
    told = {
        "rule": rule.id,
        "period": str(rule.length),
        "cite": str(rule.cite),
        "verified_by": rule.verified_by,
    }
    last_day = last_day_to_act(law, rule.id, hearing_on, method=adding(law, rule, latest), court=court)
    if not done or done[0].complete_on is None:
        return NoticeGiven(**told, deadline=None, met=False, last_day=last_day)
    first = done[0]
    assert first.complete_on is not None  # noqa: S101 - completed service has a day
    by = adding(law, rule, first.method)
    deadline = first_day_allowed(
        law, rule.id, first.complete_on, method=by, evidence=first.trace.record, court=court
    )
    return NoticeGiven(**told, deadline=deadline, met=deadline.on <= hearing_on, last_day=last_day)


def that_count(kind: HearingType, services: Sequence[Served]) -> list[Served]:
    """The service that can give notice of this hearing, in the order given.

    A paper that was issued anew for a person replaces the earlier issue, which belonged to an earlier setting. Notice
    of contempt is given by an order to show cause alone.
    """
    own = [one for one in services if kind.kind != CONTEMPT or SHOW_CAUSE in one.paper]
    newest: dict[tuple[str, str], date] = {}
    for one in own:
        of = (one.mpi_no, one.paper)
        newest[of] = max(newest.get(of, date.min), one.issued_on or date.min)
    return [one for one in own if (one.issued_on or date.min) == newest[one.mpi_no, one.paper]]


def completed(service: Served, as_of: date) -> bool:
    """Whether the record shows, on ``as_of``, lawful service of this paper that is complete by then."""
    return service.complete_on is not None and service.complete_on <= as_of
