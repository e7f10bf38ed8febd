"""What people wrote down for a case, as the facts that a paper asks for."""

from dataclasses import fields
from datetime import date
from typing import Any

from cases.notes import AMOUNTS, DATES, day_written
from cases.queries import CaseRecord
from documents.facts.field import ENTRY
from documents.gather.people import money_note, note
from kernel.disclosure import Disclosure
from kernel.traced import Traced


def entries(record: CaseRecord, kind: type, seen_by: Disclosure = Disclosure.INTERNAL) -> dict[str, Any]:
    """Every fact of a facts type that a person writes, by the name of its field; missing where nobody wrote it."""
    asked = [field.name for field in fields(kind) if field.metadata.get(ENTRY)]
    return {name: entry(record, name).as_(seen_by) for name in asked}


def entry(record: CaseRecord, name: str) -> Traced[Any]:
    """What a person wrote under a name: an amount, a day or words."""
    if name in AMOUNTS:
        return money_note(record, name)
    return day_note(record, name) if name in DATES else note(record, name)


def day_note(record: CaseRecord, name: str) -> Traced[date | None]:
    """A written day, or a fact that is missing."""
    written = note(record, name)
    return written.told(day_written(written.value) if written.value else None)
