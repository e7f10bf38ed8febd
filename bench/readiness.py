"""Readiness of a session of 120 hearings out of counties of growing size: the board, its page, the morning refresh."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from fastapi.testclient import TestClient
from sqlalchemy import create_engine, event, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from api.app import create_app
from bench.figures import ROUNDS, Figure, in_turns
from bench.filled import fill
from documents.freeze import freeze
from documents.gather import Matter, gathered
from documents.gather.matter import matters
from documents.manifests import Template
from documents.morning.docket import kept_figure, morning
from documents.review import State
from documents.standing import standings
from documents.tables import Document, Revision
from filings.board import board
from hearings.actions import import_extract
from hearings.queries import hearings_of_session
from hearings.tables import Setting
from infra.blobs import blobs
from infra.clock import now
from infra.db import Database, database
from kernel.refusals import Refused
from offices.actions import add_staff, open_office
from offices.facts import Role
from offices.seeds import seed_for
from tests.servers import postgresql

SQLITE, POSTGRESQL = (300_000, 40_000, 10_000), (40_000, 10_000)
"""Cases of a county, the largest first."""
HEARINGS, SESSION = 120, 1
NEW_DAY = "board, first look of a day"
LIMIT, GROWTH = 2.0, 1.5
"""Seconds that a board or its page may take, and how many times those of the smallest county."""
SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "extract-nc"
OFFICE = "Mecklenburg County"
DAY, MONTH_AFTER = date(2026, 11, 20), date(2026, 12, 20)
AGENT, PASSWORD = "bench@example.gov", "a long enough password"
STATES = (State.MADE, State.SUBMITTED, State.APPROVED)


def figures(sqlite: Sequence[int] = SQLITE, served: Sequence[int] = POSTGRESQL) -> Iterator[Figure]:
    """Each size on each database. At the first look of a day every paper is gathered and compared anew."""
    told: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as held:
        for cases in sqlite:
            yield from _county("SQLite", cases, Path(held) / f"county-{cases}", told)
        if served:
            with postgresql() as server:
                for cases in served:
                    os.environ["COURTREADY_DATABASE_URL"] = _made(server, f"county{cases}")
                    yield from _county("PostgreSQL", cases, Path(held) / f"served-{cases}", told)
                del os.environ["COURTREADY_DATABASE_URL"]
    yield from _growth(told)


def _growth(told: Mapping[tuple[str, int], float]) -> Iterator[Figure]:
    """Each county against the smallest one of its database: no more of it is read, only found among more."""
    for (name, cases), took in told.items():
        least = min(size for of, size in told if of == name)
        if cases != least:
            what, theirs = f"{NEW_DAY}, {name}, {cases:,} cases", told[name, least]
            yield Figure(what, f"the same of {least:,} cases", took, theirs, GROWTH, ceiling=True)


def _county(name: str, cases: int, folder: Path, told: dict[tuple[str, int], float]) -> Iterator[Figure]:
    os.environ["COURTREADY_DATA"] = str(folder)
    opened = database()
    held = county_with_a_session(opened, cases)
    papers_of_the_session(opened)
    asked = _questions(opened)
    page = browser()

    days = count(1)

    def new_day() -> None:
        with opened.reading() as db:
            assert len(board(db, 1, SESSION, DAY + timedelta(next(days))).rows) == HEARINGS

    def whole_board() -> None:
        with opened.reading() as db:
            assert len(board(db, 1, SESSION, DAY).rows) == HEARINGS

    def whole_page() -> None:
        answer = page.get(f"/sessions/{SESSION}/readiness").raise_for_status()
        assert answer.text.count('data-label="Service"') == HEARINGS

    def refreshed() -> None:
        """With no paper's figure in memory, a month after: every balance has moved."""
        kept_figure.cache_clear()
        with opened.reading() as db:
            found = morning(db, 1, SESSION, as_of=MONTH_AFTER)
        assert len(found.matters) == HEARINGS
        assert len(found.changed) > HEARINGS / 2

    sides = {NEW_DAY: new_day, "board": whole_board, "page": whole_page, "morning refresh": refreshed}
    spent = in_turns(sides, rounds=ROUNDS)
    asked.clear()
    whole_board()
    checked = f"{HEARINGS} hearings, {len(asked)} questions"
    told[name, cases] = spent[NEW_DAY]
    for what, took in spent.items():
        yield Figure(f"{what}, {name}, {held:,} cases", "the limit", took, LIMIT, 1.0, ceiling=True, checked=checked)
    opened.close()
    shutil.rmtree(folder)


def _questions(opened: Database) -> list[str]:
    asked: list[str] = []
    event.listen(opened.reader, "before_cursor_execute", lambda *given: asked.append(given[2]))
    return asked


def browser() -> TestClient:
    """The pages with an agent signed in, on the day of the extract."""
    app = create_app(now=lambda: datetime(DAY.year, DAY.month, DAY.day, 17, tzinfo=UTC))
    client = TestClient(app, base_url="https://court.example.gov")
    client.post("/sign-in", data={"email": AGENT, "password": PASSWORD}).raise_for_status()
    return client


def county_with_a_session(opened: Database, cases: int) -> int:
    """A county of that size with a session of so many hearings; how many cases it has."""
    opened.migrate()
    with opened.transaction() as db:
        office = open_office(db, OFFICE, state="NC", new_settings=seed_for(OFFICE))
        add_staff(db, office, name="Bench", email=AGENT, role=Role.AGENT, password=PASSWORD)
        import_extract(db, office, SAMPLE, mapping="nc-acts", by="bench", now=now())
    with opened.transaction() as db:
        held = fill(db, cases)
        some = db.scalars(select(Setting.id).where(Setting.ended_at.is_(None)).order_by(Setting.id).limit(HEARINGS))
        chosen = some.all()
        elsewhere = update(Setting).where(Setting.court_session_id == SESSION, Setting.id.not_in(chosen))
        db.execute(elsewhere.values(court_session_id=SESSION + 1))
        db.execute(update(Setting).where(Setting.id.in_(chosen)).values(court_session_id=SESSION))
        db.execute(text("ANALYZE"))
    return held


def papers_of_the_session(opened: Database) -> None:
    """The papers of every hearing of the session, as they stand in the record."""
    with opened.transaction() as db:
        found = matters(db, 1, hearings_of_session(db, 1, SESSION), as_of=DAY)
        for of, known in zip(found, standings(db, found), strict=True):
            for place, template in enumerate(known.needed):
                _paper(db, of, template, STATES[(of.hearing.id + place) % len(STATES)])


def _paper(db: Session, of: Matter, template: Template, state: State) -> None:
    """A paper as it stands in the record, with its facts; nobody opens its bytes here."""
    try:
        frozen = freeze(gathered(template.manifest.facts, of))
    except Refused:
        return
    manifest = template.manifest
    document = Document(office_id=1, hearing_id=of.hearing.id, kind=manifest.kind, current_id=None)
    db.add(document)
    db.flush()
    revision = Revision(
        office_id=1, document_id=document.id, number=1, title=manifest.title, audience=manifest.audience.value,
        file_name=f"paper-{document.id}", as_of=DAY, template=manifest.id, template_digest=template.digest,
        facts_digest=frozen.digest, substance_digest=frozen.substance, facts_sha=blobs().put(frozen.told),
        imprint_sha=None, record_mark=None, word_sha="0" * 64, pdf_sha="0" * 64, pages=3, gaps=[], state=state.value,
        made_by="bench", made_at=now(),
    )  # fmt: skip
    db.add(revision)
    db.flush()
    document.current_id = revision.id


def _made(server: str, name: str) -> str:
    """A new database of a PostgreSQL server."""
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)
