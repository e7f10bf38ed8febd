"""What no filling of a template can change: the columns of its tables, the number of its pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from documents.word.markup import Element, Unproved

TABLE, GRID, COLUMN, ROW, CELL, SPAN = "w:tbl", "w:tblGrid", "w:gridCol", "w:tr", "w:tc", "w:gridSpan"
PICTURES: Final = frozenset({"wp:docPr", "pic:pic", "pic:cNvPr"})


@dataclass(slots=True)
class _Row:
    branch: tuple[int, ...]
    cells: int = 0
    width: int = 0


@dataclass(slots=True)
class _Table:
    branch: tuple[int, ...]
    columns: int = 0
    rows: list[_Row] = field(default_factory=list)

    def keeps(self) -> bool:
        """No row is wider than the table, and one that is always there is as wide: docxtpl finds nothing to mend."""
        widest = max((row.width for row in self.rows if row.branch == self.branch), default=0)
        return 0 < self.columns <= widest and all(row.cells <= self.columns for row in self.rows)


def keeps_its_tables(elements: Sequence[Element]) -> bool:
    """Whether every filling leaves every table as wide as its rows, so that none needs mending."""
    try:
        return all(table.keeps() for table in _Tables().read(elements))
    except (Unproved, KeyError, ValueError, IndexError):
        return False


def keeps_its_pictures(elements: Sequence[Element]) -> bool:
    """Whether the same pictures stand in every filling."""
    return not any(element.branch for element in elements if element.name in PICTURES)


@dataclass(slots=True)
class _Tables:
    """The elements, tables and rows that are open while the template is read."""

    path: list[Element] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    done: list[_Table] = field(default_factory=list)

    def read(self, elements: Sequence[Element]) -> list[_Table]:
        """Every table with its rows and those of the tables inside it."""
        for element in elements:
            if element.begins:
                self._enter(element)
                self.path.append(element)
            if element.ends:
                self._leave(element)
        return self.done

    def _enter(self, element: Element) -> None:
        above = [one.name for one in self.path[-3:]]
        if element.name == TABLE:
            self.tables.append(_Table(element.branch))
        elif element.name == COLUMN and above[-2:] == [TABLE, GRID]:
            self.tables[-1].columns += 1
            _same(element, self.tables[-1])
        elif element.name == ROW:
            self.rows.append(_Row(element.branch))
            for table in self.tables:
                table.rows.append(self.rows[-1])
        elif element.name == CELL and above[-1] == ROW:
            self.rows[-1].cells += 1
            self.rows[-1].width += 1
            _same(element, self.rows[-1])
        elif element.name == SPAN and above == [ROW, CELL, "w:tcPr"]:
            self.rows[-1].width += int(element.attributes["w:val"]) - 1
            _same(element, self.rows[-1])

    def _leave(self, element: Element) -> None:
        begun = self.path.pop()
        if begun.name != element.name:
            raise Unproved("a branch closes what another has opened")
        if begun.name in (TABLE, ROW, CELL, GRID):
            _same(element, begun)
        if begun.name == TABLE:
            self.done.append(self.tables.pop())
        if begun.name == ROW:
            self.rows.pop()


def _same(element: Element, other: "Element | _Table | _Row") -> None:
    if element.branch != other.branch:
        raise Unproved("a table changes its shape")
