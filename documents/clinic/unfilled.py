"""Tags that stand where nothing is ever filled in, or where no fact may be printed."""

import re
from collections.abc import Iterator
from typing import Any

from documents.clinic.opened import Opened
from documents.clinic.problems import WHOLE_FILE, Kind, Part, Problem, problem
from documents.reading import W

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WHERE = (
    ("word/comments", "a comment"), ("word/charts/", "a chart"), ("word/diagrams/", "a diagram"),
    ("docProps/", "the properties of the file"), ("customXml/", "the data behind the file"),
    ("word/glossary/", "a building block"),
)  # fmt: skip


def unfilled(paper: Opened) -> Iterator[Problem]:
    """Each tag that would print as it is written, or that stands in the code behind the text."""
    for paragraph in paper.paragraphs:
        if paragraph.place.part is Part.ENDNOTE and (found := _TAG.search(paragraph.place.text)):
            words = f"The tag '{found[0][:80]}' stands in an endnote, where nothing is filled in; use a footnote."
            yield problem(Kind.UNFILLED, words, paragraph.place)
    written = {each.place.name for each in paper.paragraphs}
    for name, tree in paper.trees.items():
        if name in paper.filled():
            yield from _in_attributes(paper, tree)
        elif name not in written and not name.startswith("word/comments") and (found := _TAG.search(_text(tree))):
            where = next((words for start, words in _WHERE if name.startswith(start)), "a part without text")
            words = f"The tag '{found[0][:80]}' stands in {where}, where nothing is filled in."
            yield problem(Kind.UNFILLED, words, WHOLE_FILE)


def _in_attributes(paper: Opened, tree: Any) -> Iterator[Problem]:
    for node in tree.iter():
        for held in node.attrib.values():
            if ("{{" in held or "{%" in held) and node.tag != f"{W}fldSimple":
                words = f"The tag '{held[:80]}' stands behind the text, as in a description; tags belong in text."
                yield problem(Kind.UNFILLED, words, paper.paragraph_of(node))


def _text(tree: Any) -> str:
    return "".join(tree.itertext()) + " ".join(held for node in tree.iter() for held in node.attrib.values())
