"""What a finished paper says, as text."""

import io
import re
import threading
import zipfile
from collections.abc import Iterator
from typing import Any

import pypdfium2
from lxml import etree

from documents.errors import ReadBackFailed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_ORDER = ("document", "header", "footer", "footnotes")
_TEXT, _TAB, _BREAK, _PARAGRAPH = (f"{W}{name}" for name in ("t", "tab", "br", "p"))
PDFIUM = threading.Lock()  # pdfium is not thread-safe


def word_text(word: bytes) -> str:
    """The text of a Word file: body, then headers, footers and footnotes; a line for each paragraph."""
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
    try:
        with zipfile.ZipFile(io.BytesIO(word)) as package:
            names = sorted((name for name in package.namelist() if _PARTS.fullmatch(name)), key=_place)
            return "".join("".join(_text(etree.fromstring(package.read(name), parser))) for name in names)
    except (zipfile.BadZipFile, etree.LxmlError, EOFError) as broken:
        raise ReadBackFailed("Word file", ("it cannot be opened",)) from broken


def _place(name: str) -> tuple[int, str]:
    found = _PARTS.fullmatch(name)
    kind = re.sub(r"\d", "", found[1]) if found else ""
    return _ORDER.index(kind), name


def _text(root: Any) -> Iterator[str]:
    for node in root.iter(_TEXT, _TAB, _BREAK, _PARAGRAPH):
        name = node.tag
        if name == _TEXT:
            yield node.text or ""
        else:
            yield "\t" if name == _TAB else "\n"


def page_texts(pdf: bytes, *, first: int | None = None) -> tuple[str, ...]:
    """The text of each page, or of the ``first`` so many, of a PDF that we made ourselves.

    Raises ReadBackFailed where it cannot be opened.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
            try:
                return tuple(_page_text(document[place]) for place in range(min(len(document), first or len(document))))
            finally:
                document.close()
        except pypdfium2.PdfiumError as broken:
            raise ReadBackFailed("PDF", ("it cannot be opened",)) from broken


def _page_text(page: Any) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()
