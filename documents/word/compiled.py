"""A Word template that is opened, mended, checked and compiled once; then only its texts are filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, Template

from documents.language import Language
from documents.package import Part, bound, contents, quickly, tightly
from documents.word import finishing, stock
from documents.word.finishing import Finish, NotCarried
from documents.word.markup import Element, Unproved, elements
from documents.word.pictures import Shown, replaced, shown
from documents.word.properties import signed, to_be_signed
from documents.word.shape import keeps_its_pictures, keeps_its_tables


@dataclass(frozen=True, slots=True)
class Text:
    """A part with tags, ready to be filled."""

    name: str
    template: Template
    finish: Finish
    meant: tuple[tuple[str, str], ...]

    def filled(self, context: Mapping[str, Any]) -> bytes:
        """The part with these facts, as it stands in the file."""
        text = self.template.render(context)
        for written, meant in self.meant:
            text = text.replace(written, meant)
        return self.finish(finishing.listed(text))


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that holds nothing of any paper; threads may share it."""

    texts: tuple[Text, ...]
    parts: tuple[Part, ...]
    properties: tuple[str, bytes]
    pictures: tuple[Shown, ...]
    takes_any_value: bool

    def filled(self, context: Mapping[str, Any], pictures: Mapping[str, bytes], title: str, author: str) -> bytes:
        """The Word file. Raises NotCarried where only stock docxtpl can fill it, or what the environment raises."""
        if self.takes_any_value and stock.is_tied(context):
            raise NotCarried("a value belongs to an opened paper")
        name, blank = self.properties
        sheets = {text.name: text.filled(context) for text in self.texts}
        made = {part.name: part for part in replaced(self.pictures, pictures, sheets)} if pictures else {}
        for sheet, content in (*sheets.items(), (name, signed(blank, title, author))):
            made[sheet.encode()] = quickly(sheet, content)
        return bound(made.get(part.name, part) for part in self.parts)


def compiled(template: bytes, environment: Environment) -> Compiled:
    """The template for this environment.

    Raises NotCarried where only stock docxtpl can fill it, TemplateBroken, or what the environment raises.
    """
    paper = stock.opened(template)
    texts = (_body(paper, environment), *_margins(paper, environment), *_footnotes(paper, environment))
    return Compiled(
        texts=texts,
        pictures=tuple(shown(paper.docx)),
        properties=to_be_signed(paper.docx),
        parts=tuple(tightly(name, content) for name, content in contents(stock.saved(paper.docx))),
        takes_any_value=not isinstance(environment, Language),
    )


def _body(paper: Any, environment: Environment) -> Text:
    document = paper.docx.part
    frame, source = finishing.framed(document.element), stock.patched(paper.get_xml())
    found = _proved(source, environment)
    if found is None or not keeps_its_tables(found) or _pictures(found) != len(document.element.xpath("//wp:docPr")):
        finish: Finish = finishing.MendedBody(frame, isinstance(environment, Language), frozenset(document.rels))
        return _text(document, source, environment, finish)
    varied = not keeps_its_pictures(found)
    bare = finishing.bare(source)
    return _text(document, bare if varied else finishing.numbered(bare), environment, finishing.Body(frame, varied))


def _pictures(found: list[Element]) -> int:
    return sum(element.name == "wp:docPr" and "id" in element.attributes for element in found)


def _margins(paper: Any, environment: Environment) -> Iterator[Text]:
    for part in stock.headers_and_footers(paper):
        source = stock.patched(paper.get_part_xml(part))
        finish = finishing.mended_margin if _proved(source, environment) is None else finishing.margin
        yield _text(part, source, environment, finish)


def _footnotes(paper: Any, environment: Environment) -> Iterator[Text]:
    for part in stock.footnotes(paper):
        yield _text(part, stock.patched(part.blob.decode()), environment, finishing.footnotes)


def _text(part: Any, source: str, environment: Environment, finish: Finish) -> Text:
    return Text(part.partname.lstrip("/"), environment.from_string(source), finish, _meant(source, environment))


def _meant(source: str, environment: Environment) -> tuple[tuple[str, str], ...]:
    if not isinstance(environment, Language):
        return (*finishing.PARAGRAPHS, *finishing.TAGS)
    return finishing.TAGS if finishing.may_say_a_tag(source) else ()


def _proved(source: str, environment: Environment) -> list[Element] | None:
    """The elements of a part that is right XML however it is filled; None where nobody can tell."""
    if not isinstance(environment, Language):
        return None  # another environment may write anything
    try:
        return elements(environment.parse(source))
    except Unproved:
        return None
