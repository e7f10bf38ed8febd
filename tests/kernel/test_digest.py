"""Equal values have equal digests, however they were put together; unequal ones do not."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.digest import canonical, digest, plain
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.sealed import Last4

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@dataclass(frozen=True)
class Sheet:
    case_no: str
    arrears: Money
    on: date


def test_every_kind_of_value_has_one_spelling() -> None:
    assert plain(
        {
            "money": Money(-91_500),
            "day": date(2026, 12, 8),
            "at": datetime(2026, 12, 8, 14, 0, tzinfo=UTC),
            "share": Decimal("1.50"),
            "class": Disclosure.PARTY,
            "last four": Last4("7955"),
            "many": (1, True, None),
            "sheet": Sheet("7000070000", Money(5), date(2026, 12, 8)),
            "set": {3, 1, 2},
        }
    ) == {
        "money": -91_500,
        "day": "2026-12-08",
        "at": "2026-12-08T14:00:00+00:00",
        "share": "1.50",
        "class": "party",
        "last four": "7955",
        "many": [1, True, None],
        "sheet": {"case_no": "7000070000", "arrears": 5, "on": "2026-12-08"},
        "set": [1, 2, 3],
    }


def test_canonical_json_is_sorted_tight_and_utf_8() -> None:
    assert canonical({"b": "NUÑEZ", "a": [1, 2]}) == '{"a":[1,2],"b":"NUÑEZ"}'.encode()


def test_the_digest_of_a_known_value_never_changes() -> None:
    assert digest({"a": 1}) == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"


@pytest.mark.parametrize("value", [1.5, float("nan"), object(), b"bytes", Money])
def test_what_has_no_exact_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no plain form"):
        digest([value])


@given(st.dictionaries(st.text(), JSON, min_size=2, max_size=5))
def test_the_order_in_which_a_value_was_filled_does_not_matter(value: dict[str, object]) -> None:
    assert digest(value) == digest(dict(reversed(value.items())))


@given(JSON, JSON)
def test_two_values_have_one_digest_only_when_they_are_spelt_alike(one: object, two: object) -> None:
    assert (digest(one) == digest(two)) == (canonical(one) == canonical(two))
