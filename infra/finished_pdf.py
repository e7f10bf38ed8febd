"""A converted PDF, checked, and free of everything that changes from one conversion to the next."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

import pypdfium2

from kernel.refusals import Refused

_MADE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}(?=Z'\))")
_TRAILER = re.compile(rb"/ID \[ <[0-9A-F]{32}>\s<[0-9A-F]{32}> \]\s/DocChecksum /[0-9A-F]{32}")
_HEX = re.compile(rb"[0-9A-F]{32}")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF and the number of its pages."""

    data: bytes
    pages: int


@dataclass(eq=False)
class NotAPdf(Refused):
    why: str

    def __str__(self) -> str:
        return f"What LibreOffice made {self.why}."


def finished(raw: bytes, *, made_at: datetime) -> Pdf:
    """The PDF with a date and an identity that depend on its content alone. Raises NotAPdf when it is unfit for use."""
    if not raw.startswith(b"%PDF-"):
        raise NotAPdf("is no PDF")
    data = _pinned(raw, made_at)
    return Pdf(data, _pages_with_text(data))


def _pinned(raw: bytes, made_at: datetime) -> bytes:
    """Every replacement is as long as what it replaces, so that the offsets in the file stay right."""
    dated = _MADE.sub(f"{made_at:%Y%m%d%H%M%S}".encode(), raw)
    trailer = list(_TRAILER.finditer(dated))
    if not trailer:
        raise NotAPdf("has no identity at its end")
    start, end = trailer[-1].span()
    identity = hashlib.sha256(dated[:start] + dated[end:]).hexdigest()[:32].upper().encode()
    return dated[:start] + _HEX.sub(identity, dated[start:end]) + dated[end:]


def _pages_with_text(data: bytes) -> int:
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if not any(page.get_textpage().count_chars() for page in pdf):
                raise NotAPdf("holds no text")
            return len(pdf)
    except pypdfium2.PdfiumError as broken:
        raise NotAPdf("cannot be read") from broken
