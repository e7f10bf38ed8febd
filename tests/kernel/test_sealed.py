"""A sealed value says nothing in print, in a log, in JSON or in a pickle."""

import copy
import io
import json
import pickle
import traceback

import pytest

from kernel.digest import canonical, digest, plain
from kernel.sealed import Last4, NoPurpose, Sealed, last4

SSN = "921-80-7955"


def test_it_prints_as_sealed_however_it_is_printed() -> None:
    sealed = Sealed(SSN)
    printed = [str(sealed), repr(sealed), f"{sealed}", f"{sealed:>30}", f"{sealed!r}", "%s" % sealed]  # noqa: UP031
    assert set(printed) == {"[sealed]"}
    assert str([sealed]) == "[[sealed]]"
    assert str({"ssn": sealed}) == "{'ssn': [sealed]}"
    out = io.StringIO()
    print(sealed, file=out)
    assert out.getvalue() == "[sealed]\n"


def test_an_error_that_holds_it_does_not_tell_it() -> None:
    def stumble(ssn: Sealed) -> None:
        raise ValueError(ssn)

    with pytest.raises(ValueError, match=r"\[sealed\]") as stumbled:
        stumble(Sealed(SSN))
    assert SSN not in "".join(traceback.format_exception(stumbled.value))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_is_never_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="never pickled"):
        pickle.dumps(Sealed(SSN), protocol)
    with pytest.raises(TypeError, match="never pickled"):
        copy.copy(Sealed(SSN))


@pytest.mark.parametrize("encode", [plain, canonical, digest])
def test_it_is_never_encoded_not_even_deep_inside_a_value(encode: object) -> None:
    for value in (Sealed(SSN), {"a": [Sealed(SSN)]}, (1, (Sealed(SSN),))):
        with pytest.raises(TypeError, match="never encoded"):
            encode(value)  # type: ignore[operator]
    with pytest.raises(TypeError):
        json.dumps({"ssn": Sealed(SSN)})


def test_its_attributes_do_not_give_it_away() -> None:
    sealed = Sealed(SSN)
    assert not hasattr(sealed, "__dict__")
    with pytest.raises(AttributeError):
        sealed.held  # type: ignore[attr-defined]  # noqa: B018


def test_it_opens_only_with_a_purpose() -> None:
    assert Sealed(SSN).open(purpose="match with the state") == SSN
    for nothing in ("", "  "):
        with pytest.raises(NoPurpose, match="opens only with a stated purpose"):
            Sealed(SSN).open(purpose=nothing)


def test_equal_values_are_equal_so_that_records_can_be_compared() -> None:
    assert Sealed(SSN) == Sealed(SSN)
    assert len({Sealed(SSN), Sealed(SSN)}) == 1
    assert Sealed(SSN) != Sealed("921-80-7956")
    assert Sealed(SSN) != SSN


def test_a_paper_shows_the_last_four_digits_at_most() -> None:
    assert last4(Sealed(SSN)) == Last4("7955")
    assert str(last4(Sealed("56-7322759"))) == "ending 2759"
    assert last4(Sealed("12")) == Last4("0012")


@pytest.mark.parametrize("digits", ["", "123", "12345", SSN, "12 4", "١٢٣٤", "abcd"])
def test_last_four_holds_four_characters_and_never_more(digits: str) -> None:
    with pytest.raises(ValueError, match="exactly four"):
        Last4(digits)
