"""A mapping tied to its form: every field found, every fact named, before any document is made."""

from collections.abc import Iterator
from dataclasses import dataclass

from documents.forms.errors import AnotherForm, MappingBroken
from documents.forms.fields import Field, Kind
from documents.forms.finding import found, state_of
from documents.forms.mapping import Mapping, OneOf, Rows, Where, Words
from documents.forms.plates import Plate
from documents.forms.telling import check_formats


@dataclass(frozen=True, slots=True)
class TiedText:
    words: Words
    fields: tuple[Field, ...]
    continued: tuple[Field, str] | None


@dataclass(frozen=True, slots=True)
class TiedSet:
    """Check boxes with the value that each stands for."""

    set: OneOf
    boxes: tuple[tuple[str, Field, str], ...]


@dataclass(frozen=True, slots=True)
class TiedRows:
    rows: Rows
    lines: tuple[tuple[Field, ...], ...]
    continued: tuple[Field, str] | None


@dataclass(frozen=True, slots=True, eq=False)
class TiedForm:
    """A form that can be filled: its plate, its mapping, and the fields that the mapping means."""

    plate: Plate
    mapping: Mapping
    texts: tuple[TiedText, ...]
    sets: tuple[TiedSet, ...]
    rows: tuple[TiedRows, ...]
    exclusive: tuple[tuple[tuple[Field, str], ...], ...]
    blank: frozenset[str]

    @property
    def used(self) -> frozenset[str]:
        """The names of all fields that the mapping fills in, and of those that it leaves blank on purpose."""
        names = {field.name for text in self.texts for field in text.fields}
        names |= {field.name for one in self.sets for _, field, _ in one.boxes}
        names |= {field.name for rows in self.rows for line in rows.lines for field in line}
        names |= {text.continued[0].name for text in self.texts if text.continued}
        names |= {rows.continued[0].name for rows in self.rows if rows.continued}
        return frozenset(names | self.blank)


def tie(plate: Plate, mapping: Mapping) -> TiedForm:
    """The mapping tied to the form. Raises AnotherForm where it was made for other bytes, MappingBroken."""
    if mapping.sha256 != plate.form.sha256:
        raise AnotherForm(mapping.name, plate.form.sha256)
    return _Tying(plate, mapping).tied()


@dataclass(frozen=True, slots=True)
class _Tying:
    plate: Plate
    mapping: Mapping

    def tied(self) -> TiedForm:
        mapping = self.mapping
        made = TiedForm(
            self.plate, mapping,
            tuple(map(self._text, mapping.texts)), tuple(map(self._set, mapping.sets)),
            tuple(map(self._rows, mapping.rows)),
            tuple(tuple(map(self._box, wheres)) for wheres in mapping.exclusive),
            frozenset(field.name for where in mapping.blank for field in self._found(where)),
        )  # fmt: skip
        self._refuse_twice(made)
        return made

    def _text(self, words: Words) -> TiedText:
        check_formats(words.formats, self.mapping.name)
        fields = tuple(field for where in words.into for field in self._found(where))
        for field in fields:
            self._takes(field, field.takes_text, "takes no text")
        return TiedText(words, fields, self._box(words.continued) if words.continued else None)

    def _set(self, one: OneOf) -> TiedSet:
        return TiedSet(one, tuple((value.casefold(), *self._box(where)) for value, where in one.boxes))

    def _rows(self, rows: Rows) -> TiedRows:
        for column in rows.columns:
            check_formats(column.formats, self.mapping.name)
        lines = tuple(tuple(self._one(where) for where in line) for line in rows.lines)
        return TiedRows(rows, lines, self._box(rows.continued) if rows.continued else None)

    def _box(self, where: Where) -> tuple[Field, str]:
        field = self._one(where, text=False)
        return field, state_of(field, where, self.mapping.name)

    def _one(self, where: Where, *, text: bool = True) -> Field:
        fields = self._found(where)
        if len(fields) != 1:
            raise MappingBroken(self.mapping.name, f"names {len(fields)} fields where there is room for one: {where}")
        kind = fields[0].takes_text if text else fields[0].kind is Kind.CHECK
        self._takes(fields[0], kind, "takes no text" if text else "is no check box")
        return fields[0]

    def _found(self, where: Where) -> tuple[Field, ...]:
        return found(self.plate.form, where, self.mapping.name)

    def _takes(self, field: Field, fits: bool, why: str) -> None:
        if not fits:
            raise MappingBroken(self.mapping.name, f"fills '{field.short}', which {why}")

    def _refuse_twice(self, made: TiedForm) -> None:
        seen: set[str] = set()
        for name in _filled(made):
            if name in seen:
                raise MappingBroken(self.mapping.name, f"fills '{name.rsplit('.', 1)[-1]}' twice")
            seen.add(name)


def _filled(made: TiedForm) -> Iterator[str]:
    """Each field that a text goes into, and each box by its state."""
    for text in made.texts:
        yield from (field.name for field in text.fields)
    for rows in made.rows:
        yield from (field.name for line in rows.lines for field in line)
    for one in made.sets:
        yield from (f"{field.name} {state}" for _, field, state in one.boxes)
