"""Which page everything stands on."""

from documents.packet.page_map import Place, Section, page_map


def test_a_packet_is_a_cover_an_index_and_its_parts_in_order() -> None:
    packet = Section("", "Packet", index_pages=2, inside=(Section("1", "Motion", 2), Section("2", "History", 5)))
    assert page_map(packet) == Place(
        "",
        "Packet",
        1,
        10,
        index_first=2,
        index_last=3,
        inside=(Place("1", "Motion", 4, 5), Place("2", "History", 6, 10)),
    )


def test_a_packet_without_parts_still_has_its_cover_and_index() -> None:
    assert page_map(Section("", "Packet", index_pages=1)) == Place("", "Packet", 1, 2, index_first=2, index_last=2)


def test_the_packets_of_a_binder_follow_one_another() -> None:
    packet = Section("1", "Packet", index_pages=1, inside=(Section("A", "Exhibit", 1, "It is broken."),))
    binder = page_map(Section("", "Binder", index_pages=1, inside=(packet, packet)))
    assert [(place.first, place.index_first, place.inside[0], place.last) for place in binder.inside] == [
        (3, 4, Place("A", "Exhibit", 5, 5, "It is broken."), 5),
        (6, 7, Place("A", "Exhibit", 8, 8, "It is broken."), 8),
    ]
    assert binder.pages == 8


def test_pages_are_written_as_an_index_writes_them() -> None:
    assert (Place("1", "x", 5, 5).written, Place("1", "x", 5, 9).written) == ("5", "5–9")
