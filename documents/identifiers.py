"""How the identifiers look that G.S. 132-1.10(d) keeps out of court papers, one detector for each kind."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

Detector = Callable[[str], Iterable[re.Match[str]]]

MAY_BE_SHOWN: Final = 4
BIRTH_DATE: Final = "a full birth date"

_IS = r"(?:\s*(?:number|num|no\.?|nbr|#))?\s*(?:is|was|:|#|=)?\s*"
_LETTERED = r"(?P<it>(?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{4,19})(?![\w/])"
_ISO_DAY = r"\d{4}-\d\d-\d\d\b"
_DAY = rf"(?P<it>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|{_ISO_DAY}|[A-Z]{{3,9}}\.?\s\d{{1,2}},?\s+\d{{4}})"
_TAXES = (
    r"(?:federal|state)\s+(?:income\s+)?tax\s+(?:refund|offset|intercept)s?|tax\s+(?:refund\s+)?(?:offset|intercept)s?"
    r"|treasury\s+offset\w*|IRS\s+(?:offset|intercept|collection)s?|(?:stimulus|economic\s+impact)\s+payments?"
    r"|FTROP|FEDTAX|STTAX|UIB|CASHBOND"
)


def _either(*patterns: str) -> Detector:
    """Whatever one of the patterns finds."""
    return _named(*(rf"(?P<it>{pattern})" for pattern in patterns))


def _named(*patterns: str) -> Detector:
    """What stands behind its name: the group ``it`` is the identifier, of which four characters may be shown."""
    compiled = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]

    def found(text: str) -> Iterator[re.Match[str]]:
        for pattern in compiled:
            yield from (match for match in pattern.finditer(text) if len(re.sub(r"\W", "", match["it"])) > MAY_BE_SHOWN)

    return found


def _secret(pattern: str) -> Detector:
    """What is secret at any length."""
    return re.compile(pattern, re.IGNORECASE).finditer


def _cards(text: str) -> Iterator[re.Match[str]]:
    """A day is no part of a card number, however close it stands to a file number: ``19 CVD 4150 2019-07-05``."""
    undated = re.sub(r"(?<![\d-])(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])", "xxxx-xx-xx", text)
    for match in re.finditer(r"(?<![\w.,$-])\d(?:[ -]?\d){12,18}(?![\w.,/-]*\d)", undated):
        digits = re.sub(r"\D", "", match[0])
        if digits[0] in "3456" and _luhn(digits):
            yield match


def _luhn(digits: str) -> bool:
    """The check digit of cards (ISO/IEC 7812-1)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


DETECTORS: Final[Mapping[str, Detector]] = {
    "a Social Security number": _either(
        r"(?<![\w-])\d{3}\s?[-.]\s{0,2}\d{2}\s?[-.]\s{0,2}\d{4}(?![\w-])",
        r"(?<![\d.,/$-] )(?<![\w.,/$-])\d{3} \d{2} \d{4}(?! ?[\w.,/-]*\d)",
        r"(?<![\w.,/$-])\d{9}(?![\w/-]|[.,]\d)",
    ),
    "an employer tax number": _named(
        rf"\b(?:F?EIN|employer\s+(?:tax\s+)?id\w*|(?:federal\s+)?tax\s+id\w*){_IS}(?P<it>\d\d-?\d{{7}})\b",
        r"(?<![\w-])(?P<it>\d\d-\d{7})(?![\w-])",
    ),
    "a driver licence number": _named(rf"\b(?:driver'?s?'?\s+licen[sc]e|D\.?L\.?|OLN){_IS}{_LETTERED}"),
    "a state identification number": _named(rf"\b(?:state\s+id\w*(?:\s+card)?|identification\s+card){_IS}{_LETTERED}"),
    "a passport number": _named(rf"\bpassport{_IS}{_LETTERED}"),
    "an account number": _named(
        rf"\b(?:account|acct\.?|checking|savings|routing|ABA|IBAN){_IS}(?!{_ISO_DAY})"
        r"(?P<it>(?:[A-Z]{2}\d\d ?)?\d[\d-]{3,33})(?![\w/]|[.,]\d)"
    ),
    "a card number": _cards,
    "a PIN": _secret(r"\bPIN(?:\s+(?:code|number))?\s*(?:is|:|#|=)\s*\d{4,12}\b"),
    "a password": _secret(r"\b(?:password|passcode|passphrase)\s*(?:is|:|=)\s*\S+"),
    BIRTH_DATE: _named(rf"\b(?:born(?:\s+on)?|birth\s*date|(?:date\s+of\s+)?birth|D\.?O\.?B\.?)\s*:?\s*{_DAY}"),
    "where a payment came from": _either(rf"\b(?:{_TAXES})\b"),
}
