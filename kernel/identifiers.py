"""How the identifiers look that G.S. 132-1.10(d) keeps out of court papers, one detector for each kind.

Every page of every paper is looked through by all of them. So what stands behind a name is looked for only where the
text says the name, and a pattern of digits meets its first digit before it looks back.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

Detector = Callable[[str, str], Iterable[re.Match[str]]]
"""What it finds in a text; the second text is the same as ``folded`` has it."""

MAY_BE_SHOWN: Final = 4
BIRTH_DATE: Final = "a full birth date"

_IS = r"(?:\s*(?:number|num|no\.?|nbr|#))?\s*(?:is|was|:|#|=)?\s*"
_LETTERED = rf"{_IS}(?P<it>(?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{{4,19}})(?![\w/])"
_ISO_DAY = r"\d{4}-\d\d-\d\d\b"
_DAY = rf"\s*:?\s*(?P<it>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|{_ISO_DAY}|[A-Z]{{3,9}}\.?\s\d{{1,2}},?\s+\d{{4}})"
_HYPHENS: Final = re.compile("[\u0002\u00ad\u2010\u2011\u2012\u2013\u2014\ufffe]")
_LIKE_AN_I: Final = re.compile("[\u0130\u0131]")  # these two match an i and do not fold to one


def identifiers_in(text: str) -> tuple[str, ...]:
    """The kinds of what stands in a text and may stand in no court paper; nothing where there is none."""
    plain = seen(text)
    told = folded(plain)
    return tuple(kind for kind, detect in DETECTORS.items() if any(True for _ in detect(plain, told)))


def said_in(words: str, text: str) -> Iterable[re.Match[str]]:
    """Where a text, as ``seen`` gives it, says these words: across breaks of line and in any case of letters."""
    parts = re.findall(r"\w+", unicodedata.normalize("NFKC", words))
    if not parts:
        return ()
    return re.finditer(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, parts)) + r"(?!\w)", text, re.IGNORECASE)


def seen(text: str) -> str:
    """The text as a reader sees it: one hyphen for all, without what nobody sees, such as a zero-width space."""
    plain = unicodedata.normalize("NFKC", _HYPHENS.sub("-", text))
    for char in (char for char in set(plain) if unicodedata.category(char) == "Cf"):
        plain = plain.replace(char, "")
    return plain


def folded(text: str) -> str:
    """The text as names are looked up in it: without difference of case, white space as single spaces."""
    return " ".join(_LIKE_AN_I.sub("i", text).casefold().split())


def _named(names: Mapping[str, str], behind: str, *, from_length: int = MAY_BE_SHOWN + 1) -> Detector:
    """What stands behind its name: the group ``it``, if it is longer than what may be shown.

    ``names`` are patterns, each by what every text says in which it is found.
    """
    pattern = re.compile(rf"\b(?:{'|'.join(names.values())}){behind}", re.IGNORECASE)

    def found(text: str, told: str) -> Iterator[re.Match[str]]:
        if any(name in told for name in names):
            yield from (match for match in pattern.finditer(text) if _letters(match["it"]) >= from_length)

    return found


def _digits(*patterns: str) -> Detector:
    """What is known by its digits alone."""
    compiled = [re.compile(pattern) for pattern in patterns]

    def found(text: str, _told: str) -> Iterator[re.Match[str]]:
        for pattern in compiled:
            yield from pattern.finditer(text)

    return found


def _either(*detectors: Detector) -> Detector:
    """Whatever one of them finds."""

    def found(text: str, told: str) -> Iterator[re.Match[str]]:
        for detect in detectors:
            yield from detect(text, told)

    return found


def _letters(text: str) -> int:
    return len(re.sub(r"\W", "", text))


def _cards(text: str, _told: str) -> Iterator[re.Match[str]]:
    """A day is no part of a card number, however close it stands to a file number: ``19 CVD 4150 2019-07-05``."""
    if not _THIRTEEN_DIGITS.search(text):
        return
    undated = re.sub(r"(?<![\d-])(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])", "xxxx-xx-xx", text)
    for match in re.finditer(r"\d(?<![\w.,$-]\d)(?:[ -]?\d){12,18}(?![\w.,/-]*\d)", undated):
        digits = re.sub(r"\D", "", match[0])
        if digits[0] in "3456" and _luhn(digits):
            yield match


def _luhn(digits: str) -> bool:
    """The check digit of cards (ISO/IEC 7812-1)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


_THIRTEEN_DIGITS: Final = re.compile(r"\d(?:[ -]?\d){12}")
_DRIVER: Final = {"driver": r"driver'?s?'?\s+licen[sc]e", "d.l": r"D\.L\.?", "dl": r"DL\.?", "oln": "OLN"}
_STATE: Final = {"state id": r"state\s+id\w*(?:\s+card)?", "identification card": r"identification\s+card"}
_ACCOUNT: Final = {
    "account": "account", "acct": r"acct\.?", "checking": "checking", "savings": "savings", "routing": "routing",
    "aba": "ABA", "iban": "IBAN",
}  # fmt: skip
_EMPLOYER: Final = {
    "ein": "F?EIN",
    "employer id": r"employer\s+id\w*",
    "tax id": r"(?:employer\s+|federal\s+)?tax\s+id\w*",
}
_BIRTH: Final = {"born": r"born(?:\s+on)?", "birth": r"birth\s*date|(?:date\s+of\s+)?birth"} | {
    f"d{one}o{two}b": rf"d{re.escape(one)}o{re.escape(two)}b\.?" for one in (".", "") for two in (".", "")
}
_SECRET: Final = {"password": "password", "passcode": "passcode", "passphrase": "passphrase"}
_TAXES: Final = {
    "tax": r"(?:federal|state)\s+(?:income\s+)?tax\s+(?:refund|offset|intercept)s?"
    r"|tax\s+(?:refund\s+)?(?:offset|intercept)s?",
    "treasury offset": r"treasury\s+offset\w*",
    "irs offset": r"IRS\s+offsets?",
    "irs intercept": r"IRS\s+intercepts?",
    "irs collection": r"IRS\s+collections?",
    "stimulus": r"stimulus\s+payments?",
    "economic impact": r"economic\s+impact\s+payments?",
    "ftrop": "FTROP",
    "fedtax": "FEDTAX",
    "sttax": "STTAX",
    "uib": "UIB",
    "cashbond": "CASHBOND",
}

DETECTORS: Final[Mapping[str, Detector]] = {
    "a Social Security number": _digits(
        r"\d(?<![\w-]\d)\d\d\s?[-.]\s{0,2}\d{2}\s?[-.]\s{0,2}\d{4}(?![\w-])",
        r"\d(?<![\d.,/$-] \d)(?<![\w.,/$-]\d)\d\d \d{2} \d{4}(?! ?[\w.,/-]*\d)",
        r"\d(?<![\w.,/$-]\d)\d{8}(?![\w/-]|[.,]\d)",
    ),
    "an employer tax number": _either(
        _named(_EMPLOYER, rf"{_IS}(?P<it>\d\d-?\d{{7}})\b"), _digits(r"\d(?<![\w-]\d)\d-\d{7}(?![\w-])")
    ),
    "a driver licence number": _named(_DRIVER, _LETTERED),
    "a state identification number": _named(_STATE, _LETTERED),
    "a passport number": _named({"passport": "passport"}, _LETTERED),
    "an account number": _named(
        _ACCOUNT, rf"{_IS}(?!{_ISO_DAY})(?P<it>(?:[A-Z]{{2}}\d\d ?)?\d[\d-]{{3,33}})(?![\w/]|[.,]\d)"
    ),
    "a card number": _cards,
    "a PIN": _named({"pin": "PIN"}, r"(?:\s+(?:code|number))?\s*(?:is|:|#|=)\s*(?P<it>\d{4,12})\b", from_length=1),
    "a password": _named(_SECRET, r"\s*(?:is|:|=)\s*(?P<it>\S+)", from_length=0),
    BIRTH_DATE: _named(_BIRTH, _DAY),
    "where a payment came from": _named(_TAXES, r"\b(?P<it>)", from_length=0),
}
