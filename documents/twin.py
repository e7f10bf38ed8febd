"""A twin of a Word paper that prints the same and that LibreOffice reads faster; for the PDF only, never kept."""

import io
import re
import zipfile
from functools import lru_cache

from lxml import etree

from documents.package import FIRST_DAY
from documents.reading import W
from documents.table_styles import by_id, parser, with_tables_written_out, written

STYLES = "word/styles.xml"
UNREAD = "word/stylesWithEffects.xml"  # Word 2007's own copy of the styles; nothing else reads it
_DRAWN = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_USED = re.compile(rb"<w:\w*[sS]tyle(?:Link)? w:val=\"([^\"]+)\"")
_OF_UNREAD = re.compile(rb"<(?:Relationship|Override)\b[^>]*stylesWithEffects[^>]*/>")


def lean(word: bytes) -> bytes:
    """The paper with table styles written out in each table, and without the styles that it does not use.

    LibreOffice spends most of a table's time on applying the table's style cell by cell, and reads every style of
    the file. Only for files that we made; that it prints the same is proved template by template.
    """
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != UNREAD}
    if STYLES not in parts:
        return word
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = _OF_UNREAD.sub(b"", parts[name])
    for name in filter(_DRAWN.fullmatch, parts):
        parts[name] = with_tables_written_out(parts[name], parts[STYLES])
    used = {found for name, part in parts.items() if name != STYLES for found in _USED.findall(part)}
    parts[STYLES] = _only(parts[STYLES], frozenset(found.decode() for found in used))
    return _package(parts)


@lru_cache(maxsize=64)
def _only(styles: bytes, used: frozenset[str]) -> bytes:
    """The styles that are used, those that they stand on, and those that hold where none is named."""
    root = etree.fromstring(styles, parser())
    known = by_id(root)
    kept: set[str] = set()
    wanted = [*used, *(id for id, style in known.items() if style.get(f"{W}default") == "1")]
    while wanted:
        id = wanted.pop()
        if id in known and id not in kept:
            kept.add(id)
            named = (known[id].find(W + tag) for tag in ("basedOn", "next", "link"))
            wanted += [str(other.get(f"{W}val")) for other in named if other is not None]
    for id, style in known.items():
        if id not in kept:
            root.remove(style)
    return written(root)


def _package(parts: dict[str, bytes]) -> bytes:
    """Not compressed: it is read once, at once."""
    bound = io.BytesIO()
    with zipfile.ZipFile(bound, "w", zipfile.ZIP_STORED) as out:
        for name, part in parts.items():
            out.writestr(zipfile.ZipInfo(name, FIRST_DAY), part)
    return bound.getvalue()
