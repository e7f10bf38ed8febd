"""Characters that nobody sees between the digits and letters of what may not be told."""

import pytest

from documents.leaks import find_leaks

UNSEEN = ("\u200b", "\u200d", "\u2060", "\ufeff", "\U000e0041")


@pytest.mark.parametrize("unseen", UNSEEN)
def test_an_ssn_with_an_unseen_character_in_it_is_found(unseen: str) -> None:
    found = find_leaks(f"SSN 219-{unseen}09-99{unseen}99 on file")
    assert {leak.kind for leak in found} == {"a Social Security number"}


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_protected_street_with_an_unseen_character_in_it_is_found(unseen: str) -> None:
    found = find_leaks(f"lives at 12 Oak{unseen}wood Dr", protected=["12 Oakwood Dr"])
    assert [leak.kind for leak in found] == ["protected words"]
