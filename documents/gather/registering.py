"""Gathers what the registration of another state's order needs, and whether the time to contest it is over."""

from datetime import date

from documents.facts.registering import Registration
from documents.gather.entries import entries
from documents.gather.matter import Matter
from kernel.traced import Traced, computed
from law.deadlines import deadline
from law.nc.counting import REGISTRATION_CONTEST
from law.states import law_of

CONTEST = "20 days after the notice of registration (G.S. 52C-6-605(b)(2))"


def registration(of: Matter) -> Registration:
    """What people wrote down about the registration, with the last day to contest it. Raises YearUnknown."""
    written = entries(of.record, Registration)
    noticed_on = written["registration_notice_on"].value
    by_mail = _contest_by(noticed_on, by_mail=True)
    return Registration(
        contest_by=_contest_by(noticed_on, by_mail=False),
        contest_by_mail=by_mail,
        time_is_over=computed(
            by_mail.value is not None and of.hearing.on > by_mail.value, rule=CONTEST, inputs=("hearing.on",)
        ),
        **written,
    )


def _contest_by(noticed_on: date | None, *, by_mail: bool) -> Traced[date | None]:
    return computed(
        deadline(law_of("NC"), REGISTRATION_CONTEST, noticed_on, method="mail" if by_mail else "").on
        if noticed_on
        else None,
        rule=CONTEST + (", 3 more where it was mailed" if by_mail else ""),
        inputs=("registration.registration_notice_on",),
    )
