"""What was compared, as other programs read it: the same from the command and from the API."""

from typing import Any

from documents.figures.facts import Compared, Difference, Place


def compared_told(found: Compared) -> dict[str, Any]:
    """The comparison as JSON types."""
    return {
        "documents": found.documents,
        "figures": found.figures,
        "shared": found.shared,
        "stops": bool(found.stopping),
        "differences": [_difference(one) for one in found.differences],
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "label": one.label, "cause": one.cause.value, "stops": one.stops, "one": _place(one.one),
        "other": _place(one.other), "remedy": one.remedy,
    }  # fmt: skip


def _place(one: Place) -> dict[str, Any]:
    return {
        "document": one.document, "mark": one.mark, "page": one.page, "label": one.label, "says": one.words,
        "as_of": one.day.isoformat() if one.day else None, "read_in": one.medium.value,
    }  # fmt: skip
