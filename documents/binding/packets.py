"""Packets: asked for, and built by a job from what goes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cases.queries import case_record
from documents import jobs
from documents.binding.bundles import HearingBundle, bundle_now, bundles_now
from documents.errors import LeakFound
from documents.figures.checking import check_figures
from documents.leaks import find_leaks
from documents.packet.accessibility import accessibility
from documents.packet.building import build
from documents.packet.contents import changed_pages, contents
from documents.packet.parts import Built
from documents.reading import page_texts
from documents.tables import Packet
from hearings.queries import hearing, hearings_of_session, session
from infra import audit
from infra.blobs import blobs
from infra.clock import now
from infra.jobs import Errand, Job, Progress, enqueue
from kernel.digest import plain
from kernel.disclosure import Audience


def ask_for_packets(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[Job]:
    """Ask for the packet of every hearing of a session whose contents changed. Raises NoSuchSession."""
    session(db, office_id, session_id)
    return ask_for_bundles(db, office_id, bundles_now(db, office_id, session_id, as_of=as_of), as_of=as_of)


def ask_for_bundles(db: Session, office_id: int, bundles: Sequence[HearingBundle], *, as_of: date) -> list[Job]:
    """Ask for the packets of bundles that are not bound yet."""
    known, at = bound_packets(db, bundles), now()
    for packet in known.values():
        packet.asked_at = at
    return [_ask(db, office_id, one, as_of) for one in bundles if one.hearing_id not in known]


def ask_for_packet(
    db: Session, office_id: int, hearing_id: int, *, as_of: date, audience: Audience = Audience.INTERNAL
) -> Job | None:
    """Ask for a hearing's packet, or None when it is already bound as it should be. Raises NoSuchHearing."""
    bundle = bundle_now(db, office_id, hearing_id, as_of=as_of, audience=audience)
    return next(iter(ask_for_bundles(db, office_id, [bundle], as_of=as_of)), None)


def _ask(db: Session, office_id: int, one: HearingBundle, as_of: date) -> Job:
    args = {
        "office_id": office_id, "hearing_id": one.hearing_id, "as_of": as_of.isoformat(),
        "audience": one.audience.value,
    }  # fmt: skip
    return enqueue(db, jobs.PACKET, args, office_id=office_id, key=f"packet:{one.hearing_id}:{one.inputs}")


def packet_of(db: Session, office_id: int, hearing_id: int, *, audience: Audience = Audience.INTERNAL) -> Packet | None:
    """The packet of a hearing for an audience that was asked for last, or None."""
    return db.scalar(
        select(Packet)
        .where(Packet.office_id == office_id, Packet.hearing_id == hearing_id, Packet.audience == audience)
        .order_by(Packet.asked_at.desc())
        .limit(1)
    )


def packets_of(db: Session, office_id: int, session_id: int) -> list[Packet]:
    """The newest packet of every hearing of a session, in call order."""
    called = [one.id for one in hearings_of_session(db, office_id, session_id)]
    last = func.row_number().over(partition_by=Packet.hearing_id, order_by=Packet.asked_at.desc())
    ranked = (
        select(Packet.id, last.label("place"))
        .where(Packet.office_id == office_id, Packet.hearing_id.in_(called), Packet.audience == Audience.INTERNAL)
        .subquery()
    )
    rows = db.scalars(select(Packet).join(ranked, ranked.c.id == Packet.id).where(ranked.c.place == 1))
    found = {row.hearing_id: row for row in rows}
    return [found[hearing] for hearing in called if hearing in found]


def bound_packets(db: Session, bundles: Sequence[HearingBundle]) -> dict[int, Packet]:
    """The packets that were built from exactly these bundles, by hearing."""
    wanted = {(one.hearing_id, one.inputs) for one in bundles}
    rows = db.scalars(
        select(Packet).where(
            Packet.hearing_id.in_([one.hearing_id for one in bundles]),
            Packet.inputs_digest.in_([one.inputs for one in bundles]),
        )
    )
    return {row.hearing_id: row for row in rows if (row.hearing_id, row.inputs_digest) in wanted}


@dataclass(frozen=True, slots=True)
class PacketToBuild:
    """What goes into a packet, and the words that its audience may not read."""

    of: HearingBundle
    hidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoundPacket:
    """A packet as built, ready to be written into the record."""

    of: HearingBundle
    built: Built
    pdf_sha: str
    issue: Any
    report: Any
    changes_sha: str | None


def made_packet(known: PacketToBuild) -> BoundPacket:
    """Build a packet and keep its bytes.

    Raises FiguresDiffer or FiguresUnknown where the same figure is not the same everywhere in it, and LeakFound where
    its text tells what its audience may not read.
    """
    bundle = known.of.bundle
    check_figures(bundle)
    built = build(contents(bundle))
    changed = changed_pages(bundle)
    _refuse_leaks(built.pdf, known)
    return BoundPacket(
        known.of,
        built,
        blobs().put(built.pdf),
        plain(bundle.issue),
        plain(accessibility(built.pdf, built.page_map)),
        blobs().put(build(contents(changed)).pdf) if changed else None,
    )


def _refuse_leaks(pdf: bytes, known: PacketToBuild) -> None:
    audience = known.of.audience
    if audience == Audience.INTERNAL:
        return
    leaks = find_leaks("\n".join(page_texts(pdf)), protected=known.hidden, birth_dates=audience != Audience.PUBLIC_FILE)
    if leaks:
        raise LeakFound(tuple(sorted({leak.kind for leak in leaks})))


def write_packet(db: Session, office_id: int, bound: BoundPacket) -> None:
    """Put a built packet on record, unless it is there already."""
    hearing_id = bound.of.hearing_id
    if bound_packets(db, [bound.of]):
        return
    db.add(
        Packet(
            office_id=office_id,
            hearing_id=hearing_id,
            inputs_digest=bound.of.inputs,
            pdf_sha=bound.pdf_sha,
            pages=bound.built.page_map.pages,
            page_map=plain(bound.built.page_map),
            audience=bound.of.audience.value,
            issue=bound.issue,
            report=bound.report,
            changes_sha=bound.changes_sha,
            made_at=now(),
            asked_at=now(),
        )
    )
    tell(db, office_id, "bound packet", f"hearing {hearing_id}", bound.pdf_sha)


def tell(db: Session, office_id: int, verb: str, subject: str, pdf_sha: str) -> None:
    """Leave an audit row of work that was done."""
    audit.record(
        db, office_id=office_id, actor="system:courtready", verb=verb, subject=subject, detail=f"pdf {pdf_sha}"
    )


def hidden_words(db: Session, office_id: int, case_numbers: Sequence[str]) -> tuple[str, ...]:
    """Everything that a protection flag of these cases hides."""
    records = [case_record(db, office_id, one) for one in sorted(set(case_numbers))]
    return tuple(sorted({word for record in records for word in record.protected_words}))


def _read(db: Session, args: dict[str, Any]) -> PacketToBuild:
    office_id, hearing_id, audience = args["office_id"], args["hearing_id"], Audience(args["audience"])
    bundle = bundle_now(db, office_id, hearing_id, as_of=date.fromisoformat(args["as_of"]), audience=audience)
    inside = audience == Audience.INTERNAL
    hidden = () if inside else hidden_words(db, office_id, [hearing(db, office_id, hearing_id).case_no])
    return PacketToBuild(bundle, hidden)


def _make(known: PacketToBuild, progress: Progress) -> BoundPacket:
    progress.report(0, len(known.of.bundle.parts), "binding")
    return made_packet(known)


def _write(db: Session, args: dict[str, Any], bound: BoundPacket) -> None:
    write_packet(db, args["office_id"], bound)


PACKETING = Errand(_read, _make, _write)
