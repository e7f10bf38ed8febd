"""The language of a template: what it may say, checked before it runs. Nothing else runs."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any, Final

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateAssertionError, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from documents.slots import Gap, Slot
from documents.sources import src
from kernel.legal_text import legal_text

ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.Filter, nodes.If, nodes.For, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip
LOOP = frozenset({"first", "last", "index", "index0", "length", "revindex"})
MOST_ROWS: Final = 20_000
"""Rows that all loops of a paper go through together; the longest history of payments has fifteen hundred."""


class NotSayable(UndefinedError):
    """A template prints something that is no fact."""


class NoSuchFact(StrictUndefined):
    """A name that the paper's facts do not have; any use of it stops the merge."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return f"it asks for '{self._undefined_name}', which is no fact of this paper"


_HEARD: Final[ContextVar[list[Slot]]] = ContextVar("heard")
_ROWS_LEFT: Final[ContextVar[int]] = ContextVar("rows_left", default=MOST_ROWS)
_EACH: Final = "each row"  # a filter that no template can name
_MARKS: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;", "_": "&#95;"}
)  # "_" because no two characters of data may ever look like a tag to the template engine


@contextmanager
def hearing() -> Iterator[list[Slot]]:
    """Every slot that is merged meanwhile, in the order of the text; another thread hears only its own."""
    heard: list[Slot] = []
    token, rows = _HEARD.set(heard), _ROWS_LEFT.set(MOST_ROWS)
    try:
        yield heard
    finally:
        _HEARD.reset(token)
        _ROWS_LEFT.reset(rows)


class _SaidOnce(CodeGenerator):
    """Writes what ``Language._say`` gives, which is escaped, and does not look whether it needs escaping again."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Language(ImmutableSandboxedEnvironment):
    """One environment for one template: it knows the template's constants, and nothing of a merge.

    Slots are merged while somebody is ``hearing``.
    """

    code_generator_class = _SaidOnce

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=NoSuchFact, finalize=self._say)
        self.globals.clear()
        self.tests.clear()
        self.filters = {**FILTERS, _EACH: _each_row}
        self._constants: set[Any] = set()

    def from_string(self, source: str | nodes.Template, globals: Any = None, template_class: Any = None) -> Any:  # noqa: A002
        """A compiled template. Raises TemplateSyntaxError for anything that the language does not have."""
        tree = self.parse(source) if isinstance(source, str) else source
        _check(tree)
        self._constants.update(node.value for node in tree.find_all(nodes.Const))
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _EACH, [], [], None, None, lineno=loop.lineno)
        return super().from_string(tree)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A fact below a fact; of a loop, its counters; of a gap, the same gap. Nothing of Python."""
        if type(obj) is dict and attribute in obj:  # first and cheap: nearly every fact comes this way
            return obj[attribute]
        if isinstance(obj, Gap):
            return obj
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """One of a list by its place, or a fact below a fact by its name."""
        if isinstance(obj, list) and isinstance(argument, int) and argument < len(obj):
            return obj[argument]
        return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is called from a template."""
        return False

    def _say(self, value: Any) -> str:
        """The only way into a paper: checked, and escaped for XML."""
        if isinstance(value, Slot):
            _HEARD.get().append(value)
            return legal_text(value, lines=True).translate(_MARKS)
        if isinstance(value, NoSuchFact):
            return str(value)  # which stops the merge
        if type(value) is int:
            return str(value)
        if type(value) is str and value in self._constants:
            return str(escape(value))
        raise NotSayable(f"it prints {_kind(value)}, which is no fact with a text of its own")


def _each_row(rows: Any) -> Any:
    """The rows of a loop, as long as there are not more than any paper needs."""
    if isinstance(rows, Gap | NoSuchFact):
        return rows  # the first has none, the second stops the merge
    if not isinstance(rows, list):
        raise NotSayable(f"it goes through {_kind(rows)}, which is no list")
    left = _ROWS_LEFT.get() - len(rows)
    if left < 0:
        raise NotSayable(f"its loops go through more than {MOST_ROWS:,} rows")
    _ROWS_LEFT.set(left)
    return rows


def _kind(value: Any) -> str:
    return {bool: "a yes-or-no fact", list: "a list", dict: "a group of facts"}.get(type(value), "a piece of a text")


def _check(tree: nodes.Template) -> None:
    for node in _all(tree):
        if not isinstance(node, ALLOWED):
            name = type(node).__name__.lower()
            raise TemplateAssertionError(f"it uses '{name}', which templates do not have", node.lineno)
        if isinstance(node, nodes.Const) and isinstance(node.value, float):
            raise TemplateAssertionError("it uses a number with a point, which templates do not have", node.lineno)
        if isinstance(node, nodes.Name | nodes.Getattr) and _name(node).startswith("_"):
            raise TemplateAssertionError(f"it uses the name '{_name(node)}', which no fact has", node.lineno)


def _name(node: nodes.Name | nodes.Getattr) -> str:
    return node.name if isinstance(node, nodes.Name) else node.attr


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def short(said: Slot) -> Slot:
    """``12/08/2026``."""
    return _dated(said, lambda day: f"{day.month:02}/{day.day:02}/{day.year}")


def month(said: Slot) -> Slot:
    """``December 2026``."""
    return _dated(said, lambda day: f"{day:%B %Y}")


def upper(said: Slot) -> Slot:
    """In capitals."""
    return said.said(said.upper())


def _dated(said: Slot, form: Callable[[date], str]) -> Slot:
    if isinstance(said, Gap):
        return said
    day = said.fact.value if said.fact else None
    if not isinstance(day, date):
        raise NotSayable(f"it writes '{said.path}' as a date, and that fact is none")
    return said.said(form(day))


FILTERS: Mapping[str, Callable[..., Slot]] = {"short": short, "month": month, "upper": upper, "src": src}
