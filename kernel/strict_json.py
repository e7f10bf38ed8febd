"""JSON from outside, read so that nothing is lost, guessed or exhausted."""

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from kernel.refusals import Refused

DEEPEST = 32
LONGEST_NUMBER = 30


@dataclass(eq=False)
class NotStrictJson(Refused):
    """The bytes are not JSON as it can be taken over."""

    why: str

    def __str__(self) -> str:
        return f"The JSON cannot be used: {self.why}."


def strict_json(written: bytes) -> Any:
    """One JSON document in UTF-8 of at most 32 levels.

    A name that stands twice in one group, numbers that are not whole or have no end, NaN and the infinities are refused
    with NotStrictJson.
    """
    if not written.strip():
        raise NotStrictJson("it is empty")
    try:
        found = json.loads(
            written.decode("utf-8-sig"), object_pairs_hook=_each_once, parse_constant=_no_number, parse_int=_int,
            parse_float=_float,
        )  # fmt: skip
    except UnicodeDecodeError as broken:
        raise NotStrictJson("it is not text in UTF-8") from broken
    except json.JSONDecodeError as broken:
        raise NotStrictJson(f"line {broken.lineno}, column {broken.colno} is not JSON") from broken
    except RecursionError as broken:
        raise NotStrictJson(f"it is nested deeper than {DEEPEST} levels") from broken
    _refuse_depth(found)
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of two values under one name, one would be lost."""
    held = dict(pairs)
    if len(held) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotStrictJson(f"the name '{_short(twice)}' stands twice in one group")
    return held


def _no_number(written: str) -> NoReturn:
    raise NotStrictJson(f"{written} is not a number")


def _int(written: str) -> int:
    if len(written) > LONGEST_NUMBER:
        raise NotStrictJson(f"a number has more than {LONGEST_NUMBER} digits")
    return int(written)


def _float(written: str) -> NoReturn:
    """Money is whole cents, and parts are written as decimal text: no number needs a fraction."""
    raise NotStrictJson(f"{_short(written)} is not a whole number; a part of one stands in quotes")


def _short(text: str) -> str:
    return "".join(each for each in text[:40] if each.isprintable())


def _refuse_depth(found: Any) -> None:
    level = [found]
    for _ in range(DEEPEST):
        level = [
            below
            for each in level
            if isinstance(each, dict | list)
            for below in (each.values() if isinstance(each, dict) else each)
        ]
    if any(isinstance(each, dict | list) for each in level):
        raise NotStrictJson(f"it is nested deeper than {DEEPEST} levels")
