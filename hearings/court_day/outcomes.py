"""What a court does with a hearing, as rows."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from hearings.court_day.errors import NoSuchOutcome
from hearings.court_day.facts import Field, FieldKind, OutcomeKind
from law.hearing_types import HearingType

ANY = "*"


def outcomes_for(kind: HearingType, state: str) -> tuple[OutcomeKind, ...]:
    """The outcomes that a hearing of this type can have, in the order in which they are offered."""
    return tuple(one for one in outcomes() if _fits(one, kind, state))


def outcome_of(kind: HearingType, state: str, code: str) -> OutcomeKind:
    """The outcome with this code, if a hearing of this type can have it. Raises NoSuchOutcome."""
    possible = outcomes_for(kind, state)
    for one in possible:
        if one.code == code:
            return one
    raise NoSuchOutcome(code, [one.code for one in possible])


def outcome_named(code: str) -> OutcomeKind:
    """The outcome with this code, whatever the hearing; for what was entered before."""
    return next(one for one in outcomes() if one.code == code)


@cache
def outcomes() -> tuple[OutcomeKind, ...]:
    """Every outcome."""
    told = tomllib.loads((Path(__file__).parent / "outcomes.toml").read_text(encoding="utf-8"))
    fields = {row["name"]: _field(row) for row in told["field"]}
    return tuple(_outcome(row, fields) for row in told["outcome"])


def fields_of_all() -> tuple[Field, ...]:
    """Every field that some outcome has, each once."""
    return tuple({field.name: field for one in outcomes() for field in one.fields}.values())


def _fits(one: OutcomeKind, kind: HearingType, state: str) -> bool:
    in_state = not one.states or state in one.states
    return in_state and bool({ANY, kind.kind, kind.code} & set(one.hearings))


def _field(row: dict[str, Any]) -> Field:
    return Field(
        row["name"], row["label"], FieldKind(row["kind"]), row.get("hint", ""), tuple(row.get("choices", ())),
        row.get("notes"), row.get("internal", False),
    )  # fmt: skip


def _outcome(row: dict[str, Any], fields: dict[str, Field]) -> OutcomeKind:
    return OutcomeKind(
        code=row["code"],
        key=row["key"],
        name=row["name"],
        hearings=tuple(row["hearings"]),
        states=tuple(row.get("states", ())),
        disposition=row.get("disposition", ""),
        moves=row.get("moves", False),
        cause=row.get("cause", ""),
        needs=tuple(fields[name] for name in row.get("needs", ())),
        may=tuple(fields[name] for name in row.get("may", ())),
        papers=tuple(row.get("papers", ())),
    )
