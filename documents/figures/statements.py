"""What an exhibit says is owed: amounts under the words that courts and agencies use for arrears.

An exhibit comes from outside and may be anything. Only what calls itself arrears counts, never a part of them, a
payment, or what is paid a month; so a pay stub or a lease says nothing here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from documents.figures.tokens import Token, tokens
from documents.finding import spaced
from kernel.money import Money

FAR, AFTER = 140, 60
_PLAIN: Final = re.compile(
    r"\b(?:(?:total|net|current|outstanding|unpaid|remaining)\s+)?(?:child\s+support\s+)?"
    r"(?:arrears|arrearages?|past[\s-]?due(?:\s+child)?\s+support|overdue(?:\s+child)?\s+support|"
    r"(?:unpaid|back)(?:\s+child)?\s+support|support\s+(?:owed|debt)|principal\s+(?:owed|due|balance)|"
    r"unpaid\s+principal)(?:\s+(?:balance|owed|due))?",
    re.IGNORECASE,
)
_OF_ACCOUNT: Final = re.compile(
    r"\b(?:(?:total|amount|balance|sum)\s+(?:still\s+)?(?:owed|owing|due|outstanding)|ending\s+balance|balance)\b",
    re.IGNORECASE,
)
"""Words that mean arrears only in a paper about support."""
_PART_WORDS: Final = (
    r"\b(?:family|assigned|assistance|tanf|afdc|state|interest|fees?|costs?|medical|spousal|alimony|towards?|"
    r"monthly|per|each|payments?|paid|opening|beginning|prior|previous|collected|purge|percent|"
    r"last|weekly|instal+ments?|within|less\s+than|more\s+than|exceed\w*|at\s+least|over|lump|limit|threshold)"
)
_PART: Final = re.compile(_PART_WORDS + r"\b", re.IGNORECASE)
_PART_BEFORE: Final = re.compile(_PART_WORDS + r"(?:\s+(?:on|of|for|in|the|against|all|any))*\s*$", re.IGNORECASE)
"""Words that make arrears a part of them, or another sum: behind the name, or right before it."""
_NOT_OWED: Final = re.compile(
    r"^\W*(?:a|per|each|every)\s+(?:month|week|year)|^\W*(?:monthly|weekly|towards?\b)", re.IGNORECASE
)
_OWED_AFTER: Final = re.compile(
    r"^\s*(?:in|of)\s+(?:total\s+)?(?:child\s+support\s+)?"
    r"(?:arrears|arrearages?|past[\s-]?due|overdue|unpaid\s+support)",
    re.IGNORECASE,
)
_AS_OF: Final = re.compile(r"(?:as\s+of|through|thru|until|at|on|by)\W*(?:the\s+)?$", re.IGNORECASE)
_ABOUT_SUPPORT: Final = re.compile(r"child\s+support|support\s+order|arrear|obligor|non-?custodial", re.IGNORECASE)
_STATEMENT: Final = re.compile(
    r"(?:statement|affidavit|schedule|computation|summary|history|record|audit|calculation|worksheet|account)s?\s+of\s+"
    r"(?:\w+\s+)?(?:arrears|arrearages?|account|payments?|support)|(?:payment|account)\s+(?:history|records?)|"
    r"(?:arrears|arrearage|account|balance)\s+(?:statement|computation|worksheet|calculation|summary)|running\s+account",
    re.IGNORECASE,
)
_COLUMNS: Final = re.compile(
    r"(?:ordered|due|charged|owed).{0,40}?(?:paid|received|collected).{0,40}?(?:balance|arrears|owed|owing|principal)",
    re.IGNORECASE,
)
_CASE: Final = re.compile(r"\bcase\s*(?:no|number|#)?\W{0,3}([0-9][0-9 -]{6,14}[0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """What an exhibit says is owed. ``day`` is None where it does not tell for which day."""

    page: int
    label: str
    amount: Money
    day: date | None


@dataclass(frozen=True, slots=True)
class StatedMonth:
    """A row of an account by month: its name of column (``ordered``, ``paid``, ``balance``) and amount."""

    page: int
    month: date
    column: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything that an exhibit says is owed. ``is_statement``: it calls itself an account of the arrears.

    ``of_another_case``: it names a case, and none of those that it is attached to.
    """

    is_statement: bool
    of_another_case: bool
    dated: bool
    owed: tuple[Statement, ...]
    months: tuple[StatedMonth, ...]


def stated(pages: Sequence[str], numbers: Sequence[str]) -> Stated:
    """What an exhibit says is owed. ``numbers`` are the numbers under which its case is known."""
    texts = [spaced(page) for page in pages]
    whole = " ".join(texts)
    about = bool(_ABOUT_SUPPORT.search(whole)) or _names(whole, numbers)
    told_day = _common_day(texts)
    owed = tuple(one for number, text in enumerate(texts, 1) for one in _owed(text, number, told_day, about=about))
    is_statement = bool(_STATEMENT.search(whole)) and about
    months = tuple(_months(texts)) if is_statement and _COLUMNS.search(whole) else ()
    other = bool(_CASE.search(whole)) and not _names(whole, numbers)
    return Stated(is_statement, other, any(True for _ in _dates(whole)), owed, months)


def _owed(text: str, page: int, told_day: date | None, *, about: bool) -> Iterator[Statement]:
    found = list(tokens(text, bare=True))
    amounts = [one for one in found if isinstance(one.value, Money)]
    for before, one, after in zip([None, *amounts], amounts, [*amounts[1:], None], strict=False):
        start = max(before.end if before else 0, one.start - FAR)
        end = min(after.start if after else len(text), one.end + AFTER)
        label = _label(text[start : one.start], text[one.end : end], about=about)
        if label and isinstance(one.value, Money):
            day = _day(text, [each for each in found if start <= each.start < end], one) or told_day
            yield Statement(page, label, one.value, day)


def _label(before: str, after: str, *, about: bool) -> str:
    """The words that call an amount arrears; nothing where it is something else."""
    if _NOT_OWED.match(after):
        return ""
    if owed := _OWED_AFTER.match(after):
        return owed[0].strip()
    found = list(_PLAIN.finditer(before)) or (list(_OF_ACCOUNT.finditer(before)) if about else [])
    if not found:
        return ""
    label = found[-1]
    behind = before[label.end() :]
    other = re.search(r"[.;!?]\s+[A-Z]", behind) or _PART.search(behind) or _PART_BEFORE.search(before[: label.start()])
    return "" if other else " ".join(label[0].split())


def _day(text: str, near: Sequence[Token], amount: Token) -> date | None:
    """The day that stands with an amount: the last one before it, or one told right behind it."""
    days = [one for one in near if isinstance(one.value, date) and not one.whole_month]
    before = [one for one in days if one.start < amount.start]
    behind = [one for one in days if one.start > amount.end and _AS_OF.search(text[amount.end : one.start])]
    chosen = before[-1] if before else behind[0] if behind else None
    return chosen.value if chosen and isinstance(chosen.value, date) else None


def _common_day(texts: Sequence[str]) -> date | None:
    """The day that the exhibit as a whole tells by ``as of`` or ``through``."""
    for text in texts:
        for one in _dates(text):
            if re.search(r"(?:as\s+of|through|thru)\W*$", text[max(0, one.start - 12) : one.start], re.IGNORECASE):
                return one.value if isinstance(one.value, date) else None
    return None


def _dates(text: str) -> Iterator[Token]:
    return (one for one in tokens(text) if isinstance(one.value, date) and not one.whole_month)


def _months(texts: Sequence[str]) -> Iterator[StatedMonth]:
    """Rows of a month and three amounts, with nothing but blanks between them."""
    for page, text in enumerate(texts, 1):
        found = list(tokens(text, bare=True))
        for place, one in enumerate(found[:-3]):
            row = found[place + 1 : place + 4]
            following = found[place + 4].value if place + 4 < len(found) else None
            if not one.whole_month or not all(isinstance(each.value, Money) for each in row):
                continue
            if text[one.end : row[-1].end].count("$") > 3 or re.search(r"[A-Za-z]", text[one.end : row[-1].end]):
                continue
            if isinstance(following, Money) and text[row[-1].end : found[place + 4].start].strip() == "":
                continue
            for column, each in zip(("ordered", "paid", "balance"), row, strict=True):
                if isinstance(one.value, date) and isinstance(each.value, Money):
                    yield StatedMonth(page, one.value, column, each.value)


def _names(text: str, numbers: Sequence[str]) -> bool:
    held = re.sub(r"[\W_]+", "", text).lower()
    return any(packed and packed in held for packed in (re.sub(r"[\W_]+", "", one).lower() for one in numbers))
