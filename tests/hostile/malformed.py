"""Malformed PDFs of our own making: ten ways to break a file, each from many seeds."""

import io
import random
import re
import zlib
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

Break = Callable[[bytes, random.Random], bytes]


def whole() -> bytes:
    """A sound file of three pages with text, a picture and lines; its streams can be read by anybody."""
    held = io.BytesIO()
    canvas = Canvas(held, (612, 792), invariant=1, pageCompression=0)
    for page in range(3):
        canvas.drawString(72, 700, f"Pay stub, page {page + 1}")
        canvas.rect(72, 300, 200, 200, fill=page == 1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def cut_off(pdf: bytes, chance: random.Random) -> bytes:
    return pdf[: chance.randrange(9, len(pdf) - 1)]


def flipped(pdf: bytes, chance: random.Random) -> bytes:
    held = bytearray(pdf)
    for _ in range(chance.randint(5, 200)):
        held[chance.randrange(8, len(held))] = chance.randrange(256)
    return bytes(held)


def with_a_hole(pdf: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(8, len(pdf) - 60)
    return pdf[:start] + pdf[start + chance.randint(1, 400) :]


def said_twice(pdf: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(8, len(pdf)) for _ in range(2))
    return pdf[:end] + pdf[start:end] + pdf[end:]


def pointing_anywhere(pdf: bytes, chance: random.Random) -> bytes:
    """References that lead to other objects, to none, or in a circle."""
    return re.sub(
        rb"\b\d+ 0 R",
        lambda found: b"%d 0 R" % chance.randint(0, 30) if chance.random() < 0.4 else found[0],
        pdf,
    )


def numbers_grown(pdf: bytes, chance: random.Random) -> bytes:
    """Lengths, counts and sizes that no file has."""
    grown = (b"-1", b"0", b"4294967296", b"99999999999999999999", b"1e400", b"nan")
    return re.sub(
        rb"(?<=[ \[])\d{1,4}(?=[ \]\r\n])",
        lambda found: chance.choice(grown) if chance.random() < 0.1 else found[0],
        pdf,
    )


def other_types(pdf: bytes, chance: random.Random) -> bytes:
    """Dictionaries where arrays belong, names where numbers do."""
    swaps = {b"[": b"<<", b"]": b">>", b"<<": b"[", b">>": b"]", b"/": b"("}
    return re.sub(rb"<<|>>|\[|\]|/", lambda found: swaps[found[0]] if chance.random() < 0.05 else found[0], pdf)


def lost_place(pdf: bytes, chance: random.Random) -> bytes:
    """A table of objects that points beside them, or to itself."""
    at = chance.choice([0, 1, len(pdf), 10**12, pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))])
    moved = re.sub(rb"\d{10} 00000 n", lambda _: b"%010d 00000 n" % chance.randrange(2 * len(pdf)), pdf)
    return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % at, moved)


def spoiled_stream(pdf: bytes, chance: random.Random) -> bytes:
    """Content that says that it is packed, and is not, or only at its beginning."""
    junk = zlib.compress(bytes(chance.randrange(256) for _ in range(4_000)))[: chance.randint(0, 3_000)]
    return re.sub(
        rb"<<\s*/Length \d+\s*>>\s*stream\r?\n.*?endstream",
        lambda _: b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(junk), junk),
        pdf,
        flags=re.DOTALL,
    )


def nested(pdf: bytes, chance: random.Random) -> bytes:
    """Something within itself, thousands of times."""
    deep = chance.randint(1_000, 60_000)
    opening = chance.choice([b"[", b"<</Kids[", b"<</A"])
    return pdf.replace(b"/Type /Page\n", b"/Type /Page /Deep " + opening * deep + b"\n", 1)


WAYS: dict[str, Break] = {
    one.__name__: one
    for one in (
        cut_off, flipped, with_a_hole, said_twice, pointing_anywhere, numbers_grown, other_types, lost_place,
        spoiled_stream, nested,
    )
}  # fmt: skip
EACH = 20


def malformed(way: str) -> list[bytes]:
    """Twenty files broken in one way."""
    return [WAYS[way](whole(), random.Random(f"{way} {seed}")) for seed in range(EACH)]
