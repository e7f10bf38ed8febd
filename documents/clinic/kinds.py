"""What each expression of a tag stands for: names looked up among the facts and the loops around them."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import nodes

from documents.clinic.catalogue import (
    LOOP,
    UNKNOWN,
    Group,
    Known,
    Leaf,
    Rows,
    Unknown,
    Words,
    lists_with,
    nearest,
    paths,
    row_of,
)
from documents.clinic.problems import Kind
from documents.clinic.spelling import spelled, what
from documents.language import FILTERS

_DATED = frozenset({"short", "month"})
_BY_SIZE = frozenset({"lt", "lteq", "gt", "gteq"})


@dataclass(frozen=True, slots=True)
class Said:
    """What is wrong with a tag, as the end of a sentence that begins with the tag."""

    kind: Kind
    words: str


class Wrong(Exception):
    """A tag that says what it may not; ``said`` tells why."""

    def __init__(self, kind: Kind, words: str) -> None:
        super().__init__(words)
        self.said = Said(kind, words)


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that a tag may say at its place."""

    facts: Group
    loops: Mapping[str, Known]
    in_loop: bool
    ended: Mapping[str, int]
    loop_is_missing: bool = False

    def kind(self, node: nodes.Node) -> Known:
        """What an expression stands for; unknown where it is wrong."""
        try:
            return kind_of(node, self)
        except Wrong:
            return UNKNOWN


def kind_of(node: nodes.Node, scope: Scope) -> Known:
    """What an expression stands for. Raises Wrong."""
    match node:
        case nodes.Name():
            return _named(node.name, scope)
        case nodes.Getattr():
            return _below(kind_of(node.node, scope), node.attr, node, scope)
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            return _below(kind_of(node.node, scope), name, node, scope)
        case nodes.Getitem(arg=nodes.Const(value=int() as place)):
            return _place(kind_of(node.node, scope), place, node)
        case nodes.Const():
            return Words(node.value)
        case nodes.Filter():
            return _filtered(node, scope)
        case nodes.CondExpr():
            kind_of(node.test, scope)
            return _either(kind_of(node.expr1, scope), kind_of(node.expr2, scope) if node.expr2 else Words(""))
        case nodes.And() | nodes.Or():
            return _either(kind_of(node.left, scope), kind_of(node.right, scope))
        case nodes.Not():
            kind_of(node.node, scope)
            return Leaf((bool,))
        case nodes.Compare():
            return _compared(node, scope)
    raise Wrong(Kind.NOT_ALLOWED, f"uses '{type(node).__name__.lower()}' in a way that templates do not have.")


def _named(name: str, scope: Scope) -> Known:
    if name == "loop" and scope.in_loop:
        return LOOP
    if name in scope.loops:
        return scope.loops[name]
    if name in scope.facts.names:
        return scope.facts.names[name]
    if name in scope.ended:
        raise Wrong(
            Kind.FACT, f"uses '{name}' after the loop that knows it has ended in paragraph {scope.ended[name]}."
        )
    if scope.loop_is_missing and not nearest(name, [*scope.loops, *scope.facts.names], cutoff=0.85):
        return UNKNOWN
    raise Wrong(Kind.FACT, f"asks for '{name}', which is no fact of this paper{_advice(name, scope)}")


def _advice(name: str, scope: Scope) -> str:
    for rows, held in scope.facts.names.items():
        if isinstance(held, Rows) and row_of(rows) == name:
            return f"; it is known inside {{% for {name} in {rows} %}} … {{% endfor %}}."
    meant = nearest(name, [*scope.loops, *scope.facts.names])
    return f"; did you mean '{meant}'?" if meant else "."


def _below(group: Known, name: str, node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Known:
    if isinstance(group, Unknown):
        return UNKNOWN
    above = spelled(node.node)
    if isinstance(group, Rows):
        if name in group.each.names:
            row = row_of(above.rpartition(".")[2])
            advice = f"{{% for {row} in {above} %}} {{{{ {row}.{name} }}}} {{% endfor %}}"
            raise Wrong(Kind.USE, f"asks for '{name}' of '{above}', which is a list; write {advice}.")
        raise Wrong(Kind.FACT, f"asks for '{name}' of '{above}', which is a list and has no such fact.")
    if not isinstance(group, Group):
        raise Wrong(
            Kind.FACT, f"asks for '{above}.{name}', but '{above}' is a fact by itself and has nothing below it."
        )
    if name in group.names:
        return group.names[name]
    meant = nearest(name, list(group.names))
    if meant:
        raise Wrong(
            Kind.FACT, f"asks for '{above}.{name}', which is no fact of this paper; did you mean '{above}.{meant}'?"
        )
    raise Wrong(Kind.FACT, f"asks for '{above}.{name}', which is no fact of this paper{_elsewhere(name, above, scope)}")


def _elsewhere(name: str, above: str, scope: Scope) -> str:
    same = next((path for path in paths(scope.facts) if path.rpartition(".")[2] == name), "")
    meant = same or nearest(f"{above}.{name}", paths(scope.facts))
    if not meant and (rows := next(lists_with(scope.facts, name), "")):
        return f"; the rows of '{rows}' have one of that name."
    return f"; did you mean '{meant}'?" if meant else "."


def _place(rows: Known, place: int, node: nodes.Getitem) -> Known:
    if isinstance(rows, Rows) and place >= 0:
        return rows.each
    if isinstance(rows, Unknown):
        return UNKNOWN
    name = spelled(node.node)
    raise Wrong(Kind.USE, f"asks for number {place} of '{name}', which is {what(rows)} and has no such place.")


def _filtered(node: nodes.Filter, scope: Scope) -> Known:
    if node.name not in FILTERS:
        meant = nearest(node.name, list(FILTERS))
        advice = f"did you mean '{meant}'?" if meant else f"there are {', '.join(sorted(FILTERS))}."
        raise Wrong(Kind.NOT_ALLOWED, f"uses '|{node.name}', which templates do not have; {advice}")
    if node.args or node.kwargs:
        raise Wrong(Kind.NOT_ALLOWED, f"gives '|{node.name}' something in brackets, which it does not take.")
    inner = kind_of(node.node, scope) if node.node is not None else UNKNOWN
    if isinstance(inner, Unknown):
        return UNKNOWN
    name = spelled(node.node)
    if not isinstance(inner, Leaf) or inner.yes_or_no:
        raise Wrong(Kind.USE, f"uses '|{node.name}' on '{name}', which is {what(inner)} and has no text of its own.")
    if node.name in _DATED and not inner.dated:
        raise Wrong(Kind.USE, f"writes '{name}' as a day with '|{node.name}', and that fact is none.")
    return inner


def _compared(node: nodes.Compare, scope: Scope) -> Known:
    left = kind_of(node.expr, scope)
    for each in node.ops:
        right = kind_of(each.expr, scope)
        leaf = next((one for one in (left, right) if isinstance(one, Leaf) and not one.yes_or_no), None)
        if leaf and each.op in _BY_SIZE:
            raise Wrong(Kind.USE, f"compares '{spelled(node.expr)}' by its size; a fact is text here and has none.")
        number = next((one for one in (left, right) if isinstance(one, Words) and isinstance(one.value, int)), None)
        if leaf and number:
            raise Wrong(
                Kind.USE, f"compares '{spelled(node.expr)}' with a number; a fact is text here, as it is printed."
            )
        left = right
    return Leaf((bool,))


def _either(one: Known, other: Known) -> Known:
    """The kind that makes the stricter demand on whoever prints it."""
    harder = (Rows, Group)
    if isinstance(other, harder) or (isinstance(other, Leaf) and other.yes_or_no and not isinstance(one, harder)):
        return other
    return one if not isinstance(one, Words) else other
