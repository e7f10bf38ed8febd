"""courtready packet"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy.orm import Session

from cli.days import day_meant
from cli.opening import ready
from cli.options import AsJson, AsOf
from cli.speaking import operator, out, tell_json
from cli.waiting import end_unless_done, finish_batch
from documents.binding import ask_for_packet, hand_out, opened_filing, opened_packet, packet_of
from documents.errors import NothingBound
from documents.packet.separate import SeparateFile
from documents.tables import Packet
from hearings.errors import NoSuchHearing
from hearings.tables import Hearing
from infra import audit
from infra.db import Database
from kernel.disclosure import Audience
from kernel.refusals import Refused
from offices.facts import Person
from offices.queries import staff_named


class Whose(StrEnum):
    """For whom a packet is, as it is typed."""

    ATTORNEY = "attorney"
    BENCH = "bench"
    OTHER_PARTY = "other-party"
    FILING = "filing"


AUDIENCES = {
    Whose.ATTORNEY: Audience.INTERNAL,
    Whose.BENCH: Audience.COURT,
    Whose.OTHER_PARTY: Audience.OTHER_PARTY,
    Whose.FILING: Audience.PUBLIC_FILE,
}


@dataclass(eq=False)
class NobodyHandsOut(Refused):
    """Handing out is the act of a person."""

    def __str__(self) -> str:
        return "Say with --by E-MAIL which agent or attorney hands the packet out."


def packet(
    hearing: Annotated[int, typer.Argument(help="Hearing, as `courtready prepare` lists it.", min=1, max=2**31 - 1)],
    place: Annotated[Path, typer.Option("--out", help="File for the PDF; for a filing a folder for its files.")],
    audience: Annotated[Whose, typer.Option(help="For whom; others get only what an attorney approved.")] = (
        Whose.ATTORNEY
    ),
    handing_out: Annotated[
        bool, typer.Option("--hand-out", help="Put it on record as handed out: its page addresses stand from then on.")
    ] = False,
    by: Annotated[str | None, typer.Option(help="E-mail address of the agent or attorney who hands it out.")] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Bind the packet of a hearing for somebody and write it out; a filing as one file for each paper and exhibit."""
    if handing_out and by is None:
        raise NobodyHandsOut()
    database, to = ready(), AUDIENCES[audience]
    with database.reading() as db:
        day = day_meant(as_of, db, office_of_hearing(db, hearing))
        person = staff_named(db, by) if by else None
    bound = _bound(database, hearing, day, to)
    files = _filed(database, bound, day, place) if audience == Whose.FILING else [_written(database, bound, to, place)]
    issue = _handed_out(database, bound, to, person) if handing_out and person else None
    if as_json:
        told = {"hearing": hearing, "audience": audience.value, "pages": bound.pages, "sha256": bound.pdf_sha}
        tell_json(told | {"issue": issue, "files": files})
        return
    ending = f", handed out as issue {issue}" if issue else ""
    out.print(f"{place}: {bound.pages} pages, {len(files)} file(s){ending}", markup=False)


def _bound(database: Database, hearing: int, day: date, audience: Audience) -> Packet:
    with database.transaction() as db:
        office_id = office_of_hearing(db, hearing)
        job = ask_for_packet(db, office_id, hearing, as_of=day, audience=audience)
    end_unless_done(finish_batch(database, [job.id] if job else [], "Packet"))
    with database.reading() as db:
        found = packet_of(db, office_id, hearing, audience=audience)
    if found is None:
        raise NothingBound()
    return found


def _written(database: Database, bound: Packet, audience: Audience, file: Path) -> dict[str, Any]:
    with database.transaction() as db:
        data = opened_packet(db, bound.office_id, bound.hearing_id, audience=audience)
        _tell(db, bound, audience)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return {"file": str(file)}


def _filed(database: Database, bound: Packet, day: date, folder: Path) -> list[dict[str, Any]]:
    with database.transaction() as db:
        files = opened_filing(db, bound.office_id, bound.hearing_id, as_of=day)
        _tell(db, bound, Audience.PUBLIC_FILE)
    folder.mkdir(parents=True, exist_ok=True)
    names = _names(files)
    for name, one in zip(names, files, strict=True):
        (folder / name).write_bytes(one.pdf)
    return [
        {"file": str(folder / name), "title": one.title, "lead": one.lead}
        for name, one in zip(names, files, strict=True)
    ]


def _names(files: Sequence[SeparateFile]) -> list[str]:
    """Names in the order of the packet, which tell nobody's name."""
    return [
        f"{place:02}-{'lead' if one.lead else 'attachment'}-{one.label.removeprefix('Ex. ')}.pdf"
        for place, one in enumerate(files, start=1)
    ]


def _handed_out(database: Database, bound: Packet, audience: Audience, by: Person) -> int:
    with database.transaction() as db:
        return hand_out(db, bound.hearing_id, pdf_sha=bound.pdf_sha, by=by, audience=audience).number


def office_of_hearing(db: Session, hearing: int) -> int:
    """The office to which a hearing belongs. Raises NoSuchHearing."""
    found = db.get(Hearing, hearing)
    if found is None:
        raise NoSuchHearing(hearing)
    return found.office_id


def _tell(db: Session, bound: Packet, audience: Audience) -> None:
    audit.record(
        db, office_id=bound.office_id, actor=operator(), verb=f"wrote out {audience.value} packet of",
        subject=f"hearing {bound.hearing_id}",
    )  # fmt: skip
