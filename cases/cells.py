"""Reads one cell of an extract. ASCII digits only, four-digit years only, and a refused value is never repeated."""

import re
from collections.abc import Mapping as MappingOf
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from cases.errors import CellRefused
from cases.mapping import Column, FileMapping, Mapping
from cases.records import Field, Kind
from kernel.legal_text import NotLegalText, legal_text
from kernel.money import NotMoney, money
from kernel.sealed import Sealed

_FLAGS = {
    "Y": True,
    "N": False,
    "YES": True,
    "NO": False,
    "1": True,
    "0": False,
    "T": True,
    "F": False,
    "TRUE": True,
    "FALSE": False,
    "": False,
}
_DATE_DIGITS = {"%m": "[0-9]{1,2}", "%d": "[0-9]{1,2}", "%Y": "[0-9]{4}", "%b": "[A-Za-z]{3}"}
_NOT_UTF_8 = re.compile("[\udc80-\udcff]")
EARLIEST_YEAR = 1900
LATEST_YEAR = 2100


def read_row(row: MappingOf[str, str], file: FileMapping, mapping: Mapping) -> dict[str, Any]:
    """Every field of a record out of the cells of a row; one that the mapping does not fill is blank.

    Raises CellRefused for the first cell that cannot be read.
    """
    filled = file.columns
    return {
        field.name: _read(row, filled[field.name], field, mapping) if field.name in filled else _blank(field)
        for field in file.record.fields
    }


def _blank(field: Field) -> bool | None:
    return False if field.kind is Kind.FLAG else None


def _read(row: MappingOf[str, str], column: Column, field: Field, mapping: Mapping) -> Any:
    at = column.column or field.name
    raw = (column.constant if column.column is None else row[column.column]) or ""
    if _NOT_UTF_8.search(raw):
        raise CellRefused(at, "is not UTF-8 text; export the file as UTF-8")
    try:
        text = str(legal_text(raw, longest=field.longest))
    except NotLegalText as refused:
        raise CellRefused(at, refused.why) from None
    if column.equals is not None:
        return text == column.equals
    if column.codes is not None and text:
        if text not in column.codes and not column.keep_others:
            raise CellRefused(at, "holds a code that the mapping does not know")
        text = column.codes.get(text, text)
    if not text:
        if field.required and field.kind is not Kind.FLAG:
            raise CellRefused(at, "is blank but must be filled")
        return _blank(field)
    return _value(text, field, at, mapping)


def _value(text: str, field: Field, at: str, mapping: Mapping) -> Any:
    match field.kind:
        case Kind.DATE:
            return _date(text, at, mapping.date)
        case Kind.TIME:
            return _time(text, at, mapping.time)
        case Kind.MONEY:
            return _money(text, at)
        case Kind.FLAG:
            if text.upper() not in _FLAGS:
                raise CellRefused(at, "is neither yes (Y) nor no (N)")
            return _FLAGS[text.upper()]
        case Kind.SEALED:
            return Sealed(text)
        case _:
            return text


def _money(text: str, at: str) -> Any:
    try:
        return money(text)
    except NotMoney:
        raise CellRefused(at, "is not an amount such as 1,234.50") from None


def _date(text: str, at: str, written: str) -> date:
    if not _date_pattern(written).fullmatch(text):
        raise CellRefused(at, f"is not a date written like {_example(written)}")
    try:
        day = datetime.strptime(text, written).date()
    except ValueError:
        raise CellRefused(at, "names a day that does not exist") from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise CellRefused(at, f"lies outside the years {EARLIEST_YEAR} to {LATEST_YEAR}")
    return day


def _time(text: str, at: str, written: str) -> time:
    try:
        return datetime.strptime(text, written).time() if text.isascii() else _not_a_time(at, written)
    except ValueError:
        return _not_a_time(at, written)


def _not_a_time(at: str, written: str) -> time:
    raise CellRefused(at, f"is not a time written like {datetime(2026, 11, 3, 13, 30).strftime(written)}") from None


@lru_cache
def _date_pattern(written: str) -> re.Pattern[str]:
    pattern = re.escape(written)
    for directive, digits in _DATE_DIGITS.items():
        pattern = pattern.replace(re.escape(directive), digits)
    return re.compile(pattern)


@lru_cache
def _example(written: str) -> str:
    return datetime(2026, 11, 3).strftime(written)
