"""Packets that were not built for their figures, as the last try to build them left it on record."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from documents import jobs
from documents.beside import GaveUp
from documents.figures.errors import DIFFERS, UNKNOWN
from documents.tables import Exhibit, Packet, Revision
from kernel.disclosure import Audience


@dataclass(frozen=True, slots=True)
class PacketRefused:
    """In the words of the refusal, and when it was said. ``because``: whether figures differ or cannot be compared."""

    because: str
    words: str
    at: datetime

    def stands(self, revisions: Collection[Revision], exhibits: Collection[Exhibit]) -> bool:
        """Whether nothing that was compared has been made or attached since."""
        return all(one.made_at < self.at for one in revisions) and all(one.added_at < self.at for one in exhibits)


def packets_refused(db: Session, given_up: Iterable[GaveUp]) -> dict[int, PacketRefused]:
    """By hearing, the attorney's packets that were last refused because figures differ or cannot be compared.

    Nothing is compared here: it is what the job that builds packets said.
    """
    found = {}
    for one in sorted(given_up, key=lambda each: each.at):
        inside = one.kind == jobs.PACKET and one.args["audience"] == Audience.INTERNAL
        because = next((each for each in (DIFFERS, UNKNOWN) if one.words.startswith(each)), None)
        if inside and because:
            words = one.words.removeprefix(because).lstrip(": ")
            found[one.args["hearing_id"]] = PacketRefused(because, words, one.at)
    return _without_mended(db, found) if found else {}


def _without_mended(db: Session, found: dict[int, PacketRefused]) -> dict[int, PacketRefused]:
    """Without those that were built since, or lost an exhibit."""
    ids = list(found)
    built = select(Packet.hearing_id, func.max(Packet.asked_at)).where(
        Packet.hearing_id.in_(ids), Packet.audience == Audience.INTERNAL
    )
    removed = select(Exhibit.hearing_id, func.max(Exhibit.removed_at)).where(Exhibit.hearing_id.in_(ids))
    since = [
        *db.execute(built.group_by(Packet.hearing_id)).all(),
        *db.execute(removed.where(Exhibit.removed_at.is_not(None)).group_by(Exhibit.hearing_id)).all(),
    ]
    mended = {id for id, at in since if at and at >= found[id].at}
    return {id: one for id, one in found.items() if id not in mended}
