"""What people who do not see can have read to them: the structure of papers survives, and what lacks it is told."""

import io

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from documents.packet.accessibility import Report, accessibility
from documents.packet.binder import build_binder
from documents.packet.building import build
from documents.packet.covers import Cover
from documents.packet.leaves import ExhibitSheet
from documents.packet.parts import Built, Contents, Part
from tests.documents.packet.papers import paper, tagged_paper

COVER = Cover("Packet 7", "District Court", "Hearing packet", "A v. B", (("Room", "8110"),), "Note.")


def packet(*parts: Part) -> Built:
    return build(Contents(COVER, parts, tab="14"))


def report(built: Built) -> Report:
    return accessibility(built.pdf, built.page_map)


def picture_only() -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, (612, 792), invariant=1)
    canvas.rect(100, 300, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def marks_of(page: pikepdf.Page) -> set[int]:
    """The numbers of the marked content of a page, as its content says them."""
    return {
        int(one.operands[1].MCID)
        for one in pikepdf.parse_content_stream(page)
        if str(one.operator) == "BDC" and "/MCID" in one.operands[1]
    }


def test_the_structure_of_every_paper_stands_in_the_packet_with_what_we_add() -> None:
    found = report(packet(Part("1", "Sheet", tagged_paper()), Part("2", "Again", tagged_paper())))
    assert found == Report(
        title=True, language=True, pages=6, tagged=6, headings=6, tables=5, figures=4, links=2,
        untagged=(), silent=(), tables_without_heads=(), figures_without_words=(),
    )  # fmt: skip
    assert found.problems == ()


@pytest.mark.parametrize("bound", [False, True], ids=["packet", "binder"])
def test_every_mark_of_every_page_leads_to_its_element_and_back(bound: bool) -> None:
    contents = Contents(COVER, (Part("1", "Sheet", tagged_paper()), Part("2", "Again", tagged_paper())), tab="14")
    built = build_binder(COVER, [contents]) if bound else build(contents)
    with pikepdf.open(io.BytesIO(built.pdf)) as pdf:
        parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for page in pdf.pages:
            held = parents[int(page.obj.StructParents)]
            assert marks_of(page) == set(range(len(held)))
            for mark, element in enumerate(held):
                assert element.Pg.objgen == page.obj.objgen
                assert mark in [kid for kid in element.K if isinstance(kid, int)]
                assert _reaches_the_root(element, pdf.Root.StructTreeRoot)


def _reaches_the_root(element: pikepdf.Object, root: pikepdf.Object) -> bool:
    for _ in range(20):
        if element.objgen == root.objgen:
            return True
        assert any(getattr(kid, "objgen", None) == element.objgen for kid in _kids(element.P))
        element = element.P
    return False


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    held = element.K
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def test_a_name_that_papers_use_differently_keeps_the_meaning_it_has_in_each() -> None:
    one = tagged_paper(roles=(("/Text", "/P"),))
    other = tagged_paper(roles=(("/Text", "/H2"),))
    with pikepdf.open(io.BytesIO(packet(Part("1", "One", one), Part("2", "Other", other)).pdf)) as pdf:
        roles = {str(name): str(meant) for name, meant in pdf.Root.StructTreeRoot.RoleMap.items()}
        used = {
            str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        }
    assert roles == {"/Text-P": "/P", "/Text-H2": "/H2"}
    assert roles.keys() <= used
    assert "/Text" not in used


def test_the_rows_of_the_index_are_links_with_words_bound_to_their_annotations() -> None:
    with pikepdf.open(io.BytesIO(packet(Part("1", "Sheet", tagged_paper())).pdf)) as pdf:
        (link,) = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Link")
        (reference,) = (
            kid for kid in _kids(link) if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
        )
        assert str(reference.Obj.Contents) == "Sheet, page 14-1-1 to 2"
        parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        assert parents[int(reference.Obj.StructParent)].objgen == link.objgen
        assert str(link.P.S) == "/TOCI"
        assert str(link.P.P.S) == "/TOC"


def test_feet_and_rules_are_no_part_of_what_is_read() -> None:
    with pikepdf.open(io.BytesIO(packet(Part("1", "Sheet", tagged_paper())).pdf)) as pdf:
        for page in pdf.pages:
            deep, shown = 0, []
            for one in pikepdf.parse_content_stream(page):
                operator = str(one.operator)
                deep += (operator in ("BDC", "BMC")) - (operator == "EMC")
                if operator in ("Tj", "TJ", "S", "re") and not deep:
                    shown.append(operator)
            assert shown == []


def test_what_is_not_accessible_is_named_by_its_address() -> None:
    sheet = ExhibitSheet("EXHIBIT A", "A v. B", "24 CVD 1")
    found = report(
        packet(
            Part("1", "Sheet", tagged_paper()),
            Part("Ex. A", "Lease", paper("lease", 2), mark="A", sheet=sheet, fit=True, sticker="EXHIBIT A"),
            Part("Ex. B", "Scan", picture_only(), mark="B", fit=True, sticker="EXHIBIT B"),
        )
    )
    assert found.problems == (
        "14-B-1: scanned without searchable text.",
        "14-A-1 to 14-A-2: has words but no structure.",
    )


def test_pages_with_words_but_without_structure_are_told_in_one_row() -> None:
    found = report(packet(Part("Ex. A", "Lease", plain("one", "two", "three"), mark="A")))
    assert found.untagged == ("14-A-1 to 14-A-3",)
    assert found.problems == ("14-A-1 to 14-A-3: has words but no structure.",)


def plain(*texts: str) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, (612, 792), invariant=1)
    for text in texts:
        canvas.drawString(100, 600, text)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def test_a_table_without_a_head_and_a_picture_without_words_are_told() -> None:
    with pikepdf.open(io.BytesIO(tagged_paper())) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH":
                one.S = pikepdf.Name.TD
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure":
                del one.Alt
        held = io.BytesIO()
        pdf.save(held)
    found = report(packet(Part("1", "Sheet", held.getvalue())))
    assert sorted(found.tables_without_heads) == ["14-1-1", "14-1-2"]
    assert sorted(found.figures_without_words) == ["14-1-1", "14-1-2"]


def test_title_and_language_are_told_to_every_viewer() -> None:
    reader = PdfReader(io.BytesIO(packet(Part("1", "Sheet", tagged_paper())).pdf))
    assert reader.metadata is not None
    assert (reader.metadata.title, str(reader.root_object["/Lang"])) == ("Hearing packet", "en-US")
    assert reader.root_object["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    assert reader.root_object["/MarkInfo"] == {"/Marked": True}


def test_a_file_without_title_language_and_structure_is_called_so() -> None:
    writer = PdfWriter()
    writer.add_blank_page(612, 792)
    writer.metadata = None
    held = io.BytesIO()
    writer.write(held)
    place = packet(Part("1", "x", None)).page_map
    found = accessibility(held.getvalue(), place)
    assert found.problems[:2] == ("It has no title.", "It does not say its language.")
