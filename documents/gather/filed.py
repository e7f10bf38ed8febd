"""What every filing is gathered with: its heading, what was pleaded, and who the defendant is."""

from dataclasses import replace
from datetime import date
from typing import Any

from cases.tables import Participant
from cases.trace import traced
from documents.gather import people
from documents.gather.calendar import hearing_facts
from documents.gather.heading import caption, office
from documents.gather.matter import Matter
from documents.gather.people import age_on, note
from hearings.facts import Served
from kernel.disclosure import Disclosure
from kernel.traced import Trace, Traced, computed

MAJORITY = 18


def heading(of: Matter, *, new_action: bool = False) -> dict[str, Any]:
    """The fields of ``Filing``. A new action may have no file number yet; the clerk assigns it."""
    named = caption(of)
    if new_action and not named.file_number.value:
        unnumbered = Traced("(to be assigned)", Trace("the clerk", "number of a new action"))
        named = replace(named, file_number=unnumbered)
    return {
        "office": office(of),
        "caption": named,
        "case_number": traced(of.record.header, of.record.case_no),
        "obligor": people.party(of.record, "obligor").name,
        "obligee": people.party(of.record, "obligee").name,
        "hearing": hearing_facts(of.hearing, of.kind),
    }


def pleaded(of: Matter, name: str) -> Traced[str | None]:
    """What a person wrote down for a court paper, as its label says."""
    return note(of.record, name).as_(Disclosure.OPEN)


def by_type(of: Matter, value: bool) -> Traced[bool]:
    """What the row of the hearing's type says."""
    return computed(value, rule=of.kind.cite, inputs=("hearing.code",))


def on_obligor(of: Matter) -> list[Served]:
    """What was issued for service on the obligor."""
    row = of.record.person("obligor")
    return [one for one in of.services if row and one.mpi_no == row.mpi_no]


def obligor_is_minor(of: Matter) -> Traced[bool]:
    """Whether the obligor needs a guardian ad litem (Rule 17(b)) and service on another as well (Rule 4(j)(2))."""
    row = of.record.person("obligor")
    young = row is not None and under_18(row, of.as_of)
    return computed(young, rule="under 18 on the day of the paper", inputs=("obligor.born_on",))


def under_18(row: Participant, on: date) -> bool:
    """Whether somebody is known to be a minor on a day."""
    return row.born_on is not None and age_on(row.born_on, on) < MAJORITY
