"""A Word file taken apart: its parts as trees, its paragraphs numbered. Open hostile bytes only in a limited child."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, normpath
from typing import Any

from lxml import etree

from documents.clinic.problems import Part, Place
from documents.errors import TemplateBroken
from documents.package import MOST_BYTES
from documents.reading import W
from infra.word_file import NotAWordFile, sound_parts

DOCUMENT = "word/document.xml"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = (
    (Part.BODY, re.compile(r"word/document\.xml")),
    (Part.HEADER, re.compile(r"word/header\d*\.xml")),
    (Part.FOOTER, re.compile(r"word/footer\d*\.xml")),
    (Part.FOOTNOTE, re.compile(r"word/footnotes\.xml")),
    (Part.ENDNOTE, re.compile(r"word/endnotes\.xml")),
)
FILLED = (Part.BODY, Part.HEADER, Part.FOOTER, Part.FOOTNOTE)
"""The parts in which tags are filled in."""
DEEPEST = 200
"""Elements within elements; the deepest papers of ours have thirty."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its place; ``node`` is its element."""

    place: Place
    node: Any


@dataclass(frozen=True)
class Opened:
    """The parts of a Word file by name, as bytes and, where they are XML, as trees."""

    raw: Mapping[str, bytes]
    trees: Mapping[str, Any]

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the body, then of headers, footers, footnotes and endnotes."""
        found = [paragraph for name, part in self._written() for paragraph in numbered(self.trees[name], part, name)]
        return tuple(found)

    def of_part(self, name: str) -> list[Paragraph]:
        """The paragraphs of one part, in their order."""
        return [one for one in self.paragraphs if one.place.name == name]

    def filled(self) -> list[str]:
        """The names of the parts in which tags are filled in, the body first."""
        return [name for name, part in self._written() if part in FILLED]

    def paragraph_of(self, node: Any) -> Place:
        """The place of the paragraph that holds an element, or in which it begins."""
        inside = next((above for above in (node, *node.iterancestors()) if above.tag == f"{W}p"), None)
        if inside is None:
            inside = next(node.iter(f"{W}p"), None)
        return self._places.get(inside, Place(Part.FILE))

    def style(self, id: str) -> Any:
        """The element of a style, or None."""
        return self._styles.get(id)

    @cached_property
    def normal(self) -> str | None:
        """The id of the style of paragraphs that name none."""
        for id, style in self._styles.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                return id
        return None

    @cached_property
    def _places(self) -> dict[Any, Place]:
        return {one.node: one.place for one in self.paragraphs}

    @cached_property
    def _styles(self) -> dict[str, Any]:
        tree = self.trees.get("word/styles.xml")
        return {} if tree is None else {one.get(f"{W}styleId"): one for one in tree.iter(f"{W}style")}

    def _written(self) -> Iterator[tuple[str, Part]]:
        for part, pattern in _PARTS:
            yield from ((name, part) for name in sorted(self.trees) if pattern.fullmatch(name))


def opened(word: bytes) -> Opened:
    """The Word file taken apart. Raises TemplateBroken where nobody should open it."""
    try:
        raw = sound_parts(word, most_bytes=MOST_BYTES)
    except NotAWordFile as refused:
        raise TemplateBroken(refused.why) from refused
    trees = {name: _parsed(held) for name, held in raw.items() if name.lower().endswith((".xml", ".rels"))}
    if DOCUMENT not in trees or trees[DOCUMENT].find(f"{W}body") is None:
        raise TemplateBroken("it has no text inside")
    return Opened(raw, trees)


def bound(parts: Mapping[str, bytes]) -> bytes:
    """The Word file of these parts, in their order."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return held.getvalue()


def as_bytes(tree: Any) -> bytes:
    """A tree as a part of a Word file."""
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def numbered(tree: Any, part: Part, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a part, from 1; what stands only for older programs is left out."""
    number = 0
    for node in tree.iter(f"{W}p"):
        if next(node.iterancestors(_FALLBACK), None) is None:
            number += 1
            yield Paragraph(Place(part, name, number, text_of(node)), node)


def texts_of(paragraph: Any) -> Iterator[Any]:
    """The text elements of a paragraph itself, without those of a text box within it; tabs and breaks among them."""
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"):
        if next(node.iterancestors(f"{W}p"), None) is paragraph and node.getparent().tag == f"{W}r":
            yield node


def text_of(paragraph: Any) -> str:
    """The text of a paragraph as one sees it."""
    return "".join(written(node) for node in texts_of(paragraph))


def written(node: Any) -> str:
    """What a text element prints."""
    if node.tag == f"{W}t":
        return str(node.text or "")
    return "\t" if node.tag == f"{W}tab" else "\n"


def target_of(rels: str, target: str) -> str:
    """The name of the part that a relationship leads to."""
    base = dirname(dirname(rels))
    return normpath(target.lstrip("/") if target.startswith("/") else f"{base}/{target}").lstrip("/")


def _parsed(held: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(held, parser)
    except etree.LxmlError as broken:
        raise TemplateBroken("one of its parts cannot be read") from broken
    _check_depth(tree)
    return tree


def _check_depth(tree: Any) -> None:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise TemplateBroken("its parts are nested deeper than any paper needs")
