"""Which page everything stands on and what it is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.packet.page_map import Place, Section, addresses, page_map, place_from, roman, runs, shifted
from kernel.digest import plain


def test_a_packet_is_a_cover_an_index_and_its_parts_in_order() -> None:
    inside = (Section("1", "Motion", 2, mark="1"), Section("Ex. A", "Lease", 5, mark="A", sheet=True))
    assert page_map(Section("", "Packet", index_pages=2, inside=inside, mark="14")) == Place(
        "", "Packet", 1, 11, index_first=2, index_last=3, address="14", front=3,
        inside=(
            Place("1", "Motion", 4, 5, address="14-1", body=2),
            Place("Ex. A", "Lease", 6, 11, address="14-A", sheet=1, body=5),
        ),
    )  # fmt: skip


def test_a_packet_without_parts_still_has_its_cover_and_index() -> None:
    assert page_map(Section("", "Packet", index_pages=1)) == Place(
        "", "Packet", 1, 2, index_first=2, index_last=2, front=2
    )


def test_changes_stand_behind_the_index_and_front_pages_are_counted_in_roman() -> None:
    place = page_map(Section("", "Packet", index_pages=1, change_pages=1, inside=(Section("1", "x", 1, mark="1"),)))
    assert addresses(place) == ["i", "ii", "iii", "1-1"]


def test_pages_are_written_as_an_index_writes_them() -> None:
    def written(pages: int) -> str:
        return (
            page_map(Section("", "", index_pages=1, inside=(Section("", "", pages, mark="C"),), mark="14"))
            .inside[0]
            .written
        )

    assert (written(1), written(5)) == ("14-C-1", "14-C-1 to 5")
    assert page_map(Section("", "", index_pages=1)).written == "2 pages"


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (99, "xcix")]
)
def test_front_pages_are_numbered_as_books_do(number: int, letters: str) -> None:
    assert roman(number) == letters


sections = st.builds(
    Section, st.just(""), st.just(""), st.integers(0, 9), mark=st.just(""), sheet=st.just(True), duplex=st.booleans()
)
packets = st.builds(
    lambda inside, **more: Section(
        "",
        "",
        inside=tuple(Section(str(n), "", one.pages, mark=str(n), sheet=True) for n, one in enumerate(inside)),
        **more,
    ),
    st.lists(sections, max_size=9), index_pages=st.integers(1, 3), change_pages=st.integers(0, 2),
    duplex=st.booleans(), mark=st.sampled_from(["", "14"]),
)  # fmt: skip


@given(packets)
def test_every_page_has_one_address_and_every_address_that_is_not_blank_one_page(packet: Section) -> None:
    place = page_map(packet)
    found = addresses(place)
    assert len(found) == place.last == place.front + sum(one.pages for one in place.inside)
    named = [address for address in found if not address.endswith("blank")]
    assert len(set(named)) == len(named)
    if packet.duplex:
        assert {one.first % 2 for one in place.inside} <= {1}


@given(packets, st.integers(0, 4_000))
def test_a_place_further_back_has_the_same_addresses_and_comes_back_from_a_record(packet: Section, by: int) -> None:
    place = page_map(packet)
    moved = shifted(place, by)
    assert addresses(moved) == addresses(place)
    assert [run.first - by for run in runs(moved)] == [run.first for run in runs(place)]
    assert place_from(plain(moved)) == moved
