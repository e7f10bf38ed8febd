"""When service by a method is complete."""

from datetime import date, timedelta

from hearings.facts import Served
from hearings.service.manner import Manner
from kernel.period import Unit, period
from law.counting import months_on
from law.rule import ServiceMethod

NOTHING_TOLD = Manner()


def completes_on(one: Served, row: ServiceMethod) -> date | None:
    """The day on which service by this method is complete, None while its act has not happened.

    The day does not move when it is a closed day.
    """
    act = act_on(one, row)
    if act is None or not row.completes:
        return act
    length = period(row.completes)
    if length.unit is Unit.CALENDAR:
        return act + timedelta(days=length.count)
    return months_on(act, length.count * (12 if length.unit is Unit.YEAR else 1))


def act_on(one: Served, row: ServiceMethod) -> date | None:
    """The day of the act from which the method counts: delivery, mailing, signing or first publication."""
    told = one.manner or NOTHING_TOLD
    if "mailing after" in row.from_act:
        return told.mailed_on
    if "publication" in row.from_act:
        return one.attempted_on or one.served_on
    if "sign" in row.from_act:
        return told.receipt_signed_on or (None if one.manner else one.served_on)
    if any(word in row.from_act for word in ("mailing", "deposit", "transmission", "sending")):
        return told.mailed_on or one.attempted_on or one.served_on
    return one.served_on
