"""docxtpl as it is published, made strict: the measure of compiled templates, and the way for what none carries."""

import io
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from docxtpl import DocxTemplate
from jinja2 import Environment
from jinja2.exceptions import TemplateError
from lxml import etree

from documents.errors import TemplateBroken
from documents.package import open_package, settled
from documents.word.properties import sign

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
BEFORE_THE_FIRST_PICTURE = 1000


def filled(
    template: bytes,
    context: Mapping[str, Any],
    environment: Environment,
    pictures: Mapping[str, bytes],
    title: str,
    author: str,
) -> bytes:
    """The Word file as docxtpl fills it. Raises TemplateBroken with the paragraph, or what the environment raises."""
    paper = Paper(open_package(template))
    paper.render(dict(context), jinja_env=environment)
    for name, picture in pictures.items():
        paper.replace_pic(name, io.BytesIO(picture))
    sign(paper.docx, title, author)
    return settled(saved(paper))


class Paper(DocxTemplate):  # type: ignore[misc]
    """docxtpl with errors in words, a strict parser, no properties that run, and footnotes that are filled once."""

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """A template's own properties are data, never code."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """docxtpl fills them again for each section: what was data the first time would be code the second."""
        for part in footnotes(self):
            xml = self.render_xml_part(self.patch_xml(part.blob.decode()), part, context, jinja_env).encode()
            refuse_broken(xml)
            part._blob = xml

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        try:
            return str(super().render_xml_part(src_xml, part, context, jinja_env))
        except TemplateError as broken:
            _tell(broken, src_xml)

    def fix_tables(self, xml: str) -> Any:
        refuse_broken(xml)
        return super().fix_tables(xml)


def opened(template: bytes) -> DocxTemplate:
    """A template that docxtpl has read. Raises TemplateBroken."""
    paper = DocxTemplate(open_package(template))
    paper.init_docx()
    return paper


def saved(paper: Any) -> bytes:
    """The file that docxtpl or python-docx makes of what it has opened."""
    word = io.BytesIO()
    paper.save(word)
    return word.getvalue()


def footnotes(paper: DocxTemplate) -> Iterator[Any]:
    """The parts that hold footnotes."""
    return (part for part in paper.docx.part.package.iter_parts() if part.content_type == FOOTNOTES)


def headers_and_footers(paper: DocxTemplate) -> Iterator[Any]:
    """The parts that are headers, then those that are footers, in docxtpl's order; each once."""
    kinds = (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI)
    parts = [part for kind in kinds for _, part in paper.get_headers_footers(kind)]
    return iter(dict.fromkeys(parts))


def patched(xml: str) -> str:
    """The XML with its tags mended, and with those of rows, cells, paragraphs and runs in their place."""
    return str(DocxTemplate(None).patch_xml(xml))


def listed(paragraph: str) -> str:
    """The line feeds, tabs, new paragraphs and new pages of a text as Word writes them."""
    return str(DocxTemplate(None).resolve_listing(paragraph))


def mended(body: str) -> Any:
    """The body as a tree whose tables have as many columns as their rows, and whose pictures are numbered."""
    paper = DocxTemplate(None)
    tree = paper.fix_tables(body)
    paper.docx_ids_index = BEFORE_THE_FIRST_PICTURE
    paper.fix_docpr_ids(tree)
    return tree


def refuse_broken(xml: str | bytes) -> None:
    """Raises XMLSyntaxError where docxtpl would silently repair, and lose what it cannot."""
    etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))


def is_tied(value: Any) -> bool:
    """Whether a value of the context belongs to one opened paper: a part of another document, or a picture."""
    if isinstance(value, Mapping):
        return any(is_tied(below) for below in value.values())
    if isinstance(value, list | tuple):
        return any(is_tied(below) for below in value)
    return isinstance(getattr(value, "tpl", None), DocxTemplate)


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
