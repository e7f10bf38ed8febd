"""Made-up facts for every field of a form, with the names that break careless programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from documents.forms.facts import catalogue, starred
from documents.forms.fields import Field
from documents.forms.tying import TiedForm
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.sealed import Last4
from kernel.traced import Trace, Traced

MADE_UP = Trace("made up", "for a test")
NARRATIVE = (
    "On March 3, 2026 the children moved with their mother to her sister Siobhán O'DELL; the employer, "
    "Smith & Sons <Concrete>, had closed its yard. 李 NUÑEZ drove them to school each day. "
) * 12
RECORD: dict[str, Any] = {
    "office.name": "San Joaquin County Department of Child Support Services",
    "office.street": "826 North California Street",
    "office.town": "Stockton, CA 95202",
    "office.phone": "(209) 555-0142",
    "office.attorney": "Frances Ñandú-O’Brien",
    "office.bar_number": "299999",
    "office.attorney_email": "attorney@example.gov",
    "caption.county": "San Joaquin",
    "caption.plaintiff": "MARÍA JOSÉ NUÑEZ",
    "caption.defendant": "JORDAN T O'DELL, also known as 李 Müller",
    "caption.file_number": "STK-FL-DCSS-2026-0001234",
    "hearing.courthouse": "Stockton Courthouse",
    "hearing.courthouse_address": "180 E Weber Ave\nStockton, CA 95202",
    "hearing.courtroom": "4A",
    "hearing.time": "8:15 a.m.",
    "hearing.judge": "Hon. Ada Q. Commissioner",
    "hearing.on": date(2026, 12, 8),
    "obligor.name": "JORDAN T O'DELL",
    "obligee.name": "MARÍA JOSÉ NUÑEZ",
    "obligor.counsel": "Smith & Sons <Concrete> Legal\n12 Court Street, Suite 4\nLansing, MI 48933",
    "jobs.0.employer": "Smith & Sons <Concrete>",
    "order.0.effective_on": date(2026, 1, 1),
} | {
    f"children.{place}.{name}": value
    for place, child in enumerate(
        (
            ("ANA SOFÍA NUÑEZ-O'DELL", date(2014, 2, 3), 12),
            ("李 JESÚS O'DELL", date(2016, 7, 31), 10),
            ("SIOBHÁN O'DELL", date(2018, 12, 9), 7),
            ("ZOË MÜLLER", date(2020, 5, 17), 6),
            ("THE FIFTH CHILD", date(2022, 10, 1), 4),
            ("THE SIXTH CHILD", date(2024, 1, 15), 2),
        )
    )
    for name, value in zip(("name", "born_on", "age"), child, strict=True)
}
_WORDS = ("Müller", "NUÑEZ", "O'DELL", "李", "Smith & Sons <Concrete>", "Łódź", "Garçon")
_BY_NAME = {
    "phone": "(209) 555-0199",
    "fax": "(209) 555-0188",
    "address": "12 Oakwood Dr Apt 4B\nStockton, CA 95204",
    "town": "Stockton, CA 95202",
    "place": "Stockton, California",
    "person": "MARÍA NUÑEZ, 12 Oakwood Dr",
    "relationship": "mother",
    "court": "Superior Court",
    "status": "open",
    "role": "party",
    "months": "7",
    "years": "11",
    "percent": "50",
    "overnights": "182",
    "circuit": "54th",
    "department": "4B",
    "state": "CA",
    "county": "Alameda",
    "attached.number": "3",
    "number": "19 FL 42",
    "to": "Petitioner",
}


def facts_for(form: TiedForm, *, narrative: bool = True) -> dict[str, Traced[Any]]:
    """A value for every field that the mapping fills; ``narrative``: large fields of several lines get a long one."""
    told = dict(_record(form)) | dict(_entries(form, narrative=narrative))
    return {path: Traced(value, MADE_UP) for path, value in told.items()}


def _record(form: TiedForm) -> Iterator[tuple[str, Any]]:
    assert [path for path in RECORD if starred(path) not in catalogue()] == []
    yield from RECORD.items()


def _entries(form: TiedForm, *, narrative: bool) -> Iterator[tuple[str, Any]]:
    for text in form.texts:
        for path in text.words.facts:
            if path.lstrip("-").startswith("entry."):
                yield path.lstrip("-"), _value(path, text.fields[0], text.words.formats, narrative=narrative)
    alternatives = {(field.name, state) for boxes in form.exclusive for field, state in boxes[1:]}
    for one in form.sets:
        if (one.boxes[0][1].name, one.boxes[0][2]) not in alternatives:
            yield one.set.fact, one.set.boxes[0][0] if one.set.boxes[0][0] != "yes" else True
    for rows in form.rows:
        if rows.rows.of.startswith("entry."):
            for place in range(len(rows.lines) + 2):
                for column in rows.rows.columns:
                    yield f"{rows.rows.of}.{place}.{column.fact}", _words(f"{column.fact}", place)


def _value(path: str, field: Field, formats: tuple[str, ...], *, narrative: bool) -> Any:
    if "no sign" in formats:
        return Money(12_345 + len(path))
    if {"short date", "month"} & set(formats):
        return date(2026, 3, 1 + len(path) % 28)
    if narrative and field.lines and field.boxes[0].rect.wide * field.boxes[0].rect.high > 20_000:
        return NARRATIVE
    return _words(path, len(path))


def _words(name: str, seed: int) -> str:
    told = next((words for ending, words in _BY_NAME.items() if name.endswith(ending)), "")
    return told or _WORDS[seed % len(_WORDS)]


def last_four_of_an_ssn() -> Traced[Any]:
    """An identifier as far as any paper may show it, and no further than the parties."""
    return Traced(Last4("6789"), MADE_UP, Disclosure.PARTY)
