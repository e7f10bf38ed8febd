"""A form made flat: its pages with all that never changes, and a place on each for the values of a document."""

import hashlib
import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from documents.forms import faces
from documents.forms.constant import drawing, frame, own_marks, placed, with_pictures
from documents.forms.facing import font_in
from documents.forms.fields import Field, Form, Kind, Rect
from documents.forms.inventory import Widget, fields, numbers, page_of, rect_of, widgets
from documents.forms.layers import is_off_paper, not_printed, take_out

KEPT_OF_PAGE = frozenset({"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group"})
KEPT_OF_ROOT = frozenset({"/Type", "/Pages", "/Lang"})
INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
LANGUAGE = "en-US"


class NoFields(Exception):
    """A PDF without anything to fill in."""


class OnlyItsOwnProgram(Exception):
    """A form whose pages are drawn by a program inside it."""


def bake(pdf: bytes) -> Form:
    """The form, opened, cleaned and made flat.

    Only what is seen stays: no fields, scripts, actions, links, attachments or XFA. Raises NoFields,
    OnlyItsOwnProgram, TooManyFields, and whatever pikepdf raises for a broken file.
    """
    opened = pikepdf.open(io.BytesIO(pdf))
    root = opened.Root
    if root.get("/NeedsRendering", False):
        raise OnlyItsOwnProgram
    hidden = not_printed(root)
    found = tuple(each for each in widgets(opened) if not is_off_paper(each.node, hidden))
    told = fields(opened, found)
    if not any(each.kind is not Kind.BUTTON for each in told):
        raise NoFields
    pages = tuple(map(page_of, opened.pages))
    title = _title(opened)
    used = sorted({each.look.face for each in told if each.takes_text})
    for page in opened.pages:
        take_out(opened, page.obj, hidden)
    told = _flatten(opened, told, found, used)
    _clean(opened, title)
    base, overlays, fonts, info = _saved(opened)
    return Form(hashlib.sha256(pdf).hexdigest(), title, told, pages, tuple(used), overlays, fonts, info, base)


def _title(opened: pikepdf.Pdf) -> str:
    return " ".join(str(opened.docinfo.get("/Title", "")).split())


def _flatten(
    opened: pikepdf.Pdf, told: tuple[Field, ...], found: tuple[Widget, ...], used: list[str]
) -> tuple[Field, ...]:
    fonts = {f"/Cr{face}": font_in(opened, faces.glyphs(face)) for face in used}
    pictures: dict[int, dict[str, Any]] = {number: {} for number in range(1, len(opened.pages) + 1)}
    boxes = {(each.name, each.page, rect_of(each.node["/Rect"])): each for each in found}
    told = tuple(_keep_marks(each, boxes, pictures) for each in told)
    for number, page in enumerate(opened.pages, start=1):
        _flatten_page(opened, page.obj, [each for each in found if each.page == number], fonts, pictures[number])
    return told


def _keep_marks(
    field: Field, boxes: dict[tuple[str, int, Rect], Widget], pictures: dict[int, dict[str, Any]]
) -> Field:
    """The field with its own marks put among the drawings of their pages."""
    names = {}
    for place, picture in own_marks(field, [boxes[field.name, box.page, box.rect] for box in field.boxes]):
        held = pictures[field.boxes[place].page]
        names[place] = f"CrM{len(held)}"
        held[f"/{names[place]}"] = _with_matrix(picture, field.boxes[place].rect)
    return with_pictures(field, names)


def _with_matrix(picture: Any, rect: Any) -> Any:
    """A drawing that needs no more than to be called: its matrix takes it to its place on the page."""
    moved = numbers(placed(picture, rect).split()[:6])
    own = numbers(picture.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    picture["/Matrix"] = Array([round(number, 5) for number in _product(own, moved)])
    return picture


def _product(m: tuple[float, ...], n: tuple[float, ...]) -> list[float]:
    a, b, c, d, e, f = m
    g, h, i, j, k, l = n  # noqa: E741
    return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]


def _flatten_page(
    opened: pikepdf.Pdf, page: Any, boxes: list[Widget], fonts: dict[str, Any], pictures: dict[str, Any]
) -> None:
    for key in INHERITED:
        if key not in page and (held := _inherited(page, key)) is not None:
            page[key] = held
    drawn = []
    for each in boxes:
        drawn.append(frame(each))
        picture = drawing(each)
        if picture is not None:
            name = f"/CrC{len(pictures)}"
            pictures[name] = picture
            drawn.append(f"q {placed(picture, rect_of(each.node['/Rect']))} {name} Do Q\n")
    contents = page.get("/Contents", Array())
    streams = list(contents) if isinstance(contents, Array) else [contents]
    page["/Contents"] = Array([
        opened.make_stream(b"q\n"), *streams, opened.make_stream(b"\nQ\n" + "".join(drawn).encode()),
        opened.make_stream(b" ", CrOverlay=True),
    ])  # fmt: skip
    page["/Resources"] = _with(page.get("/Resources", Dictionary()), {"/Font": fonts, "/XObject": pictures})
    page["/Resources"]["/Font"] = opened.make_indirect(page["/Resources"]["/Font"])
    for key in set(page.keys()) - KEPT_OF_PAGE:
        del page[key]


def _with(resources: Any, more: dict[str, dict[str, Any]]) -> Any:
    """The page's own copy of its resources with more in it."""
    copied = Dictionary({key: resources[key] for key in resources.keys()})  # noqa: SIM118  a PDF dictionary
    for kind, named in more.items():
        held = resources.get(kind, Dictionary())
        copied[kind] = Dictionary({key: held[key] for key in held.keys()} | named)  # noqa: SIM118
    return copied


def _inherited(page: Any, key: str) -> Any:
    node, depth = page, 0
    while "/Parent" in node and depth < 50:
        node, depth = node["/Parent"], depth + 1
        if key in node:
            return node[key]
    return None


def _clean(opened: pikepdf.Pdf, title: str) -> None:
    """Nothing but pages, title and language: what is named nowhere else is left out of the file when it is saved."""
    root = opened.Root
    for key in set(root.keys()) - KEPT_OF_ROOT:
        del root[key]
    root["/Lang"] = pikepdf.String(str(root.get("/Lang", LANGUAGE)) or LANGUAGE)
    root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    for key in list(opened.trailer.keys()):
        if key not in ("/Root", "/Size"):
            del opened.trailer[key]
    opened.trailer["/Info"] = opened.make_indirect(Dictionary(Title=pikepdf.String(title), Producer="Courtready"))


def _saved(opened: pikepdf.Pdf) -> tuple[bytes, tuple[int, ...], tuple[int, ...], int]:
    """The file, and the numbers in it of the objects that a document replaces."""
    held = io.BytesIO()
    opened.save(
        held, static_id=True, encryption=False, object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized, recompress_flate=True,
    )  # fmt: skip
    with pikepdf.open(io.BytesIO(held.getvalue())) as again:
        overlays = tuple(page.obj["/Contents"][-1].objgen[0] for page in again.pages)
        fonts = tuple(page.obj["/Resources"]["/Font"].objgen[0] for page in again.pages)
        info: int = again.trailer["/Info"].objgen[0]
    return held.getvalue(), overlays, fonts, info
