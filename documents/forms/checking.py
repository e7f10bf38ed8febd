"""A mapping checked against its form: all that is wrong with it at once, and what it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass

from documents.forms.errors import MappingBroken
from documents.forms.facts import is_known
from documents.forms.fields import Kind
from documents.forms.finding import found
from documents.forms.mapping import Mapping, Where
from documents.forms.plates import Plate
from documents.forms.tying import tie


@dataclass(frozen=True, slots=True)
class Checked:
    """``problems`` keep the mapping from being used; ``unmapped`` fields stay blank without a word about it."""

    problems: tuple[str, ...]
    unmapped: tuple[str, ...]


def check(plate: Plate, mapping: Mapping) -> Checked:
    """What is wrong: fields that are not there, facts that nobody knows, required fields that nothing fills."""
    problems = [*_unknown_facts(mapping), *_unknown_fields(plate, mapping)]
    if problems:
        return Checked(tuple(dict.fromkeys(problems)), ())
    try:
        used = tie(plate, mapping).used
    except MappingBroken as broken:
        return Checked((str(broken),), ())
    left = [each for each in plate.form.fields if each.name not in used and each.kind is not Kind.BUTTON]
    wanted = [
        f"The form requires the field '{each.short}', and the mapping does not fill it."
        for each in left
        if each.required
    ]
    return Checked(tuple(wanted), tuple(each.short for each in left if each.kind is not Kind.SIGNATURE))


def _unknown_facts(mapping: Mapping) -> Iterator[str]:
    for path in _facts(mapping):
        if not is_known(path):
            yield f"No fact is called '{path}'; what a person writes stands under 'entry'."


def _facts(mapping: Mapping) -> Iterator[str]:
    for words in mapping.texts:
        yield from (path.removeprefix("-") if words.total else path for path in words.facts)
    yield from (one.fact for one in mapping.sets)
    yield from mapping.heading
    for rows in mapping.rows:
        yield from (f"{rows.of}.0.{column.fact}" for column in rows.columns)


def _unknown_fields(plate: Plate, mapping: Mapping) -> Iterator[str]:
    for where in _wheres(mapping):
        try:
            found(plate.form, where, mapping.name)
        except MappingBroken as broken:
            yield str(broken)


def _wheres(mapping: Mapping) -> Iterator[Where]:
    for words in mapping.texts:
        yield from words.into
        yield from filter(None, [words.continued])
    for one in mapping.sets:
        yield from (where for _, where in one.boxes)
    for rows in mapping.rows:
        yield from (where for line in rows.lines for where in line)
        yield from filter(None, [rows.continued])
    yield from mapping.blank
    yield from (where for wheres in mapping.exclusive for where in wheres)
