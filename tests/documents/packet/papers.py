"""Papers for packets: drawn ones, and one with tags as a word processor makes them."""

import io
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from documents.sheets import Sheets


def paper(name: str, pages: int) -> bytes:
    """Pages that say their name and number."""
    sheets = Sheets()
    for page in range(1, pages + 1):
        sheets.paragraph(f"{name} {page}/{pages}", 100, 400, size=20)
        sheets.turn()
    return sheets.finished()


@cache
def tagged_paper(*, roles: tuple[tuple[str, str], ...] = (("/Standard", "/P"),), heading: str = "/H1") -> bytes:
    """Two pages with a heading, a paragraph of a name of its own, a table with a head row, and a figure."""
    sheets = Sheets()
    for page in (1, 2):
        with sheets.tagged("H1"):
            sheets.write(f"Heading {page}", 100)
        sheets.y -= 20
        with sheets.tagged("P"):
            sheets.write(f"Paragraph {page}", 100)
        sheets.y -= 20
        with sheets.group("Table"):
            for cell in ("TH", "TD"):
                with sheets.group("TR"):
                    for column in ("Day", "Paid"):
                        with sheets.tagged(cell):
                            sheets.write(f"{cell} {column}", 100 + 90 * (column == "Paid"))
                sheets.y -= 20
        with sheets.tagged("Figure"):
            sheets.write(f"Figure {page}", 100)
        sheets.turn()
    with pikepdf.open(io.BytesIO(sheets.finished())) as pdf:
        _add_tree(pdf, sheets, dict(roles), heading)
        held = io.BytesIO()
        pdf.save(held, deterministic_id=True)
    return held.getvalue()


def _add_tree(pdf: pikepdf.Pdf, sheets: Sheets, roles: dict[str, str], heading: str) -> None:
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    parents: dict[tuple[int, int], object] = {}

    def add(one: object, within: pikepdf.Object) -> None:
        kind = {"P": next(iter(roles)), "H1": heading}.get(one.kind, f"/{one.kind}")  # type: ignore[attr-defined]
        made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=within, K=Array()))
        if kind == "/TH":
            made[Name.A] = Dictionary(O=Name.Table, Scope=Name.Column)
        if kind == "/Figure":
            made[Name.Alt] = String("A chart")
        within.K.append(made)
        for page, mark in one.marks:  # type: ignore[attr-defined]
            made[Name.Pg] = pdf.pages[page].obj
            made.K.append(mark)
            parents[page, mark] = made
        for each in one.inside:  # type: ignore[attr-defined]
            add(each, made)

    for one in sheets.tags:
        add(one, document)
    numbers = Array()
    for number, page in enumerate(pdf.pages):
        page.obj[Name.StructParents] = number
        held = [parents[place] for place in sorted(parents) if place[0] == number]
        numbers.extend([number, pdf.make_indirect(Array(held))])
    pdf.Root[Name.StructTreeRoot] = pdf.make_indirect(Dictionary(
        Type=Name.StructTreeRoot, K=Array([document]), ParentTree=pdf.make_indirect(Dictionary(Nums=numbers)),
        RoleMap=Dictionary({name: Name(meant) for name, meant in roles.items()}),
    ))  # fmt: skip
    document[Name.P] = pdf.Root.StructTreeRoot
    pdf.Root[Name.MarkInfo] = Dictionary(Marked=True)
