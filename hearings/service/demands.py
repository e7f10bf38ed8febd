"""What the law demands of a manner of service, and which demands an attempt fails."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hearings.facts import Served
from hearings.service.families import SUMMONS, was_left
from hearings.service.manner import Manner
from law.rule import ServiceMethod

ENOUGH_TRIES = {"NC": 1, "CA": 3}
"""Attempts on different days that pass as diligence. No statute gives a number: it is the practice."""
MAJORITY = 18
PERSONAL, NONE_KNOWN = "personal", "none known"
APPOINTED = "appointed"
"""A server whom the clerk appointed because there is no officer, or he refuses or is interested (Rule 4(h))."""
FOR_ANOTHER = frozenset({"minor", "incompetent adult"})
"""Methods that serve a parent or guardian beside the person."""
PARENTAL = frozenset({"mother", "father", "parent", "guardian", "guardian ad litem", "conservator"})
ANOTHER_AS_WELL = {"NC": "N.C. R. Civ. P. 4(j)(2)", "CA": "Cal. Code Civ. Proc. §§ 416.60, 416.70"}
AFTER_THE_SHERIFF = {"NC": "N.C. R. Civ. P. 4(h1)"}
"""States in which a private person may serve only after the sheriff's return, with the cite."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around an attempt. ``others`` are the attempts of the same paper on the same person.

    ``consented`` says whether a consent to electronic service was on file on the day; ``age`` is that of the person
    on the day, None where it is not known; ``not_alive`` why the summons could not be served on that day.
    """

    state: str
    name: str
    others: Sequence[Served]
    consented: bool
    age: int | None
    under_disability: bool = False
    not_alive: str = ""


def unmet(one: Served, row: ServiceMethod, around: Around) -> tuple[str, ...]:
    """Each demand that the service fails, as one sentence with its cite. What nobody asked the record is not failed:
    the state's own record tells only that, when and by whom the papers were taken.
    """
    return (
        *_of_recipient(one, row),
        *_of_receipt(one, row, around),
        *_of_before(one, row, around),
        *_of_server(one, row, around),
        *_of_summons(one, around),
    )


def _of_recipient(one: Served, row: ServiceMethod) -> Iterator[str]:
    told = one.manner
    if told is None or not was_left(one.served_upon, told):
        return
    who = told.recipient or told.relation or "whoever took the papers"
    if row.recipient_age:
        if told.recipient_age is None:
            yield f"The age of {who} is not on record; {row.recipient_age} is needed ({row.cite})."
        elif told.recipient_age < row.recipient_age:
            yield f"{_first(who)} was {told.recipient_age}, younger than {row.recipient_age} ({row.cite})."
    if row.needs_residence and row.from_act != "mailing" and told.lives_there is not True:
        yield f"Nothing shows that {who} lives at the place where the papers were left ({row.cite})."
    if "told" in row.recipient and told.told_of_contents is not True:
        yield f"Nothing shows that {who} was told what the papers are ({row.cite})."


def _of_receipt(one: Served, row: ServiceMethod, around: Around) -> Iterator[str]:
    told = one.manner
    if told is not None and row.needs_restricted_delivery and told.restricted is not True:
        yield f"Nothing shows that delivery was restricted to {around.name} ({row.cite})."
    if told is not None and row.needs_signed_receipt and told.receipt_signed_on is None:
        yield f"No signed receipt is on record ({row.cite})."
    if told is not None and "addressee" in row.recipient and was_left(one.served_upon, told):
        yield f"{_first(told.recipient or told.relation or 'Another')} took it, not the addressee ({row.cite})."
    if row.needs_consent_on_file and not around.consented:
        yield f"No consent of {around.name} to electronic service was on file on that day ({row.cite})."
    mailed = told.mailed_on if told else None
    if told is not None and told.place == NONE_KNOWN:
        return
    if row.needs_mailing_after and mailed is None:
        yield f"No mailing after the papers were left is on record ({row.cite})."
    elif row.needs_mailing_after and one.served_on and mailed and mailed < one.served_on:
        yield f"The mailing of {mailed:%b %-d, %Y} came before the papers were left ({row.cite})."


def _of_before(one: Served, row: ServiceMethod, around: Around) -> Iterator[str]:
    by_private = around.state in AFTER_THE_SHERIFF and row.method == PERSONAL
    days = {other.attempted_on for other in _in_vain_before(one, around.others)}
    enough = ENOUGH_TRIES[around.state]
    if row.needs_diligence_first and not by_private and len(days) < enough:
        before = f"{len(days)} day{'' if len(days) == 1 else 's'}"
        yield (
            f"Diligence comes first: attempts in vain on {before} are on record before it, and {enough} on different "
            f"days are the practice ({row.cite})."
        )
    ordered = one.manner.ordered_on if one.manner else None
    if row.needs_court_order and (ordered is None or (one.attempted_on and one.attempted_on < ordered)):
        yield f"No order of the court before the first publication is on record ({row.cite})."


def _of_server(one: Served, row: ServiceMethod, around: Around) -> Iterator[str]:
    told = one.manner or Manner()
    if row.server_age and told.server_age is not None and told.server_age < row.server_age:
        yield f"The server was {told.server_age}, younger than {row.server_age} ({row.cite})."
    if told.server_is_party:
        yield f"A party may not serve the papers ({row.cite})."
    cite = AFTER_THE_SHERIFF.get(around.state)
    if cite and row.needs_diligence_first and row.method == PERSONAL and told.server_kind != APPOINTED:
        returned = [other for other in _in_vain_before(one, around.others) if other.method == "sheriff"]
        if not any(other.returned_on and other.returned_on <= _day(one) for other in returned):
            yield f"A private server may serve only after the sheriff's return without service ({cite})."


def _of_summons(one: Served, around: Around) -> Iterator[str]:
    if around.not_alive:
        yield around.not_alive
    if SUMMONS not in one.paper:
        return
    young = around.age is not None and around.age < MAJORITY
    if (young or around.under_disability) and not any(map(_on_parent, (one, *around.others))):
        why = f"is {around.age}" if young else "is under disability"
        yield f"{around.name} {why}: a parent or guardian is served as well ({ANOTHER_AS_WELL[around.state]})."


def _on_parent(one: Served) -> bool:
    told = (one.manner.relation if one.manner else one.served_upon) or ""
    return one.result == "served" and (one.method in FOR_ANOTHER or told.strip().lower() in PARENTAL)


def _in_vain_before(one: Served, others: Sequence[Served]) -> list[Served]:
    return [
        other
        for other in others
        if other.result != "served" and other.attempted_on is not None and other.attempted_on < _day(one)
    ]


def _day(one: Served) -> date:
    return one.served_on or one.attempted_on or date.max


def _first(words: str) -> str:
    return words[0].upper() + words[1:]
