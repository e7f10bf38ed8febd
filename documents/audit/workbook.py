"""The work paper of an audit as a workbook: values alone, every amount a number, every text a text."""

import io
import re
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cases.ledger import Instalment
from cases.ledger.balance import BUCKETS
from cases.ledger.counts import UnpaidMonth
from documents.audit.charting import charted, drawn
from documents.audit.words import BUCKETS as BUCKET_WORDS
from documents.audit.words import NOT_CHECKED, balance_lines, counted_how, explained, left_out, said
from documents.audit.work_paper import WorkPaper
from documents.drawn import png
from documents.package import bound, contents, tightly
from kernel.money import Money

MONEY = '"$"#,##0.00;-"$"#,##0.00'
WRAPS_FROM, SENTENCE, LINE_HIGH = 40, 88, 15
BOLD = Font(name="Calibri", size=11, bold=True)
DAY = "mm/dd/yyyy"
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
LIKE_A_FORMULA = ("=", "+", "-", "@")
HEAD = PatternFill("solid", fgColor="E7E6E6")
UNDER = Border(bottom=Side(style="thin"))
Value = str | int | date | Money | None
Line = Sequence[Value]


def work_paper_xlsx(paper: WorkPaper) -> bytes:
    """The same work paper gives the same bytes."""
    book = Workbook()
    book.remove(book.active)
    _summary(book, paper)
    _account(book, paper)
    _months(book, paper)
    _counts(book, paper)
    _state(book, paper)
    _orders(book, paper)
    _law(book, paper)
    book.properties.title, book.properties.creator = f"Audit of case {paper.caption.case_no}", ""
    held = io.BytesIO()
    book.save(held)
    return bound(tightly(name, _without_the_hour(content)) for name, content in contents(held.getvalue()))


def _without_the_hour(content: bytes) -> bytes:
    """A part without the hour of its writing, which openpyxl always puts in."""
    return _WRITTEN.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)


def _summary(book: Workbook, paper: WorkPaper) -> None:
    caption = paper.caption
    rows: list[Line] = [("Audit of the support account: work paper", None)]
    rows += [(line, None) for line in caption.court]
    rows += [("File No.", caption.file_number), ("IV-D Case No.", caption.case_no)]
    rows += [(label, name) for name, label in caption.parties]
    rows += [("Office", caption.office), ("As of", paper.as_of), ("", None)]
    rows += [(words, amount) for words, amount, _ in balance_lines(paper)]
    rows += [("", None), *_in_lines(paper.interest_rule)]
    if paper.reconciliation:
        rows += _in_lines(paper.reconciliation.sentence())
    _sheet(book, "Summary", paper, (39, 52), rows=rows)["A1"].font = BOLD


def _account(book: Workbook, paper: WorkPaper) -> None:
    """What prints comes first; to the right of it stands what each line changed, and each bucket after it."""
    heads = ("No.", "Day", "What", "What happened", "Record and its day", "Amount", "Adds or takes off", "Owed",
             *(f"{_named(name)}, change" for name in BUCKETS), *(_named(name) for name in BUCKETS))  # fmt: skip
    rows = [
        (
            one.number, one.line.on, one.line.what.value, said(one.line), one.source,
            one.line.amount, one.moved, one.line.balance.total,
            *(dict(one.line.changed).get(name) for name in BUCKETS),
            *(getattr(one.line.balance, name) for name in BUCKETS),
        )
        for one in paper.lines
    ]  # fmt: skip
    sheet = _sheet(book, "Account", paper, (7, 12, 17, 56, 44, *[14] * (3 + 2 * len(BUCKETS))), heads=heads, rows=rows)
    sheet.print_area, sheet.freeze_panes = f"A1:H{len(rows) + 1}", "C2"


def _months(book: Workbook, paper: WorkPaper) -> None:
    sums = ("Ordered", "Paid", "Credited or adjusted", "To interest", "Support owed")
    months: list[Line] = []
    for account in paper.accounts:
        kind = account.kind.capitalize()
        if account.opening_on:
            months.append((kind, account.opening_on, "Opening balance", None, None, None, None, account.opening))
        months += [
            (kind, one.first, f"{one.first:%B %Y}", one.owed, one.paid, one.credited, one.to_interest, one.arrears)
            for one in account.months
        ]
    _sheet(book, "By month", paper, (22, 12, 18, *[14] * 5), heads=("Kind", "From", "Month", *sums), rows=months)
    years = [
        (account.kind.capitalize(), year.year, each.owed, each.paid, each.credited, each.to_interest, each.arrears)
        for account in paper.accounts for year in account.years for each in [year.sums]
    ]  # fmt: skip
    sheet = _sheet(book, "By year", paper, (22, 10, *[14] * 5), heads=("Kind", "Year", *sums), rows=years)
    if charted(paper):
        picture = Image(io.BytesIO(png(drawn(paper))))
        picture.width, picture.height = 2 * 468 * 2 // 3, 2 * 216 * 2 // 3
        sheet.add_image(picture, f"A{len(years) + 4}")


def _counts(book: Workbook, paper: WorkPaper) -> None:
    within = f"Within {paper.counts.window.years} years until"
    heads = ("No.", "Due on", "Ordered", "Paid", "Credited", "Unpaid", within)
    rows: list[Line] = []
    for number, one in enumerate(paper.counts.counts, start=1):
        rows.append((number, one.due_on, *_amounts(one), one.last_day))
        rows += [(None, str(each.kind), *_amounts(each), None) for each in one.kinds]
    rows += [(None, "Unpaid in all", None, None, None, paper.counts.total, None), (None,) * 7]
    rows += [(None, *line) for words in (counted_how(paper.counts), *left_out(paper)) for line in _in_lines(words)]
    _sheet(book, "Unpaid months", paper, (6, 16, 14, 14, 14, 14, 22), heads=heads, rows=rows)


def _amounts(one: UnpaidMonth | Instalment) -> tuple[Money, Money, Money, Money]:
    return one.ordered, one.paid, one.credited, one.unpaid


def _state(book: Workbook, paper: WorkPaper) -> None:
    rows: list[Line] = [(one.on, one.state, one.ours, one.apart, one.source) for one in paper.compared]
    if found := paper.reconciliation:
        rows += [(None,) * 5, *_in_lines(found.sentence())]
        rows += [(one.on, None, None, None, f"{one.cause}: {one.words}") for one in explained(found)]
    heads = ("Day", "State's balance", "This account", "Difference", "Record, or what explains it")
    _sheet(book, "State's balance", paper, (14, 16, 16, 14, 90), heads=heads, rows=rows)


def _orders(book: Workbook, paper: WorkPaper) -> None:
    heads = ("No.", "Order or step", "In effect from", "until", "Support", "How often", "Toward arrears", "Record")
    rows: list[Line] = [
        (one.number, one.what, one.since, one.until, one.amount, one.frequency, one.toward_arrears, one.source)
        for one in paper.orders
    ]
    rows += [(None, f"Support is suspended: {one.why}", one.since, one.until) for one in paper.pauses]
    _sheet(book, "Orders", paper, (6, 46, 14, 14, 14, 14, 14, 60), heads=heads, rows=rows)


def _law(book: Workbook, paper: WorkPaper) -> None:
    heads = ("Rule", "Cite", "In force from", "until", "Checked by")
    rows = [
        (one.what, one.cite, one.in_force_from, one.in_force_until,
         one.verified_by or NOT_CHECKED)
        for one in paper.rules
    ]  # fmt: skip
    _sheet(book, "Law", paper, (90, 60, 14, 14, 16), heads=heads, rows=rows)


def _sheet(
    book: Workbook, title: str, paper: WorkPaper, widths: Sequence[int], *, rows: Iterable[Line], heads: Line = ()
) -> Worksheet:
    """A sheet with its heads standing still, that prints a page wide with number and case at the foot."""
    sheet, lines = book.create_sheet(title), [heads, *rows] if heads else [*rows]
    amounts = {place for row in lines for place, value in enumerate(row, start=1) if isinstance(value, Money)}
    for place, wide in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = wide
    for number, row in enumerate(lines, start=1):
        high = 1
        for place, (value, wide) in enumerate(zip(row, widths, strict=False), start=1):
            head = bool(heads) and number == 1
            wraps = isinstance(value, str) and (head or wide >= WRAPS_FROM)
            high = max(high, len(textwrap.wrap(value, wide - 2)) if wraps and isinstance(value, str) else 1)
            right = place in amounts and (head or isinstance(value, Money))
            _put(sheet.cell(number, place), value, wraps=wraps, right=right, apart=place - 1 in amounts)
            if head:
                cell = sheet.cell(number, place)
                cell.font, cell.fill, cell.border = BOLD, HEAD, UNDER
        sheet.row_dimensions[number].height = LINE_HIGH * high
    if heads:
        sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_LETTER
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    foot = f"Case {paper.caption.case_no}, as of {paper.as_of:%m/%d/%Y}: {title}"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = foot.replace("&", "&&"), "Page &P of &N"
    return sheet


def _put(cell: Cell, value: Value, *, wraps: bool, right: bool, apart: bool) -> None:
    """``right`` is for amounts and their heads, ``apart`` for what stands to the right of a column of amounts."""
    if isinstance(value, Money):
        cell.value, cell.number_format = Decimal(value.cents) / 100, MONEY
    elif isinstance(value, str):
        cell.value, cell.data_type = value, "s"
        cell.quotePrefix = value.startswith(LIKE_A_FORMULA)
    else:
        cell.value = value
        cell.number_format = DAY if isinstance(value, date) else "General"
    side, indent = ("right", 0) if right else ("left", 1 if apart else 0)
    cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=wraps, indent=indent)


def _in_lines(words: str) -> list[Line]:
    """A sentence in rows of its own, for columns too narrow to hold it."""
    return [(line,) for line in textwrap.wrap(words, SENTENCE)]


def _named(bucket: str) -> str:
    return BUCKET_WORDS[bucket].capitalize()
