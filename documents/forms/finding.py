"""Fields found as a mapping names them: by tooltip first, then name, page, place and state."""

from collections.abc import Iterable, Iterator

from documents.forms.errors import MappingBroken
from documents.forms.fields import Box, Field, Form
from documents.forms.mapping import Where


def found(form: Form, where: Where, mapping: str) -> tuple[Field, ...]:
    """The field, or every field, that is meant. Raises MappingBroken where there is none, or more than one."""
    fields = tuple(dict.fromkeys(each for each in _by_words(form.fields, where) if _boxes(each, where)))
    if not fields:
        raise MappingBroken(mapping, f"names a field that the form does not have: {where}")
    if len(fields) > 1 and not where.every:
        raise MappingBroken(mapping, f"names {len(fields)} fields with '{where}'; add a page, a place or a name")
    return fields


def state_of(field: Field, where: Where, mapping: str) -> str:
    """The on-state of the boxes that are meant. Raises MappingBroken where they have several."""
    states = {box.state for box in _boxes(field, where)}
    if len(states) != 1:
        raise MappingBroken(mapping, f"names boxes with several states with '{where}'; add the state")
    return states.pop()


def _by_words(fields: Iterable[Field], where: Where) -> Iterator[Field]:
    fields = list(fields)
    if where.words:
        by_tooltip = [each for each in fields if each.tooltip == where.words]
        yield from by_tooltip or [each for each in fields if where.words in (each.name, each.short)]
        return
    for each in fields:
        if where.tooltip and each.tooltip != where.tooltip:
            continue
        if where.name and where.name not in (each.name, each.short):
            continue
        yield each


def _boxes(field: Field, where: Where) -> tuple[Box, ...]:
    return tuple(
        box
        for box in field.boxes
        if (not where.page or box.page == where.page)
        and (where.at is None or box.rect.holds(*where.at))
        and (not where.state or box.state == where.state)
    )
