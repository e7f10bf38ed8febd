"""One thing that is wrong with a template: in words, at its paragraph, with the mend that is safe, if there is one."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of thing is wrong."""

    FILE = "file"
    TAG = "tag"
    UNCLOSED = "unclosed tag"
    SPLIT = "split tag"
    QUOTES = "curly quotes"
    BLOCK = "unbalanced block"
    FACT = "unknown fact"
    USE = "wrong use"
    NOT_ALLOWED = "not allowed"
    UNFILLED = "never filled in"
    TRACKED = "tracked changes"
    COMMENT = "comment"
    FONT = "font"
    HEADER_ROW = "header row"
    ALT_TEXT = "alternative text"
    OUTSIDE = "from outside"
    EMBEDDED = "embedded object"
    FIELD = "field"
    TITLE = "title"
    LANGUAGE = "language"
    PAGE_SIZE = "page size"


class Fix(StrEnum):
    """A mend that changes no word of the template."""

    JOIN = "join the pieces of the tag"
    STRAIGHTEN = "make the quotes straight"
    REPEAT_HEADER = "repeat the first row on every page"
    REMOVE_COMMENTS = "remove the comments"
    STOP_TRACKING = "switch Track Changes off"
    TWIN_FONT = "use the bundled font of the same widths"
    SET_TITLE = "set the title"
    SET_LANGUAGE = "set the language to US English"


class Part(StrEnum):
    """Where in a Word file a paragraph stands."""

    FILE = "file"
    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    OTHER = "other part"


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph: its part, its number in that part from 1, and its text. Number 0 is the file as a whole."""

    part: Part
    name: str = ""
    paragraph: int = 0
    text: str = ""


WHOLE_FILE = Place(Part.FILE)


@dataclass(frozen=True, slots=True)
class Problem:
    """``words`` is one sentence for an attorney; ``blocks`` says whether the template cannot be published with it.

    ``name`` is the part's name inside the file, such as ``word/header2.xml``; ``fix`` the safe mend, if there is one.
    """

    kind: Kind
    words: str
    part: Part
    name: str
    paragraph: int
    text: str
    fix: Fix | None = None
    blocks: bool = True

    @property
    def where(self) -> str:
        """The place in words: ``body, paragraph 12``."""
        return f"{self.part.value}, paragraph {self.paragraph}" if self.paragraph else "the file"

    def told(self) -> dict[str, Any]:
        """The problem as JSON."""
        return asdict(self) | {"where": self.where}


def problem(kind: Kind, words: str, at: Place, *, fix: Fix | None = None, blocks: bool = True) -> Problem:
    """A problem at a place."""
    return Problem(kind, words, at.part, at.name, at.paragraph, at.text[:300], fix, blocks)


def retold(plain: dict[str, Any]) -> Problem:
    """The problem of its JSON form."""
    named = {name: plain[name] for name in Problem.__slots__}
    fix = Fix(plain["fix"]) if plain["fix"] else None
    return Problem(**named | {"kind": Kind(plain["kind"]), "part": Part(plain["part"]), "fix": fix})
