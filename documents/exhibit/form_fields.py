"""Filled-in fields of a PDF form, and whether what was filled in can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf.generic import StreamObject

DEEPEST = 20
SHOWS_TEXT = (b"Tj", b"TJ", b"'", b'"')


@dataclass(frozen=True, slots=True)
class Field:
    """A field with what it inherits: its type, its value and its boxes on pages."""

    kind: Any
    value: Any
    boxes: tuple[Any, ...]


def fields_of(form: Any) -> Iterator[Field]:
    """Every field of a form. Raises ValueError where fields are nested without end."""
    for held in form.get("/Fields") or ():
        yield from _fields(held.get_object(), None, None, 0)


def _fields(node: Any, kind: Any, value: Any, depth: int) -> Iterator[Field]:
    if depth > DEEPEST:
        raise ValueError("fields are nested too deep")
    kind, value = node.get("/FT", kind), node.get("/V", value)
    kids = [kid.get_object() for kid in node.get("/Kids") or ()]
    named = [kid for kid in kids if "/T" in kid]
    for kid in named:
        yield from _fields(kid, kind, value, depth + 1)
    if not named:
        yield Field(kind, value, tuple(kids) or (node,))


def lacks_its_picture(field: Field) -> bool:
    """Whether a text or a choice was filled in and no box draws it."""
    if field.kind not in ("/Tx", "/Ch") or not isinstance(field.value, str) or not field.value.strip():
        return False
    return not any(_draws_text(box) for box in field.boxes)


def _draws_text(box: Any) -> bool:
    normal = (box.get("/AP") or {}).get("/N")
    drawn = normal.get_object() if normal is not None else None
    return isinstance(drawn, StreamObject) and any(mark in drawn.get_data() for mark in SHOWS_TEXT)
