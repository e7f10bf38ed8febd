"""What a contempt hearing turns on: the last twelve months, and what people wrote down about ability to pay."""

from documents.facts import Contempt
from documents.gather import people
from documents.gather.entries import entries
from documents.gather.matter import CONTEMPT, Matter
from documents.gather.noted import filled_up, noted
from documents.gather.paid import paid_in_year
from kernel.traced import Traced, computed

MAJORITY = 18


def contempt_section(of: Matter) -> tuple[Contempt, ...]:
    """The contempt section of a sheet; none for a hearing of another kind. The purge is the one that is proposed."""
    if of.kind.kind != CONTEMPT:
        return ()
    found = noted(of)
    proposed = {name: found[name] for name in ("purge_amount", "purge_evidence") if name in found}
    written = filled_up(entries(of.record, Contempt), found) | proposed
    return (Contempt(minors=minors(of), year=paid_in_year(of.record, of.as_of), **written),)


def minors(of: Matter) -> Traced[int]:
    """How many children of the case are under 18 on the hearing day."""
    ages = [child.age.value for child in people.children(of.record, of.hearing.on)]
    young = sum(1 for age in ages if age is not None and age < MAJORITY)
    return computed(young, rule="children under 18 on the hearing day", inputs=("children", "hearing.on"))
