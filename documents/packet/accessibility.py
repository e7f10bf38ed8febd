"""What people who do not see a packet can have read to them, found by reading the finished file."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary

from documents.packet.page_map import Place, addresses
from documents.reading import PDFIUM

HEADINGS = frozenset({"/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"})
HEADED = "a table has no head cells"
DESCRIBED = "a figure has no alternative text"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. Pages are told by their addresses, those in a row as first and last.

    ``untagged`` pages have words but no structure, ``silent`` ones not even words: scans that nobody made searchable.
    """

    title: bool
    language: bool
    pages: int
    tagged: int
    headings: int
    tables: int
    figures: int
    links: int
    untagged: tuple[str, ...]
    silent: tuple[str, ...]
    tables_without_heads: tuple[str, ...]
    figures_without_words: tuple[str, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """What is not accessible, in sentences; none where all is."""
        told = (
            *(("It has no title.",) if not self.title else ()),
            *(("It does not say its language.",) if not self.language else ()),
            *(f"{pages}: scanned without searchable text." for pages in self.silent),
            *(f"{pages}: has words but no structure." for pages in self.untagged),
            *(f"{page}: {HEADED}." for page in self.tables_without_heads),
            *(f"{page}: {DESCRIBED}." for page in self.figures_without_words),
        )
        return tuple(told)


def report_from(plain: dict[str, Any]) -> Report:
    """A report as it was kept in a record."""
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()}
    return Report(**told)


def accessibility(pdf: bytes, place: Place) -> Report:
    """The machine check of a finished packet or binder; a person still has to listen to it."""
    called = addresses(place)
    with pikepdf.open(io.BytesIO(pdf), inherit_page_attributes=False) as held:
        pages = [page.obj for page in held.pages]
        found = _Found({page.objgen: number for number, page in enumerate(pages)})
        found.walk(held.Root.get("/StructTreeRoot"))
        bare = [number for number, page in enumerate(pages) if number not in found.marked]
        title, language = "/Title" in held.docinfo, "/Lang" in held.Root
    wordless = set(_without_words(pdf, bare))
    return Report(
        title, language, len(pages), len(pages) - len(bare), found.headings, found.tables, found.figures, found.links,
        tuple(_rows([number for number in bare if number not in wordless], called)),
        tuple(_rows([number for number in bare if number in wordless], called)),
        tuple(called[number] for number in found.headless), tuple(called[number] for number in found.unsaid),
    )  # fmt: skip


class _Found:
    """What the structure tree of a file tells."""

    def __init__(self, numbers: dict[tuple[int, int], int]) -> None:
        self._numbers = numbers
        self._roles: dict[str, str] = {}
        self.marked: set[int] = set()
        self.headings = self.tables = self.figures = self.links = 0
        self.headless: list[int] = []
        self.unsaid: list[int] = []

    def walk(self, tree: Any) -> None:
        """Look at every element below the root of the tree."""
        if tree is None:
            return
        self._roles = {str(name): str(meant) for name, meant in tree.get("/RoleMap", {}).items()}
        waiting = _kids(tree)
        while waiting:
            element = waiting.pop()
            kids = _kids(element)
            self._look(element, kids)
            waiting += [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]

    def _look(self, element: Any, kids: Sequence[Any]) -> None:
        kind = self._kind(element)
        if "/Pg" in element and any(isinstance(kid, int) for kid in kids):
            self.marked.add(self._numbers[element.Pg.objgen])
        if kind in HEADINGS:
            self.headings += 1
        elif kind == "/Table":
            self.tables += 1
            if not any(self._kind(cell) == "/TH" for row in self._rows_of(kids) for cell in _elements(row)):
                self.headless.append(self._page(element))
        elif kind == "/Figure":
            self.figures += 1
            if not str(element.get("/Alt", "")).strip():
                self.unsaid.append(self._page(element))
        elif kind == "/Link":
            self.links += 1

    def _kind(self, element: Any) -> str:
        named = str(element.S)
        return self._roles.get(named, named)

    def _rows_of(self, kids: Sequence[Any]) -> Iterator[Any]:
        for kid in kids:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from (kid,) if self._kind(kid) == "/TR" else _elements(kid)

    def _page(self, element: Any) -> int:
        """The page of an element, or of the first thing in it that has one."""
        waiting = [element]
        while waiting:
            one = waiting.pop(0)
            if "/Pg" in one:
                return self._numbers[one.Pg.objgen]
            waiting += _elements(one)
        return 0


def _kids(element: Any) -> list[Any]:
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def _elements(element: Any) -> list[Any]:
    return [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def _without_words(pdf: bytes, numbers: Sequence[int]) -> Iterator[int]:
    """Of these pages those whose own content says nothing; every page has at least the words of its foot."""
    if not numbers:
        return
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in numbers:
                if _own_words(document[number]) == 0:
                    yield number
        finally:
            document.close()


def _own_words(page: Any) -> int:
    text = page.get_textpage()
    try:
        wide, high = page.get_size()
        return len(text.get_text_bounded(bottom=high * FOOT_SHARE, right=wide).strip())
    finally:
        text.close()
        page.close()


FOOT_SHARE = 0.075
"""How much of a page, from below, our own foot and an exhibit's sticker take."""


def _rows(numbers: Sequence[int], called: Sequence[str]) -> Iterator[str]:
    """Pages in a row as ``first to last``."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] != numbers[place - 1] + 1:
            first, last = called[numbers[start]], called[numbers[place - 1]]
            yield first if first == last else f"{first} to {last}"
            start = place
