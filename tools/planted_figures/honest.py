"""Packets in which no figure is wrong: whatever stops one of them is a false alarm."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pikepdf

from documents.packet.contents import BoundPart, Bundle
from infra.blobs import blobs
from tools.planted_figures.plants import arrears_of, read_of, with_exhibit, with_part

AS_THEY_ARE = "packets as they are"
WRITTEN_ANEW = "papers whose Word file and PDF another program wrote anew"
KEPT_OTHERWISE = "papers whose facts, Word file and PDF were all written anew"
EXHIBITS = "exhibits that contradict nothing"
OTHERS = (
    "Gross pay $1,420.00. Child support $200.00. Net pay $900.00, paid 11/13/2026.",
    "Lease of a house: rent $1,150.00 a month, due on the first; deposit $1,150.00.",
    "The Court finds that arrears of $3,000.00 were owed as of January 5, 2024.",
)


@dataclass(frozen=True, slots=True)
class Honest:
    """A packet that must be built: of which kind, and what is in it that was not there before."""

    kind: str
    what: str
    bundle: Bundle


def honest(bundle: Bundle) -> Iterator[Honest]:
    """The packet as it is, each paper written anew without another figure, and with exhibits that are right."""
    yield Honest(AS_THEY_ARE, bundle.title, bundle)
    for place, part in enumerate(bundle.parts):
        if part.written and part.sha:
            anew = _written_anew(part)
            yield Honest(WRITTEN_ANEW, part.title, with_part(bundle, place, anew))
            yield Honest(KEPT_OTHERWISE, part.title, with_part(bundle, place, _kept_otherwise(anew)))
    owed = arrears_of(bundle)
    right = [f"Statement of arrears. Arrears as of November 20, 2026: {owed}"] if owed is not None else []
    for text in (*right, *OTHERS):
        yield Honest(EXHIBITS, text, with_exhibit(bundle, "An exhibit", text))


def _written_anew(part: BoundPart) -> BoundPart:
    if part.written is None or part.sha is None:
        raise ValueError(f"{part.title} was not kept")
    written = replace(part.written, word_sha=blobs().put(_packed_again(blobs().get(part.written.word_sha))))
    return replace(part, written=written, sha=blobs().put(_saved_again(blobs().get(part.sha))))


def _packed_again(word: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(held, "w") as out:
        for name in reversed(source.namelist()):
            out.writestr(name, source.read(name))
    return held.getvalue()


def _saved_again(pdf: bytes) -> bytes:
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.docinfo["/Producer"] = "Another program"
        opened.save(held, linearize=True)
    return held.getvalue()


def _kept_otherwise(part: BoundPart) -> BoundPart:
    """The same facts in other bytes, so that the figures of the PDF have to be counted."""
    if part.written is None:
        raise ValueError(f"{part.title} was not kept")
    told = json.dumps(read_of(part).kept, indent=2).encode()
    return replace(part, written=replace(part.written, facts_sha=blobs().put(told)))
