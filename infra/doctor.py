"""Trying each part for real, and saying what to do where one fails."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import func, select, text

from infra.audit import Audit, verify
from infra.blobs import blobs
from infra.clock import now
from infra.config import config
from infra.converter import to_pdf
from infra.db import database
from infra.doorbell import celery_app
from infra.jobs.presence import deaths_since, living
from infra.libreoffice import office_version, python_with_uno
from infra.migrate import migrations_due
from infra.sealing import seal, unseal
from kernel.refusals import Courteous
from kernel.sealed import Sealed

LEAST_DISK = 1_000_000_000
MOST_DRIFT = timedelta(minutes=2)
FONTS = {
    "a Times New Roman measure": "Liberation Serif",
    "an Arial measure": "Liberation Sans",
    "Chinese names": ":lang=zh",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """How one part fares, and what to do when it does not."""

    part: str
    ok: bool
    words: str
    advice: str = ""


def examine() -> list[Finding]:
    """A finding for every part, in the order in which a person should mend them."""
    return [_tried(part, advice, look) for part, advice, look in _PARTS]


def _tried(part: str, advice: str, look: Callable[[], Finding]) -> Finding:
    try:
        found = look()
    except Courteous as refusal:
        return Finding(part, False, str(refusal), advice)
    except Exception as failure:  # noqa: BLE001  a broken part may raise anything; that is what is being looked for
        return Finding(part, False, f"It does not answer ({type(failure).__name__}).", advice)
    return replace(found, part=part, advice="" if found.ok else advice)


def _well(words: str) -> Finding:
    return Finding("", True, words)


def _ill(words: str) -> Finding:
    return Finding("", False, words)


def _disk() -> Finding:
    free = shutil.disk_usage(config().folder(".")).free
    words = f"{free / 1e9:,.1f} GB free in {config().data}."
    return _well(words) if free >= LEAST_DISK else _ill(words)


def _database() -> Finding:
    with database().transaction() as db:
        db.execute(text("SELECT 1"))
    return _well(f"{database().writer.dialect.name} takes transactions.")


def _migrations() -> Finding:
    due = migrations_due(database().reader)
    return _ill("The tables are behind the program.") if due else _well("The tables are up to date.")


def _secret() -> Finding:
    if unseal(seal(Sealed("doctor"))) != Sealed("doctor"):
        return _ill("Sealed values do not open.")
    in_file = "a key file in the data folder: back it up apart from the database"
    where = "the environment" if config().secret else in_file
    return _well(f"Sealed values open; the secret is in {where}.")


def _blobs() -> Finding:
    sha = blobs().put(b"courtready doctor\n")
    return _well("A file was stored and read back.") if blobs().get(sha) else _ill("A file came back empty.")


def _broker() -> Finding:
    with celery_app().connection_for_write() as connection:
        connection.ensure_connection(max_retries=1, timeout=3)
        kind = connection.transport.driver_type
    return _well(f"The broker ({kind}) takes connections.")


def _worker() -> Finding:
    with database().reading() as db:
        alive, deaths = living(db), deaths_since(db, now() - timedelta(days=1))
    died = f" {deaths} worker processes died in the last day." if deaths else ""
    if alive:
        return _well(f"{len(alive)} running, {sum(worker.slots for worker in alive)} jobs at once.{died}")
    if config().broker_url:
        return _ill(f"No worker is running.{died}")
    return _well(f"None is running now; commands that need one start their own.{died}")


def _libreoffice() -> Finding:
    import docx

    paper, word = docx.Document(), io.BytesIO()
    paper.add_paragraph("Courtready doctor: NUÑEZ, 李")
    paper.save(word)
    pages = to_pdf(word.getvalue()).pages
    stays = "stays for many papers" if python_with_uno() else "is slow: it starts for each paper; install python3-uno"
    return _well(f"A Word file became a PDF of {pages} page. LibreOffice {office_version()} {stays}.")


def _fonts() -> Finding:
    missing = [use for use, font in FONTS.items() if not _has_font(font)]
    if missing:
        return _ill(f"No font for {' and '.join(missing)}: lines and pages would break elsewhere than in court.")
    return _well("Fonts with the measures that courts expect, and for Chinese names, are there.")


def _has_font(pattern: str) -> bool:
    return bool(subprocess.run(["fc-list", pattern], capture_output=True, check=True, timeout=30).stdout.strip())


def _clock() -> Finding:
    with database().reading() as db:
        newest = db.scalar(select(func.max(Audit.at)))
        theirs = now() if db.get_bind().dialect.name == "sqlite" else db.scalar(select(func.now()))
    if newest is not None and newest > now() + MOST_DRIFT:
        return _ill(f"The newest audit row is from {newest:%B %-d, %Y %H:%M} UTC, which is still to come.")
    if theirs is not None and abs(theirs - now()) > MOST_DRIFT:
        return _ill("The clocks of this machine and of the database differ by more than two minutes.")
    return _well(f"It is {now():%B %-d, %Y %H:%M} UTC.")


def _audit() -> Finding:
    with database().reading() as db:
        verdicts = [verify(db, office) for office in db.scalars(select(Audit.office_id).distinct())]
    broken = [verdict.words for verdict in verdicts if not verdict.ok]
    return _ill(" ".join(broken)) if broken else _well(f"The audit of {len(verdicts)} offices is whole.")


_PARTS: tuple[tuple[str, str, Callable[[], Finding]], ...] = (
    ("disk", "Make room, or set COURTREADY_DATA to a folder on a larger disk.", _disk),
    ("database", "Check COURTREADY_DATABASE_URL and that the database server runs.", _database),
    ("migrations", "Any courtready command of the newest version in use brings them up to date.", _migrations),
    ("secret", "Set COURTREADY_SECRET to the secret under which this database was filled.", _secret),
    ("blobs", "Check COURTREADY_BLOBS_URL and the AWS_* names, or the rights of the data folder.", _blobs),
    ("broker", "Check COURTREADY_BROKER_URL and that RabbitMQ or Redis runs; jobs wait safely until then.", _broker),
    ("worker", "Run `courtready work` on at least one machine.", _worker),
    ("LibreOffice", "Install the package libreoffice-writer-nogui.", _libreoffice),
    ("fonts", "Install the packages fontconfig, fonts-liberation and fonts-noto-cjk.", _fonts),
    ("audit", "Keep the data folder and the database as they are, and compare with a backup.", _audit),
    ("clock", "Have the clock of every machine set by NTP.", _clock),
)
