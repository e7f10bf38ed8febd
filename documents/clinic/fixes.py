"""Mends that change no word of a template; what needs a person's judgement, as tracked changes do, is not offered."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from documents.clinic.checking import check
from documents.clinic.errors import NotMendable
from documents.clinic.mends import (
    Changed,
    paragraph_of,
    remove_comments,
    repeat_header,
    set_language,
    set_title,
    stop_tracking,
    twin_font,
)
from documents.clinic.opened import Opened, as_bytes, bound, opened, texts_of
from documents.clinic.problems import Fix, Problem
from documents.clinic.tags import CURLY, Tag, tags_of
from documents.package import settled
from documents.reading import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


ROUNDS = 3
"""How often what is left is looked for again; one mend may uncover another."""


def fix(word: bytes, problem: Problem, *, title: str = "") -> bytes:
    """The template without this problem; ``title`` is what a template without one is called. Raises NotMendable."""
    return _without(word, [problem], title)


def fix_all_safe(word: bytes, facts: type, *, title: str = "") -> bytes:
    """The template with every safe mend made."""
    for _ in range(ROUNDS):
        due = [one for one in check(word, facts) if one.fix]
        if not due:
            break
        word = _without(word, due, title)
    return word


def _without(word: bytes, problems: Sequence[Problem], title: str) -> bytes:
    paper = opened(word)
    changed: Changed = {}
    for one in problems:
        if one.fix is None:
            raise NotMendable(one.words)
        changed |= _MENDS[one.fix](paper, one, title)
    return settled(bound(_parts(paper, changed)))


def _parts(paper: Opened, changed: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The file's parts with those that changed; what is None is left out."""
    whole = {**paper.raw, **changed}
    return {name: data for name, data in whole.items() if data is not None}


def _join(paper: Opened, problem: Problem, title: str) -> Changed:
    """The whole tag goes into its first piece; the others keep what is not the tag's."""
    paragraph = paragraph_of(paper, problem)
    while tag := next((one for one in tags_of(paragraph) if one.split and not one.wrong), None):
        _gather(paragraph.node, tag)
    return {problem.name: as_bytes(paper.trees[problem.name])}


def _gather(paragraph: Any, tag: Tag) -> None:
    pieces = list(texts_of(paragraph))
    place, spans = 0, {}
    for node in pieces:
        length = len(node.text or "") if node.tag == f"{W}t" else 1
        spans[node] = (place, place + length)
        place += length
    text = "".join(
        (node.text or "")[max(tag.start - spans[node][0], 0) : tag.end - spans[node][0]] if node.tag == f"{W}t" else " "
        for node in tag.pieces
    )
    first, *others = tag.pieces
    _write(first, (first.text or "")[: tag.start - spans[first][0]] + text)
    for node in others:
        if node.tag == f"{W}t":
            _write(node, (node.text or "")[max(tag.end - spans[node][0], 0) :])
        else:
            node.getparent().remove(node)


def _straighten(paper: Opened, problem: Problem, title: str) -> Changed:
    paragraph = paragraph_of(paper, problem)
    spans = [(tag.start, tag.end) for tag in tags_of(paragraph)]
    place = 0
    for node in texts_of(paragraph.node):
        held = node.text or "" if node.tag == f"{W}t" else "?"
        if node.tag == f"{W}t":
            _write(
                node,
                "".join(
                    char.translate(CURLY) if any(start <= place + n < end for start, end in spans) else char
                    for n, char in enumerate(held)
                ),
            )
        place += len(held)
    return {problem.name: as_bytes(paper.trees[problem.name])}


def _write(node: Any, text: str) -> None:
    node.text = text
    node.set(_SPACE, "preserve")


_MENDS: Mapping[Fix, Callable[[Opened, Problem, str], Changed]] = {
    Fix.JOIN: _join,
    Fix.STRAIGHTEN: _straighten,
    Fix.REPEAT_HEADER: repeat_header,
    Fix.REMOVE_COMMENTS: remove_comments,
    Fix.STOP_TRACKING: stop_tracking,
    Fix.TWIN_FONT: twin_font,
    Fix.SET_TITLE: set_title,
    Fix.SET_LANGUAGE: set_language,
}
