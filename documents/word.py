"""Facts into a Word paper: the one place that merges."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError
from lxml import etree

from documents.errors import TemplateBroken
from documents.language import Language
from documents.package import open_package, settled
from documents.slots import Gap, Slot
from kernel.legal_text import NotLegalText

NOTHING: Mapping[str, bytes] = {}
UNSIGNED = (
    "category", "comments", "content_status", "identifier", "keywords", "last_modified_by", "subject", "version",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One merged slot: the dotted name of the fact, the text that was printed, and whether that text marks a gap."""

    path: str
    text: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A finished Word file and everything that was merged into it, in the order of its text."""

    word: bytes
    said: tuple[Said, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The facts that the paper marks as missing or withheld, each once."""
        return tuple(dict.fromkeys(said.path for said in self.said if said.gap))


def merge(
    template: bytes,
    context: Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes] = NOTHING,
    title: str = "",
    author: str = "",
) -> Merged:
    """The template with its facts, as made by ``documents.slots.printed``; same input, same bytes.

    ``pictures`` replaces pictures by their name or alternative text; ``title`` and ``author`` become the only
    document properties. Raises TemplateBroken. Never merge a merged file again: its data would become code.
    """
    heard: list[Slot] = []
    paper = _Paper(open_package(template))
    try:
        paper.render(dict(context), jinja_env=Language(heard.append))
        word = _saved(paper, pictures, title, author)
    except (NotLegalText, TemplateBroken):
        raise
    except (TemplateError, KeyError, TypeError, ValueError, AttributeError, etree.LxmlError) as broken:
        raise TemplateBroken(str(broken) or type(broken).__name__) from broken
    return Merged(settled(word), tuple(Said(slot.path, str(slot), isinstance(slot, Gap)) for slot in heard))


def _saved(paper: "_Paper", pictures: Mapping[str, bytes], title: str, author: str) -> bytes:
    for name, picture in pictures.items():
        paper.replace_pic(name, io.BytesIO(picture))
    _sign(paper.docx.core_properties, title, author)
    word = io.BytesIO()
    paper.save(word)
    return word.getvalue()


def _sign(properties: Any, title: str, author: str) -> None:
    for name in UNSIGNED:
        setattr(properties, name, "")
    properties.title, properties.author, properties.language = title, author, "en-US"


class _Paper(DocxTemplate):  # type: ignore[misc]
    """docxtpl with errors in words, a strict parser and no properties that run."""

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """A template's own properties are data, never code."""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        try:
            return str(super().render_xml_part(src_xml, part, context, jinja_env))
        except TemplateError as broken:
            _tell(broken, src_xml)

    def fix_tables(self, xml: str) -> Any:
        etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
        return super().fix_tables(xml)


def _tell(broken: TemplateError, source: str) -> NoReturn:
    lines = source.replace("<w:p ", "\n<w:p ").replace("<w:p>", "\n<w:p>").split("\n")
    place = max(_lines_of(broken), default=0)
    spoken = (broken.message or "it has a tag that cannot be read").rstrip(".")
    raise TemplateBroken(spoken, _words(lines[place - 1])[:300] if 0 < place <= len(lines) else "") from broken


def _lines_of(broken: TemplateError) -> Iterator[int]:
    line = getattr(broken, "lineno", None)
    if line:
        yield line
    frame = broken.__traceback__
    while frame:
        if frame.tb_frame.f_code.co_filename == "<template>":
            yield frame.tb_lineno
        frame = frame.tb_next


def _words(xml: str) -> str:
    parser = etree.HTMLParser()
    tree = etree.fromstring(f"<body>{xml}</body>", parser)
    return " ".join("".join(tree.itertext()).split())
