"""Binders: asked for, and joined by a job from the packets of a court session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents import jobs
from documents.binding.bundles import LAYOUT, HearingBundle, bundles_now
from documents.binding.packets import (
    BoundPacket,
    PacketToBuild,
    ask_for_bundles,
    bound_packets,
    made_packet,
    tell,
    write_packet,
)  # fmt: skip
from documents.errors import NothingBound
from documents.figures.errors import FiguresDiffer, FiguresUnknown
from documents.packet.binder import Keep, Piece, bind
from documents.packet.building import build
from documents.packet.contents import withheld
from documents.packet.covers import Cover
from documents.packet.page_map import Place, place_from
from documents.packet.segments import Segment, segment, segment_from
from documents.tables import Binder, Packet
from hearings.facts import SessionOnCalendar
from hearings.queries import session
from infra.blobs import blobs
from infra.clock import now
from infra.jobs import Errand, Job, Progress, enqueue
from kernel.digest import digest
from offices.queries import settings_of


def ask_for_binder(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[Job]:
    """Ask for the binder of a session when its contents changed. Raises NoSuchSession."""
    session(db, office_id, session_id)
    return _ask(db, office_id, session_id, bundles_now(db, office_id, session_id, as_of=as_of), as_of)


def ask_for_binding(db: Session, office_id: int, session_id: int, *, as_of: date) -> tuple[list[Job], list[Job]]:
    """Ask for the packets that changed, or else, with every packet there, for the binder. Raises NoSuchSession.

    So ask once more when the packets are bound.
    """
    session(db, office_id, session_id)
    bundles = bundles_now(db, office_id, session_id, as_of=as_of)
    packets = ask_for_bundles(db, office_id, bundles, as_of=as_of)
    return packets, [] if packets else _ask(db, office_id, session_id, bundles, as_of)


def _ask(db: Session, office_id: int, session_id: int, bundles: Sequence[HearingBundle], as_of: date) -> list[Job]:
    inputs = _inputs(bundles)
    if (known := _bound(db, session_id, inputs)) is not None:
        known.asked_at = now()
        return []
    args = {"office_id": office_id, "session_id": session_id, "as_of": as_of.isoformat()}
    return [enqueue(db, jobs.BINDER, args, office_id=office_id, key=f"binder:{session_id}:{inputs}")]


def binder_of(db: Session, office_id: int, session_id: int) -> Binder:
    """The binder of a session that was asked for last. Raises NoSuchSession or NothingBound."""
    session(db, office_id, session_id)
    found = _last(db, office_id, session_id)
    if found is None:
        raise NothingBound()
    return found


def _last(db: Session, office_id: int, session_id: int) -> Binder | None:
    return db.scalar(
        select(Binder)
        .where(Binder.office_id == office_id, Binder.court_session_id == session_id)
        .order_by(Binder.asked_at.desc())
        .limit(1)
    )


Stored = dict[tuple[str, int], str]
"""Where a segment is kept, by what it is of and the number it begins with."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A packet of the session: what goes in, and where it is if it was built before."""

    of: HearingBundle
    built: tuple[str, Place] | None


@dataclass(frozen=True, slots=True)
class _BinderToBuild:
    cover: Cover
    packets: tuple[_Known, ...]
    inputs: str
    segments: Stored
    """What stood in the last binder: the segment of a packet, or of a cover and index, from a number on."""


@dataclass(frozen=True, slots=True)
class _BoundBinder:
    inputs: str
    pdf_sha: str
    pages: int
    segments: list[Any]
    packets: tuple[BoundPacket, ...]
    """The packets that had to be built for it."""
    refused: tuple[HearingBundle, ...]
    """Those that contradict themselves."""


def _read(db: Session, args: dict[str, Any]) -> _BinderToBuild:
    office_id, session_id = args["office_id"], args["session_id"]
    found = bundles_now(db, office_id, session_id, as_of=date.fromisoformat(args["as_of"]))
    place = session(db, office_id, session_id)
    last, bound = _last(db, office_id, session_id), bound_packets(db, found)
    return _BinderToBuild(
        _cover(place, settings_of(db, office_id).letterhead, found),
        tuple(_known(one, bound.get(one.hearing_id)) for one in found),
        _inputs(found),
        {(packet, base): sha for packet, base, sha in (last.segments if last else ())},
    )


def _known(one: HearingBundle, row: Packet | None) -> _Known:
    return _Known(one, (row.pdf_sha, place_from(row.page_map)) if row else None)


def _make(known: _BinderToBuild, progress: Progress) -> _BoundBinder:
    pieces: list[Piece] = []
    new: list[BoundPacket] = []
    refused: list[HearingBundle] = []
    used: Stored = {}
    keep = partial(_kept, known.segments, used)
    for number, one in enumerate(known.packets):
        progress.report(number, len(known.packets), "binding")
        if one.built is None:
            sha, place = _built(one.of, new, refused)
        else:
            sha, place = one.built
        bundle = one.of.bundle
        pieces.append(Piece(bundle.label, bundle.title, place, partial(_renumbered, sha, keep)))
    built = bind(known.cover, pieces, keep)
    segments = [[packet, base, sha] for (packet, base), sha in sorted(used.items())]
    sha, pages = blobs().put(built.pdf), built.page_map.pages
    return _BoundBinder(known.inputs, sha, pages, segments, tuple(new), tuple(refused))


def _built(of: HearingBundle, new: list[BoundPacket], contradicting: list[HearingBundle]) -> tuple[str, Place]:
    """A packet that was not there; one that contradicts itself is a page that says so, and stops no other."""
    try:
        bound = made_packet(PacketToBuild(of, ()))
    except (FiguresDiffer, FiguresUnknown) as refused:
        contradicting.append(of)
        built = build(withheld(of.bundle, str(refused)))
        return blobs().put(built.pdf), built.page_map
    new.append(bound)
    return bound.pdf_sha, bound.built.page_map


def _renumbered(packet_sha: str, keep: Keep, base: int) -> Segment:
    return keep(packet_sha, base, lambda: segment(blobs().get(packet_sha), base, leads_back=True))


def _kept(known: Stored, used: Stored, what: str, base: int, make: Callable[[], Segment]) -> Segment:
    """The segment as it was kept, or made anew, and a note that it was used."""
    if (what, base) in known:
        sha = used[what, base] = known[what, base]
        return segment_from(blobs().get(sha))
    made = make()
    used[what, base] = blobs().put(made.kept())
    return made


def _write(db: Session, args: dict[str, Any], bound: _BoundBinder) -> None:
    for packet in bound.packets:
        write_packet(db, args["office_id"], packet)
    day = date.fromisoformat(args["as_of"])
    ask_for_bundles(db, args["office_id"], bound.refused, as_of=day)  # so that it is on record why
    if _bound(db, args["session_id"], bound.inputs) is None:
        db.add(
            Binder(
                office_id=args["office_id"],
                court_session_id=args["session_id"],
                inputs_digest=bound.inputs,
                pdf_sha=bound.pdf_sha,
                pages=bound.pages,
                segments=bound.segments,
                made_at=now(),
                asked_at=now(),
            )
        )
        tell(db, args["office_id"], "bound binder", f"court session {args['session_id']}", bound.pdf_sha)


BINDING = Errand(_read, _make, _write)


def _inputs(bundles: Sequence[HearingBundle]) -> str:
    return digest([LAYOUT, [one.inputs for one in bundles]])


def _bound(db: Session, session_id: int, inputs: str) -> Binder | None:
    return db.scalar(select(Binder).where(Binder.court_session_id == session_id, Binder.inputs_digest == inputs))


def _cover(place: SessionOnCalendar, letterhead: str, bundles: Sequence[HearingBundle]) -> Cover:
    drafts = sum(1 for one in bundles if one.bundle.draft)
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
