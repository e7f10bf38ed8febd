"""Whether a tag says facts that there are, in a way that they have."""

from collections.abc import Iterator
from dataclasses import replace

from jinja2 import nodes

from documents.clinic.catalogue import UNKNOWN, Counter, Group, Leaf, Rows, Unknown, Words, row_of
from documents.clinic.kinds import Said, Scope, Wrong, kind_of
from documents.clinic.problems import Kind
from documents.clinic.spelling import spelled, what
from documents.language import ALLOWED


def said_of(tree: nodes.Template, scope: Scope) -> Said | None:
    """The first thing that is wrong with a tag, or None."""
    try:
        _check_language(tree)
        for node in tree.body:
            _check(node, scope)
    except Wrong as wrong:
        return wrong.said
    return None


def _check_language(tree: nodes.Node) -> None:
    for node in _all(tree):
        if not isinstance(node, ALLOWED):
            raise Wrong(Kind.NOT_ALLOWED, f"uses '{type(node).__name__.lower()}', which templates do not have.")
        name = getattr(node, "attr", None) or (node.name if isinstance(node, nodes.Name) else "")
        if str(name).startswith("_"):
            raise Wrong(Kind.NOT_ALLOWED, f"uses the name '{name}', which no fact has.")


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _check(node: nodes.Node, scope: Scope) -> None:
    if isinstance(node, nodes.Output):
        for printed in node.nodes:
            if not isinstance(printed, nodes.TemplateData):
                _check_printed(printed, scope)
    elif isinstance(node, nodes.For):
        _check_loop(node, scope)
    elif isinstance(node, nodes.If):
        kind_of(node.test, scope)
        for other in node.elif_:
            _check(other, scope)


def _check_loop(node: nodes.For, scope: Scope) -> None:
    rows = kind_of(node.iter, scope)
    if not isinstance(rows, Rows | Unknown):
        raise Wrong(Kind.USE, f"goes through '{spelled(node.iter)}', which is {what(rows)} and no list.")
    if not isinstance(node.target, nodes.Name):
        raise Wrong(Kind.NOT_ALLOWED, "gives more than one name to a row, which templates do not have.")
    if node.test is not None:
        each = rows.each if isinstance(rows, Rows) else UNKNOWN
        kind_of(node.test, replace(scope, loops={**scope.loops, node.target.name: each}))


def _check_printed(node: nodes.Node, scope: Scope) -> None:
    kind = kind_of(node, scope)
    name = spelled(node)
    if isinstance(kind, Leaf) and kind.yes_or_no:
        raise Wrong(Kind.USE, f"prints '{name}', which is a yes-or-no fact; write {{% if {name} %}} … {{% endif %}}.")
    if isinstance(kind, Rows):
        row = row_of(name.rpartition(".")[2])
        raise Wrong(Kind.USE, f"prints '{name}', which is a list; write {{% for {row} in {name} %}} … {{% endfor %}}.")
    if isinstance(kind, Group):
        one = next(iter(kind.names), "")
        raise Wrong(Kind.USE, f"prints '{name}', which is a group of facts; name one of them, such as '{name}.{one}'.")
    if (isinstance(kind, Counter) and not kind.printable) or (
        isinstance(kind, Words) and kind.value in (None, True, False)
    ):
        raise Wrong(Kind.USE, f"prints '{name}', which has no text of its own.")
