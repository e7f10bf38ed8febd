"""What the entries of a run are called on its page, and how their values read."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from api.guideline_forms import NORTH_CAROLINA
from api.guideline_lines import shown
from cases.guideline.facts import COLUMNS, Figured
from cases.guideline.tracing import leaves

NAMES = {
    "hearing_on": "Day of the hearing", "worksheet": "Worksheet", "children": "Children", "obligor": "The obligor is",
    "period_on": "A day of the support period", "timeshare_a": "The obligor’s part of the time",
    "addon_split": "Additional support is shared", "spousal_support.paid_by": "Spousal support is paid by",
    "spousal_support.amount": "Spousal support a month", "default.custodial": "Default rule: the children are with",
    "default.absent": "Default rule: who did not appear", "default.moving": "Default rule: who asks",
}  # fmt: skip
"""Entries that stand by themselves."""
ENTRY = (
    r"'?\b((?:plaintiff|defendant|parent_a|parent_b)\.[a-z_]+(?:\.\d+)?|spousal_support\.[a-z_]+|hearing_on|period_on"
    r"|timeshare_a|addon_split)\b'?(?: (\d+)\b)?"
)
OF_PARENT = {name: label for name, label, _ in NORTH_CAROLINA} | {
    "net": "Net monthly disposable income", "hardship": "Hardship deductions for other children at home",
}  # fmt: skip
ONLY_ON = {"overnights": "B", "children_living": "C"}
"""Entries that one worksheet of North Carolina asks, and the others do not."""


def entries_of(found: Figured) -> list[tuple[str, Any]]:
    """What went into a run, without what its worksheet does not ask and nobody gave."""
    letter = found.told.get("worksheet")
    return [
        (name, value) for name, value in leaves(found.asked)
        if value or ONLY_ON.get(name.rpartition(".")[2], letter) == letter
    ]  # fmt: skip


def entry_named(state: str, name: str) -> str:
    """An entry such as ``defendant.gross`` as the form calls it; one that no form asks keeps its own name."""
    label, whose = _named(state, name)
    return f"{label}: {whose}" if whose else label


def _named(state: str, name: str) -> tuple[str, str]:
    """What an entry is called, and whose it is, if a parent's."""
    if found := re.fullmatch(r"children\.(\d+)", name):
        return f"Child {int(found[1]) + 1}, born on", ""
    if found := re.fullmatch(r"addons\.(\d+)\.(kind|amount)", name):
        return f"Additional support {int(found[1]) + 1}" + (", a month" if found[2] == "amount" else ""), ""
    column, _, entry = name.partition(".")
    label = OF_PARENT.get(entry.partition(".")[0])
    if label and column in COLUMNS[state]:
        return label, COLUMNS[state][column].value
    return NAMES.get(name, name), ""


def entry_shown(name: str, value: Any) -> str:
    """The value of an entry: days as days, parts of the time in percent, amounts in dollars."""
    if name in ("hearing_on", "period_on") or re.fullmatch(r"children\.\d+", name):
        return f"{date.fromisoformat(value):%m/%d/%Y}"
    if name == "timeshare_a":
        return f"{(Decimal(value) * 100).normalize():f} %"
    return shown(name, value)


def with_names(state: str, sentence: str) -> str:
    """A refusal that calls entries as the form does, for the page; the API and the command keep the input's names."""
    return re.sub(ENTRY, lambda found: _quoted(*_named(state, found[1]), found[2]), sentence)


def _quoted(label: str, whose: str, number: str | None) -> str:
    said = f"“{label}” of the {whose}" if whose else f"“{label}”"
    return f"{said}, number {number}," if number else said
