"""Packets and binders opened for reading: never one that tells what a protection flag hides by now."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from documents.binding.binders import binder_of
from documents.binding.bundles import bundle_now
from documents.binding.issues import issue_of
from documents.binding.packets import bound_packets, hidden_words, packet_of
from documents.errors import AnotherPacket, NothingBound, NothingChanged, NothingToFile, ProtectedSince
from documents.leaks import PROTECTED_WORDS, find_leaks
from documents.packet.contents import contents
from documents.packet.separate import SeparateFile, separate_files
from documents.reading import page_texts
from hearings.queries import hearing, hearings_of_session
from infra.blobs import blobs
from kernel.disclosure import Audience


def opened_packet(db: Session, office_id: int, hearing_id: int, *, audience: Audience = Audience.INTERNAL) -> bytes:
    """The packet of a hearing for an audience that was asked for last.

    Raises NoSuchHearing, NothingBound, or ProtectedSince when it tells what a flag hides by now.
    """
    one = hearing(db, office_id, hearing_id)
    found = packet_of(db, office_id, hearing_id, audience=audience)
    return _opened(db, office_id, [one.case_no], found.pdf_sha if found else None)


def opened_changes(db: Session, office_id: int, hearing_id: int, *, audience: Audience = Audience.INTERNAL) -> bytes:
    """Only the pages of that packet that changed since it was handed out. Raises as it does, and NothingChanged."""
    one = hearing(db, office_id, hearing_id)
    found = packet_of(db, office_id, hearing_id, audience=audience)
    if found and found.changes_sha is None:
        raise NothingChanged()
    return _opened(db, office_id, [one.case_no], found.changes_sha if found else None)


def opened_issue(
    db: Session, office_id: int, hearing_id: int, number: int, *, audience: Audience = Audience.INTERNAL
) -> bytes:
    """A packet exactly as it was handed out. Raises as ``opened_packet``, and NoSuchIssue."""
    one = hearing(db, office_id, hearing_id)
    return _opened(db, office_id, [one.case_no], issue_of(db, hearing_id, number, audience=audience).pdf_sha)


def opened_filing(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> tuple[SeparateFile, ...]:
    """The packet for the public file as the files that a court's system takes; bound first, so that it was checked.

    Raises as ``opened_packet``, AnotherPacket where the record has changed since, and NothingToFile.
    """
    opened_packet(db, office_id, hearing_id, audience=Audience.PUBLIC_FILE)
    found = bundle_now(db, office_id, hearing_id, as_of=as_of, audience=Audience.PUBLIC_FILE)
    if not bound_packets(db, [found]):
        raise AnotherPacket()
    if not (files := separate_files(contents(found.bundle))):
        raise NothingToFile()
    return files


def opened_binder(db: Session, office_id: int, session_id: int) -> bytes:
    """The binder of a session that was asked for last. Raises NoSuchSession, NothingBound or ProtectedSince."""
    found = binder_of(db, office_id, session_id)
    cases = [one.case_no for one in hearings_of_session(db, office_id, session_id)]
    return _opened(db, office_id, cases, found.pdf_sha)


def _opened(db: Session, office_id: int, cases: Sequence[str], sha: str | None) -> bytes:
    if sha is None:
        raise NothingBound()
    pdf, hidden = blobs().get(sha), hidden_words(db, office_id, cases)
    leaks = find_leaks("\n".join(page_texts(pdf)), protected=hidden) if hidden else ()
    if any(leak.kind == PROTECTED_WORDS for leak in leaks):
        raise ProtectedSince()
    return pdf
