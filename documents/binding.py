"""Binds packets and binders by jobs: what goes in, the digest of it, and the errands that build it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.queries import case_record
from documents import jobs
from documents.packet.contents import Bundle, bundle_of, contents
from documents.packet.covers import Cover
from documents.errors import NothingBound, ProtectedSince
from documents.leaks import PROTECTED_WORDS, find_leaks
from documents.packet.building import Built, build_binder, build_packet
from documents.queries import prepared
from documents.reading import page_texts
from documents.tables import Binder, Packet
from hearings.facts import SessionOnCalendar
from hearings.queries import hearing, hearings_of_session, session
from infra import audit
from infra.blobs import blobs
from infra.clock import now
from infra.jobs import Errand, Job, Progress, enqueue
from kernel.digest import digest, plain
from offices.queries import settings_of

LAYOUT = 1
"""Raised when packets look different, so that all are built anew."""


def ask_for_packets(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[Job]:
    """Ask for the packet of every hearing of a session whose contents changed. Raises NoSuchSession."""
    session(db, office_id, session_id)
    asked = [
        ask_for_packet(db, office_id, one.id, as_of=as_of) for one in hearings_of_session(db, office_id, session_id)
    ]
    return [job for job in asked if job is not None]


def ask_for_packet(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> Job | None:
    """Ask for a hearing's packet, or None when it is already bound as it should be. Raises NoSuchHearing."""
    inputs = inputs_of(bundle_of(prepared(db, office_id, hearing_id, as_of=as_of)))
    if (known := _packet(db, hearing_id, inputs)) is not None:
        known.asked_at = now()
        return None
    args = {"office_id": office_id, "hearing_id": hearing_id, "as_of": as_of.isoformat()}
    return enqueue(db, jobs.PACKET, args, office_id=office_id, key=f"packet:{hearing_id}:{inputs}")


def ask_for_binder(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[Job]:
    """Ask for the binder of a session when its contents changed. Raises NoSuchSession."""
    inputs = _binder_inputs(_bundles(db, office_id, session_id, as_of))
    if (known := _binder(db, session_id, inputs)) is not None:
        known.asked_at = now()
        return []
    args = {"office_id": office_id, "session_id": session_id, "as_of": as_of.isoformat()}
    return [enqueue(db, jobs.BINDER, args, office_id=office_id, key=f"binder:{session_id}:{inputs}")]


def packet_of(db: Session, office_id: int, hearing_id: int) -> Packet | None:
    """The packet of a hearing that was asked for last, or None."""
    return db.scalar(
        select(Packet)
        .where(Packet.office_id == office_id, Packet.hearing_id == hearing_id)
        .order_by(Packet.asked_at.desc())
        .limit(1)
    )


def packets_of(db: Session, office_id: int, session_id: int) -> list[Packet]:
    """The newest packet of every hearing of a session, in call order."""
    found = (packet_of(db, office_id, one.id) for one in hearings_of_session(db, office_id, session_id))
    return [packet for packet in found if packet is not None]


def binder_of(db: Session, office_id: int, session_id: int) -> Binder:
    """The binder of a session that was asked for last. Raises NoSuchSession or NothingBound."""
    session(db, office_id, session_id)
    found = db.scalar(
        select(Binder)
        .where(Binder.office_id == office_id, Binder.court_session_id == session_id)
        .order_by(Binder.asked_at.desc())
        .limit(1)
    )
    if found is None:
        raise NothingBound()
    return found


def opened_packet(db: Session, office_id: int, hearing_id: int) -> bytes:
    """The packet of a hearing that was asked for last.

    Raises NoSuchHearing, NothingBound, or ProtectedSince when it tells what a flag hides by now.
    """
    one = hearing(db, office_id, hearing_id)
    found = packet_of(db, office_id, hearing_id)
    if found is None:
        raise NothingBound()
    return _unless_it_tells(blobs().get(found.pdf_sha), case_record(db, office_id, one.case_no).protected_words)


def opened_binder(db: Session, office_id: int, session_id: int) -> bytes:
    """The binder of a session that was asked for last. Raises NoSuchSession, NothingBound or ProtectedSince."""
    found = binder_of(db, office_id, session_id)
    cases = {one.case_no for one in hearings_of_session(db, office_id, session_id)}
    hidden = {word for case_no in cases for word in case_record(db, office_id, case_no).protected_words}
    return _unless_it_tells(blobs().get(found.pdf_sha), sorted(hidden))


def _unless_it_tells(pdf: bytes, hidden: Sequence[str]) -> bytes:
    leaks = find_leaks("\n".join(page_texts(pdf)), protected=hidden) if hidden else ()
    if any(leak.kind == PROTECTED_WORDS for leak in leaks):
        raise ProtectedSince()
    return pdf


def inputs_of(bundle: Bundle) -> str:
    """The digest of everything that goes into a packet."""
    return digest([LAYOUT, asdict(bundle.cover), [asdict(part) for part in bundle.parts]])


@dataclass(frozen=True, slots=True)
class _PacketToBuild:
    bundle: Bundle
    inputs: str


@dataclass(frozen=True, slots=True)
class _BinderToBuild:
    cover: Cover
    bundles: tuple[Bundle, ...]
    inputs: str


@dataclass(frozen=True, slots=True)
class _Bound:
    inputs: str
    pdf_sha: str
    pages: int
    page_map: Any


def _read_packet(db: Session, args: dict[str, Any]) -> _PacketToBuild:
    bundle = bundle_of(prepared(db, args["office_id"], args["hearing_id"], as_of=date.fromisoformat(args["as_of"])))
    return _PacketToBuild(bundle, inputs_of(bundle))


def _make_packet(known: _PacketToBuild, progress: Progress) -> _Bound:
    progress.report(0, len(known.bundle.parts), "binding")
    return _kept(build_packet(known.bundle.cover, contents(known.bundle).inside), known.inputs)  # type: ignore[arg-type]


def _write_packet(db: Session, args: dict[str, Any], bound: _Bound) -> None:
    if _packet(db, args["hearing_id"], bound.inputs) is None:
        db.add(
            Packet(
                office_id=args["office_id"],
                hearing_id=args["hearing_id"],
                inputs_digest=bound.inputs,
                pdf_sha=bound.pdf_sha,
                pages=bound.pages,
                page_map=bound.page_map,
                made_at=now(),
                asked_at=now(),
            )
        )
        _tell(db, args["office_id"], "bound packet", f"hearing {args['hearing_id']}", bound)


def _read_binder(db: Session, args: dict[str, Any]) -> _BinderToBuild:
    bundles = _bundles(db, args["office_id"], args["session_id"], date.fromisoformat(args["as_of"]))
    place = session(db, args["office_id"], args["session_id"])
    cover = _cover(place, settings_of(db, args["office_id"]).letterhead, bundles)
    return _BinderToBuild(cover, bundles, _binder_inputs(bundles))


def _make_binder(known: _BinderToBuild, progress: Progress) -> _Bound:
    progress.report(0, len(known.bundles), "binding")
    return _kept(build_binder(known.cover, [contents(bundle) for bundle in known.bundles]), known.inputs)


def _write_binder(db: Session, args: dict[str, Any], bound: _Bound) -> None:
    if _binder(db, args["session_id"], bound.inputs) is None:
        db.add(
            Binder(
                office_id=args["office_id"],
                court_session_id=args["session_id"],
                inputs_digest=bound.inputs,
                pdf_sha=bound.pdf_sha,
                pages=bound.pages,
                made_at=now(),
                asked_at=now(),
            )
        )
        _tell(db, args["office_id"], "bound binder", f"court session {args['session_id']}", bound)


PACKETING = Errand(_read_packet, _make_packet, _write_packet)
BINDING = Errand(_read_binder, _make_binder, _write_binder)


def _bundles(db: Session, office_id: int, session_id: int, as_of: date) -> tuple[Bundle, ...]:
    session(db, office_id, session_id)
    return tuple(
        bundle_of(prepared(db, office_id, one.id, as_of=as_of))
        for one in hearings_of_session(db, office_id, session_id)
    )


def _binder_inputs(bundles: tuple[Bundle, ...]) -> str:
    return digest([LAYOUT, [inputs_of(bundle) for bundle in bundles]])


def _cover(place: SessionOnCalendar, letterhead: str, bundles: tuple[Bundle, ...]) -> Cover:
    drafts = sum(1 for bundle in bundles if bundle.draft)
    note = (
        f"{drafts} of {len(bundles)} packets hold papers that are not approved; each says so."
        if drafts
        else "Every paper is approved."
    )
    return Cover(
        running=f"Binder {place.on:%m/%d/%Y}",
        heading=letterhead,
        title="Court session binder",
        caption=f"{place.on:%A, %B} {place.on.day}, {place.on.year}",
        lines=(
            ("Courthouse", place.courthouse),
            ("Courtroom", place.room),
            ("Judge", place.judge),
            ("Hearings", str(len(bundles))),
        ),
        columns=("Time", "Hearing"),
        note=f"Attorney's binder. Not for filing. {note}",
    )


def _kept(built: Built, inputs: str) -> _Bound:
    return _Bound(inputs, blobs().put(built.pdf), built.page_map.pages, plain(built.page_map))


def _packet(db: Session, hearing_id: int, inputs: str) -> Packet | None:
    return db.scalar(select(Packet).where(Packet.hearing_id == hearing_id, Packet.inputs_digest == inputs))


def _binder(db: Session, session_id: int, inputs: str) -> Binder | None:
    return db.scalar(select(Binder).where(Binder.court_session_id == session_id, Binder.inputs_digest == inputs))


def _tell(db: Session, office_id: int, verb: str, subject: str, bound: _Bound) -> None:
    audit.record(
        db, office_id=office_id, actor="system:courtready", verb=verb, subject=subject, detail=f"pdf {bound.pdf_sha}"
    )
