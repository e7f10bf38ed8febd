"""Which children of a case a run is for, and whether a hearing is about the same ones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from cases.guideline.errors import NotTheseChildren, SayWhichChildren
from cases.guideline.facts import Offered, Run
from cases.guideline.offering import minors, of_age_perhaps_in_school
from cases.names import spoken
from cases.queries import CaseRecord
from cases.tables import Participant
from cases.trace import trace_of


def children_meant(
    record: CaseRecord, on: date, counted: int | Sequence[str], named: Sequence[str]
) -> tuple[Participant, ...]:
    """The children of a run that counts so many, or those of these births; ``named`` are participant numbers.

    Where nobody is named, those whom the count leaves no doubt about. Raises NotTheseChildren or SayWhichChildren.
    """
    number = counted if isinstance(counted, int) else len(counted)
    births = None if isinstance(counted, int) else Counter[str | None](counted)
    if named:
        return _named(record, number, births, named)
    young = minors(record, on)
    if births is not None:
        found = tuple(child for child in record.children if _born(child) in births)
    else:
        found = young if len(young) >= number else (*of_age_perhaps_in_school(record, on), *young)
    if len(found) != number or births not in (None, Counter(map(_born, found))):
        raise SayWhichChildren(number, len(record.children))
    return found


def births_of(meant: Iterable[Participant], births: Sequence[str]) -> dict[str, Offered]:
    """The entries of children whom a run has by their births, each with the trace of its own child."""
    left, found = list(meant), {}
    for place, born in enumerate(births):
        child = next(one for one in left if _born(one) == born)
        left.remove(child)
        found[f"children.{place}"] = Offered(born, trace_of(child))
    return found


def born_otherwise(run: Run, record: CaseRecord) -> bool:
    """Whether the record has other births of the run's children than it was told."""
    told = run.figured.asked["children"]
    return isinstance(told, list) and Counter(told) != Counter(map(_born, of_run(run, record)))


def left_out(record: CaseRecord, on: date, meant: Iterable[Participant]) -> tuple[str, ...]:
    """The children under age on a day for whom a run is not."""
    numbers = {child.mpi_no for child in meant}
    return tuple(child.mpi_no for child in minors(record, on) if child.mpi_no not in numbers)


def for_others(run: Run, record: CaseRecord, on: date) -> str:
    """Why a run is for other children than a day's support is about; empty where it is for the same.

    Children whom a person left out stay left out. A child who comes of age after the run counts only where a person
    says, in another run, that it is in school.
    """
    if not run.children:
        return "does not say which children it is for"
    meant = still_meant(run, record, on)
    if gone := [number for number in run.children if number not in meant]:
        return f"counts {_called(record, gone)}, owed no support on that day by the record"
    if new := [number for number in meant if number not in run.children]:
        return f"does not count {_called(record, new)}, who came into the record since"
    return ""


def still_meant(run: Run, record: CaseRecord, on: date) -> tuple[str, ...]:
    """The children of a day as far as a run says them: those under age but for the ones left out, and those in school.

    In school are those of age whom a person counted when they were of age already.
    """
    young = [child.mpi_no for child in minors(record, on) if child.mpi_no not in run.left_out]
    perhaps, before = (of_age_perhaps_in_school(record, day) for day in (on, run.figured.on))
    in_school = [child.mpi_no for child in perhaps if child.mpi_no in run.children and child in before]
    return (*in_school, *young)


def of_run(run: Run, record: CaseRecord) -> tuple[Participant, ...]:
    """The children of a run as the record has them now, in its order."""
    return tuple(child for child in record.children if child.mpi_no in run.children)


def _named(
    record: CaseRecord, number: int, births: "Counter[str | None] | None", named: Sequence[str]
) -> tuple[Participant, ...]:
    found = tuple(child for child in record.children if child.mpi_no in named)
    if len(found) != len(named):
        raise NotTheseChildren("a number that was sent is no child's of this case, or was sent twice")
    if len(found) != number:
        raise NotTheseChildren(f"the input counts {number}, and {len(found)} are named")
    if births is not None and births != Counter(map(_born, found)):
        raise NotTheseChildren("the record has other birth dates of the children that are named")
    return found


def _called(record: CaseRecord, numbers: Iterable[str]) -> str:
    names = {child.mpi_no: spoken(child.name) for child in record.children}
    return " and ".join(names.get(number, "a child who is no longer in the record") for number in numbers)


def _born(child: Participant) -> str | None:
    return child.born_on.isoformat() if child.born_on else None
