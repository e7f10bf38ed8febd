"""The packets of a session as one binder: joined as they are, and changed where one of them changed."""

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pypdf import PdfReader

from documents.packet.binder import Piece, bind, build_binder, piece
from documents.packet.building import build
from documents.packet.covers import Cover
from documents.packet.links import read_links
from documents.packet.page_map import addresses
from documents.packet.parts import Built, Contents, Part
from documents.packet.segments import Segment, segment, segment_from
from documents.reading import page_texts
from tests.documents.packet.papers import paper, tagged_paper

COVER = Cover("Binder 12/10/2026", "Office", "Session binder", columns=("Time", "Hearing"))


def packet(tab: int, *pages: int) -> Contents:
    made = tuple(Part(str(n), f"Paper {n}", paper(f"p{tab}.{n}", count)) for n, count in enumerate(pages, start=1))
    return Contents(Cover(f"Packet {tab}", "", "Hearing packet"), made, f"9:0{tab}", f"Case {tab}", str(tab))


def test_every_link_and_bookmark_of_a_binder_lands_on_the_page_it_names() -> None:
    links = read_links(build_binder(COVER, [packet(1, 2, 1), packet(2, 1)]).pdf)
    assert [(link.title, link.to, link.depth) for link in links if not link.on] == [
        ("9:01  Case 1", 3, 0),
        ("1  Paper 1", 5, 1),
        ("2  Paper 2", 7, 1),
        ("9:02  Case 2", 8, 0),
        ("1  Paper 1", 10, 1),
    ]
    assert [(link.on, link.to) for link in links if link.on and link.title != "Back to index"] == [
        (2, 3), (2, 8), (4, 5), (4, 7), (9, 10),
    ]  # fmt: skip
    assert [(link.on, link.to) for link in links if link.title == "Back to index"] == [
        (3, 2), (5, 4), (6, 4), (7, 4), (8, 2), (10, 9),
    ]  # fmt: skip


def test_every_page_of_a_binder_is_the_page_of_its_packet_with_the_same_address() -> None:
    packets = [packet(1, 2, 1), packet(2, 1), packet(10, 3)]
    binder = build_binder(COVER, packets)
    alone = [(address, text) for one in packets for built in [build(one)]
             for address, text in zip(addresses(built.page_map), page_texts(built.pdf), strict=True)]  # fmt: skip
    bound = list(zip(addresses(binder.page_map), page_texts(binder.pdf), strict=True))[2:]
    assert [address for address, _ in bound] == [address for address, _ in alone]
    assert [text.replace("Back to index", "").split() for _, text in bound] == [
        text.replace("Back to index", "").split() for _, text in alone
    ]
    assert PdfReader(io.BytesIO(binder.pdf)).page_labels == addresses(binder.page_map)


def test_every_address_of_every_packet_is_a_name_in_the_binder() -> None:
    binder = build_binder(COVER, [packet(tab, 1) for tab in (1, 2, 10, 11, 100)])
    reader = PdfReader(io.BytesIO(binder.pdf))
    found = {name: reader.get_destination_page_number(where) for name, where in reader.named_destinations.items()}
    assert found == {"binder index": 1} | {address: page for page, address in enumerate(addresses(binder.page_map))}


def test_two_packets_with_one_tab_are_refused() -> None:
    with pytest.raises(ValueError, match="same tab"):
        build_binder(COVER, [packet(1, 1), packet(1, 1)])


def test_a_binder_is_sound_to_a_strict_reader_and_its_structure_is_one_tree() -> None:
    one = Contents(Cover("Packet 1", "", "Packet"), (Part("1", "Sheet", tagged_paper()),), "9:00", "One", "1")
    other = Contents(Cover("Packet 2", "", "Packet"), (Part("1", "Sheet", tagged_paper()),), "9:30", "Two", "2")
    with pikepdf.open(io.BytesIO(build_binder(COVER, [one, other]).pdf), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        tree = pdf.Root.StructTreeRoot
        assert [str(part.S) for part in tree.K[0].K] == ["/Part", "/Part", "/Part"]
        nodes = [list(kid.Nums) for kid in tree.ParentTree.Kids]
        parents = {int(key): held for node in nodes for key, held in zip(node[::2], node[1::2], strict=True)}
        keyed = [page.obj for page in pdf.pages if "/StructParents" in page.obj]
        assert len({int(page.StructParents) for page in keyed}) == len(keyed) == 10
        for page in keyed:
            assert all(element.Pg.objgen == page.objgen for element in parents[int(page.StructParents)])


def test_the_same_packets_give_the_same_bytes_whether_their_segments_are_new_or_kept() -> None:
    packets = [packet(1, 2), packet(2, 1)]
    built = [(one, build(one)) for one in packets]
    assert bind(COVER, [piece(*one) for one in built]) == build_binder(COVER, packets)
    again = [kept(piece(*one)) for one in built]
    assert bind(COVER, again).pdf == build_binder(COVER, packets).pdf


def kept(one: Piece) -> Piece:
    return Piece(one.label, one.title, one.place, lambda base: segment_from(one.segment(base).kept()))


def test_only_the_segment_of_a_packet_that_changed_is_made_anew() -> None:
    made: dict[tuple[bytes, int], Segment] = {}
    new: list[str] = []

    def held(contents: Contents, built: Built) -> Piece:
        def renumbered(base: int) -> Segment:
            if (built.pdf, base) not in made:
                made[built.pdf, base] = segment(built.pdf, base, leads_back=True)
                new.append(contents.tab)
            return made[built.pdf, base]

        return Piece(contents.label, contents.title, built.page_map, renumbered)

    def bound(*packets: Contents) -> bytes:
        return bind(COVER, [held(one, build(one)) for one in packets]).pdf

    first = bound(packet(1, 2), packet(2, 1), packet(3, 1))
    assert new == ["1", "2", "3"]
    second = bound(packet(1, 2), packet(2, 4), packet(3, 1))
    assert new == ["1", "2", "3", "2"]
    assert first != second
    assert "p3.1 1/1" in page_texts(second)[-1]


def test_cover_and_index_are_kept_until_a_page_moves_and_the_binder_is_the_same_as_one_made_anew() -> None:
    kept: dict[tuple[str, int], Segment] = {}
    made: list[str] = []

    def keep(what: str, base: int, make: Callable[[], Segment]) -> Segment:
        if (what, base) not in kept:
            made.append(what)
            kept[what, base] = make()
        return kept[what, base]

    def bound(*packets: Contents) -> bytes:
        return bind(COVER, [piece(one, build(one)) for one in packets], keep).pdf

    before, other_words = (packet(1, 2), packet(2, 1)), replace(packet(2, 1), tab="7")
    assert bound(*before) == build_binder(COVER, before).pdf
    assert bound(*before) == build_binder(COVER, before).pdf
    assert len(made) == 1
    for changed in ((packet(1, 2), packet(2, 3)), (packet(1, 2), other_words)):
        assert bound(*changed) == build_binder(COVER, changed).pdf
    assert len(made) == 3
