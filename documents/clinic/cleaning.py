"""A copy of a template that is safe to convert: text, look and pictures, and nothing that acts or fetches."""

import re
from typing import Any

from documents.clinic.acts import EMBEDDED, HARMLESS_FIELDS
from documents.clinic.opened import Opened, as_bytes, bound, target_of
from documents.package import settled
from documents.reading import W

KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|word/_rels/(document|header\d*|footer\d*|footnotes)\.xml\.rels"
    r"|word/(document|styles|numbering|fontTable|footnotes|endnotes|header\d*|footer\d*)\.xml|word/theme/theme\d*\.xml"
    r"|word/media/[\w.-]+\.(png|jpe?g|gif|bmp|tiff?)",
    re.IGNORECASE,
)
"""The parts of which a page is made; everything else is left behind."""
_MARKS = tuple(
    f"{W}{name}"
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "fldChar", "instrText", "delInstrText")
)
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OBJECTS = (*EMBEDDED, f"{W}pict")


def cleaned(paper: Opened) -> bytes:
    """The copy. Its page numbers stay; other fields show what they last showed."""
    parts = {name: data for name, data in paper.raw.items() if KEPT.fullmatch(name)}
    for name in parts:
        if name.endswith(".rels"):
            _keep_inside(paper, name, parts)
        elif name in paper.filled():
            _still(paper.trees[name])
        elif name == "[Content_Types].xml":
            _types(paper.trees[name], parts)
    return settled(
        bound({name: as_bytes(paper.trees[name]) if name in paper.trees else data for name, data in parts.items()})
    )


def _keep_inside(paper: Opened, name: str, parts: dict[str, bytes]) -> None:
    for link in list(paper.trees[name].iter(f"{_RELS}Relationship")):
        external = (link.get("TargetMode") or "").lower() == "external"
        if external or target_of(name, str(link.get("Target") or "")) not in parts:
            link.getparent().remove(link)


def _types(tree: Any, parts: dict[str, bytes]) -> None:
    for node in list(tree):
        named = node.get("PartName")
        if named is not None and named.lstrip("/") not in parts:
            tree.remove(node)


def _still(tree: Any) -> None:
    """Nothing in a part acts any more."""
    _drop_fields(tree)
    for node in [*tree.iter(*_OBJECTS)]:
        node.getparent().remove(node)
    for link in [*tree.iter(f"{W}hyperlink", f"{W}fldSimple")]:
        if link.tag == f"{W}hyperlink" or not _harmless(str(link.get(f"{W}instr") or "")):
            _unwrap(link)
    for node in tree.iter():
        for attribute in [name for name in node.attrib if "officeDocument/2006/relationships}" in name]:
            if attribute.endswith(("}link", "}href", "}dm", "}pict")):
                del node.attrib[attribute]


def _drop_fields(tree: Any) -> None:
    """Takes the codes of fields away, but for those that only number and count."""
    open_: list[list[Any]] = []
    for node in [*tree.iter(*_MARKS)]:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append([node])
        elif node.tag.endswith("}fldChar") or node.tag.endswith("nstrText"):
            if open_:
                open_[-1].append(node)
                if kind == "end":
                    _judge(open_.pop())
            else:
                _remove(node)
        else:
            _remove(node)
    for left in open_:
        for node in left:
            _remove(node)


def _judge(field: list[Any]) -> None:
    code = "".join(node.text or "" for node in field if node.tag.endswith("nstrText"))
    if not _harmless(code):
        for node in field:
            _remove(node)


def _harmless(code: str) -> bool:
    return (code.split() or [""])[0].upper() in HARMLESS_FIELDS


def _remove(node: Any) -> None:
    if node.getparent() is not None:
        node.getparent().remove(node)


def _unwrap(node: Any) -> None:
    """Puts what an element holds in its own place."""
    parent = node.getparent()
    place = parent.index(node)
    for child in reversed(list(node)):
        parent.insert(place, child)
    parent.remove(node)
