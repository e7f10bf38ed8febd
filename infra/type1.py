"""Type 1 fonts as LibreOffice embeds them: their number counts up from paper to paper, and is made to stay."""

import hashlib
import re

_NUMBER = re.compile(rb"(?<=/UniqueID )\d{7}(?= def)")
_KEY, _STEP, _ADDED, _MASK = 55665, 52845, 22719, 0xFFFF  # Adobe Type 1 Font Format 1.1, chapter 7.1
_OPEN, _RANGE = 4_000_000, 1_000_000  # chapter 2.5: numbers for anybody's use


def renumbered(font: bytes, clear: int, sealed: int) -> bytes:
    """The same font, as long as before, with a number that depends on its content alone.

    ``clear`` and ``sealed`` are the lengths of its first two parts (PDF: /Length1 and /Length2).
    """
    words, private, rest = font[:clear], _opened(font[clear : clear + sealed]), font[clear + sealed :]
    content = hashlib.sha256(_NUMBER.sub(b"", words) + _NUMBER.sub(b"", private))
    number = str(_OPEN + int.from_bytes(content.digest()[:8]) % _RANGE).encode()
    return _NUMBER.sub(number, words) + _sealed(_NUMBER.sub(number, private)) + rest


def _opened(data: bytes) -> bytes:
    key, plain = _KEY, bytearray()
    for byte in data:
        plain.append(byte ^ (key >> 8))
        key = ((byte + key) * _STEP + _ADDED) & _MASK
    return bytes(plain)


def _sealed(data: bytes) -> bytes:
    key, sealed = _KEY, bytearray()
    for byte in data:
        sealed.append(byte ^ (key >> 8))
        key = ((sealed[-1] + key) * _STEP + _ADDED) & _MASK
    return bytes(sealed)
