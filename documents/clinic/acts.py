"""What in a template acts by itself or comes from outside: links, fields, objects."""

import re
from collections.abc import Iterator
from typing import Any

from documents.clinic.opened import Opened, R, target_of
from documents.clinic.problems import WHOLE_FILE, Kind, Place, Problem, problem
from documents.reading import W

HARMLESS_FIELDS = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "SEQ", "STYLEREF", "TOC", "TC",
    "FORMCHECKBOX", "FORMTEXT", "SYMBOL", "EQ", "NUMWORDS", "NUMCHARS", "=",
})  # fmt: skip
EMBEDDED_PARTS = re.compile(
    r"word/(embeddings|activeX|afchunk|subdoc)|\.(bin|ole|exe|vbs|js|html?|mht|rtf)$", re.IGNORECASE
)
EMBEDDED = tuple(f"{W}{name}" for name in ("object", "control", "altChunk", "subDoc"))
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_WEB = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_WHAT = {
    "image": "a picture", "attachedTemplate": "a template", "oleObject": "an object", "frame": "a frame",
    "subDocument": "a document", "hyperlink": "a link", "video": "a film", "font": "a font",
}  # fmt: skip


def acting(paper: Opened) -> Iterator[Problem]:
    """Everything in a template that acts or fetches, at its paragraph."""
    yield from _links(paper)
    yield from _fields(paper)
    yield from _objects(paper)


def _links(paper: Opened) -> Iterator[Problem]:
    for rels in sorted(name for name in paper.trees if name.endswith(".rels")):
        for link in paper.trees[rels].iter(f"{_RELS}Relationship"):
            if (link.get("TargetMode") or "").lower() == "external":
                yield _outside(paper, rels, link)


def _outside(paper: Opened, rels: str, link: Any) -> Problem:
    sort, target = str(link.get("Type", "")).rpartition("/")[2], str(link.get("Target", ""))
    owner = target_of(rels, rels.rpartition("/")[2].removesuffix(".rels"))
    at = _user_of(paper, owner, str(link.get("Id", "")))
    shown = target if len(target) <= 60 else f"{target[:57]}…"
    if sort == "hyperlink" and _WEB.match(target):
        words = f"The link to '{shown}' leads out of the paper; a court's copy should not depend on it."
        return problem(Kind.OUTSIDE, words, at, blocks=False)
    what = _WHAT.get(sort, "something")
    words = f"The file would fetch {what} from outside, '{shown}'; put it into the file or remove it."
    return problem(Kind.OUTSIDE, words, at)


def _user_of(paper: Opened, owner: str, id: str) -> Place:
    """The paragraph that uses a relationship."""
    tree = paper.trees.get(owner)
    for node in () if tree is None else tree.iter():
        if any(name.startswith(R) and held == id for name, held in node.attrib.items()):
            return paper.paragraph_of(node)
    return WHOLE_FILE


def _fields(paper: Opened) -> Iterator[Problem]:
    for name in paper.filled():
        for at, code in _codes(paper, name):
            word = (code.split() or [""])[0].upper().strip('"')
            if word == "HYPERLINK" and re.match(r"\s*HYPERLINK\s+\\l\b", code, re.IGNORECASE):
                continue
            if "{{" in code or "{%" in code:
                yield problem(Kind.UNFILLED, "A tag stands inside a field's code, where no fact may be printed.", at)
            elif word not in HARMLESS_FIELDS:
                yield problem(Kind.FIELD, _field_words(word), at)


def _field_words(word: str) -> str:
    if word in ("MERGEFIELD", "MERGEREC", "NEXT", "IF", "ASK", "FILLIN"):
        return (
            f"The field '{word}' belongs to Word's own mail merge; write a tag such as {{{{ obligor.name }}}} instead."
        )
    if word in ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"):
        return f"The field '{word}' would print another day whenever the paper is opened; use a fact instead."
    return f"The field '{word or '?'}' acts by itself or fetches something; a paper for court may not."


def _codes(paper: Opened, name: str) -> Iterator[tuple[Place, str]]:
    """The code of every field, put together from its pieces, with its paragraph."""
    held: list[tuple[Any, list[str]]] = []
    for node in paper.trees[name].iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple", f"{W}delInstrText"):
        if node.tag == f"{W}fldSimple":
            yield paper.paragraph_of(node), str(node.get(f"{W}instr") or "").strip()
        elif node.tag != f"{W}fldChar":
            held = held or [(node, [])]
            held[-1][1].append(node.text or "")
        elif node.get(f"{W}fldCharType") == "begin":
            held.append((node, []))
        elif held and node.get(f"{W}fldCharType") == "end":
            begin, pieces = held.pop()
            yield paper.paragraph_of(begin), "".join(pieces).strip()
    for begin, pieces in held:
        yield paper.paragraph_of(begin), "".join(pieces).strip()


def _objects(paper: Opened) -> Iterator[Problem]:
    shown = False
    for name in paper.filled():
        for node in paper.trees[name].iter(*EMBEDDED):
            shown = True
            words = "An object of another program is embedded here; put a picture or text in its place."
            at = paper.paragraph_of(node)
            yield problem(Kind.EMBEDDED, words, at if at.paragraph else _before(paper, name, node))
    if not shown and (part := next((name for name in paper.raw if EMBEDDED_PARTS.search(name)), None)):
        words = f"The file carries a part that is no text and no picture ('{part.rpartition('/')[2][:60]}'); remove it."
        yield problem(Kind.EMBEDDED, words, WHOLE_FILE)


def _before(paper: Opened, name: str, node: Any) -> Place:
    """The paragraph before an element that stands between paragraphs."""
    place = WHOLE_FILE
    for each in paper.trees[name].iter():
        if each is node:
            break
        if each.tag == f"{W}p":
            place = paper.paragraph_of(each)
    return place
