"""Packets: asked for, and built by a job from what goes in."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.queries import case_record
from documents import jobs
from documents.binding.bundles import bundle_now, bundles_now
from documents.errors import LeakFound
from documents.leaks import find_leaks
from documents.packet.accessibility import accessibility
from documents.packet.building import build
from documents.packet.contents import Bundle, changed_pages, contents
from documents.packet.parts import Built
from documents.reading import page_texts
from documents.tables import Packet
from hearings.queries import hearing, hearings_of_session, session
from infra import audit
from infra.blobs import blobs
from infra.clock import now
from infra.jobs import Errand, Job, Progress, enqueue
from kernel.digest import digest, plain
from kernel.disclosure import Audience

LAYOUT = 2
"""Raised when packets look different, so that all are built anew."""


def ask_for_packets(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[Job]:
    """Ask for the packet of every hearing of a session whose contents changed. Raises NoSuchSession."""
    session(db, office_id, session_id)
    return ask_for_bundles(db, office_id, bundles_now(db, office_id, session_id, as_of=as_of), as_of=as_of)


def ask_for_bundles(
    db: Session, office_id: int, bundles: Sequence[tuple[int, Bundle]], *, as_of: date
) -> list[Job]:
    """Ask for the packets of bundles, each with its hearing, that are not bound yet."""
    asked = [_ask(db, office_id, hearing_id, bundle, as_of, Audience.INTERNAL) for hearing_id, bundle in bundles]
    return [job for job in asked if job is not None]


def ask_for_packet(
    db: Session, office_id: int, hearing_id: int, *, as_of: date, audience: Audience = Audience.INTERNAL
) -> Job | None:
    """Ask for a hearing's packet, or None when it is already bound as it should be. Raises NoSuchHearing."""
    bundle = bundle_now(db, office_id, hearing_id, as_of=as_of, audience=audience)
    return _ask(db, office_id, hearing_id, bundle, as_of, audience)


def _ask(
    db: Session, office_id: int, hearing_id: int, bundle: Bundle, as_of: date, audience: Audience
) -> Job | None:
    inputs = inputs_of(bundle, audience)
    if (known := bound_packet(db, hearing_id, inputs)) is not None:
        known.asked_at = now()
        return None
    args = {
        "office_id": office_id, "hearing_id": hearing_id, "as_of": as_of.isoformat(), "audience": audience.value,
    }  # fmt: skip
    return enqueue(db, jobs.PACKET, args, office_id=office_id, key=f"packet:{hearing_id}:{inputs}")


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
    found = (packet_of(db, office_id, one.id) for one in hearings_of_session(db, office_id, session_id))
    return [packet for packet in found if packet is not None]


def bound_packet(db: Session, hearing_id: int, inputs: str) -> Packet | None:
    """The packet that was built from these inputs, or None."""
    return db.scalar(select(Packet).where(Packet.hearing_id == hearing_id, Packet.inputs_digest == inputs))


def inputs_of(bundle: Bundle, audience: Audience = Audience.INTERNAL) -> str:
    """The digest of everything that goes into a packet."""
    changes = asdict(bundle.changes) if bundle.changes else None
    parts = [asdict(part) for part in bundle.parts]
    return digest([LAYOUT, audience.value, asdict(bundle.cover), parts, bundle.tab, bundle.duplex, changes])


@dataclass(frozen=True, slots=True)
class PacketToBuild:
    """A bundle, for whom, and the words that this audience may not read."""

    bundle: Bundle
    inputs: str
    audience: Audience
    hidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoundPacket:
    """A packet as built, ready to be written into the record."""

    inputs: str
    built: Built
    pdf_sha: str
    issue: Any
    report: Any
    changes_sha: str | None
    audience: Audience


def made_packet(known: PacketToBuild) -> BoundPacket:
    """Build a packet and keep its bytes. Raises LeakFound where its text tells what its audience may not read."""
    built = build(contents(known.bundle))
    changed = changed_pages(known.bundle)
    _refuse_leaks(built.pdf, known)
    return BoundPacket(
        known.inputs,
        built,
        blobs().put(built.pdf),
        plain(known.bundle.issue),
        plain(accessibility(built.pdf, built.page_map)),
        blobs().put(build(contents(changed)).pdf) if changed else None,
        known.audience,
    )


def _refuse_leaks(pdf: bytes, known: PacketToBuild) -> None:
    if known.audience == Audience.INTERNAL:
        return
    leaks = find_leaks(
        "\n".join(page_texts(pdf)), protected=known.hidden, birth_dates=known.audience != Audience.PUBLIC_FILE
    )
    if leaks:
        raise LeakFound(tuple(sorted({leak.kind for leak in leaks})))


def write_packet(db: Session, office_id: int, hearing_id: int, bound: BoundPacket) -> None:
    """Put a built packet on record, unless it is there already."""
    if bound_packet(db, hearing_id, bound.inputs) is not None:
        return
    db.add(
        Packet(
            office_id=office_id,
            hearing_id=hearing_id,
            inputs_digest=bound.inputs,
            pdf_sha=bound.pdf_sha,
            pages=bound.built.page_map.pages,
            page_map=plain(bound.built.page_map),
            audience=bound.audience.value,
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
    hidden = hidden_words(db, office_id, [hearing(db, office_id, hearing_id).case_no])
    return PacketToBuild(bundle, inputs_of(bundle, audience), audience, hidden)


def _make(known: PacketToBuild, progress: Progress) -> BoundPacket:
    progress.report(0, len(known.bundle.parts), "binding")
    return made_packet(known)


def _write(db: Session, args: dict[str, Any], bound: BoundPacket) -> None:
    write_packet(db, args["office_id"], args["hearing_id"], bound)


PACKETING = Errand(_read, _make, _write)
