"""The pictures of a template that a merge can replace, by name, title or alternative text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap

from documents.errors import TemplateBroken
from documents.package import Part, as_it_is
from documents.word.finishing import NotCarried

_PICTURE: Final = "//a:graphic/a:graphicData[@uri='{pic}']/pic:pic[1]".format(**nsmap)
_SHEETS: Final = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture is called, the sheet on which it stands, how the sheet names it, and the part that holds it."""

    names: tuple[str, ...]
    sheet: str
    embedded: bytes
    part: str


def shown(document: Any) -> Iterator[Shown]:
    """Every picture of a document that python-docx has opened: of the body, of its headers and footers."""
    sheets = (relation.target_part for relation in document.part.rels.values() if relation.reltype in _SHEETS)
    for sheet in (document.part, *sheets):
        for picture in sheet.element.xpath(_PICTURE):
            yield from _shown(picture, sheet)


def _shown(picture: Any, sheet: Any) -> Iterator[Shown]:
    embedded = picture.xpath("pic:blipFill/a:blip/@r:embed")
    called = picture.xpath("pic:nvPicPr/pic:cNvPr")
    if embedded and called and embedded[0] in sheet.rels and not sheet.rels[embedded[0]].is_external:
        names = tuple(called[0].get(name) for name in ("name", "title", "descr") if called[0].get(name))
        held = sheet.rels[embedded[0]].target_part.partname
        yield Shown(names, sheet.partname.lstrip("/"), f'r:embed="{embedded[0]}"'.encode(), held.lstrip("/"))


def replaced(places: Sequence[Shown], pictures: Mapping[str, bytes], sheets: Mapping[str, bytes]) -> Iterator[Part]:
    """The given pictures as parts, where the filled sheets still show them.

    Raises TemplateBroken for a picture that the template does not have, NotCarried where only docxtpl can tell.
    """
    if any("{" in name for place in places for name in place.names):
        raise NotCarried("a picture is named by a tag")
    left = set(pictures)
    for place in places:
        name = next((name for name in pictures if name in place.names), None)
        if name is not None:
            if sheets[place.sheet].count(place.embedded) != 1:
                raise NotCarried("a picture is not shown once")
            left.discard(name)
            yield as_it_is(place.part, pictures[name])
    for name in sorted(left):
        raise TemplateBroken(f"Picture {name} not found in the docx template")
