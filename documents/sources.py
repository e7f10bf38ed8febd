"""Where the facts of a paper come from: numbered once, printed as a key beside a fact and as a page of sources."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from documents.slots import Gap, Slot, leaves, printed, slot
from kernel.disclosure import Audience, may_see
from kernel.traced import Trace, Traced

SOURCES = "sources"
NOT_GIVEN = "–"


def context(tree: Any, audience: Audience) -> dict[str, Any]:
    """All that a template may print: the facts, and ``sources``, a list of ``key``, ``system``, ``record``, ``as_of``,
    ``read`` and ``checked_by`` in the order in which the facts first use them.

    Every slot of a source line belongs to the first fact that came from it.
    """
    return printed(tree, audience) | {SOURCES: _lines(leaves(tree), audience)}


@pass_context
def src(context: Context, said: Slot) -> Slot:
    """The filter ``{{ obligor.name|src }}``: the key of the fact's line on the page of sources, such as ``12``."""
    if isinstance(said, Gap) or said.fact is None:
        return slot(NOT_GIVEN, said.path, said.fact)
    origin = _origin(said.fact.trace)
    for line in context.resolve(SOURCES):
        key: Slot = line["key"]
        if key.fact is not None and _origin(key.fact.trace) == origin:
            return slot(str(key), said.path, said.fact)
    return slot(NOT_GIVEN, said.path, said.fact)


def _lines(facts: Mapping[str, Traced[Any]], audience: Audience) -> list[dict[str, Slot]]:
    first: dict[tuple[Any, ...], tuple[str, Traced[Any]]] = {}
    for path, fact in facts.items():
        if fact.value is not None and not isinstance(fact.value, bool) and may_see(audience, fact.disclosure):
            first.setdefault(_origin(fact.trace), (path, fact))
    return [_line(str(key), path, fact) for key, (path, fact) in enumerate(first.values(), start=1)]


def _origin(trace: Trace) -> tuple[Any, ...]:
    if trace.rule:
        return trace.source, trace.rule, trace.as_of
    return trace.source, trace.record, trace.as_of, trace.entered_by, trace.verified_by


def _line(key: str, path: str, fact: Traced[Any]) -> dict[str, Slot]:
    trace = fact.trace
    said = {
        "key": key,
        "system": trace.source,
        "record": f"Computed: {trace.rule}" if trace.rule else trace.record,
        "as_of": _day(trace.as_of),
        "read": _instant(trace.retrieved_at),
        "checked_by": _people(trace),
    }
    return {name: slot(text or NOT_GIVEN, path, fact) for name, text in said.items()}


def _day(day: date | None) -> str:
    return f"{day:%m/%d/%Y}" if day else ""


def _instant(at: datetime | None) -> str:
    return f"{at:%m/%d/%Y %H:%M} UTC" if at else ""


def _people(trace: Trace) -> str:
    entered = f"entered by {trace.entered_by}" if trace.entered_by else ""
    verified = f"verified by {trace.verified_by}" if trace.verified_by else ""
    return "; ".join(part for part in (entered, verified) if part)
