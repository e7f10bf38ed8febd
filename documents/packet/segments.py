"""A finished packet with its objects renumbered from a given number on, so that it can stand in a binder as it is.

Joining such segments copies bytes; nothing is read again. Three objects, the hinges, are left for the binder to write:
the node of the packet's pages, its bookmark, and the element that holds its structure.
"""

import base64
import io
import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from documents.packet.objects import PLAIN, packed_rows, written
from documents.packet.stamps import Foot, Stamper, view

PAGES, BOOKMARK, STRUCTURE = range(3)
HINGES = 3
INDEX = "binder index"
"""The named place to which the cover of every packet of a binder leads back."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Objects from ``base`` up to before ``end``, with what a binder has to know of them, by object number."""

    base: int
    end: int
    pages: tuple[int, ...]
    bookmarks: tuple[int, int, int]
    """The first, the last, and how many; zeros where there are none."""
    structure: tuple[int, ...]
    parents: int
    names: int
    first_name: str
    last_name: str
    roles: dict[str, str]
    plain: tuple[int, ...]
    rows: bytes
    """The table of its objects behind the hinges; ``plain`` are the rows that tell where in the body one begins."""
    body: bytes

    def kept(self) -> bytes:
        """As bytes to be stored."""
        told = {key: value for key, value in asdict(self).items() if key not in ("rows", "body")}
        told["rows"] = base64.b64encode(zlib.compress(self.rows)).decode()
        return json.dumps(told, sort_keys=True).encode() + b"\n" + self.body


def segment_from(kept: bytes) -> Segment:
    """The segment that was stored as these bytes."""
    head, _, body = kept.partition(b"\n")
    told = json.loads(head)
    rows = zlib.decompress(base64.b64decode(told.pop("rows")))
    lists = {key: tuple(value) for key, value in told.items() if isinstance(value, list)}
    return Segment(**told | lists, rows=rows, body=body)


def segment(packet: bytes, base: int, *, leads_back: bool) -> Segment:
    """The packet, its objects numbered from ``base`` on. ``leads_back``: its cover leads to the index of the binder."""
    source = pikepdf.open(io.BytesIO(packet), inherit_page_attributes=False)
    made = pikepdf.open(io.BytesIO(_nothing_below(base)), inherit_page_attributes=False)
    hinges = [made.make_indirect(Dictionary()) for _ in range(HINGES)]
    pages, rest = _copied(source, made)
    for page, annotations in zip(pages, rest.Annots, strict=True):
        _settle(page, annotations, hinges[PAGES], base)
    if leads_back:
        _lead_back(made, pages[0])
    bookmarks = _bookmarks(rest.Outlines, hinges[BOOKMARK])
    for top in rest.Structure:
        top[Name.P] = hinges[STRUCTURE]
    names = [str(name) for name in list(rest.Names)[::2]]
    parents = made.make_indirect(_parents(rest.Parents, base))
    named = made.make_indirect(Dictionary(Limits=Array([String(names[0]), String(names[-1])]), Names=rest.Names))
    objects = written(made, base + HINGES)
    return Segment(
        base, objects.end, tuple(page.objgen[0] for page in pages), bookmarks,
        tuple(top.objgen[0] for top in rest.Structure),
        parents.objgen[0], named.objgen[0], names[0], names[-1],
        {name: str(meant) for name, meant in source.Root.StructTreeRoot.RoleMap.items()},
        tuple(place for place, (kind, _, _) in enumerate(objects.rows) if kind == PLAIN), packed_rows(objects.rows),
        objects.body,
    )  # fmt: skip


def _nothing_below(base: int) -> bytes:
    """A PDF whose next object gets the number ``base``; long enough for that to be believed."""
    spaces = b" " * (3 * base)
    body = b"%PDF-1.7\n" + spaces + b"\n"
    places = []
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>", base - 1: b"0"}
    for number, text in objects.items():
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"xref\n0 3\n0000000000 65535 f \n" + b"".join(places[:2]) + b"%d 1\n" % (base - 1) + places[2]
    return body + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (base, len(body))


def _copied(source: pikepdf.Pdf, made: pikepdf.Pdf) -> tuple[list[Any], Any]:
    """The pages, then in one go all that refers to them, so that each refers to its copy."""
    annotations, pages = [], []
    for page in source.pages:
        annotations.append(page.obj.get("/Annots", Array()))
        for key in ("/Annots", "/Parent"):
            if key in page.obj:
                del page.obj[key]
        pages.append(made.copy_foreign(page.obj))
    root, tree = source.Root, source.Root.StructTreeRoot
    outlines = root.Outlines
    items = list(_siblings(outlines.get("/First")))
    for item in items:
        del item[Name.Parent]
    for top in tree.K:
        del top[Name.P]
    return pages, made.copy_foreign(source.make_indirect(Dictionary(
        Annots=Array(annotations), Outlines=Array(items), Structure=tree.K, Parents=tree.ParentTree.Nums,
        Names=root.Names.Dests.Names,
    )))  # fmt: skip


def _siblings(item: Any) -> Iterator[Any]:
    while item is not None:
        yield item
        item = item.get("/Next")


def _settle(page: Any, annotations: Any, parent: Any, base: int) -> None:
    page[Name.Parent] = parent
    if "/StructParents" in page:
        page[Name.StructParents] = int(page.StructParents) + base
    for annotation in annotations:
        if "/StructParent" in annotation:
            annotation[Name.StructParent] = int(annotation.StructParent) + base
    if len(annotations):
        page[Name.Annots] = annotations


def _lead_back(made: pikepdf.Pdf, cover: Any) -> None:
    stamper, seen = Stamper(made, ()), view(cover)
    stamper.stamp(cover, seen, Foot("", "", back_to=1))
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([round(side, 2) for side in stamper.back_box(seen)]), F=4,
        Border=Array([0, 0, 0]), Contents=String("Back to index"), A=Dictionary(S=Name.GoTo, D=String(INDEX)),
    )  # fmt: skip
    cover[Name.Annots] = Array([*cover.get("/Annots", ()), made.make_indirect(link)])
    cover[Name.Tabs] = Name.S


def _bookmarks(items: Any, parent: Any) -> tuple[int, int, int]:
    for item in items:
        item[Name.Parent] = parent
    return (items[0].objgen[0], items[-1].objgen[0], len(items)) if len(items) else (0, 0, 0)


def _parents(numbers: Any, base: int) -> Dictionary:
    """A node of the parent tree. There are fewer keys than objects, so no two segments share one."""
    moved = Array(int(item) + base if place % 2 == 0 else item for place, item in enumerate(numbers))
    return Dictionary(Limits=Array([moved[0], moved[-2]]), Nums=moved)
