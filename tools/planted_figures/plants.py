"""A wrong figure in one document of a packet: in its kept facts, its Word file, its PDF, or in an exhibit."""

import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.figures.checking import Read
from documents.packet.contents import BoundPart, Bundle
from documents.reading import page_texts, word_text
from documents.sheets import Sheets
from infra.blobs import blobs
from infra.converter import to_pdf
from kernel.money import Money

FACTS, WORD, PDF, EXHIBIT = "facts on record", "Word file", "PDF", "exhibit"
AMOUNT = re.compile(r"\$[0-9][0-9,]*\.[0-9]{2}")
BODY = "word/document.xml"
STATEMENTS = (
    "Statement of arrears. Arrears as of November 20, 2026: {}",
    "STATEMENT OF ARREARS, case {case}. Total arrears {}",
    "I certify that as of 11/20/2026 the obligor owes {} in past due support.",
)


@dataclass(frozen=True, slots=True)
class Plant:
    """A packet with one wrong figure: where it stands, and how it is written."""

    place: str
    document: str
    written: str
    bundle: Bundle


def plants(bundle: Bundle, dice: random.Random) -> Iterator[Plant]:
    """One plant of each kind that the packet has room for."""
    papers = [place for place, part in enumerate(bundle.parts) if part.written and part.sha]
    if not papers:
        return
    for plant in (_in_facts, _in_word, _in_pdf):
        dice.shuffle(papers)
        made = (plant(bundle, place, dice) for place in papers)
        yield from (one for one in [next(filter(None, made), None)] if one)
    if any(_tells_arrears(bundle.parts[place]) for place in papers):
        yield _in_exhibit(bundle, dice)


def arrears_of(bundle: Bundle) -> Money | None:
    """What the papers of a packet say is owed, if they do."""
    found = (_arrears(part) for part in bundle.parts if part.written)
    return next((one for one in found if one is not None), None)


def read_of(part: BoundPart) -> Read:
    """A paper of a packet with what was kept of it."""
    written = part.written
    if written is None or written.imprint_sha is None:
        raise ValueError(f"{part.title} was not kept")
    return Read(part, written.as_of, written.facts_sha, written.imprint_sha, written.word_sha)


def with_exhibit(bundle: Bundle, title: str, text: str) -> Bundle:
    """The packet with one more exhibit, a page that says this."""
    sheets = Sheets()
    sheets.write(text, 72)
    sheets.turn()
    part = BoundPart("Ex. Z", title, blobs().put(sheets.finished()), None, exhibit=True, mark="Z")
    return replace(bundle, parts=(*bundle.parts, part))


def with_part(bundle: Bundle, place: int, part: BoundPart) -> Bundle:
    """The packet with another part in that place."""
    return replace(bundle, parts=(*bundle.parts[:place], part, *bundle.parts[place + 1 :]))


def _in_facts(bundle: Bundle, place: int, dice: random.Random) -> Plant | None:
    part = bundle.parts[place]
    read, wrong = read_of(part), _wrong(bundle, dice)
    printed = {one.path for one in read.paper.said}
    told = [one for one in read.kept if one["name"] in printed and AMOUNT.fullmatch(str(one["words"]))]
    if not told or part.written is None:
        return None
    fact = dice.choice(told)
    kept = [one | {"value": wrong.cents, "words": str(wrong)} if one is fact else one for one in read.kept]
    written = replace(part.written, facts_sha=blobs().put(json.dumps(kept).encode()))
    return Plant(FACTS, part.title, str(wrong), with_part(bundle, place, replace(part, written=written)))


def _in_word(bundle: Bundle, place: int, dice: random.Random) -> Plant | None:
    part = bundle.parts[place]
    found = _altered(bundle, part, dice)
    if found is None or part.written is None:
        return None
    word, wrong = found
    written = replace(part.written, word_sha=blobs().put(word))
    return Plant(WORD, part.title, wrong, with_part(bundle, place, replace(part, written=written)))


def _in_pdf(bundle: Bundle, place: int, dice: random.Random) -> Plant | None:
    part = bundle.parts[place]
    found = _altered(bundle, part, dice)
    if found is None:
        return None
    word, wrong = found
    return Plant(PDF, part.title, wrong, with_part(bundle, place, replace(part, sha=blobs().put(to_pdf(word).data))))


def _in_exhibit(bundle: Bundle, dice: random.Random) -> Plant:
    wrong, title = str(_wrong(bundle, dice)), "A statement from outside"
    text = dice.choice(STATEMENTS).format(wrong, case=bundle.numbers[0])
    return Plant(EXHIBIT, title, wrong, with_exhibit(bundle, title, text))


def _altered(bundle: Bundle, part: BoundPart, dice: random.Random) -> tuple[bytes, str] | None:
    """A paper's Word file in which one amount is another, and that other one."""
    held, wrong = io.BytesIO(), str(_wrong(bundle, dice))
    if part.written is None:
        return None
    with zipfile.ZipFile(io.BytesIO(blobs().get(part.written.word_sha))) as source, zipfile.ZipFile(held, "w") as out:
        for name in source.namelist():
            data = source.read(name)
            if name == BODY:
                text = data.decode()
                amounts = list(AMOUNT.finditer(text))
                if not amounts:
                    return None
                one = dice.choice(amounts)
                data = (text[: one.start()] + wrong + text[one.end() :]).encode()
            out.writestr(name, data)
    return held.getvalue(), wrong


def _wrong(bundle: Bundle, dice: random.Random) -> Money:
    """An amount that no document of the packet says."""
    said = " ".join(
        text for part in bundle.parts if part.sha for text in (
            *page_texts(blobs().get(part.sha)),
            word_text(blobs().get(part.written.word_sha)) if part.written else "",
        )
    )  # fmt: skip
    while True:
        one = Money(dice.randrange(100_001, 999_999))
        if str(one) not in said:
            return one


def _tells_arrears(part: BoundPart) -> bool:
    return _arrears(part) is not None


def _arrears(part: BoundPart) -> Money | None:
    if part.written is None:
        return None
    told = (one["value"] for one in read_of(part).kept if one["name"] == "arrears.total")
    return next((Money(cents) for cents in told if cents is not None), None)
