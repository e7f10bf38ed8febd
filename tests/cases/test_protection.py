"""Whose whereabouts may not be told, and why."""

from dataclasses import dataclass

import pytest

from cases.protection import why_protected


@dataclass(frozen=True)
class Someone:
    role: str
    family_violence: bool = False
    protective_order: bool = False


OBLIGOR, OBLIGEE, CHILD = Someone("obligor"), Someone("obligee"), Someone("child")
FLAGGED = Someone("obligee", family_violence=True)
ORDERED = Someone("obligee", protective_order=True)

TABLE = [
    (OBLIGEE, OBLIGEE, False, None),
    (CHILD, OBLIGEE, False, None),
    (OBLIGOR, OBLIGEE, False, None),
    (FLAGGED, FLAGGED, False, "family violence flag"),
    (ORDERED, ORDERED, False, "protective order"),
    (Someone("obligee", True, True), Someone("obligee", True, True), False, "protective order"),
    (CHILD, FLAGGED, False, "lives with a protected person"),
    (CHILD, ORDERED, False, "lives with a protected person"),
    (OBLIGOR, FLAGGED, False, None),
    (Someone("obligor", True), OBLIGEE, False, "family violence flag"),
    (OBLIGEE, OBLIGEE, True, "family violence flag on the case"),
    (CHILD, OBLIGEE, True, "family violence flag on the case"),
    (OBLIGOR, OBLIGEE, True, None),
    (Someone("child", True), OBLIGEE, False, "family violence flag"),
]


@pytest.mark.parametrize(("person", "obligee", "case_flagged", "why"), TABLE)
def test_a_person_is_protected_for_exactly_these_reasons(
    person: Someone, obligee: Someone, case_flagged: bool, why: str | None
) -> None:
    assert why_protected(person, [OBLIGOR, obligee, CHILD], case_flagged=case_flagged) == why
