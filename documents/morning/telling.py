"""A morning as other programs read it, the same from the command and from the API. Amounts are in cents."""

from typing import Any

from documents.morning.facts import Matter, Morning, PaperThen
from kernel.money import Money


def morning_told(found: Morning) -> dict[str, Any]:
    """The docket as JSON types: days in ISO 8601, amounts in cents."""
    return {
        "session": found.session,
        "as_of": found.as_of.isoformat(),
        "changed": len(found.changed),
        "hearings": [_told(one) for one in found.matters],
    }


def _told(one: Matter) -> dict[str, Any]:
    return {
        "hearing": one.hearing.id,
        "case_no": one.hearing.case_no,
        "owed": _cents(one.owed),
        "why_not": one.why_not,
        "changed": bool(one.outdated),
        "papers": [_paper(paper, one) for paper in one.papers],
        "moves": [
            {"on": move.on.isoformat(), "what": move.words, "effect": move.effect.cents} for move in one.moves
        ],
        "unexplained": one.unexplained.cents,
    }  # fmt: skip


def _paper(paper: PaperThen, of: Matter) -> dict[str, Any]:
    return {
        "title": paper.title,
        "kind": paper.kind,
        "revision": paper.revision,
        "approved": paper.approved,
        "as_of": paper.as_of.isoformat(),
        "owed": paper.owed.cents,
        "changed": paper in of.outdated,
    }


def _cents(amount: Money | None) -> int | None:
    return None if amount is None else amount.cents
