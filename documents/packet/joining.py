"""Segments joined to one PDF by copying their bytes: only what spans them is written anew."""

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pikepdf import String

from documents.packet.objects import HEAD, PLAIN, ROW, Row, packed_rows, table_object
from documents.packet.page_map import Place, runs
from documents.packet.segments import BOOKMARK, HINGES, INDEX, PAGES, STRUCTURE, Segment

CATALOG, TREE, OUTLINES, TAGS, DOCUMENT, PARENTS, NAMES, INFO, ROLES, LABELS, BACK, TABLE = range(1, 13)
FIRST_BASE = 16
LEAST_ROOM = 512


@dataclass(frozen=True, slots=True)
class Joint:
    """A segment and what the whole calls it. The front, which has no bookmark, comes first."""

    segment: Segment
    title: str


def room(objects: int) -> int:
    """How many numbers are set aside for so many objects: where a packet changes a little, all behind it stay."""
    step = max(LEAST_ROOM, 1 << objects.bit_length() - 3)
    return -(-objects // step) * step


def joined(joints: Sequence[Joint], place: Place, title: str) -> bytes:
    """One PDF of all segments. Raises ValueError where two of them name the same page address."""
    out, table = _File(), {0: [(0, 0, 0xFFFF)]}
    out.write(HEAD)
    rows = out.objects(_whole(joints, place, title))
    table[min(rows)] = [rows[number] for number in sorted(rows)]
    tables = {first: packed_rows(some) for first, some in table.items()}
    marked = [joint for joint in joints if joint.segment.bookmarks[2]]
    around = {joint.segment.base: neighbours for joint, neighbours in zip(marked, _neighbours(marked), strict=True)}
    for joint in joints:
        base = joint.segment.base
        hinges = out.objects(_hinges(joint, around.get(base)))
        tables[base] = packed_rows(hinges[base + number] for number in range(HINGES)) + _moved(joint.segment, out.long)
        out.write(joint.segment.body)
    out.write(_table(tables, joints, out.long))
    return b"".join(out.parts)


class _File:
    """Bytes one after the other, joined once at the end, and how many there are."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.long = 0

    def write(self, part: bytes) -> None:
        self.parts.append(part)
        self.long += len(part)

    def objects(self, told: Iterator[tuple[int, str]]) -> dict[int, Row]:
        """Write objects; the row of each, by its number."""
        rows = {}
        for number, text in told:
            rows[number] = (PLAIN, self.long, 0)
            self.write(f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1"))
        return rows


def _whole(joints: Sequence[Joint], place: Place, title: str) -> Iterator[tuple[int, str]]:
    segments = [joint.segment for joint in joints]
    marked = [joint for joint in joints if joint.segment.bookmarks[2]]
    yield (
        CATALOG,
        (
            f"<</Type/Catalog/Pages {TREE} 0 R/Outlines {OUTLINES} 0 R/PageMode/UseOutlines/StructTreeRoot {TAGS} 0 R"
            f"/MarkInfo<</Marked true>>/Lang(en-US)/ViewerPreferences<</DisplayDocTitle true>>"
            f"/PageLabels {LABELS} 0 R/Names<</Dests {NAMES} 0 R>>>>"
        ),
    )
    kids = _references(one.base + PAGES for one in segments)
    yield TREE, f"<</Type/Pages/Kids[{kids}]/Count {sum(len(one.pages) for one in segments)}>>"
    yield OUTLINES, f"<</Type/Outlines{_ends([one.segment.base + BOOKMARK for one in marked])}/Count {len(marked)}>>"
    yield (
        TAGS,
        (
            f"<</Type/StructTreeRoot/K[{DOCUMENT} 0 R]/ParentTree {PARENTS} 0 R/RoleMap {ROLES} 0 R"
            f"/ParentTreeNextKey {segments[-1].end}>>"
        ),
    )
    tops = _references(one.base + STRUCTURE for one in segments)
    yield DOCUMENT, f"<</Type/StructElem/S/Document/P {TAGS} 0 R/K[{tops}]>>"
    yield PARENTS, f"<</Kids[{_references(one.parents for one in segments)}]>>"
    yield NAMES, f"<</Kids[{_references(_in_order(segments))}]>>"
    yield INFO, f"<</Title {_text(title)}/Producer(Courtready)>>"
    roles = dict(sorted(role for one in segments for role in one.roles.items()))
    yield ROLES, f"<<{''.join(f'{name} {meant}' for name, meant in roles.items())}>>"
    yield LABELS, f"<</Nums[{' '.join(_label(run.first, run.prefix, run.style) for run in runs(place))}]>>"
    index = segments[0].pages[place.index_first - 1]
    yield BACK, f"<</Limits[({INDEX})({INDEX})]/Names[({INDEX})[{index} 0 R/Fit]]>>"


def _in_order(segments: Sequence[Segment]) -> list[int]:
    """The nodes of the name tree in the order of the names they hold."""
    found = [(one.first_name.encode(), one.last_name.encode(), one.names) for one in segments]
    found.append((INDEX.encode(), INDEX.encode(), BACK))
    found.sort()
    for (_, last, _), (first, _, _) in pairwise(found):
        if last >= first:
            raise ValueError("two packets of a binder have the same tab")
    return [number for _, _, number in found]


def _neighbours(marked: Sequence[Joint]) -> Iterator[str]:
    """The bookmarks before and behind each."""
    bookmarks = [joint.segment.base + BOOKMARK for joint in marked]
    for before, behind in zip([0, *bookmarks], [*bookmarks[1:], 0], strict=False):
        yield (f"/Prev {before} 0 R" if before else "") + (f"/Next {behind} 0 R" if behind else "")


def _hinges(joint: Joint, neighbours: str | None) -> Iterator[tuple[int, str]]:
    """``neighbours`` is None where there is no bookmark."""
    one = joint.segment
    kids = _references(one.pages)
    yield one.base + PAGES, f"<</Type/Pages/Parent {TREE} 0 R/Kids[{kids}]/Count {len(one.pages)}>>"
    yield one.base + BOOKMARK, "null" if neighbours is None else _bookmark(joint, neighbours)
    yield (
        one.base + STRUCTURE,
        (f"<</Type/StructElem/S/Part/P {DOCUMENT} 0 R/T {_text(joint.title)}/K[{_references(one.structure)}]>>"),
    )


def _bookmark(joint: Joint, neighbours: str) -> str:
    first, last, count = joint.segment.bookmarks
    return (
        f"<</Title {_text(joint.title)}/Parent {OUTLINES} 0 R{neighbours}/First {first} 0 R/Last {last} 0 R"
        f"/Count {-count}/A<</S/GoTo/D[{joint.segment.pages[0]} 0 R/XYZ null null null]>>>>"
    )


def _moved(one: Segment, at: int) -> bytes:
    """The segment's table, for a body that begins ``at`` bytes into the file."""
    rows = bytearray(one.rows)
    where = struct.Struct(">I")
    for number in one.plain:
        place = number * ROW.size + 1
        where.pack_into(rows, place, where.unpack_from(rows, place)[0] + at)
    return bytes(rows)


def _table(tables: dict[int, bytes], joints: Sequence[Joint], at: int) -> bytes:
    tables = tables | {TABLE: packed_rows([(PLAIN, at, 0)])}
    firsts = sorted(tables)
    index = " ".join(f"{first} {len(tables[first]) // ROW.size}" for first in firsts)
    rows = b"".join(tables[first] for first in firsts)
    whole = hashlib.sha256(rows)
    for joint in joints:
        whole.update(joint.segment.body[:4096] + joint.segment.body[-4096:])
    size = joints[-1].segment.end
    entries = f"/Size {size}/Index[{index}]/Root {CATALOG} 0 R/Info {INFO} 0 R"
    return table_object(TABLE, rows, at, entries, whole.hexdigest()[:32])


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _ends(items: Sequence[int]) -> str:
    return f"/First {items[0]} 0 R/Last {items[-1]} 0 R" if items else ""


def _label(first: int, prefix: str, style: str) -> str:
    named = f"/P {_text(prefix)}" if prefix else ""
    return f"{first - 1}<<{named}{f'/S/{style}' if style else ''}>>"


def _text(text: str) -> str:
    return String(text).unparse().decode("latin-1")
