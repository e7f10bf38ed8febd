"""Where each entry of a run comes from: from the record as it stands there, or from a person who typed it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from cases.guideline.errors import NoSuchEntry
from cases.guideline.facts import Offered
from kernel.digest import plain
from kernel.legal_text import legal_text
from kernel.traced import Trace

BY_HAND = "Entered by hand"
UNSAID, BLANK = "guideline run", "left blank"
"""What stands for the source of a figure that a person typed without one, or did not type."""
LONGEST_SOURCE = 200


def leaves(asked: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every single entry under its dotted name, such as ``defendant.gross`` or ``children.0``."""
    if isinstance(asked, Mapping):
        for name, value in asked.items():
            yield from leaves(value, f"{path}.{name}" if path else str(name))
    elif isinstance(asked, list | tuple):
        for place, value in enumerate(asked):
            yield from leaves(value, f"{path}.{place}")
    elif asked is not None:
        yield path, asked


def traces(
    asked: Mapping[str, Any],
    sent: Mapping[str, Any],
    offered: Mapping[str, Offered],
    sources: Mapping[str, str],
    *,
    by: str,
    on: date,
    at: datetime,
) -> dict[str, Trace]:
    """The trace of each entry of ``asked``; ``sent`` is what a person sent of it.

    An entry that says what the record says keeps the record's trace. Any other was typed by this person, with the
    source that was told for it, as of the office's day ``on``. Raises NoSuchEntry or NotLegalText.
    """
    known = dict(leaves(asked))
    if unknown := sorted(set(sources) - set(known)):
        raise NoSuchEntry(unknown[0])
    typed = {name for name, _ in leaves(sent)}
    hand = Trace(BY_HAND, UNSAID, as_of=on, retrieved_at=at, entered_by=by)
    found = {}
    for name, value in known.items():
        words = legal_text(sources.get(name, ""), longest=LONGEST_SOURCE)
        held = offered.get(name)
        if words:
            found[name] = replace(hand, record=words)
        elif held is not None and held.value == value:
            found[name] = held.trace
        else:
            found[name] = hand if name in typed else replace(hand, record=BLANK)
    return found


def trace_told(trace: Trace) -> dict[str, Any]:
    """A trace in plain values."""
    told: dict[str, Any] = plain(asdict(trace))
    return told


def trace_read(told: Mapping[str, Any]) -> Trace:
    """A trace from its plain values."""
    return Trace(
        **{
            **told,
            "as_of": date.fromisoformat(told["as_of"]) if told["as_of"] else None,
            "retrieved_at": datetime.fromisoformat(told["retrieved_at"]) if told["retrieved_at"] else None,
            "inputs": tuple(told["inputs"]),
        }
    )
