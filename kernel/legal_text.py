"""Text that may stand in a court paper: checked once, at the border."""

import unicodedata
from dataclasses import dataclass
from typing import NewType

from kernel.refusals import Refused

LegalText = NewType("LegalText", str)

LONGEST = 10_000
MOST_MARKS = 4
_JOINERS = frozenset("\u200c\u200d")
"""Needed to spell names in Persian and in the scripts of India."""
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(eq=False)
class NotLegalText(Refused):
    """The text holds something that cannot stand in a court paper."""

    why: str

    def __str__(self) -> str:
        return f"The text {self.why}."


def legal_text(raw: str, *, longest: int = LONGEST, lines: bool = False) -> LegalText:
    """The same text, trimmed and in Unicode NFC.

    Control and unseen characters, lone surrogates, codes without a character, bidirectional overrides, piled-up
    combining marks and over-long text are refused with NotLegalText. ``lines`` lets line feeds through.
    """
    if len(raw) > longest:
        raise NotLegalText(f"is longer than {longest:,} characters")
    if raw.isprintable() and raw.isascii():
        return LegalText(raw.strip())  # nearly every text; nothing below could object to it
    if lines:
        raw = raw.replace("\r\n", "\n")
    for char in "" if raw.isprintable() else raw:
        if lines and char == "\n":
            continue
        _refuse_unprintable(char)
    text = unicodedata.normalize("NFC", raw).strip()
    _refuse_piled_marks(text)
    return LegalText(text)


def _refuse_unprintable(char: str) -> None:
    category = unicodedata.category(char)
    if category == "Cs":
        raise NotLegalText("holds half of a character (a lone surrogate)")
    if category == "Cc" or char in "\u2028\u2029":
        raise NotLegalText("holds a control character")
    if char in _BIDI:
        raise NotLegalText("holds a hidden mark that changes the direction of writing")
    if category == "Cf" and char not in _JOINERS:
        raise NotLegalText("holds a character that nobody sees")
    if category in ("Co", "Cn"):
        raise NotLegalText("holds a code that is not a character")


def _refuse_piled_marks(text: str) -> None:
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if marks > MOST_MARKS:
            raise NotLegalText("piles more accents on one letter than any name has")
