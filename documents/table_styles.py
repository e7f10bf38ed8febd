"""Table styles of a Word file, written out in the tables that they belong to."""

import copy
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from documents.reading import W

_RESOLVED = ("tblInd", "tblBorders", "tblCellMar")
_IDLE = ("tblStyleRowBandSize", "tblStyleColBandSize")  # say nothing in a style without bands
_TABLE_ORDER = (
    "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc",
    "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
    "tblDescription",
)  # fmt: skip
_BEFORE = {name: frozenset(W + one for one in _TABLE_ORDER[: _TABLE_ORDER.index(name)]) for name in _RESOLVED}
_BEFORE_SPACING = frozenset(W + name for name in (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
))  # fmt: skip
_MORE = ("rPr", "trPr", "tcPr", "tblStylePr")  # what a style says of letters, rows, cells and bands
_TABLE, _PARAGRAPH, _STYLE, _VALUE = (f"{W}{name}" for name in ("tbl", "p", "pStyle", "val"))
_PROPERTIES, _SPACING = f"{W}pPr", f"{W}spacing"

Styles = dict[str, Any]


def with_tables_written_out(part: bytes, styles: bytes) -> bytes:
    """The same part: each plain table style's borders, margins and spacing stand in the tables themselves.

    A style that says more (of letters, rows, cells, bands) stays where it is.
    """
    if b"<w:tblStyle " not in part:
        return part
    plain, spaced = _plain_table_styles(styles), _spaced_paragraphs(styles)
    root = etree.fromstring(part, parser())
    for table in root.iter(f"{W}tbl"):
        properties = table.find(f"{W}tblPr")
        named = properties.find(f"{W}tblStyle") if properties is not None else None
        chain = plain.get(named.get(f"{W}val")) if named is not None else None
        if chain is not None:
            properties.remove(named)
            _write_out_table(properties, chain)
            _write_out_spacing(table, _spacing(chain), spaced)
    return written(root)


@lru_cache(maxsize=64)
def _plain_table_styles(styles: bytes) -> dict[str, tuple[Any, ...]]:
    """Table styles that say nothing but what can be written out, each with those that it stands on, itself first."""
    known = by_id(etree.fromstring(styles, parser()))
    chains = {id: tuple(_chain(id, known)) for id, style in known.items() if style.get(f"{W}type") == "table"}
    return {id: chain for id, chain in chains.items() if all(_is_plain(style) for style in chain)}


def _is_plain(style: Any) -> bool:
    if any(style.find(W + tag) is not None for tag in _MORE):
        return False
    allowed = {"tblPr": _RESOLVED + _IDLE, "pPr": ("spacing",)}
    return all(_name(one) in names for tag, names in allowed.items() for held in style.findall(W + tag) for one in held)


@lru_cache(maxsize=64)
def _spaced_paragraphs(styles: bytes) -> dict[str | None, frozenset[str]]:
    """For each paragraph style the spacings that it says itself, which a table's style does not change."""
    known = by_id(etree.fromstring(styles, parser()))
    said: dict[str | None, frozenset[str]] = {}
    for id, style in known.items():
        if style.get(f"{W}type") == "paragraph":
            said[id] = frozenset(_spacing(tuple(_chain(id, known))))
            if style.get(f"{W}default") == "1":
                said[None] = said[id]
    return said


def _write_out_table(properties: Any, chain: Iterable[Any]) -> None:
    for name in _RESOLVED:
        if properties.find(W + name) is None:
            said = (style.find(f"{W}tblPr/{W}{name}") for style in chain)
            for one in (one for one in said if one is not None):
                _insert(properties, copy.deepcopy(one), _BEFORE[name])
                break


def _write_out_spacing(table: Any, spacing: dict[str, str], spaced: dict[str | None, frozenset[str]]) -> None:
    for paragraph in table.iter(_PARAGRAPH):
        if next(paragraph.iterancestors(_TABLE)) is not table:
            continue
        properties = _first(paragraph, _PROPERTIES)
        if properties is None:
            properties = etree.Element(_PROPERTIES)
            paragraph.insert(0, properties)
        style, own = _first(properties, _STYLE), _first(properties, _SPACING)
        already = spaced.get(style.get(_VALUE) if style is not None else None, frozenset())
        if own is None:
            own = etree.Element(_SPACING)
            _insert(properties, own, _BEFORE_SPACING)
        known = {*already, *own.keys()}
        for name, said in spacing.items():
            if name not in known:
                own.set(name, said)


def _first(above: Any, name: str) -> Any:
    """As ``find`` does, in a third of its time."""
    return next(above.iterchildren(name), None)


def _spacing(chain: tuple[Any, ...]) -> dict[str, str]:
    said: dict[str, str] = {}
    for style in reversed(chain):
        one = style.find(f"{W}pPr/{W}spacing")
        said |= dict(one.attrib) if one is not None else {}
    return said


def _insert(properties: Any, one: Any, after: frozenset[str]) -> None:
    """Where the order of the schema wants it."""
    places = [place for place, held in enumerate(properties, start=1) if held.tag in after]
    properties.insert(places[-1] if places else 0, one)


def _chain(id: str | None, known: Styles) -> Iterator[Any]:
    """A style and those that it stands on, the nearest first."""
    seen: set[str] = set()
    while id is not None and id in known and id not in seen:
        seen.add(id)
        yield known[id]
        below = known[id].find(f"{W}basedOn")
        id = below.get(f"{W}val") if below is not None else None


def by_id(root: Any) -> Styles:
    """The styles by the names under which a paper uses them."""
    return {style.get(f"{W}styleId"): style for style in root.findall(f"{W}style")}


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


def parser() -> Any:
    """Resolves no entity."""
    return etree.XMLParser(resolve_entities=False, huge_tree=True)


def written(root: Any) -> bytes:
    """The tree as a part of a Word file."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
