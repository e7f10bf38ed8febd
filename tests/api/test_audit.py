"""The audit of a case on its page and in the API: the same figures, files to take along, a proposal to adjust."""

import io
from datetime import date

import openpyxl
from sqlalchemy import select

from cases.ledger.reconciling import owed
from cases.queries import case_record
from documents.reading import page_texts
from infra.audit import Audit
from kernel.money import Money
from tests.desks import Desks, csrf_of

OFF = "7000070296"
DAY = "?as_of=2026-11-20"


def test_the_page_says_what_the_api_tells_and_what_explains_the_difference(same_desks: Desks) -> None:
    told = same_desks.bearer("attorney").get(f"/api/v1/cases/{OFF}/audit{DAY}").json()
    page = same_desks.browser("attorney").get(f"/cases/{OFF}/audit{DAY}").text
    assert (told["total"], told["state"]["apart"]) == (511_000, 12_500)
    assert "<strong>$5,110.00</strong>" in page
    assert told["state"]["likeliest"][0]["words"] in page
    assert f"<strong>${told['counts_total'] / 100:,.2f}</strong> unpaid in {len(told['counts'])} months" in page
    assert f'href="/cases/{OFF}/audit"' in same_desks.browser("agent").get(f"/cases/{OFF}").text


def test_the_page_tells_five_explanations_of_one_cause_and_counts_the_rest_that_the_api_has(desks: Desks) -> None:
    with desks.database.transaction() as db:
        record = case_record(db, 1, OFF)
        charged = record.ledger().charged_by_day(date(2026, 11, 20))
        month = Money(list(charged.values())[-1])
        newest = max((row for row in record.balances if not row.is_opening), key=lambda row: row.on)
        newest.arrears = owed(record.ledger(), newest.on) - month
        db.add(newest)
    told = desks.bearer("agent").get(f"/api/v1/cases/{OFF}/audit{DAY}").json()["state"]
    months = [one for one in (*told["likeliest"], *told["others"]) if one["cause"] == "suspended months"]
    page = desks.browser("agent").get(f"/cases/{OFF}/audit{DAY}").text
    rows = page.partition("What explains the difference</caption>")[2].partition("</table>")[0]
    assert len(months) > 5
    assert rows.count("The state did not charge") == 5
    assert f"and {len(months) - 5} more" in rows


def test_the_work_paper_is_given_as_pdf_and_as_a_workbook_and_each_reading_stands_in_the_log(
    same_desks: Desks,
) -> None:
    for client, base in ((same_desks.browser("agent"), "/cases"), (same_desks.bearer("agent"), "/api/v1/cases")):
        paper, book = client.get(f"{base}/{OFF}/audit.pdf{DAY}"), client.get(f"{base}/{OFF}/audit.xlsx{DAY}")
        assert paper.headers["content-disposition"] == f'inline; filename="{OFF}-audit-2026-11-20.pdf"'
        assert book.headers["content-disposition"] == f'attachment; filename="{OFF}-audit-2026-11-20.xlsx"'
        assert "Owed in all, without fees" in page_texts(paper.content)[0]
        assert "Account" in openpyxl.load_workbook(io.BytesIO(book.content)).sheetnames
    with same_desks.database.reading() as db:
        verbs = db.scalars(select(Audit.verb).where(Audit.subject == f"case {OFF}")).all()
    assert verbs.count("wrote out the audit of") >= 4


def test_the_chart_is_a_picture_of_its_own(same_desks: Desks) -> None:
    answer = same_desks.browser("agent").get(f"/cases/{OFF}/audit.svg{DAY}")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "$5,110.00" in answer.text


def test_a_day_that_is_none_is_refused_in_one_sentence(same_desks: Desks) -> None:
    for address in (f"/cases/{OFF}/audit?as_of=soon", f"/cases/{OFF}/audit.pdf?as_of=2026-02-30"):
        answer = same_desks.browser("agent").get(address)
        assert answer.status_code == 422
        assert "A day is written as year-month-day" in answer.text
    assert same_desks.bearer("agent").get(f"/api/v1/cases/{OFF}/audit?as_of=soon").status_code == 422


def test_an_adjustment_is_proposed_out_of_what_explains_the_difference_and_moves_nothing_yet(desks: Desks) -> None:
    agent = desks.browser("agent")
    page = agent.get(f"/cases/{OFF}/audit").text
    assert 'value="$125.00"' in page
    form = {"csrf": csrf_of(page), "on": "2026-11-20", "bucket": "family", "amount": "$125.00", "reason": "Told wrong."}
    answer = agent.post(f"/cases/{OFF}/audit/proposal", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/cases/{OFF}/money")
    told = desks.bearer("agent").get(f"/api/v1/cases/{OFF}/audit{DAY}").json()
    assert told["total"] == 511_000
    nothing = agent.post(f"/cases/{OFF}/audit/proposal", data=form | {"amount": "0.00"})
    assert nothing.status_code == 409
    assert "An adjustment of nothing moves nothing; give an amount, with a minus to lower what is owed." in nothing.text


def test_where_the_state_lacks_what_was_entered_here_no_adjustment_of_ours_is_filled_in(desks: Desks) -> None:
    agreed = "7000070111"
    told = {"paid_on": "2026-05-02", "amount": "123.45", "proof_kind": "receipt", "proof": "receipt of the obligee",
            "found_on": "2026-05-02"}  # fmt: skip
    answer = desks.bearer("agent").post(f"/api/v1/cases/{agreed}/money/direct-payments", json=told)
    assert answer.status_code == 201, answer.text
    page = desks.browser("agent").get(f"/cases/{agreed}/audit{DAY}").text
    assert "The state does not know of the direct payment of $123.45 on May 2, 2026, entered here." in page
    assert "Entered here, unknown to the state" in page
    assert 'aria-describedby="amount-hint" value=""' in page
    assert 'rows="4"></textarea>' in page
