"""What a person notes of ability to pay, before it is a row."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.ability.evidence import Kind
from cases.ability.means import Holding, Need
from cases.ability.purge import Funds
from kernel.money import ZERO, Money


class ContemptKind(StrEnum):
    """What kind of contempt was found before."""

    CIVIL = "civil"
    CRIMINAL = "criminal"


class NoteKind(StrEnum):
    """The kinds of notes, as an address of a page names them."""

    CONTEMPT = "contempt"
    ASSET = "asset"
    HOUSEHOLD = "household"
    EVIDENCE = "evidence"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class ContemptNoted:
    """An earlier finding of contempt, what purged it, and what became of it."""

    found_on: date
    kind: ContemptKind
    outcome: str
    purge: Money | None = None
    purge_due_on: date | None = None


@dataclass(frozen=True, slots=True)
class AssetNoted:
    """A holding, and the asset of the state's record that it tells about; empty where a person found it."""

    holding: Holding
    asset_key: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdNoted:
    """Who lives together, what all of them need a month, and what the limits of withholding turn on."""

    people: int
    needs: tuple[Need, ...]
    orders: int
    supports_others: bool
    disposable: Money | None = None


@dataclass(frozen=True, slots=True)
class EvidenceNoted:
    """Something that can be put before the court for one finding."""

    finding: str
    kind: Kind
    words: str
    of: date


@dataclass(frozen=True, slots=True)
class PurgeNoted:
    """An amount, its day, the funds that carry it, and the needs that come before it."""

    amount: Money
    pay_on: date
    funds: tuple[Funds, ...]
    needs_first: Money = ZERO
