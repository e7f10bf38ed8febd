"""courtready prepare, courtready binder"""

import secrets
import time
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from sqlalchemy.orm import Session

from cli.days import day_meant
from cli.opening import ready
from cli.options import AsJson, AsOf
from cli.speaking import err, operator, out, tell_json
from cli.waiting import Finished, end_unless_done, finish_batch
from documents.actions import prepare_session
from documents.binding import ask_for_binder, ask_for_binding, binder_of, packets_of
from documents.queries import Paper, Prepared
from documents.tables import Packet
from filings.queries import session_and_filing
from hearings.errors import NoSuchSession
from hearings.queries import hearings_of_session
from hearings.tables import CourtSession
from infra.blobs import blobs
from infra.config import config
from infra.db import Database


def prepare(
    session: Annotated[
        int, typer.Option(help="Court session, as `courtready sessions` lists it.", min=1, max=2**31 - 1)
    ],
    as_of: AsOf = None,
    folder: Annotated[
        Path | None, typer.Option("--out", help="Folder for the Word and PDF files; in the data folder if not given.")
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option(help="A kind of paper that is made on request; may be given several times.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make every paper of every hearing of a court session that does not yet say what the case says."""
    database, started = ready(), time.monotonic()
    day = _day_meant(database, session, as_of)
    place = folder or config().folder("out") / f"session-{session}"
    finished = prepare_papers(database, session, day, also or ())
    told = prepared_told(database, session, day, place)
    told["seconds"] = round(time.monotonic() - started, 1)
    told["worker_deaths"] = finished.deaths
    if as_json:
        tell_json(told)
    else:
        show_prepared(told)
    if finished.problems:
        err.print(f"{len(finished.problems)} papers could not be made; `courtready jobs` says why.", markup=False)
        raise typer.Exit(1)


def prepare_papers(database: Database, session: int, day: date, also: Collection[str] = ()) -> Finished:
    """Ask for the papers of a session and wait for them. Raises NoSuchSession or NotTaken."""
    batch = f"prepare-{secrets.token_hex(6)}"
    with database.transaction() as db:
        office_id = office_of(db, session)
        jobs = prepare_session(db, office_id, session, as_of=day, by=operator(), batch=batch, also=also)
        ids = [job.id for job in jobs]
    return finish_batch(database, ids, "Papers")


def prepared_told(database: Database, session: int, day: date, place: Path) -> dict[str, Any]:
    """The prepared session as JSON, its current Word and PDF files written to a folder."""
    with database.reading() as db:
        office_id = office_of(db, session)
        found = session_and_filing(db, office_id, session, as_of=day)
    told = [_hearing(one, place) for one in found]
    return {"session": session, "hearings": told}


def show_prepared(told: dict[str, Any]) -> None:
    """The prepared session as a table: hearing, documents, ready or the gaps."""
    table = Table("Hearing", "Case", "Documents", "Ready or what is missing", show_lines=True)
    for one in told["hearings"]:
        papers = "\n".join(f"{paper['kind']} ({paper['pages']} p.)" for paper in one["documents"])
        gaps = "\n".join(f"• {gap['what']} ({gap['owner']})" for gap in one["gaps"])
        table.add_row(str(one["hearing"]), one["case_no"], papers, gaps or "[bold green]ready[/]")
    out.print(table)


def binder(
    session: Annotated[
        int, typer.Option(help="Court session, as `courtready sessions` lists it.", min=1, max=2**31 - 1)
    ],
    file: Annotated[Path, typer.Option("--out", help="Where to write the binder.")],
    as_of: AsOf = None,
    packets: Annotated[Path | None, typer.Option(help="Also write each hearing's packet into this folder.")] = None,
    as_json: AsJson = False,
) -> None:
    """Bind the packets of a court session into one PDF with index, links and bookmarks."""
    database = ready()
    day = _day_meant(database, session, as_of)
    told = bind(database, session, day, file, packets)
    if as_json:
        tell_json(told)
    else:
        out.print(f"{file}: {told['pages']} pages, {len(told['packets'])} packets", markup=False)


def bind(database: Database, session: int, day: date, file: Path, packets_to: Path | None = None) -> dict[str, Any]:
    """Build what has changed of a session's packets and its binder, and write them to files."""
    with database.transaction() as db:
        office_id = office_of(db, session)
        packets_asked, binder_asked = ask_for_binding(db, office_id, session, as_of=day)
    packets_bound = finish_batch(database, [job.id for job in packets_asked], "Packets")
    if packets_asked:
        with database.transaction() as db:
            binder_asked = ask_for_binder(db, office_id, session, as_of=day)
    end_unless_done(finish_batch(database, [job.id for job in binder_asked], "Binder"))
    with database.reading() as db:
        made, packets = binder_of(db, office_id, session), packets_of(db, office_id, session)
        names = {
            one.id: f"{one.on.isoformat()}-{one.case_no}-packet.pdf"
            for one in hearings_of_session(db, office_id, session)
        }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(blobs().get(made.pdf_sha))
    told = {
        "session": session,
        "file": str(file),
        "pages": made.pages,
        "packets": [_packet_written(one, names[one.hearing_id], packets_to) for one in packets],
    }
    end_unless_done(packets_bound)  # a packet that is not bound is a page of the binder that says why
    return told


def office_of(db: Session, session: int) -> int:
    """The office to which a court session belongs. Raises NoSuchSession."""
    found = db.get(CourtSession, session)
    if found is None:
        raise NoSuchSession(session)
    return found.office_id


def _day_meant(database: Database, session: int, as_of: str | None) -> date:
    with database.reading() as db:
        return day_meant(as_of, db, office_of(db, session))


def _hearing(one: Prepared, place: Path) -> dict[str, Any]:
    return {
        "hearing": one.matter.hearing.id,
        "case_no": one.matter.hearing.case_no,
        "documents": [_written(paper, place) for paper in one.papers if paper.revision],
        "gaps": [{"what": gap.what, "cause": gap.cause, "owner": gap.owner} for gap in one.gaps],
    }


def _written(paper: Paper, place: Path) -> dict[str, Any]:
    revision = paper.revision
    assert revision is not None  # noqa: S101 - only papers that exist are written
    place.mkdir(parents=True, exist_ok=True)
    files = {}
    for ending, sha in (("docx", revision.word_sha), ("pdf", revision.pdf_sha)):
        file = place / f"{revision.file_name}.{ending}"
        file.write_bytes(blobs().get(sha))
        files[ending] = str(file)
    return {
        "kind": paper.kind,
        "revision": revision.id,
        "word": files["docx"],
        "pdf": files["pdf"],
        "pages": revision.pages,
        "state": "stale" if paper.stale else revision.state,
    }


def _packet_written(packet: Packet, name: str, folder: Path | None) -> dict[str, Any]:
    told: dict[str, Any] = {"hearing": packet.hearing_id, "pages": packet.pages, "sha256": packet.pdf_sha}
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(blobs().get(packet.pdf_sha))
        told["file"] = str(folder / name)
    return told
