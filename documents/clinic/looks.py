"""How a template looks and reads: page size, header rows, alternative text, title and language."""

from collections.abc import Iterator
from typing import Any

from documents.clinic.opened import DOCUMENT, Opened, text_of
from documents.clinic.problems import WHOLE_FILE, Fix, Kind, Problem, problem
from documents.reading import W

LETTER = (12_240, 15_840)
"""Twentieths of a point: 8.5 by 11 inches."""
NEARLY = 15
CORE = "docProps/core.xml"
LANGUAGES = ("en-US", "es-US")
_DC = "{http://purl.org/dc/elements/1.1/}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def ill_looking(paper: Opened) -> Iterator[Problem]:
    """What is wrong with the look of a template."""
    yield from _sizes(paper)
    yield from _tables(paper)
    yield from _pictures(paper)
    yield from _title(paper)
    yield from _language(paper)


def header_marked(row: Any) -> bool:
    """Whether a row is repeated on every page."""
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def _sizes(paper: Opened) -> Iterator[Problem]:
    told: set[tuple[int, int]] = set()
    for section in paper.trees[DOCUMENT].iter(f"{W}sectPr"):
        size = section.find(f"{W}pgSz")
        wide, high = (_number(size, name) for name in ("w", "h"))
        if sorted((wide, high)) == [0, 0] or all(
            abs(one - other) <= NEARLY for one, other in zip(sorted((wide, high)), LETTER, strict=True)
        ):
            continue
        if (wide, high) not in told:
            told.add((wide, high))
            inches = f"{wide / 1440:.2f} by {high / 1440:.2f} inches"
            at = paper.paragraph_of(section)
            at = at if at.paragraph else paper.of_part(DOCUMENT)[-1].place if paper.of_part(DOCUMENT) else WHOLE_FILE
            words = f"The page that ends here is {inches}; papers for court are Letter size, 8.5 by 11 inches."
            yield problem(Kind.PAGE_SIZE, words, at)


def _tables(paper: Opened) -> Iterator[Problem]:
    for name in paper.filled():
        for table in paper.trees[name].iter(f"{W}tbl"):
            rows = table.findall(f"{W}tr")
            loop = next((place for place, row in enumerate(rows) if _begins_loop(row)), None)
            if loop is None or any(header_marked(row) for row in rows[:loop]):
                continue
            at = paper.paragraph_of(rows[0])
            if loop and header_marked(rows[0]):
                continue
            if loop and not _text(rows[0]).startswith("{%"):
                words = "The table grows with its rows, and its first row is not repeated on every page."
                yield problem(Kind.HEADER_ROW, words, at, fix=Fix.REPEAT_HEADER)
            else:
                words = "The table grows with its rows and has no first row that says what its columns are."
                yield problem(Kind.HEADER_ROW, words, at)


def _begins_loop(row: Any) -> bool:
    return _text(row).replace("- ", "").startswith("{%tr for ")


def _text(row: Any) -> str:
    return " ".join(text_of(each) for each in row.iter(f"{W}p")).strip()


def _pictures(paper: Opened) -> Iterator[Problem]:
    for name in paper.filled():
        for drawn in paper.trees[name].iter(f"{_WP}docPr", f"{_V}imagedata"):
            if not _described(drawn):
                words = "The picture here has no alternative text for those who cannot see it."
                yield problem(Kind.ALT_TEXT, words, paper.paragraph_of(drawn))


def _described(drawn: Any) -> bool:
    if drawn.tag == f"{_V}imagedata":
        shape = drawn.getparent()
        return bool((shape.get("alt") or "").strip())
    if any(mark.get("val") in ("1", "true") for mark in drawn.iter(_DECORATIVE)):
        return True
    return bool((drawn.get("descr") or "").strip())


def _title(paper: Opened) -> Iterator[Problem]:
    core = paper.trees.get(CORE)
    title = None if core is None else core.find(f"{_DC}title")
    if title is None or not (title.text or "").strip():
        words = "The file has no title; whoever opens the PDF would see its name instead."
        yield problem(Kind.TITLE, words, WHOLE_FILE, fix=Fix.SET_TITLE, blocks=False)


def _language(paper: Opened) -> Iterator[Problem]:
    styles = paper.trees.get("word/styles.xml")
    lang = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    named = "" if lang is None else str(lang.get(f"{W}val") or "")
    if named not in LANGUAGES:
        found = f"says that it is written in '{named}'" if named else "does not say in which language it is written"
        words = f"The file {found}; a program that reads it aloud needs to know."
        yield problem(Kind.LANGUAGE, words, WHOLE_FILE, fix=Fix.SET_LANGUAGE, blocks=False)


def _number(node: Any, name: str) -> int:
    held = "" if node is None else str(node.get(f"{W}{name}") or "")
    return int(held) if held.isascii() and held.isdigit() and len(held) < 8 else 0
