"""Ability to pay as the page and the API tell it, and what both take in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.patterns import day
from cases.ability.errors import NotNoted
from cases.ability.evidence import Kind
from cases.ability.facts import AssetNoted, ContemptKind, ContemptNoted, EvidenceNoted, HouseholdNoted, PurgeNoted
from cases.ability.means import Holding, Need
from cases.ability.purge import Funds
from documents.gather import Matter, matter
from documents.gather.ability import Ability, ability
from documents.gather.matter import CONTEMPT
from hearings.queries import hearing
from kernel.money import ZERO, Money, money
from kernel.refusals import Missing
from law.findings import Question


class NotContempt(Missing):
    def __str__(self) -> str:
        return "Ability to pay is asked for a hearing on contempt; this hearing is of another kind."


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with what is known: a person's words, or that the record answers it, or why it is open."""

    question: Question
    words: str
    by: str
    on: date | None
    open: str

    @property
    def on_record(self) -> bool:
        """Whether the record answers it without anybody's words."""
        return not self.open and not self.words


def ability_of(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> tuple[Matter, Ability]:
    """The sheet of a hearing. Raises NoSuchHearing, NotContempt or what the ledger of the case raises."""
    found = matter(db, office_id, hearing_id, as_of=as_of)
    if found.kind.kind != CONTEMPT:
        raise NotContempt()
    return found, ability(found)


def case_of(db: Session, office_id: int, hearing_id: int) -> str:
    """The case whose ability to pay is noted. Raises NoSuchHearing."""
    return hearing(db, office_id, hearing_id).case_no


def asked(found: Ability) -> list[Asked]:
    """Every question in the order of the law, open ones first."""
    why = {one.question.entry: one.why for one in found.sheet.unanswered}
    rows = []
    for question in found.law.questions:
        answer = found.sheet.answers.get(question.entry)
        words, by, on = (answer.words, answer.by or "", answer.on) if answer else ("", "", None)
        rows.append(Asked(question, words, by, on, why.get(question.entry, "")))
    return sorted(rows, key=lambda one: not one.open)


def contempt_noted(found_on: str, kind: str, purge: str, purge_due_on: str, outcome: str) -> ContemptNoted:
    """An earlier contempt as it was typed. Raises NotADay, NotMoney or NotNoted."""
    if kind not in set(ContemptKind):
        raise NotNoted(f"the kind of contempt is one of: {', '.join(ContemptKind)}")
    due = day(purge_due_on) if purge_due_on else None
    return ContemptNoted(day(found_on), ContemptKind(kind), outcome, money(purge) if purge.strip() else None, due)


def asset_noted(
    asset_key: str, what: str, value: str, seen_on: str, lien: str, lien_holder: str, exempt: str, exemption: str
) -> AssetNoted:
    """Property as it was typed; a blank lien or exemption is none. Raises NotADay or NotMoney."""
    held = Holding(
        what, money(value), day(seen_on), lien=_amount(lien), lien_holder=lien_holder, exempt=_amount(exempt),
        exemption=exemption,
    )  # fmt: skip
    return AssetNoted(held, asset_key)


def household_noted(
    people: int | str, needs: Iterable[tuple[str, str]], orders: int | str, supports_others: bool, disposable: str
) -> HouseholdNoted:
    """A household as it was typed; needs that are blank in both places are left out. Raises NotMoney or NotNoted."""
    lines = tuple(Need(what, money(monthly)) for what, monthly in needs if what.strip() or monthly.strip())
    pay = money(disposable) if disposable.strip() else None
    return HouseholdNoted(_count(people, "people"), lines, _count(orders, "orders"), supports_others, pay)


def evidence_noted(finding: str, kind: str, words: str, of: str) -> EvidenceNoted:
    """Evidence as it was typed. Raises NotADay or NotNoted."""
    if kind not in set(Kind):
        raise NotNoted(f"the kind of evidence is one of: {', '.join(Kind)}")
    return EvidenceNoted(finding, Kind(kind), words, day(of))


def purge_noted(amount: str, pay_on: str, funds: Iterable[tuple[str, ...]], needs_first: str) -> PurgeNoted:
    """A purge as it was typed; funds that are blank in every place are left out. Raises NotADay or NotMoney."""
    lines = tuple(
        Funds(what, money(sum_), day(available_on), shown_by, day(seen_on))
        for what, sum_, available_on, shown_by, seen_on in funds
        if any(part.strip() for part in (what, sum_, shown_by))
    )
    return PurgeNoted(money(amount), day(pay_on), lines, _amount(needs_first))


def _amount(written: str) -> Money:
    return money(written) if written.strip() else ZERO


def _count(written: int | str, what: str) -> int:
    text = str(written).strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 4):
        raise NotNoted(f"the number of {what} is written in digits")
    return int(text)
