"""What docxtpl does to a text after it is filled, done only where the text can need it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from lxml import etree

from documents.word import stock

DECLARATION: Final = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PARAGRAPH, _END, _BREAK = re.compile("<w:p(?: [^>]*)?>"), "</w:p>", re.compile("[\n\t\a\f]")
_ROOT: Final = re.compile(r"<w:body(?: xmlns(?::\w+)?=\"[^\"]*\")*>")
_BLANK: Final = re.compile(r">\s+<(?!/)")
_NUMBER: Final = re.compile(r'(<wp:docPr(?: [^>]*)? id=")[^"]*(")')
_HALF: Final = re.compile("[{}%]_|_[{}%]")
TAGS: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""docxtpl's way to print a tag itself; escaped data never says any of these."""
PARAGRAPHS: Final = (("\n<w:p ", "<w:p "), ("\n<w:p>", "<w:p>"))
"""docxtpl counts lines by these, and takes away those of a value too."""

Finish = Callable[[str], bytes]


class NotCarried(Exception):
    """A compiled template cannot carry this; stock docxtpl can."""


def may_say_a_tag(source: str) -> bool:
    """Whether a template may come to say one of TAGS."""
    return _HALF.search(source) is not None


def listed(text: str) -> str:
    """With line feeds, tabs, new paragraphs and new pages as Word writes them.

    docxtpl looks through every paragraph; here only those with a break: after the end of one, none is open.
    """
    if not any(mark in text for mark in "\n\t\a\f"):
        return text
    pieces: list[str] = []
    at = done = 0
    while mark := _BREAK.search(text, at):
        begun = _PARAGRAPH.search(text, max(done, text.rfind(_END, done, mark.start())))
        at = mark.end()
        if begun and begun.start() < mark.start():
            at = text.find(_END, mark.end()) + len(_END)
            if at < len(_END):
                break
            pieces += (text[done : begun.start()], stock.listed(text[begun.start() : at]))
            done = at
    return "".join((*pieces, text[done:]))


@dataclass(frozen=True, slots=True)
class Frame:
    """The document around its body."""

    before: bytes
    after: bytes

    def around(self, body: str) -> bytes:
        """The document with this body."""
        return b"".join((self.before, body.encode(), self.after))


def framed(document: Any) -> Frame:
    """What stands around the body of a document. Raises NotCarried."""
    whole = etree.tostring(document, encoding="unicode")
    start, end = whole.find("<w:body"), whole.rfind("</w:body>")
    if start < 0 or end < 0:
        raise NotCarried("the document has no body")
    return Frame(DECLARATION + whole[:start].encode(), whole[end + len("</w:body>") :].encode())


def bare(body: str) -> str:
    """The body without the name spaces, which the document declares. Raises NotCarried."""
    root = _ROOT.match(body)
    if not root:
        raise NotCarried("the body declares more than name spaces")
    return f"<w:body>{body[root.end() :]}"


def numbered(body: str) -> str:
    """The pictures of a body, numbered in their order."""
    numbers = count(stock.BEFORE_THE_FIRST_PICTURE + 1)
    return _NUMBER.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", body)


@dataclass(frozen=True, slots=True)
class Body:
    """A body whose XML is right as it is filled."""

    frame: Frame
    pictures_vary: bool

    def __call__(self, filled: str) -> bytes:
        return self.frame.around(numbered(filled) if self.pictures_vary else filled)


@dataclass(frozen=True, slots=True)
class MendedBody:
    """A body that is read again, as docxtpl does, for tables that change their columns or XML that may be broken."""

    frame: Frame
    strict: bool
    relations: frozenset[str]

    def __call__(self, filled: str) -> bytes:
        if self.strict:
            stock.refuse_broken(filled)
        tree = stock.mended(filled)
        if tree is None or not self.relations.issuperset(tree.xpath("//@r:id | //@r:embed", namespaces=nsmap)):
            raise NotCarried("a value belongs to another file")
        return self.frame.around(bare(etree.tostring(tree, encoding="unicode")))


def margin(filled: str) -> bytes:
    """A header or footer whose XML is right as it is filled; python-docx drops blanks between its elements."""
    return mended_margin(filled) if _BLANK.search(filled) else DECLARATION + filled.encode()


def mended_margin(filled: str) -> bytes:
    """A header or footer that is read again."""
    return bytes(etree.tostring(parse_xml(filled.encode()), encoding="UTF-8", standalone=True))


def footnotes(filled: str) -> bytes:
    """Footnotes, which docxtpl does not read again."""
    text = filled.encode()
    stock.refuse_broken(text)
    return text
