"""Charts of what a proposal would change and of why balances differ: legible without colour."""

import re
from datetime import date

from cases.county.found import UNEXPLAINED, OfCause
from cases.plans.what_if import Proposal
from documents.cause_chart import cause_drawing
from documents.drawn import svg
from documents.what_if_chart import DASHES, effect_drawing, months_shown
from kernel.money import Money
from tests.cases.plans.test_what_if import effect


def texts(drawing: bytes) -> list[str]:
    return [words.strip() for words in re.findall(r"<text[^>]*>(.*?)</text>", drawing.decode(), flags=re.DOTALL)]


def test_the_line_without_a_proposal_is_broken_and_the_one_with_it_is_not() -> None:
    found = effect(Proposal(instalment=Money(100_00), instalment_from=date(2026, 2, 15)))
    drawn = svg(effect_drawing(found)).decode()
    lines = re.findall(r"<polyline[^>]*>", drawn)
    assert len(lines) == 2
    dashes = ",".join(map(str, DASHES))
    assert [dashes in line.replace(" ", "") for line in lines] == [True, False]
    assert {"without it", "with it", "01/26", "$500"} <= set(texts(drawn.encode()))


def test_the_picture_ends_where_both_debts_are_paid() -> None:
    found = effect(Proposal(instalment=Money(100_00), instalment_from=date(2026, 2, 15)))
    assert months_shown(found) == found.without.pay_off.months == 12
    never = effect(Proposal(instalment=Money(1_00), instalment_from=date(2026, 2, 15)))
    assert months_shown(never) == 60


def test_each_cause_has_its_bar_with_its_cases_and_amount() -> None:
    causes = (OfCause("opening balance", 1_204, Money(51_500)), OfCause(UNEXPLAINED, 2, Money(100)))
    told = texts(svg(cause_drawing(causes)))
    assert [one for one in told if one not in ("Cases", "Difference in all")] == [
        "Opening balance", "1,204", "$515.00", "Nothing in the record explains it", "2", "$1.00",
    ]  # fmt: skip
    assert texts(svg(cause_drawing(()))) == ["No balance of the state differs"]
