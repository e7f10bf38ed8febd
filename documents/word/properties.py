"""The document properties of a finished paper: its title and its author, and nothing of who drafted the template."""

from datetime import UTC, datetime
from typing import Any, Final
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE

from documents.package import FIRST_DAY

UNSIGNED: Final = (
    "category", "comments", "content_status", "identifier", "keywords", "last_modified_by", "subject", "version",
)  # fmt: skip
LONGEST: Final = 255
_TITLE, _AUTHOR = "title of the paper", "author of the paper"


def sign(document: Any, title: str, author: str) -> None:
    """Write title and author into a document that python-docx has opened. Raises ValueError past 255 characters."""
    dated = _is_dated(document)
    properties = document.core_properties
    for name in UNSIGNED:
        setattr(properties, name, "")
    properties.title, properties.author, properties.language = title, author, "en-US"
    if not dated:
        properties.modified = datetime(*FIRST_DAY, tzinfo=UTC)  # python-docx would write this moment


def to_be_signed(document: Any) -> tuple[str, bytes]:
    """The name of the part with the properties, and its content with places for title and author."""
    sign(document, _TITLE, _AUTHOR)
    part = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return part.partname.lstrip("/"), part.blob


def signed(blank: bytes, title: str, author: str) -> bytes:
    """The content with title and author. Raises ValueError for a text that no property can hold."""
    for text in (title, author):
        if len(text) > LONGEST or not text.isprintable():
            raise ValueError("a title or an author is too long or holds what cannot be printed")
    before, between, after = blank.replace(_AUTHOR.encode(), _TITLE.encode()).split(_TITLE.encode())
    first, second = (title, author) if blank.index(_TITLE.encode()) < blank.index(_AUTHOR.encode()) else (author, title)
    return b"".join((before, escape(first).encode(), between, escape(second).encode(), after))


def _is_dated(document: Any) -> bool:
    try:
        document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    except KeyError:
        return False
    return True
