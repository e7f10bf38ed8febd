"""Who may see what: the whole table."""

import pytest

from kernel.disclosure import Audience, Disclosure, may_see

TABLE = {
    Disclosure.OPEN: {Audience.INTERNAL, Audience.COURT, Audience.OTHER_PARTY, Audience.PUBLIC_FILE},
    Disclosure.PARTY: {Audience.INTERNAL, Audience.COURT, Audience.OTHER_PARTY},
    Disclosure.VERIFY: {Audience.INTERNAL},
    Disclosure.INTERNAL: {Audience.INTERNAL},
    Disclosure.PROTECTED: set(),
    Disclosure.SEALED: set(),
}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("disclosure", Disclosure)
def test_an_audience_sees_exactly_the_classes_of_the_table(disclosure: Disclosure, audience: Audience) -> None:
    assert may_see(audience, disclosure) == (audience in TABLE[disclosure])


def test_where_a_protected_person_is_reaches_nobody_at_all() -> None:
    assert [audience for audience in Audience if may_see(audience, Disclosure.PROTECTED)] == []


def test_the_public_file_sees_nothing_that_the_parties_do_not_see() -> None:
    seen = {audience: {one for one in Disclosure if may_see(audience, one)} for audience in Audience}
    assert seen[Audience.PUBLIC_FILE] < seen[Audience.OTHER_PARTY] == seen[Audience.COURT] < seen[Audience.INTERNAL]
