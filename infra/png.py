"""A PNG of three colours and 8 bits each, of rows that are packed already (ISO/IEC 15948)."""

import struct
import zlib
from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
INCHES_IN_A_METRE: Final = 1000 / 25.4


def rgb_png(width: int, height: int, packed: bytes, *, dots_per_inch: int | None = None) -> bytes:
    """The file; ``packed`` are the rows in zlib's format, each with the number of its filter before it."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    if dots_per_inch is not None:
        dots = round(dots_per_inch * INCHES_IN_A_METRE)
        chunks.append((b"pHYs", struct.pack(">IIB", dots, dots, 1)))
    chunks += [(b"IDAT", packed), (b"IEND", b"")]
    return SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
