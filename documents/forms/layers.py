"""What of a page's layers is on paper: what only a screen shows is taken out of the page."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Operator

PATHS = frozenset({"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"})
SHOWN = frozenset({"Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"})
Groups = frozenset[tuple[int, int]]


def not_printed(root: Any) -> Groups:
    """The layers that are not printed: those that say so, and those that are off and say nothing about printing."""
    held = root.get("/OCProperties", {})
    usual = held.get("/D", {})
    on, off = (_named(usual.get(key, ())) for key in ("/ON", "/OFF"))
    base_off = str(usual.get("/BaseState", "/ON")) == "/OFF"
    return frozenset(
        group.objgen
        for group in held.get("/OCGs", ())
        if not _printed(group, group.objgen in on or (not base_off and group.objgen not in off))
    )


def is_off_paper(node: Any, hidden: Groups) -> bool:
    """Whether a box or a drawing belongs to layers none of which is printed."""
    layer = node.get("/OC")
    return layer is not None and _hides(layer, hidden)


def take_out(pdf: pikepdf.Pdf, page: Any, hidden: Groups) -> None:
    """Rewrites the page's content without what its hidden layers paint."""
    resources = page.get("/Resources", {})
    names = {str(name) for name, layer in resources.get("/Properties", {}).items() if _hides(layer, hidden)}
    pictures = {str(name) for name, each in resources.get("/XObject", {}).items() if is_off_paper(each, hidden)}
    if names or pictures:
        kept = _kept(pikepdf.parse_content_stream(page), names, pictures)
        page["/Contents"] = Array([pdf.make_stream(pikepdf.unparse_content_stream(list(kept)))])


def _printed(group: Any, usually: bool) -> bool:
    state = str(group.get("/Usage", {}).get("/Print", {}).get("/PrintState", ""))
    return {"/ON": True, "/OFF": False}.get(state, usually)


def _named(groups: Any) -> set[tuple[int, int]]:
    return {group.objgen for group in groups}


def _hides(layer: Any, hidden: Groups) -> bool:
    """ISO 32000-1, 8.11.2.2: members are seen where any of them is."""
    if str(layer.get("/Type", "")) != "/OCMD":
        return layer.objgen in hidden
    members = layer.get("/OCGs", Array())
    groups = list(members) if isinstance(members, Array) else [members]
    return bool(groups) and all(group.objgen in hidden for group in groups)


def _kept(content: Any, names: set[str], pictures: set[str]) -> Iterator[Any]:
    """The content; inside hidden marks only what sets the state of drawing stays, and paths end unpainted."""
    marks: list[bool] = []
    for operands, operator in content:
        word = str(operator)
        if word in ("BDC", "BMC"):
            layer = word == "BDC" and str(operands[0]) == "/OC" and str(operands[1]) in names
            marks.append(layer)
        elif word == "EMC" and marks:
            marks.pop()
        if any(marks) and word in PATHS:
            yield [], Operator("n")
        elif not (any(marks) and word in SHOWN) and not (word == "Do" and str(operands[0]) in pictures):
            yield operands, operator
