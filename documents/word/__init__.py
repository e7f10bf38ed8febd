"""Facts into a Word paper: the one place that merges."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from jinja2.exceptions import TemplateError
from lxml import etree

from documents.errors import TemplateBroken
from documents.language import Language, hearing
from documents.slots import Gap, Slot
from documents.word import stock
from documents.word.compiled import Compiled, compiled
from documents.word.finishing import NotCarried
from kernel.legal_text import NotLegalText

NOTHING: Final[Mapping[str, bytes]] = {}
KEPT: Final = 64
"""How many templates stay compiled."""
_BROKEN: Final = (TemplateError, KeyError, TypeError, ValueError, AttributeError, etree.LxmlError)
_TOO_DEEP: Final = (RecursionError, SyntaxError)  # by jinja2, by Python's own compiler


class Said(NamedTuple):
    """One merged slot: the dotted name of the fact, the text that was printed, and whether that text marks a gap."""

    path: str
    text: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A finished Word file and everything that was merged into it, in the order of its text."""

    word: bytes
    said: tuple[Said, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The facts that the paper marks as missing or withheld, each once."""
        return tuple(dict.fromkeys(said.path for said in self.said if said.gap))


def merge(
    template: bytes,
    context: Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes] = NOTHING,
    title: str = "",
    author: str = "",
) -> Merged:
    """The template with its facts, as made by ``documents.slots.printed``; same input, same bytes.

    ``pictures`` replaces pictures by their name or alternative text; ``title`` and ``author`` become the only
    document properties. Raises TemplateBroken. Never merge a merged file again: its data would become code.
    """
    try:
        with hearing() as heard:
            return _merged(_kept(template).filled(context, pictures, title, author), heard)
    except (NotLegalText, TemplateBroken):
        raise
    except _TOO_DEEP as broken:
        raise TemplateBroken("its tags are nested deeper than any paper needs") from broken
    except (NotCarried, *_BROKEN):
        return _by_stock(template, context, pictures, title, author)


@lru_cache(KEPT)
def _kept(template: bytes) -> Compiled:
    return compiled(template, Language())


def _by_stock(
    template: bytes, context: Mapping[str, Any], pictures: Mapping[str, bytes], title: str, author: str
) -> Merged:
    """The same by stock docxtpl: what no compiled template carries, and the paragraph of what is wrong."""
    try:
        with hearing() as heard:
            return _merged(stock.filled(template, context, Language(), pictures, title, author), heard)
    except (NotLegalText, TemplateBroken):
        raise
    except _BROKEN as broken:
        raise TemplateBroken(str(broken) or type(broken).__name__) from broken


def _merged(word: bytes, heard: list[Slot]) -> Merged:
    return Merged(word, tuple(Said(slot.path, str(slot), isinstance(slot, Gap)) for slot in heard))
