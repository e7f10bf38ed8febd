"""JSON from outside is taken over whole or refused in one sentence."""

import pytest

from kernel.strict_json import DEEPEST, NotStrictJson, strict_json


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def test_a_document_is_read_as_it_stands() -> None:
    assert strict_json(b'\xef\xbb\xbf {"a": [1, -2, "x", null, true, {}]}\n') == {"a": [1, -2, "x", None, True, {}]}


REFUSED = {
    "empty": (b"", "it is empty"),
    "nothing but space": (b" \n\t ", "it is empty"),
    "not JSON": (b"gross = 1", "line 1, column 1 is not JSON"),
    "cut off": (b'{"a":\n 1', "line 2, column 3 is not JSON"),
    "two documents": (b"{} {}", "line 1, column 4 is not JSON"),
    "not UTF-8": (b'{"a": "\xff"}', "it is not text in UTF-8"),
    "a name twice": (b'{"gross": 1, "net": 2, "gross": 3}', "the name 'gross' stands twice in one group"),
    "NaN": (b'{"gross": NaN}', "NaN is not a number"),
    "infinity": (b"[-Infinity]", "-Infinity is not a number"),
    "a fraction": (b"[1.5]", "1.5 is not a whole number; a part of one stands in quotes"),
    "an exponent": (b"[1e9]", "1e9 is not a whole number; a part of one stands in quotes"),
    "an endless exponent": (
        b"[1e" + b"9" * 5000 + b"]",
        f"1e{'9' * 38} is not a whole number; a part of one stands in quotes",
    ),
    "an endless number": (b"[" + b"9" * 100_000 + b"]", "a number has more than 30 digits"),
    "deep": (nested(DEEPEST + 1), "it is nested deeper than 32 levels"),
    "deeper than the stack": (nested(200_000), "it is nested deeper than 32 levels"),
    "deep groups": (b'{"a":' * 40 + b"1" + b"}" * 40, "it is nested deeper than 32 levels"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_be_lost_guessed_or_endless_is_refused(case: str) -> None:
    written, why = REFUSED[case]
    with pytest.raises(NotStrictJson) as refused:
        strict_json(written)
    assert str(refused.value) == f"The JSON cannot be used: {why}."


def test_as_many_levels_as_anybody_writes_are_read() -> None:
    assert strict_json(nested(DEEPEST)) is not None
