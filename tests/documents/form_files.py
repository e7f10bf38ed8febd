"""PDF forms of our own making, with what makes official ones hard."""

import io
from collections.abc import Callable, Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

Widget = Dictionary
WIDE, HIGH = 612, 792
LINES, READ_ONLY, REQUIRED, PUSH, COMB, COMBO = 1 << 12, 1 << 0, 1 << 1, 1 << 16, 1 << 24, 1 << 17
NOTHING_PRINTED = b"BT /F1 10 Tf 50 770 Td (STATEMENT OF FACTS) Tj ET 0 0 1 rg 50 760 20 2 re f"


def form(
    *pages: Iterable[Dictionary],
    content: bytes = NOTHING_PRINTED,
    then: Callable[[pikepdf.Pdf], None] | None = None,
    encryption: Any = False,
    **catalogue: Any,
) -> bytes:
    """A PDF with these boxes on its pages; ``then`` may spoil it before it is saved."""
    pdf = pikepdf.new()
    helv = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    fields = Array()
    for boxes in pages or ((),):
        page = pdf.add_blank_page(page_size=(WIDE, HIGH))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=helv)) if b"/F1" in content else Dictionary()
        page.obj.Contents = pdf.make_stream(content)
        made = [_indirect(pdf, box) for box in boxes]
        page.obj.Annots = Array(made)
        fields.extend([box for box in made if "/Parent" not in box])
    pdf.Root.AcroForm = Dictionary(
        Fields=fields, DA=String("/Helv 0 Tf 0 g"), DR=Dictionary(Font=Dictionary(Helv=helv)), **catalogue
    )
    if then:
        then(pdf)
    held = io.BytesIO()
    pdf.save(held, encryption=encryption, static_id=not encryption)
    return held.getvalue()


def _indirect(pdf: pikepdf.Pdf, box: Dictionary) -> Any:
    """The box with its drawings as objects of the file."""
    normal = box.get("/AP", {}).get("/N")
    if isinstance(normal, Dictionary):
        for state in list(normal.keys()):
            normal[state] = _drawing(pdf, bytes(normal[state]))
    elif normal is not None:
        box.AP.N = _drawing(pdf, bytes(normal))
    return pdf.make_indirect(box)


def _drawing(pdf: pikepdf.Pdf, content: bytes) -> Stream:
    return Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 12, 12]))


def text(name: str, rect: tuple[float, float, float, float], tooltip: str = "", **more: Any) -> Dictionary:
    """A text field; ``size``, ``flags``, ``longest``, ``align``, ``value`` and entries of PDF."""
    size = more.pop("size", 9)
    entries = {"Ff": more.pop("flags", 0), "Q": more.pop("align", 0)}
    if "longest" in more:
        entries["MaxLen"] = more.pop("longest")
    if "value" in more:
        entries["V"] = String(more.pop("value"))
    if tooltip:
        entries["TU"] = String(tooltip)
    return _box(name, rect, more.pop("kind", "/Tx"), DA=String(f"/Helv {size} Tf 0 g"), **entries, **more)


def check(
    name: str, rect: tuple[float, float, float, float], tooltip: str = "", *, on: str = "1", **more: Any
) -> Dictionary:
    """A check box with its on-state; its marks lean on a font outside the file, as they usually do."""
    drawings = Dictionary({f"/{on}": String("/ZaDb 9 Tf (4) Tj"), "/Off": String("")})
    more.setdefault("MK", Dictionary(CA=String("8")))
    if tooltip:
        more["TU"] = String(tooltip)
    return _box(name, rect, "/Btn", AP=Dictionary(N=drawings), AS=Name.Off, **more)


def _box(name: str, rect: tuple[float, float, float, float], kind: str, **entries: Any) -> Dictionary:
    entries.setdefault("F", 4)
    return Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name(kind), T=String(name), Rect=Array(list(rect)), **entries
    )


def repeats(pdf: pikepdf.Pdf, name: str, boxes: Iterable[Any]) -> None:
    """Makes boxes that are in the file already the places of one field."""
    boxes = list(boxes)
    parent = pdf.make_indirect(Dictionary(T=String(name), FT=Name.Tx, DA=String("/Helv 9 Tf 0 g"), Kids=Array(boxes)))
    for box in boxes:
        for key in ("/T", "/FT", "/DA"):
            del box[key]
        box.Parent = parent
    pdf.Root.AcroForm.Fields = Array([*pdf.Root.AcroForm.Fields, parent])


def armed(pdf: pikepdf.Pdf) -> None:
    """Everything that acts: scripts, actions, links, an attached file, XFA beside the fields, usage rights."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('armed')"))
    root = pdf.Root
    root.OpenAction = script
    root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    root.AA = Dictionary(WC=script)
    root.Perms = Dictionary(UR3=Dictionary(Type=Name.Sig))
    root.AcroForm.XFA = Array([String("template"), pdf.make_stream(b"<template><script>armed</script></template>")])
    root.AcroForm.NeedAppearances = True
    page = pdf.pages[0].obj
    page.AA = Dictionary(O=script)
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 50, 50]),
        A=Dictionary(S=Name.URI, URI=String("http://127.0.0.1/armed")),
    )  # fmt: skip
    page.Annots = Array([*page.Annots, pdf.make_indirect(link)])
    pdf.attachments["armed.txt"] = b"armed"
    for box in list(page.Annots)[:1]:
        box.AA = Dictionary(K=script)
