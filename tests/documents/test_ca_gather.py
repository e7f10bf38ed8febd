"""What California's papers say comes from the record: credits, counts and services of the sample county."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cases.errors import NoOrder
from cases.ledger import Entry, Instalment, Kind, Ledger, Obligation, Opening, instalments, terms_of
from cases.tables import Payment
from documents.errors import NoGround
from documents.facts import asked
from documents.gather import Matter, matter
from documents.gather.arrears_rules import CALIFORNIA
from documents.gather.california import GATHER
from documents.gather.people import birthday
from documents.manifests import templates
from documents.sources import context
from documents.word import merge
from hearings.notice import completed
from hearings.queries import hearings_of_session, sessions
from infra.converter import to_pdf
from infra.db import Database
from kernel.disclosure import may_see
from kernel.money import ZERO, Money, total
from kernel.refusals import Refused
from offices.seeds import SEEDS, read_settings
from tests.county import DAY, SAMPLE, data_folder, import_, rows
from tests.documents.pleading_lines import sheets

STOCKTON = read_settings(SEEDS / "san-joaquin.toml")
AUDIENCES = {each.manifest.facts: each.manifest.audience for each in templates("ca")}
JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with data_folder(tmp_path_factory.mktemp("stockton")) as opened:
        import_(opened, SAMPLE)
        yield opened


@pytest.fixture(scope="module")
def matters(county: Database) -> list[Matter]:
    """Every hearing of the county as an office in Stockton would caption it."""
    with county.reading() as db:
        found = [
            matter(db, 1, one.id, as_of=DAY) for each in sessions(db, 1) for one in hearings_of_session(db, 1, each.id)
        ]
    return [replace(each, office=STOCKTON, record=replace(each.record, state="CA")) for each in found]


def ledger(*entries: Entry, opening: int = 0) -> Ledger:
    """100 dollars a month from January 2026 under California's law."""
    support = Obligation(Money(10_000), JANUARY)
    return Ledger((support,), Opening(date(2025, 12, 31), Money(opening)), entries, terms=terms_of("CA"))


def paid(*amounts: int) -> tuple[Instalment, ...]:
    return tuple(Instalment(day, Kind.CHILD, Money(10_000), Money(amount)) for day, amount in zip(
        (JANUARY, FEBRUARY, MARCH), amounts, strict=False))  # fmt: skip


@pytest.mark.parametrize(
    ("entries", "opening", "instalments_then", "older"),
    [
        ((), 0, paid(0, 0, 0), 0),
        ((Entry(date(2026, 3, 5), "a", Money(15_000)),), 0, paid(5_000, 0, 10_000), 0),
        ((Entry(date(2026, 3, 5), "a", Money(15_000)),), 4_000, paid(1_000, 0, 10_000), 0),
        ((Entry(date(2026, 1, 5), "a", Money(25_000)),), 0, paid(10_000, 10_000, 5_000), 0),
        ((Entry(date(2026, 1, 5), "a", Money(45_000)),), 0, paid(10_000, 10_000, 10_000), -15_000),
        (
            (Entry(date(2026, 1, 5), "a", Money(10_000)), Entry(date(2026, 3, 9), "b", Money(-10_000), "a")),
            0, paid(0, 0, 0), 0,
        ),
        ((Entry(date(2026, 2, 9), "b", Money(-7_000), "from before"),), 0, paid(0, 0, 0), 7_000),
    ],
    ids=["nothing paid", "current month, then the oldest", "the opening balance is the oldest",
         "surplus waits for later months", "paid ahead", "a returned payment pays nothing",
         "a payment returned that came before the record"],
)  # fmt: skip
def test_a_payment_pays_the_current_month_and_then_the_oldest_support(
    entries: tuple[Entry, ...], opening: int, instalments_then: tuple[Instalment, ...], older: int
) -> None:
    held, day = ledger(*entries, opening=opening), date(2026, 3, 31)
    assert instalments(held, day) == instalments_then
    assert held.arrears(day) == Money(older) + total(one.unpaid for one in instalments_then)


def test_money_beyond_the_principal_pays_interest_before_it_waits_for_the_next_month() -> None:
    """$100 of January bears 10 percent from February 1 to March 4: 32 days, 88 cents."""
    held = ledger(Entry(date(2026, 3, 5), "a", Money(30_200)))
    day = date(2026, 3, 31)
    assert instalments(held, day) == paid(10_000, 10_000, 10_000)
    interest = Money(88 + 11)  # January's for 32 days, February's for 4
    assert held.arrears(day) == -(Money(200) - interest)


def test_in_every_case_of_the_county_the_instalments_agree_with_the_ledger(matters: list[Matter]) -> None:
    held = [of.record.ledger() for of in matters]
    assert len(held) == 60
    assert {one.terms.state for one in held} == {"CA"}
    for one in held:
        ordered = total(each.ordered for each in instalments(one, DAY))
        left = total(each.unpaid for each in instalments(one, DAY))
        balance = one.balance(DAY)
        assert ordered == total(charge.amount for charge in one.charges(DAY))
        assert ZERO <= balance.support + balance.ahead - left <= (one.opening.amount if one.opening else ZERO)


def test_every_paper_of_every_hearing_is_gathered_or_refused_in_words_and_fits_its_audience(
    matters: list[Matter],
) -> None:
    refused: list[tuple[str, str]] = []
    for of in matters:
        for name, gather in GATHER.items():
            try:
                facts = gather(of)
            except Refused as why:
                refused.append((name, type(why).__name__))
                continue
            assert [ask.path for ask, fact in asked(facts) if not may_see(AUDIENCES[name], fact.disclosure)] == []
    assert set(refused) == {("ProofOfService", "NoGround")}
    assert 0 < len(refused) < len(matters)


def test_no_money_in_a_paper_of_california_is_counted_by_a_rule_of_north_carolina(matters: list[Matter]) -> None:
    rules = {
        fact.trace.rule
        for of in matters
        for name in ("CaliforniaFactSheet", "NoticeOfMotion", "OrderAfterHearing")
        for ask, fact in asked(GATHER[name](of))
        if ask.path.split(".")[0] in ("arrears", "months", "state_balance") and fact.trace.rule
    }
    assert [rule for rule in rules if "G.S." in rule or "N.C." in rule] == []
    assert CALIFORNIA.balance in rules


def test_the_caption_has_the_offices_labels_and_the_obligee_as_other_parent(matters: list[Matter]) -> None:
    caption = GATHER["NoticeOfMotion"](matters[0]).caption
    assert caption.plaintiff.value.upper() == "COUNTY OF SAN JOAQUIN"
    assert caption.other_parent_label.value == "Other Parent/Party"
    assert caption.other_parent.value not in (None, caption.defendant.value)


def test_a_month_is_a_count_while_it_is_unpaid_not_older_than_three_years_and_not_spent_in_custody(
    matters: list[Matter],
) -> None:
    jailed = 0
    for of in matters:
        months = {one.due_on: one for one in instalments(of.record.ledger(), DAY)}
        counts = GATHER["ContemptCounts"](of).counts
        person = of.record.person("obligor")
        for count in counts:
            due = count.due_on.value
            assert count.unpaid.value == months[due].unpaid > ZERO
            assert birthday(due, 3) == count.last_day.value >= DAY
        if person and person.incarcerated_on:
            inside = [due for due in months if person.incarcerated_on <= due <= (person.released_on or DAY)]
            jailed += any(months[due].unpaid > ZERO for due in inside)
            assert {count.due_on.value for count in counts}.isdisjoint(inside)
    assert jailed > 0, "nobody of the county was in custody on the day when unpaid support fell due"


def test_contempt_is_refused_in_words_where_no_month_can_be_charged(matters: list[Matter]) -> None:
    of = matters[0]
    with pytest.raises(NoOrder):
        GATHER["ContemptCounts"](replace(of, record=replace(of.record, orders=())))
    before = min(order.effective_on for order in of.record.orders) - timedelta(days=1)
    with pytest.raises(NoGround, match="There is no ground for a contempt in case"):
        GATHER["ContemptCounts"](replace(of, as_of=before))


def test_a_motion_needs_an_order_unless_it_asks_for_the_first_judgment(matters: list[Matter]) -> None:
    first = next(of for of in matters if of.kind.kind == "establishment")
    other = next(of for of in matters if of.kind.kind != "establishment")
    without = [replace(of, record=replace(of.record, orders=())) for of in (first, other)]
    assert GATHER["NoticeOfMotion"](without[0]).judgment.value is True
    with pytest.raises(NoOrder):
        GATHER["NoticeOfMotion"](without[1])


def test_a_statement_adds_up_to_the_principal_of_the_ledger_in_every_case_and_tells_the_interest(
    matters: list[Matter],
) -> None:
    with_interest = 0
    for of in matters:
        found, balance = GATHER["StatementOfArrears"](of), of.record.ledger().balance(DAY)
        (account,) = found.accounts
        assert (found.principal.value, found.interest.value) == (balance.support, balance.interest)
        assert added_up(account, account.opening.value) == found.principal.value
        assert [year.year.value for year in account.years] == sorted({year.year.value for year in account.years})
        owed = account.opening.value
        for year in account.years:
            for month in year.months:
                owed = added_up(month, owed)
                assert owed == month.balance.value
            assert owed == year.balance.value
        with_interest += balance.interest > ZERO
    assert with_interest > 30


def test_money_that_went_to_interest_stands_in_its_month_so_that_every_line_adds_up(matters: list[Matter]) -> None:
    of = next(one for one in matters if one.record.ledger().balance(DAY).interest > ZERO)
    owed = of.record.ledger().balance(DAY)
    row = of.record.payments[0]
    same = {name: getattr(row, name) for name in ("case_no", "source", "source_record", "retrieved_at")}
    late = Payment(
        **same, source_key="LATE", receipt_no="LATE", collected_on=DAY, amount=owed.support + Money(100)
    )
    paid_up = replace(of, record=replace(of.record, payments=(*of.record.payments, late)))
    (account,) = GATHER["StatementOfArrears"](paid_up).accounts
    last = account.years[-1].months[-1]
    assert (account.to_interest.value, last.to_interest.value, last.balance.value) == (Money(100), Money(100), ZERO)
    assert added_up(account, account.opening.value) == ZERO


def added_up(row: Any, before: Money) -> Money:
    """What is owed after a row of a statement."""
    credited, to_interest = row.credited.value or ZERO, row.to_interest.value or ZERO
    return before + row.ordered.value - row.paid.value - credited + to_interest


def test_a_proof_of_service_tells_each_completed_service_and_no_line_of_any_address(matters: list[Matter]) -> None:
    lines = {row["LINE1"] for row in rows("ADDRESSES.csv")}
    proofs = 0
    for of in matters:
        if not any(completed(one, DAY) for one in of.services):
            continue
        try:
            proof = GATHER["ProofOfService"](of)
        except NoGround:
            continue
        proofs += 1
        said = {str(fact.value) for _, fact in asked(proof)}
        assert {one.served_on.value for one in proof.served} <= {one.served_on for one in of.services}
        assert said.isdisjoint(lines)
        assert not [line for line in lines for text in said if line in text]
    assert proofs == 23
    assert len(lines) > 50


def test_long_papers_of_the_county_stay_on_their_lines_on_every_page(matters: list[Matter]) -> None:
    most_counts = max(matters, key=lambda of: len(GATHER["ContemptCounts"](of).counts))
    longest_name = max(matters, key=lambda of: max(len(one.name) for one in of.record.participants))
    for name, of in (
        ("ContemptCounts", most_counts),
        ("StatementOfArrears", most_counts),
        ("NoticeOfMotion", longest_name),
    ):
        paper = next(each for each in templates("ca") if each.manifest.facts == name)
        first, *later = sheets(to_pdf(merge(paper.word, context(GATHER[name](of), AUDIENCES[name])).word).data)
        assert len(later) >= 2
        assert first.lines_off(24, below=first.numbers[8] - 12) == {}
        assert [sheet.lines_off(24) for sheet in later] == [{}] * len(later)
