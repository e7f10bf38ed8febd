"""Mends of a whole row or file: what is repeated, removed, set or exchanged, and nothing that a reader reads."""

from typing import Any

from lxml import etree

from documents.clinic.errors import NotMendable
from documents.clinic.fonts import LATIN, TWINS, named_fonts, theme_fonts
from documents.clinic.looks import CORE
from documents.clinic.opened import Opened, as_bytes
from documents.clinic.problems import Problem
from documents.reading import W

Changed = dict[str, bytes | None]
"""Parts by name with their new bytes; None for one that is taken out."""
_DC = "{http://purl.org/dc/elements/1.1/}"
_CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_COMMENT_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")


def repeat_header(paper: Opened, problem: Problem, title: str) -> Changed:
    """The first row of the table is repeated on every page."""
    row = next(node for node in paragraph_of(paper, problem).node.iterancestors() if node.tag == f"{W}tr")
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(1 if row.find(f"{W}tblPrEx") is not None else 0, properties)
    for mark in properties.findall(f"{W}tblHeader"):
        properties.remove(mark)
    etree.SubElement(properties, f"{W}tblHeader")
    return {problem.name: as_bytes(paper.trees[problem.name])}


def remove_comments(paper: Opened, problem: Problem, title: str) -> Changed:
    """The comments and their marks are gone."""
    changed: Changed = {name: None for name in paper.raw if name.startswith("word/comments")}
    for name in [*paper.filled(), "[Content_Types].xml", *(name for name in paper.trees if name.endswith(".rels"))]:
        tree = paper.trees[name]
        for node in list(tree.iter(*_COMMENT_MARKS)):
            node.getparent().remove(node)
        for node in list(tree.iter()):
            lead = str(node.get("Target") or node.get("PartName") or "").rpartition("/")[2]
            if lead.startswith("comments") and lead.endswith(".xml"):
                node.getparent().remove(node)
        changed[name] = as_bytes(tree)
    return changed


def stop_tracking(paper: Opened, problem: Problem, title: str) -> Changed:
    """Track Changes is off."""
    tree = paper.trees["word/settings.xml"]
    for node in list(tree.iter(f"{W}trackRevisions")):
        node.getparent().remove(node)
    return {"word/settings.xml": as_bytes(tree)}


def twin_font(paper: Opened, problem: Problem, title: str) -> Changed:
    """Every Latin font of the file that has a twin is named by its twin."""
    theme, changed = theme_fonts(paper), {}
    for name in [*paper.filled(), "word/styles.xml"]:
        if (tree := paper.trees.get(name)) is None:
            continue
        for node in tree.iter(f"{W}rFonts"):
            if twins := [TWINS[font] for font in sorted(named_fonts(node, theme)) if font in TWINS]:
                for slot in LATIN:
                    node.attrib.pop(f"{W}{slot}Theme", None)
                    node.set(f"{W}{slot}", twins[0])
        changed[name] = as_bytes(tree)
    return dict(changed)


def set_title(paper: Opened, problem: Problem, title: str) -> Changed:
    """The file has a title."""
    wanted = title or next((one.place.text.strip() for one in paper.paragraphs if _speaks(one.place.text)), "Paper")
    tree = paper.trees.get(CORE)
    if tree is None:
        return _with_core(paper, wanted)
    node = tree.find(f"{_DC}title")
    node = etree.SubElement(tree, f"{_DC}title") if node is None else node
    node.text = wanted[:200]
    return {CORE: as_bytes(tree)}


def _speaks(text: str) -> bool:
    return bool(text.strip()) and "{" not in text


def _with_core(paper: Opened, title: str) -> Changed:
    core = etree.fromstring(
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        b' xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
    )
    etree.SubElement(core, f"{_DC}title").text = title[:200]
    types, rels = paper.trees["[Content_Types].xml"], paper.trees["_rels/.rels"]
    etree.SubElement(types, f"{types.tag.rpartition('}')[0]}}}Override", PartName=f"/{CORE}", ContentType=_CORE_TYPE)
    name = f"{rels.tag.rpartition('}')[0]}}}Relationship"
    etree.SubElement(rels, name, Id="rIdCoreProperties", Type=_CORE_RELATIONSHIP, Target=CORE)
    return {CORE: as_bytes(core), "[Content_Types].xml": as_bytes(types), "_rels/.rels": as_bytes(rels)}


def set_language(paper: Opened, problem: Problem, title: str) -> Changed:
    """The file says that it is in US English."""
    tree = paper.trees.get("word/styles.xml")
    if tree is None:
        raise NotMendable(problem.words)
    node = tree
    for place, name in enumerate(("docDefaults", "rPrDefault", "rPr", "lang")):
        below = node.find(f"{W}{name}")
        if below is None:
            below = etree.Element(f"{W}{name}")
            node.insert(0 if place < 2 else len(node), below)
        node = below
    node.set(f"{W}val", "en-US")
    return {"word/styles.xml": as_bytes(tree)}


def paragraph_of(paper: Opened, problem: Problem) -> Any:
    """The paragraph of a problem. Raises NotMendable where it is not there any more."""
    found = next((one for one in paper.of_part(problem.name) if one.place.paragraph == problem.paragraph), None)
    if found is None:
        raise NotMendable(problem.words)
    return found
