"""Packets and binders: every link and bookmark lands on the page it names, and no exhibit stops them.

The landings are read back with pypdf alone and compared with the text of the papers themselves, not with our page map.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, TextStringObject
from sqlalchemy import func, select

from documents import actions, jobs
from documents.binding import ask_for_binder, ask_for_packet, ask_for_packets, binder_of, packet_of, packets_of
from documents.errors import NotADocument, NothingBound
from documents.sheets import Sheets
from documents.tables import Binder, Exhibit, Packet
from hearings.calendar.moving import continue_hearing
from hearings.errors import NoSuchHearing, NoSuchSession
from hearings.queries import hearings_of_session, sessions
from infra.blobs import blobs
from infra.jobs import Job, JobState
from infra.jobs.perform import work_off
from offices.errors import NotYourRole
from tests.county import DAY, NOON
from tests.documents.desk import EMPLOYER, PROTECTED, REVIEW, SHOW_CAUSE, SPOKEN, Desk
from worker.errands import ERRANDS


@dataclass(frozen=True)
class Landing:
    """A bookmark or link: what it says and the page it opens, counted from 1."""

    says: str
    page: int
    depth: int


def bookmarks(reader: PdfReader) -> list[Landing]:
    def walk(items: list[Any], depth: int) -> Iterator[Landing]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            else:
                page = reader.get_destination_page_number(item)
                assert page is not None
                yield Landing(str(item.title), page + 1, depth)

    return list(walk(reader.outline, 0))


def links(reader: PdfReader) -> list[Landing]:
    """The links of every index."""
    return [link for link in all_links(reader) if link.says != "Back to index"]


def all_links(reader: PdfReader) -> list[Landing]:
    numbers = {reader.pages[place].indirect_reference: place + 1 for place in range(len(reader.pages))}
    found = []
    for place, page in enumerate(reader.pages, start=1):
        for held in page.get("/Annots", ()):
            link = held.get_object()
            assert (link["/Subtype"], link["/A"]["/S"]) == ("/Link", "/GoTo")
            where = link["/A"]["/D"]
            if isinstance(where, str):
                to = reader.named_destinations[where].page.indirect_reference
            else:
                to = where[0].get_object().indirect_reference
            found.append(Landing(str(link["/Contents"]), numbers[to], place))
    return found


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def first_words(pdf: bytes) -> str:
    """How the first page of a paper begins, without blanks."""
    return words(PdfReader(io.BytesIO(pdf)).pages[0].extract_text())[:120]


def drawn(*texts: str) -> bytes:
    sheets = Sheets()
    for text in texts:
        sheets.write(text, 72)
        sheets.turn()
    return sheets.finished()


def hostile() -> bytes:
    """A PDF that runs a script and a program when it is opened, and carries a file inside."""
    writer = PdfWriter(clone_from=io.BytesIO(drawn("HOSTILE EXHIBIT 5150")))
    writer.add_attachment("evil.exe", b"MZ evil")
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.launchURL('http://evil.example')")}
    program = {"/S": NameObject("/Launch"), "/F": TextStringObject("cmd.exe")}
    writer.root_object[NameObject("/OpenAction")] = _dictionary(program)
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): _dictionary(script)})
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def names_in(reader: PdfReader) -> set[str]:
    """Every key and every name that any object of the file holds."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Any] = [reader.trailer]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum not in seen:
                seen.add(one.idnum)
                waiting.append(one.get_object())
        elif isinstance(one, dict):
            found.update(map(str, one))
            waiting += [one.raw_get(key) for key in one]
        elif isinstance(one, list):
            waiting += list(one)
        elif isinstance(one, NameObject):
            found.add(str(one))
    return found


def _dictionary(entries: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in entries.items()})


def attach(desk: Desk, title: str, data: bytes, case_no: str = SHOW_CAUSE) -> int:
    with desk.database.transaction() as db:
        return actions.attach_exhibit(db, desk.hearings[case_no], title=title, data=data, by=desk.agent).id


def packet(desk: Desk, case_no: str = SHOW_CAUSE) -> PdfReader:
    """The packet of a hearing, bound anew."""
    work_off(desk.database, ERRANDS)
    with desk.database.transaction() as db:
        ask_for_packet(db, 1, desk.hearings[case_no], as_of=DAY)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        made = packet_of(db, 1, desk.hearings[case_no])
    assert made is not None
    reader = PdfReader(io.BytesIO(blobs().get(made.pdf_sha)))
    assert len(reader.pages) == made.pages
    return reader


def session_of(desk: Desk) -> int:
    """The session in which the two show causes are heard, and the review with them."""
    with desk.database.reading() as db:
        (found,) = sessions(db, 1)
        assert [one.case_no for one in hearings_of_session(db, 1, found.id)] == [REVIEW, PROTECTED, SHOW_CAUSE]
    return found.id


def binder(desk: Desk) -> PdfReader:
    """The binder of the session, bound anew."""
    id = session_of(desk)
    with desk.database.transaction() as db:
        ask_for_packets(db, 1, id, as_of=DAY)
        ask_for_binder(db, 1, id, as_of=DAY)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        made = binder_of(db, 1, id)
    reader = PdfReader(io.BytesIO(blobs().get(made.pdf_sha)))
    assert len(reader.pages) == made.pages
    return reader


def text_of(reader: PdfReader, page: int) -> str:
    return words(reader.pages[page - 1].extract_text())


def test_every_bookmark_and_link_of_a_packet_lands_on_the_first_page_of_its_paper(desk: Desk) -> None:
    attach(desk, "Pay stubs of O'DELL & Sons", drawn("PAYSTUB ONE 4711", "PAYSTUB TWO 4712"))
    attach(desk, "Lease", drawn("LEASE 4713"))

    reader = packet(desk)

    kinds = ("fact-sheet", "motion-and-order-to-show-cause", "payment-history")
    begins = [first_words(blobs().get(desk.paper(SHOW_CAUSE, kind).pdf_sha)) for kind in kinds]
    begins += ["PAYSTUBONE4711", "LEASE4713"]
    found = bookmarks(reader)
    assert len(found) == len(links(reader)) == 5
    assert [landing.page for landing in found] == sorted(landing.page for landing in found)
    for landing, link, beginning in zip(found, links(reader), begins, strict=True):
        assert len(beginning) > 8
        assert beginning in text_of(reader, landing.page)
        assert link.page == landing.page
    assert [landing.says.partition("  ")[2].partition(" (")[0] for landing in found][3:] == [
        "Pay stubs of O'DELL & Sons", "Lease",
    ]  # fmt: skip


def test_every_page_of_a_packet_says_its_address_which_names_its_tab_its_document_and_its_page(desk: Desk) -> None:
    reader = packet(desk)
    assert len(reader.pages) > 8
    assert reader.page_labels[:3] == ["3-i", "3-ii", "3-1-1"]
    for place, address in enumerate(reader.page_labels, start=1):
        assert text_of(reader, place).endswith(words(address))


def test_every_bookmark_of_a_binder_lands_on_the_packet_or_paper_it_names(desk: Desk) -> None:
    reader = binder(desk)
    found = bookmarks(reader)

    packets = [landing for landing in found if landing.depth == 0]
    with desk.database.reading() as db:
        called = [one.case_no for one in hearings_of_session(db, 1, session_of(desk))]
    assert len(packets) == len(called) == 3
    for landing, case_no in zip(packets, called, strict=True):
        assert "Hearingpacket" in text_of(reader, landing.page)
        assert case_no in text_of(reader, landing.page)

    papers = [landing for landing in found if landing.depth == 1]
    begins = [
        first_words(blobs().get(paper.revision.pdf_sha))
        for case_no in called
        for paper in desk.papers(case_no).values()
        if paper.revision
    ]
    assert len(papers) == len(begins) == 8
    for landing, beginning in zip(papers, begins, strict=True):
        assert beginning in text_of(reader, landing.page)


def test_every_link_of_every_index_of_a_binder_lands_where_the_bookmark_of_the_same_thing_lands(desk: Desk) -> None:
    reader = binder(desk)
    assert sorted(link.page for link in links(reader)) == sorted(mark.page for mark in bookmarks(reader))
    titles = {mark.page: mark.says.partition("  ")[2] for mark in bookmarks(reader)}
    for link in links(reader):
        title, _, address = link.says.rpartition(", page ")
        assert titles[link.page] == title
        assert reader.page_labels[link.page - 1] == address.partition(" to ")[0]


def test_every_page_of_a_binder_leads_back_to_the_index_it_stands_under(desk: Desk) -> None:
    reader = binder(desk)
    covers = [mark.page for mark in bookmarks(reader) if mark.depth == 0]
    back = {link.depth: link.page for link in all_links(reader) if link.says == "Back to index"}
    for page in range(3, len(reader.pages) + 1):
        cover = max(one for one in covers if one <= page)
        if page != cover + 1:
            assert back[page] == (2 if page == cover else cover + 1)


def test_names_that_break_careless_programs_print_exactly_in_the_packet(desk: Desk) -> None:
    reader = packet(desk)
    text = words("".join(page.extract_text() for page in reader.pages))
    for name in (*SPOKEN, EMPLOYER):
        assert words(name) in text
    assert "49" not in re.findall(r"ANA(\S{0,12})", text)[0]


ACTIVE = {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA"}

BROKEN = {
    "garbage": b"%PDF-1.7\n" + bytes(range(256)) * 20,
    "nothing behind the head": b"%PDF-1.4\n",
    "cut off": drawn("CUT OFF")[:400],
    "an eicar test file": b"%PDF-1.4\nX5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
}


def test_a_broken_exhibit_becomes_a_named_placeholder_page_and_stops_nothing(desk: Desk) -> None:
    for title, data in BROKEN.items():
        attach(desk, f"Scan, {title}", data)
    attach(desk, "Lease", drawn("LEASE 4713"))

    reader = packet(desk)

    marks = bookmarks(reader)[3:]
    assert len(marks) == 5
    with desk.database.reading() as db:
        problems = {one.title: one.problem for one in db.scalars(select(Exhibit))}
    for mark, title in zip(marks, BROKEN, strict=False):
        problem = problems[f"Scan, {title}"]
        assert problem is not None
        assert problem.startswith("The exhibit cannot be used: it ")
        page = text_of(reader, mark.page)
        assert words(f"Scan, {title}") in page
        assert words(problem) in page
    assert problems["Lease"] is None
    assert "LEASE4713" in text_of(reader, marks[-1].page)
    assert {what for what in desk.gaps(SHOW_CAUSE) if what.startswith("Exhibit ")} == {
        f"Exhibit {place}, Scan, {title}, cannot be used" for place, title in enumerate(BROKEN, start=1)
    }


def test_a_hostile_exhibit_shows_its_page_and_none_of_its_actions(desk: Desk) -> None:
    attach(desk, "From the other side", hostile())
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        (exhibit,) = db.scalars(select(Exhibit)).all()
    assert names_in(PdfReader(io.BytesIO(blobs().get(exhibit.original_sha)))) >= ACTIVE

    reader = packet(desk)

    mark = bookmarks(reader)[3]
    assert mark.says.startswith("Ex. A")
    assert "HOSTILEEXHIBIT5150" in text_of(reader, mark.page)
    assert names_in(reader) & ACTIVE == set()


def test_a_stored_file_that_was_damaged_stops_its_packet_in_words_and_no_other(desk: Desk, data: Path) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    (file,) = (path for path in (data / "blobs").rglob("*") if path.is_file() and sheet.pdf_sha[-40:] in path.name)
    held = bytearray(file.read_bytes())
    held[len(held) // 2] ^= 1
    file.write_bytes(bytes(held))
    with desk.database.transaction() as db:
        for case_no in (SHOW_CAUSE, REVIEW):
            ask_for_packet(db, 1, desk.hearings[case_no], as_of=DAY)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        (error,) = db.scalars(select(Job.error).where(Job.kind == jobs.PACKET, Job.state != JobState.DONE))
        assert packet_of(db, 1, desk.hearings[REVIEW]) is not None
        assert packet_of(db, 1, desk.hearings[SHOW_CAUSE]) is None
    assert error == f"The stored file {sheet.pdf_sha[:12]} was damaged; restore it from a backup."


@pytest.mark.parametrize(
    ("title", "upload", "why"),
    [
        ("Lease", b"PK\x03\x04 a zip", "it is not a PDF"),
        ("Lease", b"", "it is not a PDF"),
        ("  ", b"%PDF-1.7", "it needs a title"),
        ("Lease", b"%PDF-1.7" + bytes(50 * 1024 * 1024), "it is larger than 50 MB"),
    ],
    ids=["zip", "empty", "no title", "too large"],
)
def test_what_is_not_a_pdf_is_not_attached(desk: Desk, title: str, upload: bytes, why: str) -> None:
    with pytest.raises(NotADocument) as refused:
        attach(desk, title, upload)
    assert str(refused.value) == f"The file cannot be attached: {why}."


def test_only_the_offices_own_people_attach_to_its_own_hearings(desk: Desk) -> None:
    hearing = desk.hearings[SHOW_CAUSE]
    with desk.database.transaction() as db, pytest.raises(NotYourRole):
        actions.attach_exhibit(db, hearing, title="Lease", data=drawn("x"), by=desk.clerk)
    with desk.database.transaction() as db, pytest.raises(NoSuchHearing):
        actions.attach_exhibit(db, hearing, title="Lease", data=drawn("x"), by=desk.foreign_attorney)


def _count(desk: Desk, table: type[Packet] | type[Binder]) -> int:
    with desk.database.reading() as db:
        return db.scalar(select(func.count()).select_from(table)) or 0


def test_what_did_not_change_is_not_bound_again(desk: Desk) -> None:
    id = session_of(desk)
    binder(desk)
    with desk.database.transaction() as db:
        assert ask_for_packets(db, 1, id, as_of=DAY) == []
        assert ask_for_binder(db, 1, id, as_of=DAY) == []
    assert (_count(desk, Packet), _count(desk, Binder)) == (3, 1)

    desk.approve(SHOW_CAUSE, "payment-history")
    with desk.database.transaction() as db:
        assert len(ask_for_packets(db, 1, id, as_of=DAY)) == 1
        assert len(ask_for_binder(db, 1, id, as_of=DAY)) == 1
    work_off(desk.database, ERRANDS)
    assert (_count(desk, Packet), _count(desk, Binder)) == (4, 2)


def test_binding_the_same_contents_twice_gives_the_same_bytes(desk: Desk) -> None:
    first = packet(desk)
    with desk.database.transaction() as db:
        for row in db.scalars(select(Packet)):
            row.inputs_digest = "0" * 64
        for job in db.scalars(select(Job)):
            db.delete(job)
    second = packet(desk)
    with desk.database.reading() as db:
        assert len({row.pdf_sha for row in db.scalars(select(Packet))}) == 1
    assert len(first.pages) == len(second.pages)


def test_nothing_is_bound_for_another_office(desk: Desk) -> None:
    id = session_of(desk)
    with desk.database.transaction() as db:
        with pytest.raises(NoSuchSession):
            ask_for_packets(db, 2, id, as_of=DAY)
        with pytest.raises(NoSuchSession):
            ask_for_binder(db, 2, id, as_of=DAY)
        with pytest.raises(NoSuchSession):
            binder_of(db, 2, id)
        with pytest.raises(NoSuchHearing):
            ask_for_packet(db, 2, desk.hearings[SHOW_CAUSE], as_of=DAY)
        assert packets_of(db, 2, id) == []
        with pytest.raises(NothingBound, match="Nothing has been bound yet"):
            binder_of(db, 1, id)


def test_the_packet_of_a_hearing_that_left_its_session_can_still_be_bound(desk: Desk) -> None:
    hearing = desk.hearings[SHOW_CAUSE]
    with desk.database.transaction() as db:
        continue_hearing(
            db, hearing, cause="no service", words="", to_session=None, at=None,
            seen=None, by=desk.attorney, now=NOON, today=DAY,
        )  # fmt: skip
        ask_for_packet(db, 1, hearing, as_of=DAY)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        made = packet_of(db, 1, hearing)
    assert made is not None
    assert made.pdf_sha
