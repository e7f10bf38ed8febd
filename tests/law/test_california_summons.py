"""How a summons of California stands: three years to serve it, sixty days more to prove it."""

from datetime import date, timedelta

import pytest

from law.ca.summons import Standing, SummonsState, summons_state
from law.states import law_of

RULES = law_of("CA").pack().rules
FILED = date(2026, 3, 16)
SERVE_BY, PROVE_BY = date(2029, 3, 16), date(2029, 5, 15)
DAY = timedelta(days=1)
SERVED = date(2026, 4, 1)


def stands(as_of: date, served: date | None = None, proved: date | None = None) -> SummonsState:
    return summons_state(RULES, FILED, as_of=as_of, served_on=served, proved_on=proved)


@pytest.mark.parametrize(
    ("as_of", "served", "proved", "standing"),
    [
        (FILED, None, None, Standing.TO_BE_SERVED),
        (SERVE_BY - DAY, None, None, Standing.TO_BE_SERVED),
        (SERVE_BY, None, None, Standing.TO_BE_SERVED),
        (SERVE_BY + DAY, None, None, Standing.NOT_SERVED),
        (SERVED, SERVED, None, Standing.PROOF_DUE),
        (SERVED + 59 * DAY, SERVED, None, Standing.PROOF_DUE),
        (SERVED + 60 * DAY, SERVED, None, Standing.PROOF_DUE),
        (SERVED + 61 * DAY, SERVED, None, Standing.PROOF_OVERDUE),
        (PROVE_BY, SERVED, None, Standing.PROOF_OVERDUE),
        (PROVE_BY + DAY, SERVED, None, Standing.NOT_PROVED),
        (SERVE_BY, SERVE_BY, None, Standing.PROOF_DUE),
        (PROVE_BY, SERVE_BY, None, Standing.PROOF_DUE),
        (PROVE_BY + DAY, SERVE_BY, None, Standing.NOT_PROVED),
        (SERVE_BY + DAY, SERVE_BY + DAY, None, Standing.SERVED_LATE),
        (PROVE_BY + DAY, SERVE_BY + DAY, SERVE_BY + 2 * DAY, Standing.SERVED_LATE),
        (SERVED + 10 * DAY, SERVED, SERVED + 5 * DAY, Standing.PROVED),
        (PROVE_BY + 9 * DAY, SERVED, PROVE_BY, Standing.PROVED),
        (PROVE_BY + 9 * DAY, SERVED, PROVE_BY + DAY, Standing.NOT_PROVED),
    ],
)
def test_the_standing_of_a_summons_changes_on_the_day_after_its_last(
    as_of: date, served: date | None, proved: date | None, standing: Standing
) -> None:
    assert stands(as_of, served, proved).standing == standing


def test_its_days_are_three_years_and_sixty_days_more() -> None:
    found = stands(SERVED, SERVED)
    assert (found.serve_by, found.prove_by, found.prove_first_by) == (SERVE_BY, PROVE_BY, date(2026, 5, 31))
    assert str(found.cite) == "Cal. Code Civ. Proc. §§ 583.210(a), 583.250"


def test_what_happens_after_the_day_asked_about_is_not_known_on_it() -> None:
    assert stands(SERVED - DAY, SERVED, SERVED + DAY) == stands(SERVED - DAY)
    assert stands(SERVED, SERVED, SERVED + DAY).standing == Standing.PROOF_DUE


def test_three_years_from_a_leap_day_end_on_the_last_of_february() -> None:
    found = summons_state(RULES, date(2024, 2, 29), as_of=date(2027, 2, 28))
    assert (found.serve_by, found.standing) == (date(2027, 2, 28), Standing.TO_BE_SERVED)


@pytest.mark.parametrize("standing", list(Standing))
def test_the_action_goes_on_unless_service_or_proof_came_too_late(standing: Standing) -> None:
    late = {Standing.NOT_SERVED, Standing.SERVED_LATE, Standing.NOT_PROVED}
    assert SummonsState(standing, SERVE_BY, PROVE_BY, None, stands(FILED).cite).stands == (standing not in late)
