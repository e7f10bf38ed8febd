"""Reads the XML of a template around its tags, branch by branch, without filling it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jinja2 import nodes

_TAG: Final = re.compile(
    r"<(?P<end>/?)(?P<name>[\w:.-]+)(?P<attributes>(?:\s+[\w:.-]+=(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(?P<empty>/?)>"
)
_OPEN_VALUE: Final = re.compile(r"(<[\w:.-]+(?:\s+[\w:.-]+=(?:\"[^\"<]*\"|'[^'<]*'))*\s+[\w:.-]+=)(\"[^\"<]*|'[^'<]*)")
_ATTRIBUTE: Final = re.compile(r"([\w:.-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_NO_ENTITY: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
UNKNOWN: Final = "?"
"""Stands in an attribute for what a tag writes there."""


class Unproved(Exception):
    """The template may well give good XML, but not for a reason that can be seen beforehand."""


@dataclass(frozen=True, slots=True)
class Element:
    """The beginning or the end of an element, with the branches (loops, conditions) in which it stands."""

    name: str
    attributes: dict[str, str]
    branch: tuple[int, ...]
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the text has got to: the elements that are open, their prefixes, and a tag that has been begun."""

    open: tuple[tuple[str, frozenset[str]], ...] = ()
    begun: str = ""


@dataclass(slots=True)
class _Reading:
    elements: list[Element] = field(default_factory=list)
    branch: tuple[int, ...] = ()
    branches: int = 0


def elements(template: nodes.Template) -> list[Element]:
    """Every element of the template in the order of its text.

    Raises Unproved unless each branch alone leaves the same elements open, so that any filling is well-formed XML.
    """
    reading = _Reading()
    if _read_all(template.body, _Place(), reading) != _Place():
        raise Unproved("an element is not closed")
    return reading.elements


def _read_all(body: Sequence[nodes.Node], place: _Place, reading: _Reading) -> _Place:
    for node in body:
        place = _read(node, place, reading)
    return place


def _read(node: nodes.Node, place: _Place, reading: _Reading) -> _Place:
    if isinstance(node, nodes.Output):
        for piece in node.nodes:
            place = _fed(piece.data, place, reading) if isinstance(piece, nodes.TemplateData) else _written(place)
        return place
    if isinstance(node, nodes.If):
        bodies = [node.body, *(other.body for other in node.elif_), node.else_]
        return _only({_branched(body, place, reading) for body in bodies})
    if isinstance(node, nodes.For):
        return _only({place, _branched(node.body, place, reading), _branched(node.else_, place, reading)})
    raise Unproved(type(node).__name__)


def _branched(body: Sequence[nodes.Node], place: _Place, reading: _Reading) -> _Place:
    outer = reading.branch
    reading.branches += 1
    reading.branch = (*outer, reading.branches)
    place = _read_all(body, place, reading)
    reading.branch = outer
    return place


def _only(places: set[_Place]) -> _Place:
    if len(places) > 1:
        raise Unproved("a branch opens or closes an element that another does not")
    return places.pop()


def _written(place: _Place) -> _Place:
    if not place.open or (place.begun and not _OPEN_VALUE.fullmatch(place.begun)):
        raise Unproved("a tag writes what is no text of an element")
    return place


def _fed(data: str, place: _Place, reading: _Reading) -> _Place:
    if _NO_ENTITY.search(data):
        raise Unproved("an ampersand stands alone")
    text, at, open_elements = place.begun + data, 0, list(place.open)
    while (start := text.find("<", at)) >= 0:
        tag = _TAG.match(text, start)
        if not tag:
            return _Place(tuple(open_elements), _begun(text[start:]))
        _take(tag, open_elements, reading)
        at = tag.end()
    return _Place(tuple(open_elements))


def _begun(rest: str) -> str:
    value = _OPEN_VALUE.fullmatch(rest)
    if not value:
        raise Unproved("this is no XML")
    return value[1] + value[2][0] + UNKNOWN


def _take(tag: re.Match[str], open_elements: list[tuple[str, frozenset[str]]], reading: _Reading) -> None:
    name = tag["name"]
    if tag["end"]:
        if not open_elements or open_elements.pop()[0] != name or tag["attributes"] or tag["empty"]:
            raise Unproved(f"'{name}' ends where it was not begun")
        reading.elements.append(Element(name, {}, reading.branch, begins=False, ends=True))
        return
    attributes = dict(_attributes(tag["attributes"]))
    known = (open_elements[-1][1] if open_elements else frozenset({"xml"})) | _declared(attributes)
    if unknown := _prefixes(name, attributes) - known:
        raise Unproved(f"nobody declares {unknown}")
    if not tag["empty"]:
        open_elements.append((name, known))
    reading.elements.append(Element(name, attributes, reading.branch, begins=True, ends=bool(tag["empty"])))


def _attributes(written: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(written):
        if found[1] in seen:
            raise Unproved(f"'{found[1]}' stands twice")
        seen.add(found[1])
        yield found[1], found[2] or found[3] or ""


def _declared(attributes: dict[str, str]) -> frozenset[str]:
    return frozenset(name.partition(":")[2] for name in attributes if name == "xmlns" or name.startswith("xmlns:"))


def _prefixes(name: str, attributes: dict[str, str]) -> frozenset[str]:
    names = (name if ":" in name else f":{name}", *(each for each in attributes if ":" in each))
    return frozenset(each.partition(":")[0] for each in names) - {"xmlns"}
