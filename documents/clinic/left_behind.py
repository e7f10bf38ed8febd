"""What people left in a template: tracked changes and comments."""

from collections.abc import Iterator
from typing import Any

from documents.clinic.opened import Opened
from documents.clinic.problems import WHOLE_FILE, Fix, Kind, Place, Problem, problem
from documents.reading import W

TRACKED = tuple(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange", "tblGridChange", "delText",
    )
)  # fmt: skip


def left_behind(paper: Opened) -> Iterator[Problem]:
    """Every paragraph with tracked changes, and every comment."""
    yield from _tracked(paper)
    yield from _comments(paper)


def _tracked(paper: Opened) -> Iterator[Problem]:
    told: set[Place] = set()
    for name in paper.filled():
        for node in paper.trees[name].iter(*TRACKED):
            at = paper.paragraph_of(node)
            if at not in told:
                told.add(at)
                who = next(
                    (one.get(f"{W}author") for one in (node, *node.iterancestors()) if one.get(f"{W}author")), ""
                )
                by = f" by {who[:60]}" if who else ""
                words = f"Tracked changes{by} are still open here; accept or reject them in Word (Review, Changes)."
                yield problem(Kind.TRACKED, words, at)
    settings = paper.trees.get("word/settings.xml")
    on = None if settings is None else settings.find(f"{W}trackRevisions")
    if not told and on is not None and on.get(f"{W}val") not in ("0", "false", "off"):
        words = "Track Changes is switched on, so every paper made from the file would record changes."
        yield problem(Kind.TRACKED, words, WHOLE_FILE, fix=Fix.STOP_TRACKING, blocks=False)


def _comments(paper: Opened) -> Iterator[Problem]:
    tree = paper.trees.get("word/comments.xml")
    texts = {} if tree is None else {one.get(f"{W}id"): one for one in tree.iter(f"{W}comment")}
    told = set()
    for name in paper.filled():
        for node in paper.trees[name].iter(f"{W}commentReference", f"{W}commentRangeStart"):
            id = node.get(f"{W}id")
            if id not in told:
                told.add(id)
                yield _comment(texts.get(id), paper.paragraph_of(node))
    for id, one in texts.items():
        if id not in told:
            yield _comment(one, WHOLE_FILE)


def _comment(one: Any, at: Place) -> Problem:
    said = "" if one is None else "".join(node.text or "" for node in one.iter(f"{W}t")).strip()
    who = "" if one is None else str(one.get(f"{W}author") or "")
    by = f" by {who[:60]}" if who else ""
    words = f"A comment{by} is left here{f': “{said[:80]}”' if said else ''}; it would go out with every paper."
    return problem(Kind.COMMENT, words, at, fix=Fix.REMOVE_COMMENTS)
