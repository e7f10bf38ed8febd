"""How long a summons lives in North Carolina: sixty days to serve it, ninety to extend it (Rule 4(c)-(e))."""

from datetime import date, timedelta

import pytest

from law.nc.summons import Chain, Issue, Kind, OutOfOrder, Standing, chain
from law.states import law_of

NC = law_of("NC")
DAY = timedelta(days=1)
ISSUED = date(2026, 2, 3)
"""A Tuesday: day 60 is Saturday, April 4, 2026 and day 90 Monday, May 4."""
PLAIN = date(2026, 1, 8)
"""A Thursday: day 60 is Monday, March 9, 2026 and day 90 Wednesday, April 8; nothing runs on."""
FIRST = Issue(Kind.SUMMONS, PLAIN)


def on_day(number: int, issued: date = PLAIN, abroad: bool = False) -> Chain:
    return chain(NC, Issue(Kind.SUMMONS, issued, abroad), as_of=issued + number * DAY)


@pytest.mark.parametrize(
    ("number", "standing"),
    [
        (0, Standing.LIVE),
        (59, Standing.LIVE),
        (60, Standing.LIVE),
        (61, Standing.DORMANT),
        (62, Standing.DORMANT),
        (89, Standing.DORMANT),
        (90, Standing.DORMANT),
        (91, Standing.DISCONTINUED),
        (92, Standing.DISCONTINUED),
    ],
)
def test_a_summons_is_live_for_sixty_days_dormant_to_the_ninetieth_and_then_discontinued(
    number: int, standing: Standing
) -> None:
    assert on_day(number).standing == standing


@pytest.mark.parametrize(
    ("number", "standing"),
    [
        (59, Standing.LIVE),
        (60, Standing.LIVE),
        (61, Standing.LIVE),
        (62, Standing.LIVE),
        (63, Standing.DORMANT),
        (89, Standing.DORMANT),
        (90, Standing.DORMANT),
        (91, Standing.DISCONTINUED),
        (92, Standing.DISCONTINUED),
    ],
)
def test_a_sixtieth_day_on_a_saturday_runs_on_to_the_monday(number: int, standing: Standing) -> None:
    found = on_day(number, ISSUED)
    assert (found.standing, found.last.serve_by) == (standing, date(2026, 4, 6))


@pytest.mark.parametrize(
    ("issued", "serve_by", "extend_by"),
    [
        (date(2026, 9, 15), date(2026, 11, 16), date(2026, 12, 14)),
        (date(2026, 10, 1), date(2026, 11, 30), date(2026, 12, 30)),
    ],
)
def test_the_worked_days_of_a_summons(issued: date, serve_by: date, extend_by: date) -> None:
    last = on_day(0, issued).last
    assert (last.serve_by, last.extend_by) == (serve_by, extend_by)


@pytest.mark.parametrize("kind", [Kind.ENDORSEMENT, Kind.ALIAS])
@pytest.mark.parametrize("number", [30, 60, 75, 90])
def test_a_link_within_ninety_days_starts_both_periods_anew_and_keeps_the_day_of_the_action(
    kind: Kind, number: int
) -> None:
    extended = PLAIN + number * DAY
    found = chain(NC, FIRST, [Issue(kind, extended)], as_of=extended)
    assert found.standing == Standing.LIVE
    assert found.began_on == PLAIN
    assert found.last.serve_by >= extended + 60 * DAY
    assert found.last.extend_by >= extended + 90 * DAY


def test_an_alias_on_day_ninety_two_begins_a_new_action_on_its_own_day() -> None:
    late = PLAIN + 92 * DAY
    found = chain(NC, FIRST, [Issue(Kind.ALIAS, late)], as_of=late)
    assert (found.standing, found.began_on) == (Standing.LIVE, late)
    assert [link.begins_action for link in found.links] == [True, True]


def test_an_endorsement_of_what_has_ended_extends_nothing() -> None:
    late = PLAIN + 92 * DAY
    assert chain(NC, FIRST, [Issue(Kind.ENDORSEMENT, late)], as_of=late) == chain(NC, FIRST, as_of=late)


def test_a_chain_of_links_lives_as_long_as_each_comes_in_time() -> None:
    links = [
        Issue(Kind.ENDORSEMENT, date(2026, 3, 20)),
        Issue(Kind.ALIAS, date(2026, 6, 15)),
        Issue(Kind.ALIAS, date(2026, 9, 10)),
    ]
    found = chain(NC, FIRST, links, as_of=date(2026, 11, 9))
    assert (found.began_on, found.standing, len(found.links)) == (PLAIN, Standing.LIVE, 4)
    assert (found.last.serve_by, found.last.extend_by) == (date(2026, 11, 9), date(2026, 12, 9))


def test_a_link_after_the_day_asked_about_is_not_known_on_it() -> None:
    before = PLAIN + 70 * DAY
    assert chain(NC, FIRST, [Issue(Kind.ALIAS, PLAIN + 80 * DAY)], as_of=before) == chain(NC, FIRST, as_of=before)


@pytest.mark.parametrize(
    ("number", "standing"),
    [
        (60, Standing.LIVE),
        (61, Standing.DORMANT),
        (92, Standing.DORMANT),
        (732, Standing.DORMANT),
        (733, Standing.DISCONTINUED),
    ],
)
def test_a_defendant_abroad_gives_two_years_to_extend_here_run_on_from_a_saturday(
    number: int, standing: Standing
) -> None:
    found = on_day(number, abroad=True)
    assert (found.standing, found.last.extend_by) == (standing, date(2028, 1, 10))


def test_the_next_thing_to_do_is_said_with_its_day() -> None:
    assert on_day(10).next_action == "Serve the summons by Monday, March 9, 2026."
    assert on_day(61).next_action == (
        "The summons can no longer be served: have the clerk endorse it, or issue an alias and pluries summons, "
        "by Wednesday, April 8, 2026."
    )
    assert on_day(91).next_action == (
        "The action was discontinued after Wednesday, April 8, 2026: a new summons begins a new action on the day on "
        "which it is issued."
    )


def test_each_period_has_its_cite() -> None:
    last = on_day(0).last
    assert (last.serve_cite, last.extend_cite) == ("N.C. R. Civ. P. 4(c), 6(a)", "N.C. R. Civ. P. 4(d), 6(a)")


def test_a_link_dated_before_the_one_that_it_extends_is_refused() -> None:
    with pytest.raises(OutOfOrder, match="endorsement of Wednesday, January 7, 2026 is dated before"):
        chain(NC, FIRST, [Issue(Kind.ENDORSEMENT, PLAIN - DAY)], as_of=PLAIN)


def test_a_link_for_a_defendant_who_went_abroad_has_two_years_and_the_one_before_it_ninety_days() -> None:
    alias = PLAIN + 80 * DAY
    gone = [Issue(Kind.ALIAS, alias, abroad=True)]
    assert chain(NC, FIRST, gone, as_of=alias + 300 * DAY).standing == Standing.DORMANT
    late = [Issue(Kind.ALIAS, PLAIN + 120 * DAY, abroad=True)]
    assert chain(NC, FIRST, late, as_of=PLAIN + 121 * DAY).began_on == PLAIN + 120 * DAY


def test_a_closing_on_the_last_day_lets_it_run_on_to_the_next_court_day() -> None:
    storm = NC.calendar().with_closings({date(2026, 3, 9): "ice storm"})
    last = chain(NC, FIRST, as_of=PLAIN, court=storm).last
    assert (last.serve_by, last.extend_by) == (date(2026, 3, 10), date(2026, 4, 8))
