"""A template filled in from its sample or from a record, so that one sees what it makes before it is used."""

from dataclasses import dataclass
from typing import Any

from documents.drawn import png
from documents.manifests import Template
from documents.pictures import PICTURES
from documents.read_back import check_word
from documents.sources import context
from documents.word import merge


@dataclass(frozen=True, slots=True)
class Filled:
    """The Word file that came of it, and the facts that it marks as missing or withheld."""

    word: bytes
    gaps: tuple[str, ...]


def filled_in(template: Template) -> Filled:
    """The template with its sample facts. Raises TemplateBroken or ReadBackFailed."""
    return filled_with(template, template.sample_facts(), title=template.manifest.title, author="Sample")


def filled_with(template: Template, facts: Any, *, title: str, author: str) -> Filled:
    """The template with these facts, as its audience may see them. Raises TemplateBroken or ReadBackFailed."""
    manifest = template.manifest
    merged = merge(
        template.word,
        context(facts, manifest.audience),
        pictures={picture.name: png(PICTURES[picture.name](facts)) for picture in manifest.pictures},
        title=title,
        author=author,
    )
    check_word(merged.word, merged.said)
    return Filled(merged.word, merged.gaps)
