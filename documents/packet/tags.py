"""The structure of a packet: one tree, taken over from tagged papers and made for the pages that we draw."""

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from documents.sheets import Tagged

OWN_NAMES = {"/Standard": "/P", "/Title": "/P"}
"""What LibreOffice calls things beyond the standard names, and what it means by them."""


class Tags:
    """The structure tree of a PDF in the making."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._numbers: list[Any] = []
        self._roles: dict[str, str] = {}
        self.document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))

    def number(self, parents: Any) -> int:
        """A new key of the parent tree, under which these parents are found."""
        self._numbers.append(parents)
        return len(self._numbers) - 1

    def part(self, title: str) -> Any:
        """A new element for a document of that title."""
        made = self._element("/Part", self.document)
        made[Name.T] = pikepdf.String(title)
        return made

    def section(self, within: Any) -> Any:
        """A new element for pages of their own below another."""
        return self._element("/Sect", within)

    def take_over(self, source: pikepdf.Pdf, pages: Sequence[tuple[Any, Any]], within: Any) -> bool:
        """Take over the structure of a part whose pages (its own, ours) are copied already; False where it has none."""
        tree = source.Root.get("/StructTreeRoot")
        if tree is None or "/K" not in tree or "/ParentTree" not in tree:
            return False
        roles = _roles(tree)
        tops = _listed(tree.K)
        for top in tops:
            if "/P" in top:
                del top[Name.P]
        if any(OWN_NAMES.get(name) != meant for name, meant in roles.items()) or "/ClassMap" in tree:
            for top in tops:
                _spell_out(top, roles, tree.get("/ClassMap", Dictionary()))
            roles = {f"{name}-{meant[1:]}": meant for name, meant in roles.items()}
        self._roles |= roles
        self._copy(source, tree, tops, pages, within)
        return True

    def _copy(self, source: pikepdf.Pdf, tree: Any, tops: Sequence[Any], pages: Any, part: Any) -> None:
        parents = dict(_numbered(tree.ParentTree))
        keyed = [(ours, parents.get(int(own["/StructParents"]))) for own, ours in pages if "/StructParents" in own]
        found = [(ours, each) for ours, each in keyed if each is not None]
        holder = source.make_indirect(Dictionary(Tops=Array(tops), Parents=Array([each for _, each in found])))
        copied = self._pdf.copy_foreign(holder)
        for (ours, _), each in zip(found, copied.Parents, strict=True):
            ours[Name.StructParents] = self.number(each)
        for top in copied.Tops:
            top[Name.P] = part
            part.K.append(top)

    def draw(self, tagged: Sequence[Tagged], pages: Sequence[Any], links: Sequence[Any], within: Any) -> None:
        """The structure of pages that we drew; ``links`` are the annotations that their links stand for, by entry."""
        found: dict[tuple[int, int], Any] = {}
        for one in tagged:
            self._drawn(one, pages, links, within, found)
        for number, page in enumerate(pages):
            marks = sorted(mark for on, mark in found if on == number)
            if marks:
                page[Name.StructParents] = self.number(Array([found[number, mark] for mark in marks]))

    def _drawn(self, one: Tagged, pages: Any, links: Any, within: Any, found: dict[tuple[int, int], Any]) -> None:
        made = self._element(f"/{one.kind}", within)
        for page, mark in one.marks:
            made[Name.Pg] = pages[page]
            made.K.append(mark)
            found[page, mark] = made
        for each in one.inside:
            self._drawn(each, pages, links, made, found)
        if one.kind == "TR":
            _head_cells(made)
        if one.alt:
            made[Name.Alt] = pikepdf.String(one.alt)
        if one.entry is not None:
            self.links_to(made, links[one.entry])

    def links_to(self, element: Any, annotation: Any) -> None:
        """Bind a link's element and its annotation to each other."""
        annotation[Name.StructParent] = self.number(element)
        page = annotation.P
        element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page))

    def _element(self, kind: str, within: Any) -> Any:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=within, K=Array()))
        within.K.append(made)
        return made

    def finish(self) -> None:
        """Write the tree into the catalog."""
        numbers = Array([item for key, parents in enumerate(self._numbers) for item in (key, parents)])
        root = self._pdf.make_indirect(Dictionary(
            Type=Name.StructTreeRoot, K=Array([self.document]), ParentTreeNextKey=len(self._numbers),
            ParentTree=self._pdf.make_indirect(Dictionary(Nums=numbers)),
            RoleMap=Dictionary({name: Name(meant) for name, meant in sorted(self._roles.items())}),
        ))  # fmt: skip
        self.document[Name.P] = root
        self._pdf.Root[Name.StructTreeRoot] = root
        self._pdf.Root[Name.MarkInfo] = Dictionary(Marked=True)


def _head_cells(row: Any) -> None:
    """Cells that head: columns where the whole row does, else the row."""
    heads = [cell for cell in row.K if cell.S == Name.TH]
    scope = Name.Column if len(heads) == len(row.K) else Name.Row
    for cell in heads:
        cell[Name.A] = Dictionary(O=Name.Table, Scope=scope)


def _roles(tree: Any) -> dict[str, str]:
    """What each name that is not standard means in the end; names that mean themselves are left out."""
    given = {str(name): str(meant) for name, meant in tree.get("/RoleMap", {}).items()}
    found = {}
    for name, direct in given.items():
        meant, seen = direct, {name}
        while meant in given and meant not in seen:
            seen.add(meant)
            meant = given[meant]
        if meant != name:
            found[name] = meant
    return found


def _spell_out(element: Any, roles: dict[str, str], classes: Any) -> None:
    """Give elements of a part that uses names in its own way names that mean the same in any file."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if str(one.get("/S")) in roles:
            one[Name.S] = Name(f"{one.S}-{roles[str(one.S)][1:]}")
        if "/C" in one:
            named = [classes[name] for name in map(str, _listed(one.C)) if name in classes]
            one[Name.A] = Array([*(each for name in named for each in _listed(name)), *_listed(one.get("/A"))])
            del one[Name.C]
        waiting += [kid for kid in _listed(one.get("/K")) if isinstance(kid, Dictionary) and "/S" in kid]


def _numbered(node: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """The keys and values of a number tree."""
    if depth > 20:
        raise ValueError("a number tree is nested without end")
    numbers = list(node.get("/Nums", ()))
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in node.get("/Kids", ()):
        yield from _numbered(kid, depth + 1)


def _listed(held: Any) -> list[Any]:
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]
