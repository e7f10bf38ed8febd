"""Which template a command means: a file, a template by its name, or one version of it."""

import re
import tomllib
from pathlib import Path
from typing import Any

from cli.opening import office_meant, ready
from cli.reading_files import bytes_of, text_bytes_of
from cli.speaking import FileUnusable
from documents.clinic.errors import NoSuchFacts, NoSuchVersion
from documents.clinic.examine import LARGEST, look_over
from documents.facts import FACTS
from documents.manifests import Manifest, manifest
from documents.template_queries import numbered_version, shelved, text_of_template
from infra.clock import now
from offices.queries import day_of


def facts_meant(file: Path, named: str | None) -> str:
    """The facts that a template may say: as named, or as the manifest beside it says; empty if nobody says."""
    beside = file.parent / "manifest.toml"
    if named is None and file.name == "template.docx" and beside.is_file():
        named = str(_told(beside).get("facts", ""))
    if named and named not in FACTS:
        raise NoSuchFacts(named)
    return named or ""


def manifest_meant(written: Path | None, sample: Path | None) -> tuple[Manifest, bytes] | None:
    """An own manifest with its sample facts. Raises ManifestBroken, or FileUnusable for one without the other."""
    if written is None and sample is None:
        return None
    if written is None or sample is None:
        raise FileUnusable(str(written or sample), "a manifest and its sample facts are given together")
    told = text_bytes_of(written)
    folder = str(_told(written).get("id", "")).partition("/")[2]
    return manifest(told, folder), text_bytes_of(sample)


def _told(manifest: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text_bytes_of(manifest).decode())
    except ValueError as broken:
        raise FileUnusable(str(manifest), "it cannot be read as TOML") from broken


def lines_meant(named: str, office: str | None) -> list[str]:
    """The text of a template as lines. Raises NoSuchTemplate, NoSuchVersion, NotATemplate."""
    if named.endswith(".docx"):
        return list(look_over(bytes_of(Path(named), largest=LARGEST)).lines)
    template, at, number = named.partition("@")
    with ready().reading() as db:
        place = office_meant(db, office)
        found = shelved(db, place.id, place.state, template, on=day_of(db, place.id, now()))
    if at and not re.fullmatch(r"[0-9]{1,4}", number):
        raise NoSuchVersion(f"{number[:20]} of '{found.id}'")
    version = numbered_version(found, int(number)) if at else found.current
    return text_of_template(version.template.word)
