"""Names and kinds as a person reads them."""

from jinja2 import nodes

from documents.clinic.catalogue import Group, Known, Leaf, Rows


def what(kind: Known) -> str:
    """A kind in words."""
    match kind:
        case Leaf(kinds=kinds) if bool in kinds:
            return "a yes-or-no fact"
        case Leaf():
            return "one fact"
        case Group():
            return "a group of facts"
        case Rows():
            return "a list"
    return "no fact"


def spelled(node: nodes.Node | None) -> str:
    """The dotted name of a fact, as the tag spells it."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{spelled(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=place)):
            return f"{spelled(node.node)}.{place}"
        case nodes.Filter():
            return spelled(node.node)
        case nodes.Const():
            return str(node.value)
        case nodes.CondExpr():
            return spelled(node.expr1)
        case nodes.And() | nodes.Or():
            return spelled(node.left)
    return "it"
