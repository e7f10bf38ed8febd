"""A cause of one child suspends the portion of the order that a person told, and nothing is divided by us."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from cases.money.actions import enter_step, enter_suspension
from cases.money.errors import EntryRefused
from cases.money.facts import EntryKind, StepTold, SuspensionTold
from cases.money.queries import money_of_case
from cases.money.showing import EntryShown
from cases.money.tables import SuspensionEntry
from cases.tables import SupportOrder
from infra.db import Database
from kernel.money import Money
from tests.cases.money_desk import AGENT, CASE, DAY, NOW, has_children, opened, owed, person, record

DIED = SuspensionTold("death of the child", date(2026, 3, 10), None, "death certificate")


def entered(database: Database, told: Any, verb: Callable[..., Any] = enter_suspension) -> Any:
    with database.transaction() as db:
        return verb(db, CASE, told, by=person(db, AGENT), now=NOW)


def shown(database: Database) -> list[EntryShown]:
    with database.reading() as db:
        every = money_of_case(db, 1, CASE, as_of=DAY).standing
        return [one for one in every if one.kind is EntryKind.SUSPENSION]


def test_the_death_of_one_of_two_children_suspends_the_portion_that_was_told_and_no_more(db: Database) -> None:
    """500 a month, 200 of it for the child who died in March 2026: eight months less 200 each."""
    opened(db)
    ana, _ = has_children(db, "Ana Sample", "Ben Sample")
    entered(db, replace(DIED, children=(ana,), portion=Money(20_000)))
    assert owed(db) == 23 * 50_000 - 8 * 20_000
    (told,) = shown(db)
    assert told.words == "Ana Sample: Death of the child from Mar 10, 2026 and still going on"
    assert told.effect == "$200.00 of each instalment does not fall due from Mar 10, 2026 on."


def test_a_portion_that_nobody_told_is_never_reckoned_and_the_person_is_sent_to_the_order_or_to_a_step(
    sqlite: Database,
) -> None:
    opened(sqlite)
    ana, _ = has_children(sqlite, "Ana Sample", "Ben Sample")
    with pytest.raises(EntryRefused, match="The case has 2 children; name the one whom death of the child is about"):
        entered(sqlite, DIED)
    with pytest.raises(EntryRefused) as refused:
        entered(sqlite, replace(DIED, children=(ana,)))
    assert str(refused.value) == (
        "The order also supports other children, so say which portion of it is for Ana Sample "
        "(N.C. Gen. Stat. § 50-13.10(d)(1)). The law does not divide an order among the children, and neither is it "
        "done here: where the order gives no figure for each child, the court sets the new amount, which is entered as "
        "a step; where it supports no other child any more, say that it is the whole order."
    )
    assert owed(sqlite) == 23 * 50_000


@pytest.mark.parametrize("said", ["all", "whole"])
def test_the_whole_order_stops_where_every_child_is_named_or_somebody_says_that_no_other_is_supported(
    sqlite: Database, said: str
) -> None:
    opened(sqlite)
    ana, ben = has_children(sqlite, "Ana Sample", "Ben Sample")
    told = {"all": replace(DIED, children=(ana, ben)), "whole": replace(DIED, children=(ana,), whole_order=True)}
    entered(sqlite, told[said])
    assert owed(sqlite) == 15 * 50_000
    assert shown(sqlite)[0].effect == "No support of the child falls due from Mar 10, 2026 on."


def test_the_only_child_of_a_case_needs_no_name(sqlite: Database) -> None:
    opened(sqlite)
    has_children(sqlite, "Ana Sample")
    entered(sqlite, DIED)
    assert owed(sqlite) == 15 * 50_000


def test_the_portions_of_two_children_are_taken_off_together_and_each_keeps_its_own_entry(sqlite: Database) -> None:
    opened(sqlite)
    ana, ben, _ = has_children(sqlite, "Ana Sample", "Ben Sample", "Cy Sample")
    for child, cents in ((ana, 20_000), (ben, 10_000)):
        entered(sqlite, SuspensionTold(
            "child with obligor", date(2026, 9, 2), date(2026, 10, 31), "order of Sept 1", children=(child,),
            portion=Money(cents),
        ))  # fmt: skip
    charges = record(sqlite).ledger().charges(DAY)[-3:]
    assert [(one.due_on.month, one.amount.cents) for one in charges] == [(9, 50_000), (10, 20_000), (11, 50_000)]


def test_a_portion_holds_until_the_amount_of_the_order_changes_and_says_so(sqlite: Database) -> None:
    """After the step the amount is for the other child alone; what is no portion of it is not taken off again."""
    opened(sqlite)
    ana, _ = has_children(sqlite, "Ana Sample", "Ben Sample")
    entered(sqlite, replace(DIED, children=(ana,), portion=Money(20_000)))
    entered(sqlite, StepTold(date(2026, 6, 1), Money(35_000), "the court set it anew", "order of May 20"), enter_step)
    charges = record(sqlite).ledger().charges(DAY)
    assert [one.amount.cents for one in charges if one.due_on >= date(2026, 3, 1)] == [
        50_000, 30_000, 30_000, *[35_000] * 6,
    ]  # fmt: skip
    assert shown(sqlite)[0].effect == (
        "$200.00 of each instalment does not fall due from Mar 10, 2026 to May 31, 2026. Then the amount of the order "
        "changes: enter the portion of the new amount, if there still is one."
    )


def test_a_portion_of_a_weekly_order_is_made_monthly_with_it(sqlite: Database) -> None:
    opened(sqlite, frequency="weekly", support=10_000)
    ana, _ = has_children(sqlite, "Ana Sample", "Ben Sample")
    entered(sqlite, replace(DIED, children=(ana,), portion=Money(4_000)))
    assert record(sqlite).ledger().charges(DAY)[-1].amount == Money(43_300 - 17_320)


def test_an_earlier_entry_that_names_no_child_of_several_counts_for_nothing_and_says_what_is_needed(
    sqlite: Database,
) -> None:
    opened(sqlite)
    has_children(sqlite, "Ana Sample", "Ben Sample")
    with sqlite.transaction() as db:
        db.add(SuspensionEntry(
            office_id=1, case_no=CASE, source_key="old", content="-", source="test", source_record="old",
            retrieved_at=NOW, cause="death of the child", began_on=date(2026, 3, 10), proof="certificate",
            author_id=person(db, AGENT).id, whole_order=False,
        ))  # fmt: skip
    assert owed(sqlite) == 23 * 50_000
    assert shown(sqlite)[0].effect.startswith("Nothing: the case has several children, and the entry names neither")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"children": ("nobody",), "portion": Money(5)}, "The case has no such child"),
        ({"portion": Money(50_001)}, r"no more than the \$500.00 that the order then had"),
        ({"portion": Money(0)}, "more than nothing"),
        ({"portion": Money(5), "began_on": date(2024, 1, 1)}, "No order was in force on the first day"),
        ({"portion": Money(5), "whole_order": True}, "the whole order or a portion of it; choose one"),
        ({"portion": Money(5), "cause": "incarceration"}, "Incarceration suspends the whole order"),
        ({"portion": Money(5), "cause": "child with obligor"}, "a portion for the same child is suspended from March"),
    ],
)
def test_what_is_no_portion_of_the_order_is_refused_in_one_sentence(
    sqlite: Database, changed: dict[str, Any], words: str
) -> None:
    opened(sqlite)
    ana, _ = has_children(sqlite, "Ana Sample", "Ben Sample")
    entered(sqlite, replace(DIED, children=(ana,), portion=Money(20_000)))
    with pytest.raises(EntryRefused, match=f"(?i){words}"):
        entered(sqlite, replace(DIED, **({"children": (ana,)} | changed)))


def test_an_order_that_had_ended_has_no_portion(sqlite: Database) -> None:
    opened(sqlite)
    ana, _ = has_children(sqlite, "Ana Sample", "Ben Sample")
    with sqlite.transaction() as db:
        db.scalars(select(SupportOrder)).one().ended_on = DIED.began_on - timedelta(days=1)
    with pytest.raises(EntryRefused, match="No order was in force on the first day"):
        entered(sqlite, replace(DIED, children=(ana,), portion=Money(20_000)))
