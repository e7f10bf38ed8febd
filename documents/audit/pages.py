"""The work paper of an audit as Letter pages that an attorney can hand up."""

import io
from collections.abc import Iterator
from datetime import date

import pikepdf

from cases.ledger import Instalment
from cases.ledger.counts import UnpaidMonth
from cases.ledger.statement import KindAccount, Sums
from documents import fonts
from documents.audit.charting import charted, drawn
from documents.audit.ruled import LEFT, RIGHT, TOP, Column, Row, draw_table, room_for
from documents.audit.words import balance_lines, counted_how, explained, left_out, order_told, rule_told, said, span
from documents.audit.work_paper import AccountLine, WorkPaper
from documents.chart import HIGH as CHART_HIGH
from documents.packet.assembly import Assembly
from documents.packet.stamps import Foot
from documents.sheets import Sheets
from kernel.money import Money

TITLE = "Audit of the support account: work paper"
ROOM = RIGHT - LEFT


def work_paper_pdf(paper: WorkPaper) -> bytes:
    """Letter pages with tags, every page numbered. The same work paper gives the same bytes."""
    sheets = Sheets()
    sheets.y = TOP
    _caption(sheets, paper)
    for section in (_balance, _state, _chart, _orders, _statement, _counts, _account, _law, _signed):
        section(sheets, paper)
    sheets.turn()
    return _bound(sheets, paper)


def _bound(sheets: Sheets, paper: WorkPaper) -> bytes:
    made = Assembly()
    drawn = pikepdf.open(io.BytesIO(sheets.finished()), inherit_page_attributes=False)
    pages = made.add_drawn(page.obj for page in drawn.pages)
    made.structure(sheets.tags, pages, (), made.tags.document)
    numbers = f"File No. {paper.caption.file_number} · IV-D Case No. {paper.caption.case_no}"
    running = f"{numbers} · Audit as of {_day(paper.as_of)}"
    made.stamp([Foot(running, f"Page {number} of {len(pages)}") for number in range(1, len(pages) + 1)])
    return made.finished(f"{TITLE}, case {paper.caption.case_no}")


def _caption(sheets: Sheets, paper: WorkPaper) -> None:
    caption, top = paper.caption, sheets.y
    with sheets.tagged("P"):
        for line in caption.court:
            sheets.paragraph(line, LEFT, 260, font=fonts.SERIF, size=11)
    below = sheets.y
    sheets.y = top
    with sheets.tagged("P"):
        for line in (f"FILE NO. {caption.file_number}", f"IV-D CASE NO. {caption.case_no}"):
            sheets.paragraph(line, 330, RIGHT - 330, font=fonts.SERIF, size=11)
    sheets.y = min(below, sheets.y) - 10
    _parties(sheets, caption.parties)
    with sheets.tagged("H1"):
        sheets.paragraph(TITLE, LEFT, ROOM, font=fonts.SERIF_BOLD, size=16)
    with sheets.tagged("P"):
        words = f"As of {_day(paper.as_of)}. Counted from the records of {caption.office}; every line names its record."
        sheets.paragraph(words, LEFT, ROOM, font=fonts.SERIF, size=11)
    sheets.y -= 6


def _parties(sheets: Sheets, parties: tuple[tuple[str, str], ...]) -> None:
    for place, (name, label) in enumerate(parties):
        with sheets.tagged("P"):
            sheets.paragraph(f"{name},", LEFT, 300, font=fonts.SERIF, size=11)
            ending = "," if place < len(parties) - 1 else "."
            sheets.paragraph(f"{label}{ending}", LEFT + 110, 250, font=fonts.SERIF, size=11)
        if place == 0:
            with sheets.tagged("P"):
                sheets.paragraph("v.", LEFT + 40, 100, font=fonts.SERIF, size=11)
    sheets.y -= 2
    sheets.rule(LEFT, RIGHT, weight=0.9)
    sheets.y -= 22


def _heading(sheets: Sheets, words: str, *, with_room: float = 60) -> None:
    room_for(sheets, with_room + 22)
    sheets.y -= 8
    with sheets.tagged("H2"):
        sheets.paragraph(words, LEFT, ROOM, font=fonts.SERIF_BOLD, size=12)
    sheets.y -= 1


def _say(sheets: Sheets, words: str) -> None:
    lines = fonts.wrapped(words, fonts.SERIF, 10, ROOM)
    room_for(sheets, 13 * len(lines))
    with sheets.tagged("P"):
        sheets.paragraph(words, LEFT, ROOM, font=fonts.SERIF, size=10)
    sheets.y -= 4


def _balance(sheets: Sheets, paper: WorkPaper) -> None:
    _heading(sheets, f"1. What is owed at the end of {_day(paper.as_of)}")
    columns = (Column("", 320), Column("Amount", 120, right=True))
    draw_table(sheets, columns, [Row((words, str(amount)), bold) for words, amount, bold in balance_lines(paper)])
    _say(sheets, paper.interest_rule)


def _state(sheets: Sheets, paper: WorkPaper) -> None:
    found = paper.reconciliation
    _heading(sheets, "2. The state's balance beside this account")
    if found is None:
        _say(sheets, "The state has told no balance by this day.")
        return
    _say(sheets, found.sentence())
    columns = (
        Column("Day", 95), Column("State's balance", 85, right=True), Column("This account", 85, right=True),
        Column("Difference", 75, right=True), Column("Record and its day", 192),
    )  # fmt: skip
    draw_table(sheets, columns, [
        Row((_day(one.on), str(one.state), str(one.ours), str(one.apart) if one.apart.cents else "none", one.source))
        for one in paper.compared
    ])  # fmt: skip
    if found.likeliest:
        _say(sheets, "Each of these gives every balance that the state told, the best founded first:")
        causes = (Column("Cause", 110), Column("Day", 95), Column("What explains it", 327))
        rows = [Row((one.cause, _day(one.on) if one.on else "", one.words)) for one in explained(found)]
        draw_table(sheets, causes, rows)


def _chart(sheets: Sheets, paper: WorkPaper) -> None:
    months = charted(paper)
    _heading(sheets, "3. Ordered and paid, with the arrears", with_room=CHART_HIGH + 10 if months else 60)
    if not months:
        _say(sheets, "There is no month to show.")
        return
    sheets.y -= CHART_HIGH
    sheets.picture(drawn(paper), LEFT + (ROOM - 468) / 2, alt=_chart_in_words(months[-1].arrears))
    sheets.y -= 8


def _chart_in_words(arrears: Money) -> str:
    return f"Chart of section 5: the support ordered and paid, and the arrears, {arrears} at the end."


def _orders(sheets: Sheets, paper: WorkPaper) -> None:
    _heading(sheets, "4. Orders")
    if not paper.orders:
        _say(sheets, "The record holds no support order in effect by this day.")
        return
    columns = (
        Column("No.", 28), Column("Order or step", 106), Column("In effect", 76), Column("Support", 84),
        Column("Toward arrears", 72, right=True), Column("Record and its day", 166),
    )  # fmt: skip
    draw_table(sheets, columns, [Row(order_told(one)) for one in paper.orders])
    if paper.pauses:
        pauses = (Column("Support is suspended", 210), Column("Because of", 322))
        draw_table(sheets, pauses, [Row((span(one.since, one.until), one.why)) for one in paper.pauses])


def _statement(sheets: Sheets, paper: WorkPaper) -> None:
    _heading(sheets, "5. Statement of arrears, by kind of support, year and month")
    if not paper.accounts:
        _say(sheets, "No support has fallen due and nothing was paid.")
    for account in paper.accounts:
        if len(paper.accounts) > 1:
            _say(sheets, f"{account.kind.capitalize()}.")
        columns = _statement_columns(account)
        draw_table(sheets, columns, _statement_rows(account, len(columns)))


def _statement_columns(account: KindAccount) -> list[Column]:
    names = ["Ordered", "Paid"]
    names += ["Credited or adjusted"] if any(month.credited.cents for month in account.months) else []
    names += ["To interest"] if any(month.to_interest.cents for month in account.months) else []
    names.append("Support owed")
    return [Column("Month", 132), *(Column(name, (ROOM - 132) / len(names), right=True) for name in names)]


def _statement_rows(account: KindAccount, columns: int) -> Iterator[Row]:
    def row(words: str, sums: Sums, *, bold: bool) -> Row:
        parts = [sums.owed, sums.paid]
        parts += [sums.credited] if any(month.credited.cents for month in account.months) else []
        parts += [sums.to_interest] if any(month.to_interest.cents for month in account.months) else []
        return Row((words, *map(str, parts), str(sums.arrears)), bold)

    if account.opening_on:
        yield Row((f"Balance on {_day(account.opening_on)}", *[""] * (columns - 2), str(account.opening)))
    for year in account.years:
        for month in year.months:
            sums = Sums(month.owed, month.paid, month.credited, month.to_interest, month.arrears)
            yield row(f"{month.first:%B %Y}", sums, bold=False)
        yield row(f"Year {year.year}", year.sums, bold=True)
    yield row("In all", account.sums, bold=True)


def _counts(sheets: Sheets, paper: WorkPaper) -> None:
    counts = paper.counts
    _heading(sheets, "6. Months that were not paid in full")
    _say(sheets, counted_how(counts))
    if not counts.counts:
        _say(sheets, "No month within these years is unpaid.")
    else:
        names = ["Ordered", "Paid", *(["Credited"] if counts.credits else []), "Unpaid"]
        columns = (
            Column("No.", 40), Column("Due on", 110), *(Column(name, 285 / len(names), right=True) for name in names),
            Column(f"   Within {counts.window.years} years until", 97, right=True),
        )  # fmt: skip
        rows = [
            row for number, one in enumerate(counts.counts, start=1)
            for row in _count(number, one, credited=counts.credits)
        ]  # fmt: skip
        rows.append(Row(("", "Unpaid in all", *[""] * (len(names) - 1), str(counts.total), ""), bold=True))
        draw_table(sheets, columns, rows)
    for words in left_out(paper):
        _say(sheets, words)


def _count(number: int, one: UnpaidMonth, *, credited: bool) -> Iterator[Row]:
    """A month, and under it each kind of support where the case has several."""
    yield Row((str(number), _day(one.due_on), *_sums_of(one, credited=credited), _day(one.last_day)))
    for each in one.kinds:
        yield Row(("", str(each.kind), *_sums_of(each, credited=credited), ""))


def _sums_of(one: UnpaidMonth | Instalment, *, credited: bool) -> Iterator[str]:
    """The amounts of a month; what was credited has a column only where anything was."""
    held = (one.ordered, one.paid, one.credited, one.unpaid) if credited else (one.ordered, one.paid, one.unpaid)
    return map(str, held)


def _account(sheets: Sheets, paper: WorkPaper) -> None:
    _heading(sheets, "7. Running account")
    if not paper.lines:
        _say(sheets, "The account has no line.")
        return
    _say(
        sheets,
        "Lines stand in the order in which things became known. A payment that came back changes the account on the "
        "day of its return. What is owed is support and interest, without fees.",
    )
    columns = (
        Column("No.", 28), Column("Day", 50), Column("What happened", 172), Column("Record and its day", 118),
        Column("Adds", 52, right=True), Column("Takes off", 52, right=True), Column("Owed", 60, right=True),
    )  # fmt: skip
    draw_table(sheets, columns, [_line(one) for one in paper.lines])


def _line(one: AccountLine) -> Row:
    moved, line = one.moved, one.line
    adds, takes = (str(moved), "") if moved > Money(0) else ("", str(-moved) if moved.cents else "")
    return Row((str(one.number), f"{line.on:%m/%d/%Y}", said(line), one.in_short, adds, takes, str(line.balance.total)))


def _law(sheets: Sheets, paper: WorkPaper) -> None:
    _heading(sheets, "8. The law that was used")
    columns = (Column("Rule", 218), Column("Cite", 168), Column("In force", 82), Column("Checked", 64))
    draw_table(sheets, columns, [Row(rule_told(one)) for one in paper.rules])
    if any(not one.verified_by for one in paper.rules):
        _say(sheets, "A rule that is not checked stands as it was found: no attorney has verified it yet.")


def _signed(sheets: Sheets, _paper: WorkPaper) -> None:
    room_for(sheets, 70)
    sheets.y -= 34
    for words, x in (("Prepared by", LEFT), ("Date", LEFT + 260)):
        with sheets.tagged("P"):
            sheets.write(f"{words}:  {'_' * (34 if x == LEFT else 22)}", x, size=10)


def _day(on: date) -> str:
    return f"{on:%B %-d, %Y}"
