"""The same fact is known in every paper, under whichever name and in whichever place it stands."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from documents.facts.field import asked
from documents.figures.differing import days_apart, differing
from documents.figures.facts import Cause
from documents.figures.meanings import tellings
from documents.freeze import freeze
from documents.gather import Matter, gathered
from documents.gather.matter import matters
from documents.standing import standings
from documents.thaw import unfrozen
from hearings.queries import hearings_of_session, sessions
from infra.db import Database
from kernel.money import Money, money
from kernel.refusals import Refused
from tests.county import DAY, SAMPLE, data_folder, import_

Papers = dict[str, Any]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Papers]]:
    """The facts of every paper that any hearing of the sample county may take, by hearing."""
    with data_folder(tmp_path_factory.mktemp("county")) as opened:
        import_(opened, SAMPLE)
        yield list(_papers(opened))


def _papers(opened: Database) -> Iterator[Papers]:
    with opened.reading() as db:
        for place in sessions(db, 1):
            found = matters(db, 1, hearings_of_session(db, 1, place.id), as_of=DAY)
            for of, known in zip(found, standings(db, found), strict=True):
                yield {
                    template.manifest.facts: facts
                    for template in known.possible
                    if (facts := _gathered(template.manifest.facts, of)) is not None
                }


def _gathered(name: str, of: Matter) -> Any:
    try:
        return gathered(name, of)
    except Refused:
        return None


def with_value(tree: Any, path: str, value: Any) -> Any:
    """The same facts with one value planted, as it would be kept."""
    kept = [fact.told() | ({"value": value} if fact.name == path else {}) for fact in freeze(tree).facts]
    return unfrozen(type(tree), kept)


def test_no_paper_of_any_hearing_of_the_sample_county_contradicts_another(county: list[Papers]) -> None:
    assert len(county) == 60
    assert sum(len(papers) for papers in county) > 700
    for papers in county:
        told = [tellings(facts, DAY) for facts in papers.values()]
        assert differing(told) == []
        assert days_apart(told) == []


def test_a_wrong_amount_planted_in_any_paper_is_found_wherever_another_paper_tells_the_same(
    county: list[Papers],
) -> None:
    dice, caught, alone = random.Random(5), 0, set[str]()
    for papers in county:
        for name, facts in papers.items():
            amounts = [
                ask.path for ask, fact in asked(facts)
                if isinstance(fact.value, Money) and not ask.path.startswith(("jobs", "obligee_jobs", "assets"))
            ]  # fmt: skip
            if not amounts:
                continue
            path = dice.choice(amounts)
            planted = with_value(facts, path, 1_234_567)
            told = [tellings(planted if other == name else tree, DAY) for other, tree in papers.items()]
            place = list(papers).index(name)
            found = [odd for odd in differing(told) if path in (odd.one.telling.path, odd.other.telling.path)]
            told_twice = any(
                telling.meaning in {one.meaning for one in told[place].found if one.path == path}
                for number, other in enumerate(told) if number != place for telling in other.found
            )  # fmt: skip
            if told_twice or path.startswith("payments"):
                assert found, (name, path)
                assert {odd.cause for odd in found} == {Cause.OTHER_VALUE}
                caught += 1
            elif not found:
                alone.add(path)
    assert caught > 250
    assert [path for path in alone if path.startswith(("arrears.opening", "arrears.charged", "order."))] == []


def test_a_payment_that_one_list_leaves_out_or_dates_otherwise_is_found(county: list[Papers]) -> None:
    papers = next(one for one in county if {"PaymentHistory", "AffidavitOfArrears"} <= one.keys()
                  and len(one["PaymentHistory"].payments) > 8)  # fmt: skip
    history, affidavit = papers["PaymentHistory"], papers["AffidavitOfArrears"]
    payment = history.payments[4]
    left_out = replace(history, payments=(*history.payments[:4], *history.payments[5:]))
    moved = payment.collected_on.told(payment.collected_on.value + timedelta(days=1))
    dated = replace(history, payments=tuple(replace(one, collected_on=moved) if one is payment else one
                                            for one in history.payments))  # fmt: skip

    (odd,) = differing([tellings(affidavit, DAY), tellings(left_out, DAY)])
    assert {odd.one.telling.words, odd.other.telling.words} == {"no payment", str(payment.amount.value)}
    assert differing([tellings(affidavit, DAY), tellings(dated, DAY)])


def test_figures_of_two_days_are_told_as_such_and_equal_ones_stop_nothing(county: list[Papers]) -> None:
    papers = next(one for one in county if {"FactSheet", "MotionToShowCause"} <= one.keys())
    motion = papers["MotionToShowCause"]
    week_ago = DAY - timedelta(days=7)
    arrears = replace(motion.arrears, as_of=motion.arrears.as_of.told(week_ago))
    sheet, same = tellings(papers["FactSheet"], DAY), tellings(replace(motion, arrears=arrears), week_ago)
    assert differing([sheet, same]) == []
    (apart,) = days_apart([sheet, same])
    assert (apart.one.telling.day, apart.other.telling.day) == (week_ago, DAY)

    less = replace(arrears, total=arrears.total.told(arrears.total.value - money("100.00")))
    (odd,) = differing([sheet, tellings(replace(motion, arrears=less), week_ago)])
    assert odd.cause is Cause.OTHER_DAY


