"""The tags of a paragraph, found as a person reads them: wherever Word has split them, whole or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from documents.clinic.opened import Paragraph, texts_of, written

CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
CURLY = str.maketrans("“”„‟″‘’‚‛′", "\"\"\"\"\"'''''")
UNSEEN = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
_MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_LEVEL = re.compile(r"(tr|tc|p|r)(?=\s)")
_LEVEL_APART = re.compile(r"\s+(tr|tc|p|r)\s+\w")
_ONE_BRACE = re.compile(r"(?<!\{)\{\s*([a-z_]+(?:\.\w+)+(?:\|\w+)?)\s*\}(?!\})")
_OTHER_MARKS = re.compile(r"«\s*(\w+)\s*»|<<\s*([\w.]+)\s*>>")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or what was meant as one.

    ``sort`` is ``{{``, ``{%`` or ``{#``; ``level`` what the tag takes away with itself: a row (``tr``), a cell, a
    paragraph, a run, or nothing but its own text; ``said`` is between the braces; ``wrong`` why it is no tag, or empty.
    """

    sort: str
    level: str
    said: str
    start: int
    end: int
    whole: str
    pieces: tuple[Any, ...]
    wrong: str = ""

    @property
    def split(self) -> bool:
        """Whether it lies in more than one piece of text."""
        return len(self.pieces) > 1

    @property
    def curly(self) -> bool:
        """Whether it holds curly quotes."""
        return self.said.translate(CURLY) != self.said


def tags_of(paragraph: Paragraph) -> list[Tag]:
    """Every tag of a paragraph in the order of its text."""
    pieces = [(node, written(node)) for node in texts_of(paragraph.node)]
    text = "".join(said for _, said in pieces)
    if not any(mark in text for mark in "{}«<"):
        return []
    found = sorted([*_marked(text), *_mistaken(text)], key=lambda one: one[0])
    return [_tag(text, pieces, *one) for one in found]


def _marked(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and what is wrong, of everything that opens or closes as a tag does."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if mark[0] in CLOSES:
            if opened is not None:
                yield opened.start(), mark.start(), _unclosed(text, opened)
            opened = mark
        elif opened is None:
            yield mark.start(), mark.end(), f"'{mark[0]}' closes nothing; a fact is written {{{{ like.this }}}}"
        else:
            right = CLOSES[opened[0]]
            wrong = "" if mark[0] == right else f"it opens with '{opened[0]}' and closes with '{mark[0]}'"
            yield opened.start(), mark.end(), wrong
            opened = None
    if opened is not None:
        yield opened.start(), len(text), _unclosed(text, opened)


def _unclosed(text: str, opened: re.Match[str]) -> str:
    return f"it opens with '{opened[0]}' and is never closed; '{CLOSES[opened[0]]}' is missing"


def _mistaken(text: str) -> Iterator[tuple[int, int, str]]:
    """What looks like a fact in the marks of another program, or between single braces."""
    for found in _ONE_BRACE.finditer(text):
        yield found.start(), found.end(), f"a fact is written with two braces: {{{{ {found[1]} }}}}"
    for found in _OTHER_MARKS.finditer(text):
        yield found.start(), found.end(), "it is a mark of another program; a fact is written {{ like.this }}"


def _tag(text: str, pieces: list[tuple[Any, str]], start: int, end: int, wrong: str) -> Tag:
    whole = text[start:end]
    sort = whole[:2] if whole[:2] in CLOSES else "{{"
    inner = whole.removeprefix(sort)
    for close in CLOSES.values():
        inner = inner.removesuffix(close)
    level, apart = _LEVEL.match(inner), _LEVEL_APART.match(inner) if sort == "{%" else None
    said = inner[level.end() :] if level else inner[apart.end() :] if apart else inner
    return Tag(
        sort=sort,
        level=level[0] if level else "",
        said=said.strip("- \t\n\u00a0"),
        start=start,
        end=end,
        whole=whole.strip(),
        pieces=_within(pieces, start, end),
        wrong=wrong or _oddity(sort, inner, level, apart),
    )


def _oddity(sort: str, inner: str, level: re.Match[str] | None, apart: re.Match[str] | None) -> str:
    """Why a tag that opens and closes rightly is none all the same."""
    if UNSEEN.search(inner):
        return "it holds a character that nobody sees; type the tag anew"
    if apart:
        return f"no blank may stand between '{{%' and '{apart[1]}'"
    if level and sort == "{{":
        return f"it prints a fact into a text, so it begins with '{{{{' alone and not with '{{{{{level[0]}'"
    if not inner.strip("- \t\n\u00a0"):
        return "it is empty"
    return ""


def _within(pieces: list[tuple[Any, str]], start: int, end: int) -> tuple[Any, ...]:
    held, place = [], 0
    for node, said in pieces:
        if said and place < end and place + len(said) > start:
            held.append(node)
        place += len(said)
    return tuple(held)
