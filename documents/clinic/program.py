"""The program that opens a template from outside; run it only in a limited child.

It takes a line of JSON and a Word file from standard input, and answers with a line of JSON and a Word file: the one
that is safe to convert, the mended one, or the one that is filled in from the sample or from a record.
"""

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from documents.clinic.checking import check, strange_names
from documents.clinic.cleaning import cleaned
from documents.clinic.difference import lines_of
from documents.clinic.filling import filled_in, filled_with
from documents.clinic.fixes import fix, fix_all_safe
from documents.clinic.opened import opened
from documents.clinic.problems import retold
from documents.errors import TemplateBroken
from documents.facts import FACTS
from documents.manifests import assembled
from documents.thaw import unfrozen
from kernel.refusals import Refused

UNFIT = 3
Answer = tuple[dict[str, Any], bytes]


def main() -> int:
    """The exit status; with status 3 the answer is the reason why not, in words."""
    head, _, word = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(head)
    try:
        told, made = _VERBS[asked["verb"]](asked, word)
    except Refused as refused:
        sys.stdout.write(str(refused))
        return UNFIT
    except MemoryError:
        sys.stdout.write("It needs more memory than a template may.")
        return UNFIT
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made)
    return 0


def _look(asked: Mapping[str, Any], word: bytes) -> Answer:
    told: dict[str, Any] = {"facts": asked["facts"], "lines": [], "paragraphs": []}
    try:
        paper = opened(word)
    except TemplateBroken:
        return told | {"problems": [one.told() for one in check(word, object)]}, b""
    told["facts"] = asked["facts"] or min(FACTS, key=lambda name: strange_names(paper, FACTS[name]))
    told["problems"] = [one.told() for one in check(word, FACTS[told["facts"]])]
    told["lines"] = lines_of(paper)
    told["paragraphs"] = [[one.place.name, one.place.paragraph, one.place.text] for one in paper.paragraphs]
    return told, cleaned(paper)


def _fix(asked: Mapping[str, Any], word: bytes) -> Answer:
    return {}, fix(word, retold(asked["problem"]), title=asked["title"])


def _fix_all(asked: Mapping[str, Any], word: bytes) -> Answer:
    return {}, fix_all_safe(word, FACTS[asked["facts"]], title=asked["title"])


def _fill(asked: Mapping[str, Any], word: bytes) -> Answer:
    template = assembled(asked["manifest"].encode(), word, asked["samples"].encode(), asked["folder"])
    filled = filled_in(template)
    return {"gaps": list(filled.gaps)}, filled.word


def _fill_from_record(asked: Mapping[str, Any], word: bytes) -> Answer:
    template = assembled(asked["manifest"].encode(), word, asked["samples"].encode(), asked["folder"])
    facts = unfrozen(template.facts_type, asked["kept"])
    filled = filled_with(template, facts, title=asked["title"], author=asked["author"])
    return {"gaps": list(filled.gaps)}, filled.word


_VERBS: Mapping[str, Callable[[Mapping[str, Any], bytes], Answer]] = {
    "look": _look,
    "fix": _fix,
    "fix all": _fix_all,
    "fill": _fill,
    "fill from record": _fill_from_record,
}

if __name__ == "__main__":
    sys.exit(main())
