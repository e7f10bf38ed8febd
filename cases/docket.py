"""File numbers of North Carolina's courts, found under every spelling."""

import re

_FILE_NUMBER = re.compile(
    r"(\d{2}|\d{4})\s*(CVD|CVS|CVM|CVR|CV|CR|SP|E|J[A-Z])\s*0*(\d{1,6})(?:\s*-\s*(\d{3}))?", re.ASCII
)


def normal_docket(as_given: str, *, court_suffix: str) -> str:
    """One spelling for ``19 CVD 5843``, ``2019CVD005843`` and ``19CVD005843-590``; other text in capitals.

    ``court_suffix`` is the court's three digits, used where the number itself names no court.
    """
    text = as_given.strip().upper()
    found = _FILE_NUMBER.fullmatch(text)
    if found is None:
        return re.sub(r"\s+", "", text)
    year, kind, number, court = found.groups()
    return f"{year[-2:]}{kind}{int(number):06}-{court or court_suffix}"
