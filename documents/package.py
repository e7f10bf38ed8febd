"""The zip that a Word file is: opened with care, closed with the same bytes each time."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from isal import isal_zlib

from documents.errors import TemplateBroken
from infra.word_file import NotAWordFile, check_word_file

MOST_BYTES: Final = 64 * 1024 * 1024
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)

_FIRST_DAY_OF_ZIP: Final = 1 << 5 | 1
_VERSION, _STORED, _DEFLATED, _NAMED_IN_UTF8, _ON_UNIX, _READABLE = 20, 0, 8, 0x800, 3 << 8, 0o600 << 16
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")


def open_package(word: bytes) -> io.BytesIO:
    """The file, ready for a reader of Word files. Raises TemplateBroken where nobody should fill it."""
    try:
        check_word_file(word, most_bytes=MOST_BYTES)
    except NotAWordFile as refused:
        raise TemplateBroken(refused.why) from refused
    return io.BytesIO(word)


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it lies in the file: compressed, with the check sum and the size of its content."""

    name: bytes
    data: bytes
    method: int
    crc: int
    size: int


def quickly(name: str, content: bytes) -> Part:
    """A part that is made for one paper."""
    return Part(name.encode(), isal_zlib.compress(content, 2, -15), _DEFLATED, isal_zlib.crc32(content), len(content))


def tightly(name: str, content: bytes) -> Part:
    """A part that goes into many papers: compressed once, and well."""
    squeezing = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return Part(
        name.encode(), squeezing.compress(content) + squeezing.flush(), _DEFLATED, zlib.crc32(content), len(content)
    )


def as_it_is(name: str, content: bytes) -> Part:
    """A part that is compressed already, such as a picture."""
    return Part(name.encode(), content, _STORED, zlib.crc32(content), len(content))


def bound(parts: Iterable[Part]) -> bytes:
    """The parts as one file, all of one fixed date, so that the same parts give the same bytes."""
    written: list[bytes] = []
    listed: list[bytes] = []
    place = 0
    for part in parts:
        encoding = 0 if part.name.isascii() else _NAMED_IN_UTF8
        facts = (encoding, part.method, 0, _FIRST_DAY_OF_ZIP, part.crc, len(part.data), part.size, len(part.name), 0)
        head = _LOCAL.pack(b"PK\3\4", _VERSION, *facts)
        listed += (
            _CENTRAL.pack(b"PK\1\2", _VERSION | _ON_UNIX, _VERSION, *facts, 0, 0, 0, _READABLE, place),
            part.name,
        )
        written += (head, part.name, part.data)
        place += len(head) + len(part.name) + len(part.data)
    directory = b"".join(listed)
    count = len(listed) // 2
    return b"".join((*written, directory, _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), place, 0)))


def contents(word: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each part, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        for part in package.infolist():
            yield part.filename, package.read(part)


def settled(word: bytes) -> bytes:
    """The same parts under one fixed date, so that the same input gives the same bytes."""
    return bound(tightly(name, content) for name, content in contents(word))
