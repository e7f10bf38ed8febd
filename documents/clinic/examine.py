"""Templates from outside, opened in a child that can be killed: looked over, mended, filled in."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.clinic.errors import NotATemplate, NotPublishable
from documents.clinic.problems import WHOLE_FILE, Kind, Problem, problem, retold
from documents.manifests import Template
from infra.child import ChildStopped, Limits, run

LARGEST = 10 * 1024 * 1024
LIMITS = Limits(seconds=40, cpu_seconds=30, memory=1024, file=128)
_UNFIT = 3
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Looked:
    """What the clinic found. ``clean`` is a copy that is safe to convert; it is empty where the file cannot be opened.

    ``paragraphs`` tells the part, number and text of each paragraph, ``lines`` the text as a person reads it.
    """

    facts: str
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    paragraphs: tuple[tuple[str, int, str], ...]
    clean: bytes

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """What must be mended before it can be published."""
        return tuple(one for one in self.problems if one.blocks)


@dataclass(frozen=True, slots=True)
class _Refused(Exception):
    why: str


def look_over(word: bytes, facts: str = "", *, limits: Limits = LIMITS) -> Looked:
    """Every problem of a template that says these facts; without their name, the facts that fit best are taken.

    Raises NotATemplate for bytes that nobody would call a Word file.
    """
    refuse_strangers(word)
    try:
        told, clean = _asked({"verb": "look", "facts": facts}, word, limits)
    except _Refused as refused:
        return Looked(facts, (problem(Kind.FILE, refused.why, WHOLE_FILE),), (), (), b"")
    return Looked(
        told["facts"],
        tuple(retold(one) for one in told["problems"]),
        tuple(told["lines"]),
        tuple((name, number, text) for name, number, text in told["paragraphs"]),
        clean,
    )


def mended(word: bytes, one: Problem, *, title: str = "") -> bytes:
    """The template without this problem. Raises NotATemplate."""
    return _made({"verb": "fix", "problem": one.told(), "title": title}, word)[1]


def mended_all(word: bytes, facts: str, *, title: str = "") -> bytes:
    """The template with every safe mend. Raises NotATemplate."""
    return _made({"verb": "fix all", "facts": facts, "title": title}, word)[1]


def filled(
    word: bytes, *, manifest: bytes, samples: bytes, folder: str, limits: Limits = LIMITS
) -> tuple[bytes, tuple[str, ...]]:
    """The template with its sample facts as a Word file, and the facts that it marks as gaps. Raises NotPublishable."""
    asked = {"verb": "fill", "manifest": manifest.decode(), "samples": samples.decode(), "folder": folder}
    return _filled(asked, word, limits)


def filled_from_record(
    template: Template, manifest: bytes, kept: list[dict[str, Any]], *, title: str, author: str
) -> tuple[bytes, tuple[str, ...]]:
    """The template with facts as ``documents.freeze`` keeps them, and those that it marks as gaps.

    What may stand in no document was frozen without its value, so the template cannot come by it.
    Raises NotPublishable.
    """
    asked = {
        "verb": "fill from record",
        "manifest": manifest.decode(),
        "samples": template.samples.decode(),
        "folder": template.manifest.id.partition("/")[2],
        "kept": kept,
        "title": title,
        "author": author,
    }
    return _filled(asked, template.word, LIMITS)


def _filled(asked: dict[str, Any], word: bytes, limits: Limits) -> tuple[bytes, tuple[str, ...]]:
    try:
        told, made = _asked(asked, word, limits)
    except _Refused as refused:
        raise NotPublishable(refused.why.rstrip(".")) from refused
    return made, tuple(told["gaps"])


def refuse_strangers(word: bytes) -> None:
    """Raises NotATemplate unless the bytes begin as a Word file does and are not too many."""
    if len(word) > LARGEST:
        raise NotATemplate(f"it is larger than {LARGEST // 1024 // 1024} MB")
    if not word.startswith(b"PK\x03\x04"):
        raise NotATemplate("it is not a Word file (.docx)")


def _made(asked: dict[str, Any], word: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        return _asked(asked, word, LIMITS)
    except _Refused as refused:
        raise NotATemplate(refused.why.rstrip(".")) from refused


def _asked(asked: dict[str, Any], word: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    try:
        done = run(
            [sys.executable, "-m", "documents.clinic.program"],
            stdin=json.dumps(asked).encode() + b"\n" + word,
            limits=limits,
            env={"PYTHONPATH": str(_ROOT)},
        )
    except ChildStopped as stopped:
        within = f"{limits.seconds:g} seconds and {limits.memory} MB"
        raise _Refused(f"The file could not be opened within {within}.") from stopped
    if done.status == _UNFIT:
        raise _Refused(done.out.decode(errors="replace")[:500])
    if done.status != 0:
        raise _Refused("The file cannot be read as a Word file.")
    head, _, made = done.out.partition(b"\n")
    return json.loads(head), made
