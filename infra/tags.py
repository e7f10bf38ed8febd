"""What LibreOffice's tags tell a screen reader that is not so, put right."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_TABLE = re.compile(rb"^(\d+) 0 obj\s*<</Type\s*/StructElem\s*/S\s*/Table\b", re.MULTILINE)
_ROWS, _CELLS = ("/TR", "/THead", "/TBody", "/TFoot"), ("/TD", "/TH")


def settle_tags(pdf: pikepdf.Pdf, raw: bytes) -> None:
    """A table without any header cell is there for the look of the page: it is told as blocks, in the same order.

    A type that is said to stand for itself (``/P`` for ``/P``) is said once (ISO 32000-1, 14.7.3). ``raw`` is the
    file as LibreOffice wrote it: to ask each of its thousands of objects would take longer.
    """
    root = pdf.Root.StructTreeRoot
    for name in [name for name, meant in root.get("/RoleMap", pikepdf.Dictionary()).items() if name == str(meant)]:
        del root.RoleMap[name]
    for table in (pdf.get_object(int(number), 0) for number in _TABLE.findall(raw)):
        if not any(part.S == "/TH" for part in _parts(table)):
            for part in (table, *_parts(table)):
                part.S = pikepdf.Name.Div


def _parts(above: Any) -> Iterator[Any]:
    """The rows and cells of a table, but not those of a table within it."""
    held = above.get("/K", ())
    for one in held if isinstance(held, pikepdf.Array) else (held,):
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/S")) in _ROWS + _CELLS:
            yield one
            if str(one.S) in _ROWS:
                yield from _parts(one)
