"""A whole court session of 60 hearings: papers in Word and PDF, packets, binder, against scripts of usual libraries."""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bench.county import county
from bench.figures import Figure
from bench.peers import offices
from bench.peers import session as plain
from cases.actions import post_payment
from cli.preparing import bind, prepare_papers
from cli.waiting import finish_batch
from documents.gather import gathered, matter
from documents.papers import ask_for_papers, offered_for, templates_for
from documents.sources import context
from documents.tables import Binder, Document
from hearings.actions import import_extract
from hearings.queries import hearings_of_session, sessions
from infra.clock import now
from infra.db import Database, database
from infra.own_worker import own_worker_if_none_is_alive
from kernel.money import Money
from kernel.refusals import Refused
from offices.actions import open_office
from offices.facts import Person, Role
from offices.seeds import seed_for

COUNTIES = 3
"""Three sample counties have 60 hearings in their first session."""
ALSO = ("notice-of-hearing", "certificate-of-service")
DAY = date(2026, 11, 20)
WORKERS, ROUNDS = 2, 5
NAIVE, USUAL = 6, 12
"""Hearings that a peer makes in a round; its time is taken for each hearing."""
AGENT = Person(1, 1, "Bench", "bench@example.gov", Role.AGENT)


def figures() -> Iterator[Figure]:
    """From a filled record to the binder, each way with two processes on the same cores."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        os.environ["COURTREADY_DATA"] = str(folder / "county")
        record = _record(folder)
        with record.reading() as db:
            hearings = [_plainly(db, one.id) for one in hearings_of_session(db, 1, 1)]
        record.close()
        yield from _compared(folder, hearings)


def _compared(folder: Path, hearings: Sequence[plain.Hearing]) -> Iterator[Figure]:
    spent: dict[str, list[float]] = {name: [] for name in ("naive", "usual", "whole", "nothing", "one case")}
    with ExitStack() as opened:
        cold = [opened.enter_context(offices.one_shot()) for _ in range(WORKERS)]
        warm = [opened.enter_context(offices.warm_unoserver()) for _ in range(WORKERS)]
        for number in range(ROUNDS):
            spent["naive"].append(_timed(lambda: plain.session(hearings[:NAIVE], cold)))
            spent["usual"].append(_timed(lambda: plain.session(hearings[:USUAL], warm)))
            papers, pages = _round(folder / f"round-{number}", folder / "county", spent)
    took = {name: statistics.median(each) for name, each in spent.items()}
    what = f"{len(hearings)} hearings, {papers} papers, packets, binder of {pages:,} pages"
    for way, against, of, goal in (
        ("naive", "docxtpl, soffice for each paper, pypdf", NAIVE, 8.0),
        ("usual", "docxtpl, a warm unoserver for each worker, pypdf", USUAL, 2.0),
    ):
        theirs = took[way] / of * len(hearings)
        yield Figure(what, f"{against}; {of} hearings, scaled", took["whole"], theirs, goal, checked="same papers")
    yield Figure("one case changed", "the whole session", took["one case"], took["whole"], 0.05, ceiling=True)
    yield Figure("nothing changed", "the whole session", took["nothing"], took["whole"], 0.01, ceiling=True)


def _round(data: Path, county_of: Path, spent: dict[str, list[float]]) -> tuple[int, int]:
    """One session from a filled record, then again, then with one more payment; the number of papers and pages."""
    shutil.copytree(county_of, data)
    os.environ["COURTREADY_DATA"] = str(data)
    opened = database()
    with own_worker_if_none_is_alive():
        _warm(opened)
        spent["whole"].append(_timed(lambda: _made(opened)))
        spent["nothing"].append(_timed(lambda: _made(opened)))
        with opened.transaction() as db:
            case_no = hearings_of_session(db, 1, 1)[0].case_no
            post_payment(
                db, case_no, receipt_no="R-BENCH", collected_on=DAY, amount=Money(12_300), by=AGENT, now=now()
            )
        spent["one case"].append(_timed(lambda: _made(opened)))
    with opened.reading() as db:
        ours = {one.id for one in hearings_of_session(db, 1, 1)}
        papers = db.scalar(select(func.count()).select_from(Document).where(Document.hearing_id.in_(ours))) or 0
        pages = db.scalar(select(Binder.pages).order_by(Binder.id.desc()).limit(1)) or 0
    opened.close()
    shutil.rmtree(data)
    return papers, pages


def _warm(opened: Database) -> None:
    """Two hearings of another session, so that our converters have been at work before, as the others' have."""
    with opened.transaction() as db:
        other = next(one for one in sessions(db, 1) if one.id != 1 and one.hearings > 1)
        jobs = [
            job.id
            for one in hearings_of_session(db, 1, other.id)[:WORKERS]
            for job in ask_for_papers(db, 1, one.id, as_of=DAY, by="bench", also=ALSO)
        ]
    finish_batch(opened, jobs, "Before the clock runs")


def _made(opened: Database) -> None:
    """What ``courtready prepare`` and ``courtready binder`` do, with a worker that is already there."""
    finished = prepare_papers(opened, 1, DAY, ALSO)
    if finished.problems:
        raise RuntimeError(finished.problems[0])
    bind(opened, 1, DAY, Path(os.environ["COURTREADY_DATA"]) / "out" / "binder.pdf")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _record(folder: Path) -> Database:
    """An office with its extract imported."""
    county(folder / "extract", COUNTIES)
    opened = database()
    opened.migrate()
    with opened.transaction() as db:
        office = open_office(db, "Mecklenburg County", state="NC", new_settings=seed_for("Mecklenburg County"))
        import_extract(db, office, folder / "extract", mapping="nc-acts", by="bench", now=now())
    return opened


def _plainly(db: Session, hearing_id: int) -> plain.Hearing:
    """The same papers with the same facts, for those who merge them with other means."""
    of = matter(db, 1, hearing_id, as_of=DAY)
    needed = (*templates_for(db, of), *(one for one in offered_for(db, of) if one.manifest.kind in ALSO))
    papers = []
    for template in sorted(needed, key=lambda one: one.manifest.position):
        try:
            facts = gathered(template.manifest.facts, of)
        except Refused:
            continue
        pictures = {picture.name: facts for picture in template.manifest.pictures}
        told = context(facts, template.manifest.audience)
        papers.append(plain.Paper(template.manifest.title, template.word, told, pictures))
    return plain.Hearing(of.hearing.case_no, papers)
