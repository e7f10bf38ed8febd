"""The block tags of a part: what each says, or what it was most likely meant to say."""

import re
from dataclasses import dataclass

from documents.clinic.catalogue import nearest
from documents.clinic.opened import Paragraph
from documents.clinic.tags import Tag

OPENERS = frozenset({"for", "if"})
CLOSERS = {"endfor": "for", "endif": "if"}
KEYWORDS = (*sorted(OPENERS), "elif", "else", *sorted(CLOSERS))
OF_ANOTHER_LANGUAGE = frozenset({
    "set", "include", "import", "from", "macro", "endmacro", "block", "endblock", "extends", "call", "endcall",
    "filter", "endfilter", "raw", "endraw", "autoescape", "endautoescape", "do", "with", "endwith", "trans", "endtrans",
    "break", "continue", "debug", "endset",
})  # fmt: skip
OF_CELLS = frozenset({"vm", "hm", "colspan", "cellbg"})
"""Tags that join or colour the cells of a table."""
_WORD = re.compile(r"[A-Za-z_]+")
_IN = re.compile(r"(\w+)\s+in\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """A block tag in its paragraph. ``keyword`` is what it says or was meant to say, or empty."""

    paragraph: Paragraph
    tag: Tag
    keyword: str
    guessed: bool = False

    @property
    def rest(self) -> str:
        """What follows the keyword."""
        return self.tag.said[len(self.spelled) :].strip()

    @property
    def spelled(self) -> str:
        """The keyword as it is written."""
        found = re.match(r"(end|else|elif)\s+(if|for)\b|\w+", self.tag.said) if self.guessed else None
        return (found[0] if found else "") or first_word(self.tag.said)

    @property
    def name(self) -> str:
        """The name that a loop gives to each of its rows, as far as it can be made out."""
        found = _IN.search(self.tag.said)
        return found[1] if self.keyword == "for" and found else ""


def first_word(said: str) -> str:
    """The first word of a tag."""
    found = _WORD.match(said)
    return found[0] if found else ""


def statement(paragraph: Paragraph, tag: Tag) -> Statement | None:
    """The block tag that this is or was meant to be; None for a printing tag or a remark."""
    word = first_word(tag.said)
    if tag.sort == "{#":
        return None
    if tag.sort == "{{":
        meant = word in KEYWORDS and bool(tag.wrong or word in ("endif", "endfor"))
        return Statement(paragraph, tag, word, guessed=True) if meant else None
    if word in KEYWORDS and not (word == "else" and re.match(r"else\s+if\b", tag.said)):
        return Statement(paragraph, tag, word)
    if word in OF_ANOTHER_LANGUAGE or word in OF_CELLS:
        return Statement(paragraph, tag, "")
    return Statement(paragraph, tag, _meant(tag.said, word), guessed=True)


def _meant(said: str, word: str) -> str:
    apart = re.match(r"(end|else)\s*[-_ ]?\s*(if|for)\b", said, re.IGNORECASE)
    if apart:
        return "elif" if apart[1].lower() == "else" else f"end{apart[2].lower()}"
    if word.lower() == "end":
        return ""
    if word.lower() in KEYWORDS:
        return word.lower()
    if _IN.search(said):
        return "for"
    return nearest(word.lower(), list(KEYWORDS))
