"""How a template prints its sample: pages, lines and fonts, kept beside the template and compared ever after."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from documents.manifests import ROOT
from kernel.refusals import Refused

FILE = "print.json"
STEADY = 2
"""Points by which a line may stand elsewhere: less is not seen."""
MOST_TOLD = 3
HOW_TO_ACCEPT = "courtready templates accept"


@dataclass(eq=False)
class PrintBroken(Refused):
    """The file that says how a template prints cannot be read."""

    folder: str

    def __str__(self) -> str:
        return f"The {FILE} of '{self.folder}' cannot be read; look at its pages, then run {HOW_TO_ACCEPT}."


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it begins: points from the left and from the top."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Print:
    """The sample of one template version as one LibreOffice printed it."""

    template: str
    """The digest of the template."""
    libreoffice: str
    lean: bool
    """Whether its lean twin printed the same, to the pixel."""
    fonts: tuple[str, ...]
    pages: tuple[tuple[Line, ...], ...]


def kept_print(folder: Path) -> Print | None:
    """How the template in this folder printed when it was accepted, if it was. Raises PrintBroken."""
    file = folder / FILE
    if not file.is_file():
        return None
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        pages = tuple(tuple(_line(line) for line in page) for page in told.pop("pages"))
        return Print(**told | {"fonts": tuple(told["fonts"]), "pages": pages})
    except (ValueError, KeyError, TypeError) as broken:
        raise PrintBroken(folder.name) from broken


def keep_print(folder: Path, printed: Print) -> None:
    """Accept it: a line of the file for each line of the paper, so that a change can be read in a comparison."""
    told = asdict(printed) | {"pages": [[f"{line.x} {line.y} {line.text}" for line in page] for page in printed.pages]}
    written = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(written + "\n", encoding="utf-8")


def lean_is_proved(template: str) -> bool:
    """Whether the lean twin of a paper of this template, named by its digest, prints the same."""
    return template in _lean_ones()


@lru_cache(maxsize=1)
def _lean_ones() -> frozenset[str]:
    kept = (_readable(file.parent) for file in ROOT.glob(f"*/*/{FILE}"))
    return frozenset(one.template for one in kept if one is not None and one.lean)


def _readable(folder: Path) -> Print | None:
    try:
        return kept_print(folder)
    except PrintBroken:  # nothing is proved then, and the paper itself is printed
        return None


def differences(kept: Print, now: Print) -> tuple[str, ...]:
    """What has changed on paper, in words; nothing when the two print alike."""
    told = []
    if len(kept.pages) != len(now.pages):
        told.append(f"it has {len(now.pages)} pages and had {len(kept.pages)}")
    told += [f"the font {font} is no longer used" for font in kept.fonts if font not in now.fonts]
    told += [f"the font {font} is new" for font in now.fonts if font not in kept.fonts]
    for number, (before, after) in enumerate(zip_longest(kept.pages, now.pages, fillvalue=()), start=1):
        changed, moved = changed_lines(before, after)
        told += [f"page {number}: {words}" for words in changed[:MOST_TOLD]]
        if len(changed) > MOST_TOLD:
            told.append(f"page {number}: {len(changed) - MOST_TOLD} more lines differ")
        if moved and not changed:
            first, shift = moved[0]
            told.append(f"page {number}: {len(moved)} lines moved, '{first.text[:40]}' by {shift} points")
    return tuple(told)


def changed_lines(before: tuple[Line, ...], after: tuple[Line, ...]) -> tuple[list[str], list[tuple[Line, int]]]:
    """Lines that do not say the same, in words, and lines that say the same elsewhere, with how far they moved."""
    changed, moved = [], []
    for was, is_now in _paired(before, after):
        if was is None or is_now is None or was.text != is_now.text:
            changed.append(_told(was, is_now))
        elif (shift := _shift(was, is_now)) > STEADY:
            moved.append((is_now, shift))
    return changed, moved


def unlike(before: tuple[Line, ...], after: tuple[Line, ...]) -> tuple[frozenset[Line], frozenset[Line]]:
    """The lines of each page that the other has not, or has elsewhere."""
    pairs = [
        (was, is_now)
        for was, is_now in _paired(before, after)
        if was is None or is_now is None or was.text != is_now.text or _shift(was, is_now) > STEADY
    ]
    return frozenset(was for was, _ in pairs if was), frozenset(is_now for _, is_now in pairs if is_now)


def _paired(before: tuple[Line, ...], after: tuple[Line, ...]) -> Iterator[tuple[Line | None, Line | None]]:
    matched = SequenceMatcher(None, [line.text for line in before], [line.text for line in after], autojunk=False)
    for _, old, old_end, new, new_end in matched.get_opcodes():
        yield from zip_longest(before[old:old_end], after[new:new_end])


def _shift(was: Line, is_now: Line) -> int:
    return max(abs(was.x - is_now.x), abs(was.y - is_now.y))


def _told(was: Line | None, is_now: Line | None) -> str:
    if was is None or is_now is None:
        return f"new line '{is_now.text[:60]}'" if is_now else f"no line '{was.text[:60] if was else ''}'"
    return f"'{is_now.text[:60]}' where it said '{was.text[:60]}'"


def _line(told: str) -> Line:
    x, y, text = told.split(" ", 2)
    return Line(int(x), int(y), text)
