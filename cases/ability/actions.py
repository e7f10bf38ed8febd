"""Verbs: what a person notes of an obligor's ability to pay. What is replaced is superseded and kept."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from cases.ability.errors import NoSuchAsset, NoSuchNote, NotNoted
from cases.ability.facts import AssetNoted, ContemptNoted, EvidenceNoted, HouseholdNoted, NoteKind, PurgeNoted
from cases.ability.purge import purge_proposal
from cases.ability.tables import (
    NOTE_TABLES,
    AssetNote,
    ContemptNote,
    EvidenceNote,
    HouseholdNote,
    Noted,
    PurgeNote,
)
from cases.ability.wording import short, words_of
from cases.money.writing import public
from cases.queries import case_header, case_record
from cases.superseding import written
from infra import audit
from kernel.digest import sha256
from kernel.money import LARGEST, ZERO, Money
from law.findings import contempt_of
from offices.facts import Person, Role
from offices.queries import day_of, require_role, state_of

Row = TypeVar("Row", bound=Noted)
TYPED = {
    "outcome": "what became of it", "what": "the description", "lien_holder": "the holder of the lien",
    "exemption": "the exemption", "words": "the evidence", "shown_by": "what shows the funds", "proof": "the proof",
}  # fmt: skip
"""What people type in their own words, by its column or the key within one."""
MOST_PEOPLE, MOST_ORDERS, MOST_LINES = 30, 50, 20


def note_contempt(
    db: Session, case_no: str, told: ContemptNoted, *, proof: str, by: Person, now: datetime
) -> ContemptNote:
    """Note an earlier finding of contempt. Raises NotYourRole, NoSuchCase, NotNoted, Confidential or NotLegalText."""
    _past(told.found_on, day_of(db, by.office_id, now), "the day of the finding")
    if told.purge is not None and told.purge <= ZERO:
        raise NotNoted("a purge is an amount above nothing")
    _none_beyond_meaning(told.purge)
    values = {
        "found_on": told.found_on, "kind": told.kind.value, "purge": told.purge, "purge_due_on": told.purge_due_on,
        "outcome": words_of(told.outcome, "what became of it"),
    }  # fmt: skip
    return _noted(db, ContemptNote, case_no, f"{told.found_on}|{told.kind}", values, proof, by, now)


def note_asset(db: Session, case_no: str, told: AssetNoted, *, proof: str, by: Person, now: datetime) -> AssetNote:
    """Note what is owed on property and what is exempt.

    Raises NotYourRole, NoSuchCase, NoSuchAsset, NotNoted, Confidential or NotLegalText.
    """
    held, record = told.holding, case_record(db, by.office_id, case_no)
    if told.asset_key and told.asset_key not in {one.source_key for one in record.assets}:
        raise NoSuchAsset()
    _past(held.seen_on, day_of(db, by.office_id, now), "the day on which it was seen")
    _none_beyond_meaning(held.value, held.lien, held.exempt)
    if held.exempt > ZERO and not held.exemption.strip():
        raise NotNoted("an exemption names the law that makes it")
    values = {
        "asset_key": told.asset_key, "what": words_of(held.what, "the property"), "value": held.value,
        "seen_on": held.seen_on, "lien": held.lien, "lien_holder": short(held.lien_holder), "exempt": held.exempt,
        "exemption": short(held.exemption),
    }  # fmt: skip
    key = sha256((told.asset_key or held.what.strip().casefold()).encode())[:16]
    return _noted(db, AssetNote, case_no, key, values, proof, by, now)


def note_household(
    db: Session, case_no: str, told: HouseholdNoted, *, proof: str, by: Person, now: datetime
) -> HouseholdNote:
    """Note the household and its needs. Raises NotYourRole, NoSuchCase, NotNoted, Confidential or NotLegalText."""
    if not 1 <= told.people <= MOST_PEOPLE:
        raise NotNoted(f"a household has 1 to {MOST_PEOPLE} people")
    if not 1 <= told.orders <= MOST_ORDERS:
        raise NotNoted(f"there are 1 to {MOST_ORDERS} orders of support")
    _none_beyond_meaning(*(need.monthly for need in told.needs), told.disposable)
    needs = [{"what": words_of(need.what, "the need"), "monthly": need.monthly.cents} for need in _few(told.needs)]
    values = {
        "people": told.people, "needs": needs, "orders": told.orders, "supports_others": told.supports_others,
        "disposable": told.disposable,
    }  # fmt: skip
    return _noted(db, HouseholdNote, case_no, "", values, proof, by, now)


def note_evidence(
    db: Session, case_no: str, told: EvidenceNoted, *, proof: str, by: Person, now: datetime
) -> EvidenceNote:
    """Note evidence for one finding that the court must make.

    Raises NotYourRole, NoSuchCase, NotNoted, Confidential or NotLegalText.
    """
    today = day_of(db, by.office_id, now)
    law = contempt_of(state_of(db, by.office_id), today)
    if told.finding not in {one.id for one in law.findings}:
        raise NotNoted("evidence is for one of the findings that the court must make")
    _past(told.of, today, "the day of the evidence")
    words = words_of(told.words, "the evidence", longest=1000)
    values = {"finding": told.finding, "kind": told.kind.value, "words": words, "of": told.of}
    key = f"{told.finding}|{sha256(words.encode())[:16]}"
    return _noted(db, EvidenceNote, case_no, key, values, proof, by, now)


def propose_purge(db: Session, case_no: str, told: PurgeNoted, *, proof: str, by: Person, now: datetime) -> PurgeNote:
    """Propose a purge that the evidence says can be paid on its day.

    Raises NotYourRole, NoSuchCase, NoPurge, NoFundsShown, PurgeBeyondMeans, NotNoted, Confidential or NotLegalText.
    """
    today = day_of(db, by.office_id, now)
    for one in _few(told.funds):
        _past(one.seen_on, today, "the day on which the funds were seen")
    _none_beyond_meaning(told.amount, told.needs_first, *(one.amount for one in told.funds))
    carried = purge_proposal(told.amount, told.pay_on, told.funds, needs_first=told.needs_first)
    funds = [
        {
            "what": words_of(one.what, "the funds"), "amount": one.amount.cents,
            "available_on": one.available_on.isoformat(), "shown_by": words_of(one.shown_by, "what shows the funds"),
            "seen_on": one.seen_on.isoformat(),
        }
        for one in carried.funds
    ]  # fmt: skip
    values = {"amount": told.amount, "pay_on": told.pay_on, "needs_first": told.needs_first, "funds": funds}
    return _noted(db, PurgeNote, case_no, "", values, proof, by, now)


def withdraw_note(
    db: Session, case_no: str, kind: NoteKind, note_id: int, *, why: str, by: Person, now: datetime
) -> None:
    """Take a note back; it stays as history.

    Raises NotYourRole, NoSuchCase, NoSuchNote, NotNoted, Confidential or NotLegalText.
    """
    require_role(by, Role.AGENT)
    case_header(db, by.office_id, case_no)
    row = db.get(NOTE_TABLES[kind], note_id)
    if row is None or (row.office_id, row.case_no) != (by.office_id, case_no) or row.superseded_at is not None:
        raise NoSuchNote()
    reason = public(db, case_no, words_of(why, "the reason"), "the reason", by=by)
    row.withdrawn, row.withdrawn_by, row.superseded_at = reason, by.name, now
    db.flush()
    _tell(db, by, f"withdrew {kind} note", case_no)


def _noted(
    db: Session, table: type[Row], case_no: str, key: str, values: dict[str, Any], proof: str, by: Person, now: datetime
) -> Row:
    """The row of these values; the same values once more are the same row. Raises Confidential."""
    require_role(by, Role.AGENT)
    case_header(db, by.office_id, case_no)
    kind = next(kind for kind, each in NOTE_TABLES.items() if each is table)
    values = values | {"case_no": case_no, "proof": words_of(proof, "the proof")}
    for name, words in _typed(values):
        public(db, case_no, words, TYPED[name], by=by)
    row, new = written(
        db, table, f"{kind}-note|{case_no}|{key}", values, called=f"{kind} note", by=by, now=now
    )  # fmt: skip
    if new:
        _tell(db, by, f"wrote {kind} note", case_no)
    return row


def _typed(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What was typed in words, of each line too."""
    for name, value in values.items():
        if name in TYPED:
            yield name, value
        for line in value if isinstance(value, list) else ():
            yield from _typed(line)


def _tell(db: Session, by: Person, verb: str, case_no: str) -> None:
    audit.record(db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"case {case_no}")


def _past(day: date, today: date, what: str) -> None:
    if day > today:
        raise NotNoted(f"{what} has not come yet")


def _none_beyond_meaning(*amounts: Money | None) -> None:
    """Amounts of nothing or more, none larger than can be meant; None is one that nobody told."""
    if any(amount < ZERO for amount in amounts if amount is not None):
        raise NotNoted("no amount here is below nothing")
    if any(amount > LARGEST for amount in amounts if amount is not None):
        raise NotNoted(f"no amount here is larger than {LARGEST}")


def _few(lines: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(lines) > MOST_LINES:
        raise NotNoted(f"there are at most {MOST_LINES} lines")
    return lines
