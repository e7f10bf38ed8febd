"""The objects of a PDF in the making as bytes: packed together where they can be, streams as they came."""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

IN_ONE_STREAM = 200
WORTH_PACKING = 400
ROW = struct.Struct(">BIH")
"""A row of the table of objects: plain, where, 0; or packed, in which object, at which place."""
PLAIN, PACKED = 1, 2
Row = tuple[int, int, int]
HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@dataclass(frozen=True, slots=True)
class Written:
    """Objects from a number up to before ``end``, one after the other, and a row for each; places from the first."""

    rows: tuple[Row, ...]
    body: bytes
    end: int


def written(pdf: pikepdf.Pdf, first: int) -> Written:
    """Every object from the number ``first`` on. The same objects give the same bytes."""
    rows: dict[int, Row] = {}
    body = io.BytesIO()
    packed: list[tuple[int, bytes]] = []
    end = last = pdf.make_indirect(Dictionary()).objgen[0]
    for number in range(first, last):
        held = pdf.get_object(number, 0)
        if isinstance(held, pikepdf.Stream):
            rows[number] = (PLAIN, body.tell(), 0)
            _write_stream(body, number, held)
        else:
            packed.append((number, _told(held)))
    for start in range(0, len(packed), IN_ONE_STREAM):
        some = packed[start : start + IN_ONE_STREAM]
        rows |= {number: (PACKED, end, place) for place, (number, _) in enumerate(some)}
        rows[end] = (PLAIN, body.tell(), 0)
        _write_packed(body, end, some)
        end += 1
    return Written(tuple(rows[number] for number in range(first, end)), body.getvalue(), end)


def whole_file(pdf: pikepdf.Pdf, information: Any) -> bytes:
    """The PDF as a file of its own; ``information`` tells its title."""
    root, told = pdf.Root.objgen[0], pdf.make_indirect(information).objgen[0]
    made = written(pdf, 1)
    rows = [(kind, where + len(HEAD) if kind == PLAIN else where, place) for kind, where, place in made.rows]
    at = len(HEAD) + len(made.body)
    table = packed_rows([(0, 0, 0xFFFF), *rows, (PLAIN, at, 0)])
    identity = hashlib.sha256(made.body).hexdigest()[:32]
    return (
        HEAD
        + made.body
        + table_object(made.end, table, at, f"/Size {made.end + 1}/Root {root} 0 R/Info {told} 0 R", identity)
    )


def packed_rows(rows: Iterable[Row]) -> bytes:
    """The table as a file holds it."""
    return b"".join(ROW.pack(*row) for row in rows)


def table_object(number: int, table: bytes, at: int, entries: str, identity: str) -> bytes:
    """The end of a file: the table of its objects, which itself stands ``at`` bytes into the file."""
    data = zlib.compress(table, 1)
    head = (
        f"{number} 0 obj\n<</Type/XRef{entries}/W[1 4 2]/ID[<{identity}><{identity}>]"
        f"/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
    )
    return head.encode() + data + f"\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n".encode()


def _told(held: Any) -> bytes:
    if isinstance(held, Array | Dictionary):
        return held.unparse(resolved=True)
    return Array([held]).unparse().strip(b"[] ")  # a number, a name or a text that stands alone


def _write_stream(body: io.BytesIO, number: int, held: Any) -> None:
    entries, data = Dictionary(held.stream_dict), held.read_raw_bytes()
    if "/Filter" not in entries and len(data) > WORTH_PACKING:
        data = zlib.compress(data)
        entries[Name.Filter] = Name.FlateDecode
    entries[Name.Length] = len(data)
    body.write(b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, entries.unparse(), data))


def _write_packed(body: io.BytesIO, number: int, objects: list[tuple[int, bytes]]) -> None:
    heads, place = [], 0
    for each, text in objects:
        heads.append(b"%d %d" % (each, place))
        place += len(text) + 1
    head = b" ".join(heads) + b"\n"
    data = zlib.compress(head + b"\n".join(text for _, text in objects))
    body.write(
        b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n"
        % (number, len(objects), len(head), len(data), data)
    )
