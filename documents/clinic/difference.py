"""What differs between two templates, as a person reads it: line by line, and word by word within a line."""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice

from documents.clinic.opened import DOCUMENT, Opened, text_of
from documents.clinic.problems import Part
from documents.reading import W

_WORDS = re.compile(r"\{[{%#].*?[}%#]\}|\w+|\s+|.", re.DOTALL)
CONTEXT = 2
"""Unchanged lines that are shown before and after a change."""
MOST_PAIRS = 100_000
"""Equal pieces of two texts that are held against each other; beyond that the whole middle is told as gone and new."""
LONGEST_LINE = 2_000
"""Characters of a line that is told word by word; a longer one is told whole."""
MOST_LINES = 400
"""Lines of a difference that a page lists: nobody reads more at a time."""
MOST_CHARACTERS = 100_000
"""Characters that a page lists of a difference, whatever the number of its lines."""
_NEAR = 20


class Sort(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a difference; one that changed holds pieces of both versions."""

    pieces: tuple[Piece, ...]
    skipped: int = 0
    """Unchanged lines left out before it."""

    @property
    def changed(self) -> bool:
        return any(piece.sort is not Sort.SAME for piece in self.pieces)

    def __str__(self) -> str:
        marks = {Sort.SAME: "{}", Sort.GONE: "[-{}-]", Sort.NEW: "{{+{}+}}"}
        sorts = {piece.sort for piece in self.pieces}
        if len(sorts) == 1:
            sign = {Sort.SAME: "  ", Sort.GONE: "- ", Sort.NEW: "+ "}[next(iter(sorts))]
            return sign + "".join(piece.text for piece in self.pieces)
        return "~ " + "".join(marks[piece.sort].format(piece.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Listed:
    """The beginning of a difference, and how many changed lines come after it."""

    lines: tuple[Line, ...]
    left_out: int


def lines_of(paper: Opened) -> list[str]:
    """The text of a template: a line for each paragraph, and for each row of a table."""
    lines = []
    for name in paper.filled():
        part = paper.of_part(name)[0].place.part if paper.of_part(name) else Part.BODY
        before = "" if name == DOCUMENT else f"{part.value.capitalize()}: "
        lines += [f"{before}{line}" for line in _lines(paper.trees[name]) if line.strip()]
    return lines


def _lines(tree: object) -> Iterator[str]:
    rows = set()
    for node in tree.iter(f"{W}p", f"{W}tr"):  # type: ignore[attr-defined]
        if node.tag == f"{W}tr":
            rows.add(node)
            cells = [" / ".join(text_of(each) for each in cell.iter(f"{W}p")) for cell in node.findall(f"{W}tc")]
            yield "| " + " | ".join(cells) + " |"
        elif not any(above in rows for above in node.iterancestors(f"{W}tr")):
            yield text_of(node).replace("\n", " ")


def compared(was: Sequence[str], now: Sequence[str]) -> list[Line]:
    """Every changed line with a few unchanged ones around it, in the order of the text; empty where nothing differs."""
    found: list[Line] = []
    for sort, i, j, k, m in _steps(was, now):
        if sort == "equal":
            found += [_whole(Sort.SAME, line) for line in was[i:j]]
        else:
            found += _changed(was[i:j], now[k:m])
    return _shortened(found)


def listed(lines: Sequence[Line]) -> Listed:
    """What a page lists of a difference; what it leaves out is counted."""
    kept, room = 0, MOST_CHARACTERS
    for line in lines[:MOST_LINES]:
        room -= sum(len(piece.text) for piece in line.pieces)
        if room < 0:
            break
        kept += 1
    return Listed(tuple(lines[:kept]), sum(1 for line in lines[kept:] if line.changed))


def as_text(lines: Sequence[Line]) -> str:
    """The difference as plain text: ``-`` for a line that went, ``+`` for a new one, ``~`` for a changed one."""
    told = []
    for line in lines:
        told += [f"  … {line.skipped} unchanged lines …"] if line.skipped else []
        told.append(str(line))
    return "\n".join(told)


def _whole(sort: Sort, text: str) -> Line:
    return Line((Piece(sort, text),))


def _changed(was: Sequence[str], now: Sequence[str]) -> Iterator[Line]:
    """Lines that went and came; those that are alike are told word by word."""
    left = deque(now)
    for old in was:
        new = next((line for line in islice(left, _NEAR) if _alike(old, line)), None)
        if new is None:
            yield _whole(Sort.GONE, old)
            continue
        while left[0] != new:
            yield _whole(Sort.NEW, left.popleft())
        left.popleft()
        yield Line(tuple(_pieces(_WORDS.findall(old), _WORDS.findall(new))))
    yield from (_whole(Sort.NEW, line) for line in left)


def _alike(old: str, new: str) -> bool:
    if max(len(old), len(new)) > LONGEST_LINE:
        return False
    both = SequenceMatcher(None, old, new)
    return both.quick_ratio() > 0.55 and both.ratio() > 0.55


def _steps(was: Sequence[str], now: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """The steps from one text to the other, in a time that no text can make long."""
    held = Counter(now)
    if sum(held[each] for each in was) <= MOST_PAIRS:
        return SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    least = min(len(was), len(now))
    first = next((n for n in range(least) if was[n] != now[n]), least)
    last = next((n for n in range(least - first) if was[-1 - n] != now[-1 - n]), least - first)
    i, k = len(was) - last, len(now) - last
    steps = [("equal", 0, first, 0, first), ("replace", first, i, first, k), ("equal", i, len(was), k, len(now))]
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def _pieces(was: list[str], now: list[str]) -> Iterator[Piece]:
    for sort, i, j, k, m in _steps(was, now):
        if sort == "equal":
            yield Piece(Sort.SAME, "".join(was[i:j]))
            continue
        if i < j:
            yield Piece(Sort.GONE, "".join(was[i:j]))
        if k < m:
            yield Piece(Sort.NEW, "".join(now[k:m]))


def _shortened(lines: list[Line]) -> list[Line]:
    near = {n + d for n, line in enumerate(lines) if line.changed for d in range(-CONTEXT, CONTEXT + 1)}
    kept, skipped = [], 0
    for n, line in enumerate(lines):
        if n in near:
            kept.append(Line(line.pieces, skipped))
            skipped = 0
        else:
            skipped += 1
    return kept
