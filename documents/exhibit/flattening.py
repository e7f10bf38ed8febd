"""What is seen of annotations: stamps, comments and filled-in fields, to be drawn as part of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from documents.exhibit.layers import is_hidden

HIDDEN, PRINTED = 1 << 1 | 1 << 5, 1 << 2
NEVER_SEEN = frozenset(
    {"/Link", "/Popup", "/Movie", "/Sound", "/Screen", "/RichMedia", "/3D", "/FileAttachment", "/TrapNet"}
)
MOST = 5_000


class TooManyAnnotations(Exception):
    """More than any page that a person made."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture, and the matrix (as PDF writes it) that puts it where the annotation stands."""

    picture: Any
    matrix: bytes


def seen_annotations(page: Any, hidden: frozenset[int] = frozenset()) -> Iterator[Seen]:
    """The annotations of a page that have a picture and print. Raises TooManyAnnotations."""
    held = page.get("/Annots")
    found = held.get_object() if held is not None else ()
    if len(found) > MOST:
        raise TooManyAnnotations
    for each in found:
        annotation = each.get_object()
        if isinstance(annotation, DictionaryObject) and _is_seen(annotation) and not _in_layer(annotation, hidden):
            picture = _picture(annotation)
            if picture is not None:
                yield Seen(picture, _matrix(annotation["/Rect"], picture.get_object()))


def _is_seen(annotation: DictionaryObject) -> bool:
    flags = annotation.get("/F", 0)
    prints = bool(flags & PRINTED) and not flags & HIDDEN
    return prints and annotation.get("/Subtype") not in NEVER_SEEN and "/Rect" in annotation


def _in_layer(annotation: DictionaryObject, hidden: frozenset[int]) -> bool:
    return "/OC" in annotation and is_hidden(annotation.raw_get("/OC"), hidden)


def _picture(annotation: DictionaryObject) -> Any:
    """The normal appearance, in the annotation's state where it has several; None where there is none."""
    appearances: Any = annotation.get("/AP", DictionaryObject()).get_object()
    if "/N" not in appearances:
        return None
    normal, state = appearances["/N"].get_object(), annotation.get("/AS", "/Off")
    if isinstance(normal, StreamObject):
        return appearances.raw_get("/N")
    return normal.raw_get(state) if state in normal and isinstance(normal[state], StreamObject) else None


def _matrix(rect: Any, picture: Any) -> bytes:
    """ISO 32000-1, 12.5.5, algorithm 8.1: the box of the picture, as its own matrix turns it, onto the rectangle."""
    left, bottom, right, top = _turned(picture.get("/BBox", (0, 0, 1, 1)), picture.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    x0, x1 = sorted((rect[0], rect[2]))
    y0, y1 = sorted((rect[1], rect[3]))
    wide = (x1 - x0) / (right - left) if right > left else 1
    high = (y1 - y0) / (top - bottom) if top > bottom else 1
    return b"%.5f 0 0 %.5f %.5f %.5f" % (wide, high, x0 - left * wide, y0 - bottom * high)


def _turned(box: Any, matrix: Any) -> tuple[Any, Any, Any, Any]:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)
