"""Amounts of money and dates in a text that people or programs wrote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from kernel.money import Money

Figure = Money | date
_NAMES: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                 "november", "december")  # fmt: skip
_MONTH: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _NAMES) + "|sept"
_TOKEN: Final = re.compile(
    r"(?:(?P<sign>(?<![^\s(])[-\u2212\u0002])|(?<![\w$.,/§-])|(?<=[0-9]-)(?=\$))(?P<dollar>\$\s?)?"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?P<cents>\.[0-9]{2})?"
    r"(?(dollar)|(?(cents)|(?!)))(?![0-9%])(?!\.[0-9])"
    rf"|(?<!\w)(?P<month>{_MONTH})\.?\s+(?:(?P<day>[0-9]{{1,2}}),\s+)?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
    r"|(?<![\w/-])(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})/(?P<y>(?:19|20)[0-9]{2})(?![\w/])"
    r"|(?<![\w/-])(?P<iso>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A figure in a text: what it means, how it was written, and where it stands.

    ``whole_month``: the day is only the first of a month that was named without a day.
    """

    value: Figure
    written: str
    start: int
    end: int
    whole_month: bool = False


def tokens(text: str, *, bare: bool = False) -> Iterator[Token]:
    """Every amount and every date of a text, in its order. An amount has a dollar sign.

    ``bare``: one with two decimals needs none, as in a table; so do cites of which a line broke off the beginning.
    """
    for found in _TOKEN.finditer(text):
        if found["whole"] is not None:
            if bare or found["dollar"]:
                yield Token(_amount(found), found[0].strip(), found.start(), found.end())
        elif (day := _day(found)) is not None:
            whole_month = bool(found["month"] and not found["day"])
            yield Token(day, " ".join(found[0].split()), found.start(), found.end(), whole_month)


def _amount(found: "re.Match[str]") -> Money:
    cents = int(found["whole"].replace(",", "")) * 100 + int((found["cents"] or ".00")[1:])
    return Money(-cents if found["sign"] else cents)


def _day(found: "re.Match[str]") -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["month"]:
            month = next(at for at, name in enumerate(_NAMES, 1) if name.startswith(found["month"][:3].lower()))
            return date(int(found["year"]), month, int(found["day"] or 1))
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
