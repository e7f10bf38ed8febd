"""Two hundred malformed PDFs: each costs at most its limits and stands in the packet as a page that says why."""

import time

import pytest

from documents.errors import ExhibitBroken
from documents.exhibit.opening import rebuild
from documents.packet.building import UNREADABLE_FILE, build_packet
from documents.packet.covers import Cover
from documents.packet.links import read_links
from documents.packet.parts import Part
from documents.reading import page_texts
from infra.child import Limits
from tests.hostile.malformed import EACH, WAYS, malformed, whole

QUICK = Limits(seconds=20, cpu_seconds=15, memory=1024, file=64)
COVER = Cover("Packet 7", "", "Packet")


def as_exhibit(number: int, file: bytes) -> Part:
    try:
        return Part(f"Ex. {number}", f"Scan {number}", rebuild(file, limits=QUICK).pdf, mark=str(number), fit=True)
    except ExhibitBroken as broken:
        return Part(f"Ex. {number}", f"Scan {number}", None, str(broken), mark=str(number))


def test_there_are_two_hundred_of_them_and_no_two_are_equal() -> None:
    files = [file for way in WAYS for file in malformed(way)]
    assert len(files) == len(WAYS) * EACH == 200
    assert len(set(files)) > 190
    assert whole() not in files


@pytest.mark.parametrize("way", WAYS)
def test_a_malformed_exhibit_costs_at_most_its_limits_and_is_named_where_it_cannot_be_shown(way: str) -> None:
    parts = []
    for number, file in enumerate(malformed(way)):
        began = time.monotonic()
        parts.append(as_exhibit(number, file))
        assert time.monotonic() - began < QUICK.seconds + 5

    built = build_packet(COVER, [*parts, Part("1", "Sound", whole(), mark="Z")])

    texts = page_texts(built.pdf)
    for part, place in zip(parts, built.page_map.inside, strict=False):
        said = " ".join(texts[place.first - 1].split())
        if part.problem:
            assert part.problem.startswith("The exhibit cannot be used: it ")
            assert part.title in said
            assert part.problem in said
        else:
            assert place.problem is None
            assert place.body >= 1
    last = built.page_map.inside[-1]
    assert "Pay stub, page 3" in texts[last.last - 1]
    rows = [link.to for link in read_links(built.pdf) if link.on and link.title != "Back to index"]
    assert rows == [place.first for place in built.page_map.inside]


@pytest.mark.parametrize("way", WAYS)
def test_a_stored_file_that_went_bad_never_stops_a_packet(way: str) -> None:
    parts = [Part(str(n), f"Paper {n}", file, mark=str(n)) for n, file in enumerate(malformed(way))]
    built = build_packet(COVER, [*parts, Part("Z", "Sound", whole(), mark="Z")])
    texts = page_texts(built.pdf)
    assert len(texts) == built.page_map.last
    for place in built.page_map.inside:
        if place.problem:
            assert place.problem == UNREADABLE_FILE
            assert "This document is not included" in texts[place.first - 1]
    assert "Pay stub, page 3" in texts[-1]
