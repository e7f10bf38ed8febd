"""The people of a case as papers speak of them. Where a protected person is, is not even gathered."""

from datetime import date

from cases.names import spoken
from cases.queries import CaseRecord
from cases.tables import Address as AddressRow
from cases.tables import Asset as AssetRow
from cases.tables import CaseNote, Employment, Participant
from cases.trace import nowhere, traced
from documents.facts import Address, Asset, Child, Custody, Job, MilitaryCheck, Party
from documents.gather.told_by import needs_second_source, told_by
from kernel.disclosure import Disclosure
from kernel.money import money
from kernel.sealed import last4
from kernel.traced import Traced, computed

STALE_MILITARY_CHECK = 30
"""Days after which a Servicemembers check is run again: the office's own measure, not a statute."""
LICENCE = "licence"


def party(record: CaseRecord, role: str) -> Party:
    """The obligor or the obligee."""
    person = record.person(role)
    if person is None:
        return _nobody(role)
    why = record.protection(person)
    return Party(
        name=traced(person, spoken(person.name)),
        participant_number=traced(person, person.mpi_no),
        sex=traced(person, person.sex),
        born_on=traced(person, person.born_on, Disclosure.PARTY),
        ssn=traced(person, last4(person.ssn) if person.ssn else None, Disclosure.PARTY),
        language=traced(person, person.language),
        died_on=traced(person, person.died_on),
        protected=traced(person, why is not None),
        protected_because=traced(person, why, Disclosure.INTERNAL),
        addresses=() if why else tuple(_address(one) for one in _best_first(record, person)),
        counsel=note(record, "counsel") if role == "obligor" else nowhere("attorney of record"),
        e_service=note(record, "e_service") if role == "obligor" else nowhere("consent to e-service"),
    )


def children(record: CaseRecord, hearing_on: date) -> tuple[Child, ...]:
    """The children of the case, the oldest first, with their age on the hearing day."""
    return tuple(_child(record, one, hearing_on) for one in record.children)


def custody(record: CaseRecord) -> tuple[Custody, ...]:
    """The obligor's stay in jail or prison, if one is on file."""
    person = record.person("obligor")
    if person is None or not person.incarcerated_at or record.protection(person):
        return ()
    return (
        Custody(
            facility=traced(person, person.incarcerated_at),
            since=traced(person, person.incarcerated_on),
            released_on=traced(person, person.released_on),
        ),
    )


def military_check(record: CaseRecord, hearing_on: date) -> MilitaryCheck:
    """The obligor's Servicemembers check and its age on the hearing day."""
    person = record.person("obligor")
    checked = person.military_checked_on if person else None
    days = (hearing_on - checked).days if checked else None
    inputs = ("military.checked_on", "hearing.on")
    return MilitaryCheck(
        checked_on=traced(person, checked) if person else nowhere("military check"),
        days_old=computed(days, rule="days from the check to the hearing", inputs=inputs),
        stale=computed(
            days is None or days > STALE_MILITARY_CHECK, rule=f"older than {STALE_MILITARY_CHECK} days", inputs=inputs
        ),
        result=note(record, "result"),
    )


def jobs(record: CaseRecord, role: str = "obligor") -> tuple[Job, ...]:
    """The work of the obligor or the obligee, the current job first. A registry match alone stays inside the office."""
    person = record.person(role)
    if person is None or record.protection(person):
        return ()
    rows = [row for row in record.jobs if row.mpi_no == person.mpi_no]
    return tuple(_job(row) for row in sorted(rows, key=_newest_job))


def assets(record: CaseRecord, *, licences: bool) -> tuple[Asset, ...]:
    """The obligor's licences, or everything else that he or she owns."""
    person = record.person("obligor")
    rows = [
        row for row in record.assets if person and row.mpi_no == person.mpi_no and (row.kind == LICENCE) is licences
    ]
    return tuple(_asset(row) for row in sorted(rows, key=lambda row: (row.kind, row.description)))


def note(record: CaseRecord, name: str) -> Traced[str | None]:
    """What a person wrote down under a name, or a fact that is missing."""
    row = _note(record, name)
    return traced(row, row.words, Disclosure.INTERNAL) if row else nowhere(f"entry '{name}'")


def money_note(record: CaseRecord, name: str) -> Traced:  # type: ignore[type-arg]
    """A written amount as money, or a fact that is missing."""
    row = _note(record, name)
    return traced(row, money(row.words), Disclosure.INTERNAL) if row else nowhere(f"entry '{name}'")


def birthday(born: date, years: int) -> date:
    """The day on which somebody reaches an age; a leap-day child on March 1."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def age_on(born: date, day: date) -> int:
    """Full years of age on a day."""
    return day.year - born.year - (birthday(born, day.year - born.year) > day)


def _note(record: CaseRecord, name: str) -> CaseNote | None:
    return next((row for row in record.notes if row.name == name), None)


def _nobody(role: str) -> Party:
    lacking = nowhere(role)
    return Party(
        name=lacking,
        participant_number=lacking,
        sex=lacking,
        born_on=lacking,
        ssn=lacking,
        language=lacking,
        died_on=lacking,
        protected=lacking.told(False),
        protected_because=lacking,
        addresses=(),
        counsel=lacking,
        e_service=lacking,
    )


def _best_first(record: CaseRecord, person: Participant) -> list[AddressRow]:
    hidden = set(record.protected_words)
    rows = [row for row in record.addresses if row.mpi_no == person.mpi_no and row.line1 not in hidden]
    return sorted(
        rows,
        key=lambda row: (row.ended_on is not None, row.kind != "residence", -(row.verified_on or date.min).toordinal()),
    )


def _address(row: AddressRow) -> Address:
    written = ", ".join(part for part in (row.line1, row.line2, row.city, f"{row.state} {row.postcode}") if part)
    seen_by = Disclosure.VERIFY if needs_second_source(row.told_by) else Disclosure.PARTY
    return Address(
        kind=traced(row, row.kind),
        written=traced(row, written, seen_by),
        source=traced(row, told_by(row.told_by), seen_by),
        verified_on=traced(row, row.verified_on),
        ended_on=traced(row, row.ended_on),
    )


def _child(record: CaseRecord, row: Participant, hearing_on: date) -> Child:
    born = row.born_on
    return Child(
        name=traced(row, spoken(row.name)),
        born_on=traced(row, born, Disclosure.PARTY),
        age=traced(row, age_on(born, hearing_on) if born else None),
        eighteen_on=traced(row, birthday(born, 18) if born else None, Disclosure.PARTY),
        died_on=traced(row, row.died_on),
        protected=traced(row, record.protection(row) is not None),
    )


def _newest_job(row: Employment) -> tuple[bool, int, str]:
    started = row.started_on or date.min
    return (row.ended_on is not None, -started.toordinal(), row.employer)


def _job(row: Employment) -> Job:
    registry = needs_second_source(row.told_by) and row.verified_by is None
    seen_by = Disclosure.VERIFY if registry else Disclosure.PARTY
    return Job(
        employer=traced(row, row.employer, seen_by),
        started_on=traced(row, row.started_on, seen_by),
        ended_on=traced(row, row.ended_on, seen_by),
        wage_quarter=traced(row, _quarter(row.quarter), seen_by),
        wages=traced(row, row.wages, seen_by),
        source=traced(row, told_by(row.told_by), seen_by),
        verified_on=traced(row, row.verified_on, seen_by),
        needs_second_source=traced(row, registry),
    )


def _quarter(written: str | None) -> str | None:
    """``3Q2026`` as ``3rd quarter 2026``; anything else as it is."""
    ordinals = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th"}
    if written and len(written) == 6 and written[1] == "Q" and written[0] in ordinals:
        return f"{ordinals[written[0]]} quarter {written[2:]}"
    return written


def _asset(row: AssetRow) -> Asset:
    return Asset(
        kind=traced(row, row.kind, Disclosure.PARTY),
        description=traced(row, row.description, Disclosure.PARTY),
        value=traced(row, row.amount if row.amount and row.amount.cents else None, Disclosure.PARTY),
        source=traced(row, told_by(row.told_by), Disclosure.PARTY),
        as_of=traced(row, row.seen_on, Disclosure.PARTY),
    )
