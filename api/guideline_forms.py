"""The guideline as a form: what a page asks, read into the input of a run, and written back into the form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from fastapi import Request

from cases.guideline.facts import COLUMNS, Parent
from cases.queries import CaseRecord
from kernel.legal_text import legal_text
from kernel.money import Money, NotMoney, money
from kernel.refusals import Refused

LONGEST_FIELD, MOST_FIELDS = 2000, 200
SOURCE = "source."
"""Before the name of an entry: where its figure comes from."""
MONEY, COUNT = "dollars", "number"
NORTH_CAROLINA = (
    ("gross", "Monthly gross income", MONEY),
    ("pre_existing", "Support paid for other children", MONEY),
    ("other_children", "Other children living with this parent", COUNT),
    ("childcare", "Work-related child care", MONEY),
    ("insurance", "Health insurance, the children’s part", MONEY),
    ("extraordinary", "Extraordinary costs", MONEY),
    ("overnights", "Overnights in a year, all children together", COUNT),
    ("children_living", "Children of the case living with this parent", COUNT),
)
"""What a worksheet asks of each parent."""
KINDS = {entry: kind for entry, _, kind in NORTH_CAROLINA} | {"net": MONEY, "amount": MONEY}
ADD_ONS = ("child care", "uninsured health care", "special needs", "travel")
WORKSHEETS = {
    "A": "A: the children live with one parent or somebody else",
    "B": "B: both parents have at least 123 overnights",
    "C": "C: each parent has primary custody of a child",
}


@dataclass(eq=False)
class FieldRefused(Refused):
    """A field of the form that cannot be read."""

    label: str
    why: str

    def __str__(self) -> str:
        return f"{self.label} {self.why}."


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as somebody filled it in: fields by name, and the children who were ticked by participant number."""

    fields: Mapping[str, str]
    children: tuple[str, ...]

    def get(self, name: str) -> str:
        """A field without spaces around it; empty where it is not there."""
        return self.fields.get(name, "").strip()

    @property
    def sources(self) -> dict[str, str]:
        """Where each figure comes from, as far as somebody said so."""
        return {name.removeprefix(SOURCE): words for name, words in self.fields.items()
                if name.startswith(SOURCE) and words.strip()}  # fmt: skip


async def filled(request: Request) -> Filled:
    """The form that was sent. Raises FieldRefused for one that no page of ours sends."""
    sent = (await request.form()).multi_items()
    if len(sent) > MOST_FIELDS or not all(isinstance(value, str) and len(value) <= LONGEST_FIELD for _, value in sent):
        raise FieldRefused("The form", "has more than any page of ours sends")
    fields = {name: legal_text(str(value), longest=LONGEST_FIELD, lines=True) for name, value in sent}
    return Filled(fields, tuple(str(value) for name, value in sent if name == "child"))


def ticked(form: Filled, record: CaseRecord) -> tuple[str, ...]:
    """The participant numbers of the children for whom the run is."""
    return tuple(child.mpi_no for child in record.children if child.mpi_no in form.children)


def asked(state: str, form: Filled, record: CaseRecord) -> dict[str, Any]:
    """The input of a run. Raises FieldRefused."""
    return READ[state](form, record)


def north_carolina(form: Filled, record: CaseRecord) -> dict[str, Any]:
    """A worksheet's input from the form; an empty amount is zero, but for gross income, which must be told."""
    meant = ticked(form, record)
    births = [child.born_on.isoformat() for child in record.children if child.mpi_no in meant and child.born_on]
    return {
        "hearing_on": form.get("hearing_on"),
        "worksheet": form.get("worksheet"),
        "children": births if len(births) == len(meant) else len(meant),
        "obligor": next(column for column, parent in COLUMNS["nc"].items() if parent is Parent.OBLIGOR),
        **{column: _parent(form, column, parent) for column, parent in COLUMNS["nc"].items()},
    }


def california(form: Filled, record: CaseRecord) -> dict[str, Any]:
    """A run's input from the form."""
    costs = {kind: form.get(f"addons.{kind}") for kind in ADD_ONS}
    optional = {
        "addons": [{"kind": kind, "amount": _cents(kind.capitalize(), told)} for kind, told in costs.items() if told],
        "addon_split": form.get("addon_split"),
        "spousal_support": _spousal(form),
        **_timeshare(form),
    }
    return {
        "period_on": form.get("period_on"),
        "children": len(ticked(form, record)),
        **{column: _net(form, column, parent) for column, parent in COLUMNS["ca"].items()},
        **{name: value for name, value in optional.items() if value},
    }


def _parent(form: Filled, column: str, parent: Parent) -> dict[str, int]:
    found = {}
    for name, label, kind in NORTH_CAROLINA:
        words, what = form.get(f"{column}.{name}"), f"“{label}” of the {parent.value}"
        if words or name == "gross":
            found[name] = _cents(what, words) if kind == MONEY else _count(what, words)
    return found


def _net(form: Filled, column: str, parent: Parent) -> dict[str, Any]:
    net = {"net": _cents(f"Net monthly disposable income of the {parent.value}", form.get(f"{column}.net"))}
    parts = [part.strip() for part in form.get(f"{column}.hardship").split(",") if part.strip()]
    return net | ({"hardship": parts} if parts else {})


def _timeshare(form: Filled) -> dict[str, Any]:
    if form.get("default"):
        return {"default": {"custodial": "parent_b", "absent": "parent_a", "moving": "agency"}}
    label, words = "The obligor’s part of the time", form.get("timeshare_a")
    try:
        part = Decimal(words) / 100
    except InvalidOperation:
        raise FieldRefused(label, "is a percentage, such as 20 or 14.25") from None
    if "_" in words or not words.isascii() or not part.is_finite() or not 0 <= part <= 1:
        raise FieldRefused(label, "is a percentage from 0 to 100")
    return {"timeshare_a": f"{part.normalize():f}"}


def _spousal(form: Filled) -> dict[str, Any] | None:
    payer = form.get("spousal_support.paid_by")
    told = form.get("spousal_support.amount")
    return {"paid_by": payer, "amount": _cents("Spousal support", told)} if payer or told else None


def _cents(label: str, words: str) -> int:
    if not words:
        raise FieldRefused(label, "is missing")
    try:
        return money(words).cents
    except NotMoney:
        raise FieldRefused(label, "is an amount of dollars and cents, such as 2,500.00") from None


def _count(label: str, words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) <= 4):
        raise FieldRefused(label, "is a whole number, such as 2")
    return int(words)


READ: Mapping[str, Callable[[Filled, CaseRecord], dict[str, Any]]] = {"nc": north_carolina, "ca": california}


def begun(state: str, told: Mapping[str, Any]) -> dict[str, str]:
    """What a form begins with: entries by dotted names, as a run or the record has them, as its fields show them."""
    found = {name: _written(name, value) for name, value in told.items() if not name.startswith(("children", "addons"))}
    for place in range(len(ADD_ONS) if state == "ca" else 0):
        if f"addons.{place}.kind" in told:
            found[f"addons.{told[f'addons.{place}.kind']}"] = _written("amount", told[f"addons.{place}.amount"])
    for column in COLUMNS[state]:
        parts = [str(value) for name, value in told.items() if name.startswith(f"{column}.hardship.")]
        found |= {f"{column}.hardship": ", ".join(parts)} if parts else {}
    return found


def _written(name: str, value: Any) -> str:
    last = name.rpartition(".")[2]
    if KINDS.get(last) == MONEY:
        return str(Money(value)).replace("$", "")
    if last == "timeshare_a":
        return f"{(Decimal(value) * 100).normalize():f}"
    return str(value)
