"""Notes of ability to pay in the words of the entries that papers print, so that every paper says the same."""

from typing import Any

from cases.ability.queries import household, prior_contempt, proposal
from cases.trace import traced
from documents.gather.matter import Matter
from kernel.disclosure import Disclosure
from kernel.traced import Traced


def noted(of: Matter, seen_by: Disclosure = Disclosure.INTERNAL) -> dict[str, Traced[Any]]:
    """What the notes say, by the name of the entry; nothing for what nobody noted."""
    return {**_purge(of, seen_by), **_household(of, seen_by), **_priors(of, seen_by)}


def filled_up(written: dict[str, Any], found: dict[str, Traced[Any]]) -> dict[str, Any]:
    """The entries, with what the notes say where nobody wrote an entry."""
    return written | {name: fact for name, fact in found.items() if name in written and written[name].value is None}


def _purge(of: Matter, seen_by: Disclosure) -> dict[str, Traced[Any]]:
    row = of.ability.purge_for(of.hearing.on)
    if row is None:
        return {}
    return {
        "purge_amount": traced(row, row.amount, seen_by),
        "purge_evidence": traced(row, proposal(row).evidence, seen_by),
        "purge_due_on": traced(row, row.pay_on, seen_by),
    }


def _household(of: Matter, seen_by: Disclosure) -> dict[str, Traced[Any]]:
    row = of.ability.household
    if row is None:
        return {}
    found = household(row)
    many = f"{found.people} people" if found.people > 1 else "One person"
    told = {"household": traced(row, f"{many} ({row.proof})", seen_by)}
    if found.needs:
        each = ", ".join(f"{need.what} {need.monthly}" for need in found.needs)
        told["subsistence"] = traced(row, f"{each}: {found.monthly} a month ({row.proof})", seen_by)
    return told


def _priors(of: Matter, seen_by: Disclosure) -> dict[str, Traced[Any]]:
    rows = sorted(of.ability.contempts, key=lambda row: (row.found_on, row.kind))
    if not rows:
        return {}
    told = [prior_contempt(row) for row in rows]
    words = "; ".join(
        f"{one.found_on:%B} {one.found_on.day}, {one.found_on.year} ({one.kind}): {one.purge}; {one.outcome}"
        for one in told
    )
    return {"prior_contempts": traced(rows[-1], words, seen_by)}
