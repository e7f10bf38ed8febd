"""What the law makes of every service of a case: which demands it fails, and when it is complete."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from hearings.facts import Served
from hearings.service.chains import life_of
from hearings.service.completion import completes_on
from hearings.service.demands import Around, unmet
from hearings.service.facts import Consent, Issued, Recipient
from hearings.service.families import SUMMONS, lawful_methods, method_row, was_left
from hearings.service.manner import Check
from kernel.refusals import Refused
from law.calendar import CourtCalendar
from law.states import StateLaw


def checked(
    services: Sequence[Served],
    *,
    people: Mapping[str, Recipient],
    issued: Sequence[Issued],
    consents: Sequence[Consent],
    law: StateLaw,
    court: CourtCalendar | None = None,
) -> list[Served]:
    """The same services of one case, those by which papers were served with what the law makes of them.

    ``court`` is the office's court days, by which the life of a summons is counted.
    """
    return [
        one
        if one.result != "served"
        else replace(one, check=_check(one, services, people, issued, consents, law, court))
        for one in services
    ]


def _check(
    one: Served,
    services: Sequence[Served],
    people: Mapping[str, Recipient],
    issued: Sequence[Issued],
    consents: Sequence[Consent],
    law: StateLaw,
    court: CourtCalendar | None,
) -> Check:
    day = one.served_on or one.attempted_on
    if day is None:
        return Check(None, ("The day of service is not on record.",))
    rows = lawful_methods(law, one.paper, day)
    row = method_row(rows, one.method, left=was_left(one.served_upon, one.manner))
    if row is None:
        known = ", ".join(sorted({each.method for each in rows})) or "none on file"
        why = f"'{one.method}' is no way to serve a paper such as the {one.paper} in {law.name}; there are: {known}."
        return Check(None, (why,))
    person = people.get(one.mpi_no)
    mine = [each for each in issued if (each.mpi_no, each.paper) == (one.mpi_no, one.paper)]
    around = Around(
        state=law.state,
        name=person.name if person else "the person",
        others=[each for each in services if each is not one and (each.mpi_no, each.paper) == (one.mpi_no, one.paper)],
        consented=any(each.mpi_no == one.mpi_no and each.holds_on(day) for each in consents),
        age=_age(person.born_on, day) if person and person.born_on else None,
        under_disability=any(each.under_disability for each in mine),
        not_alive=_not_alive(law, mine, one, day, court),
    )
    failed = unmet(one, row, around)
    return Check(None if failed else completes_on(one, row), failed, row.cite)


def _not_alive(
    law: StateLaw, chain: Sequence[Issued], one: Served, day: date, court: CourtCalendar | None
) -> str:
    """Why the summons could not be served on the day, or nothing."""
    if SUMMONS not in one.paper or not chain:
        return ""
    try:
        life = life_of(law, chain, as_of=day, court=court)
    except Refused as uncounted:
        return str(uncounted)
    return "" if life is None or life.may_be_served else life.why


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
