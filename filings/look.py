"""A finished PDF looked over as a court's system would: can it be read, on what paper, with what inside."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from documents.embedded import fonts_not_embedded
from documents.errors import ReadBackFailed
from documents.reading import page_texts

LETTER = (612, 792)
"""Points; a point more or less is the same sheet."""
ACTIVE = {
    "/JavaScript": "a script",
    "/JS": "a script",
    "/Launch": "a command that starts a program",
    "/EmbeddedFiles": "an embedded file",
    "/EmbeddedFile": "an embedded file",
    "/RichMedia": "a film or sound",
    "/XFA": "a form that is a program",
    "/AA": "an action of its own",
    "/SubmitForm": "a button that sends data",
    "/ImportData": "a button that loads data",
    "/GoToR": "a link to another file",
}
"""What may not be inside a filed PDF, by the name that gives it away, and what a person calls it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen. Pages are numbered from 1; ``told`` is every text to be found, also title and author."""

    readable: bool = True
    encrypted: bool = False
    pages: int = 0
    without_text: tuple[int, ...] = ()
    not_letter: tuple[int, ...] = ()
    active: tuple[str, ...] = ()
    fonts_outside: tuple[str, ...] = ()
    told: str = ""


def look(pdf: bytes) -> Look:
    """What a PDF that we made ourselves is like; one that cannot be opened is told as not readable."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        if reader.is_encrypted:
            return Look(encrypted=True)
        texts = page_texts(pdf)
        return Look(
            pages=len(texts),
            without_text=tuple(place for place, text in enumerate(texts, start=1) if not text.strip()),
            not_letter=tuple(place for place, page in enumerate(reader.pages, start=1) if not _is_letter(page)),
            active=tuple(sorted(set(_active(reader)))),
            fonts_outside=fonts_not_embedded(pdf),
            told="\n".join([*texts, *_properties(reader)]),
        )
    except (PyPdfError, ReadBackFailed, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return Look(readable=False)


def _is_letter(page: Any) -> bool:
    wide, high = sorted((abs(page.cropbox.width), abs(page.cropbox.height)))
    return bool(abs(wide - LETTER[0]) <= 1 and abs(high - LETTER[1]) <= 1)


def _properties(reader: PdfReader) -> Iterator[str]:
    yield from (str(value) for value in (reader.metadata or {}).values())
    described = reader.root_object.get("/Metadata")
    if described is not None:
        yield described.get_object().get_data().decode("utf-8", errors="replace")


def _active(reader: PdfReader) -> Iterator[str]:
    """Every telling name in any object that the catalogue leads to."""
    waiting: list[Any] = [reader.root_object]
    seen: set[int] = set()
    while waiting:
        held = waiting.pop()
        if isinstance(held, IndirectObject):
            if held.idnum in seen:
                continue
            seen.add(held.idnum)
            held = held.get_object()
        if isinstance(held, DictionaryObject):
            names = (*held.keys(), held.get("/S"), held.get("/Type"), held.get("/Subtype"))
            yield from (ACTIVE[name] for name in names if name in ACTIVE)
            waiting.extend(held.values())
        elif isinstance(held, ArrayObject):
            waiting.extend(held)
