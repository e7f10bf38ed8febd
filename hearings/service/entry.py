"""What a person writes down about one attempt, checked before it is kept."""

from dataclasses import dataclass
from datetime import date, time

from hearings.service.errors import NotInTheFuture, NotTold
from hearings.service.facts import Place, Result
from hearings.service.families import lawful_methods
from kernel.legal_text import legal_text
from law.states import StateLaw

OLDEST = 120


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt as it is written down in one go. ``place_key`` names a place on record; ``where`` one that is not."""

    mpi_no: str
    paper: str
    method: str
    tried_on: date
    result: str
    issued_on: date | None = None
    hour: time | None = None
    place: str = ""
    place_key: str = ""
    where: str = ""
    recipient: str = ""
    relation: str = ""
    recipient_age: int | None = None
    lives_there: bool | None = None
    told_of_contents: bool | None = None
    restricted: bool | None = None
    receipt_signed_on: date | None = None
    mailed_on: date | None = None
    ordered_on: date | None = None
    server: str = ""
    server_kind: str = ""
    server_age: int | None = None
    server_is_party: bool | None = None
    returned_on: date | None = None


def refuse_unfit(entry: Attempt, law: StateLaw, today: date) -> None:
    """Raises NotTold or NotInTheFuture where the entry cannot be a true attempt. Unlawful ones are kept and shown."""
    if not entry.paper:
        raise NotTold("the paper has to be named")
    for day, what in (
        (entry.tried_on, "The attempt"),
        (entry.mailed_on, "The mailing"),
        (entry.receipt_signed_on, "The signed receipt"),
        (entry.returned_on, "The return"),
        (entry.ordered_on, "The order of the court"),
    ):
        if day is not None and day > today:
            raise NotInTheFuture(what)
    if entry.result not in set(Result):
        raise NotTold(f"the result is one of: {', '.join(Result)}")
    if entry.place and entry.place not in set(Place):
        raise NotTold(f"the place is one of: {', '.join(Place)}")
    if entry.method not in methods_known(law):
        raise NotTold(f"the method is one of: {', '.join(methods_known(law))}")
    if entry.issued_on and entry.tried_on < entry.issued_on:
        raise NotTold("the attempt lies before the issue of its paper")
    if entry.returned_on and entry.returned_on < entry.tried_on:
        raise NotTold("the return lies before the attempt")
    for age in (entry.recipient_age, entry.server_age):
        if age is not None and not 0 <= age <= OLDEST:
            raise NotTold(f"an age is between 0 and {OLDEST}")


def methods_known(law: StateLaw) -> tuple[str, ...]:
    """Every method of service on the rows of a state, in order of the alphabet."""
    return tuple(sorted({row.method for row in law.pack().methods}))


def methods_for(law: StateLaw, paper: str, on: date) -> tuple[str, ...]:
    """The methods by which a paper may be served."""
    return tuple(dict.fromkeys(row.method for row in lawful_methods(law, paper, on)))


def clean(words: str, longest: int) -> str | None:
    """The words as legal text, None where there are none. Raises NotLegalText."""
    return str(legal_text(words, longest=longest)) or None
