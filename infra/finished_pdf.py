"""A converted PDF, checked, made small, and free of everything that changes from one conversion to the next."""

import io
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import pikepdf

from infra.set_aside import Picture, put_back
from infra.tags import settle_tags
from infra.type1 import renumbered
from kernel.refusals import Refused

_END = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")
_TEXT = re.compile(rb"T[jJ]\b")
_CREATED = re.compile(rb"(?<=<xmp:CreateDate>)[^<]*(?=</xmp:CreateDate>)")
_MADE_IN_PROFILE = slice(24, 36)  # ICC.1:2010, 7.2.1: the profile's own date and time
_NO_DATE = bytes(12)


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


def finished(raw: bytes, *, made_at: datetime, pictures: int = 0, aside: Sequence[Picture] = ()) -> Pdf:
    """The PDF with a date and an identity that depend on its content alone, its tags put right and packed into streams.

    Raises NotAPdf when it is unfit for use: cut off, unreadable, without any text, or with fewer than so many pictures
    (LibreOffice leaves out, without a word, a picture that it finds no room to unpack).
    """
    if not raw.startswith(b"%PDF-"):
        raise NotAPdf("is no PDF")
    if not _END.search(raw[-64:]):
        raise NotAPdf("is only a part of a PDF")
    with _opened(raw) as pdf:
        if not any(_TEXT.search(_drawn(page)) for page in pdf.pages):
            raise NotAPdf("holds no text")
        lost = max(len(aside) - put_back(pdf, aside), pictures - _pictures(pdf))
        if lost > 0:
            raise NotAPdf(f"shows {pictures - lost} of {pictures} pictures")
        _pin(pdf, made_at)
        settle_tags(pdf, raw)
        return Pdf(_packed(pdf), len(pdf.pages))


def counted(data: bytes) -> Pdf:
    """A PDF that was finished before. Raises NotAPdf when it cannot be read."""
    with _opened(data) as pdf:
        return Pdf(data, len(pdf.pages))


@contextmanager
def _opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    try:
        with _mapped(data) as file, pikepdf.open(file, attempt_recovery=False) as pdf:
            yield pdf
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError) as broken:
        raise NotAPdf("cannot be read") from broken


@contextmanager
def _mapped(data: bytes) -> Iterator[str]:
    """A file in memory: qpdf reads one five times as fast as it reads through Python."""
    handle = os.memfd_create("paper.pdf")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        yield f"/proc/self/fd/{handle}"


def _drawn(page: pikepdf.Page) -> bytes:
    content = page.obj.get("/Contents")
    return content.read_bytes() if isinstance(content, pikepdf.Stream) else b""


def _pictures(pdf: pikepdf.Pdf) -> int:
    """Without those that only say which parts of another one are transparent."""
    streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
    masks = {one.SMask.objgen for one in streams if "/SMask" in one}
    return sum(one.objgen not in masks for one in streams)


def _packed(pdf: pikepdf.Pdf) -> bytes:
    held = io.BytesIO()
    pdf.save(
        held,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return held.getvalue()


def _pin(pdf: pikepdf.Pdf, made_at: datetime) -> None:
    """LibreOffice writes the present moment into four places, and numbers some fonts as they come."""
    for identity in ("/ID", "/DocChecksum"):
        del pdf.trailer[identity]
    pdf.docinfo["/CreationDate"] = f"D:{made_at:%Y%m%d%H%M%S}Z"
    described = pdf.Root.Metadata
    moment = f"{made_at:%Y-%m-%dT%H:%M:%SZ}".encode()
    described.write(_CREATED.sub(moment, described.read_bytes()))
    for intent in pdf.Root.OutputIntents:
        colours = bytearray(intent.DestOutputProfile.read_bytes())
        colours[_MADE_IN_PROFILE] = _NO_DATE
        intent.DestOutputProfile.write(bytes(colours))
    for font in (one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Length2" in one):
        clear, sealed = int(font["/Length1"]), int(font["/Length2"])
        font.write(renumbered(font.read_bytes(), clear, sealed))
