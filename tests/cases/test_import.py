"""An extract comes in whole: every row is created, changed, unchanged or rejected, and none is lost."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from cases.import_report import Count, Report
from cases.queries import case_record, find_case
from cases.tables import Import, Participant, Payment, Sourced
from infra.db import Base, Database
from kernel.money import Money
from tests.county import (
    DAY,
    NAMES,
    NOON,
    SAMPLE,
    Files,
    as_csv,
    changed,
    county_of,
    import_,
    in_folder,
    in_workbook,
    in_zip,
    rows,
    told,
)

CASE, PROTECTED, RETURNED = "7000070074", "7000070222", "7000070037"
"""A show cause with an employer named Smith & Sons <Concrete>, a protected obligee, and a payment that was returned."""


@pytest.fixture(scope="module")
def small() -> Files:
    """Everything about three cases."""
    return county_of(CASE, PROTECTED, RETURNED)


def counts(report: Report) -> dict[str, dict[str, int]]:
    return {name: asdict(count) for name, count in report.files.items()}


def all_of(files: Files, what: str) -> dict[str, dict[str, int]]:
    return {name: asdict(Count(read=len(found))) | {what: len(found)} for name, found in files.items()}


def test_every_row_of_the_sample_county_is_accounted_for_and_a_second_import_changes_nothing(sqlite: Database) -> None:
    whole = {name: rows(name) for name in NAMES}

    first = import_(sqlite, SAMPLE)
    second = import_(sqlite, SAMPLE, at=NOON + timedelta(days=1))

    assert counts(first) == all_of(whole, "created")
    assert counts(second) == all_of(whole, "unchanged")
    assert first.rejects == second.rejects == []
    assert first.missing == second.missing == []
    assert first.extract_on == DAY


def test_a_folder_a_zip_and_a_workbook_give_the_same_facts(sqlite: Database, tmp_path: Path, small: Files) -> None:
    import_(sqlite, in_folder(tmp_path / "folder", small), office="A")
    import_(sqlite, in_zip(tmp_path / "extract.zip", small), office="B")
    import_(sqlite, in_zip(tmp_path / "nested.zip", small, inside="2026/november/"), office="C")
    import_(sqlite, in_workbook(tmp_path / "extract.xlsx", small), office="D")

    folder = told(sqlite, 1)
    assert set(folder) == {CASE, PROTECTED, RETURNED}
    assert folder == told(sqlite, 2) == told(sqlite, 3) == told(sqlite, 4)


@pytest.mark.parametrize("as_workbook", [False, True], ids=["csv", "xlsx"])
def test_one_file_alone_updates_what_it_tells_and_leaves_the_rest(
    sqlite: Database, tmp_path: Path, small: Files, as_workbook: bool
) -> None:
    import_(sqlite, in_folder(tmp_path / "folder", small))
    raised = changed(small, "PAYMENTS.csv", lambda row: row.update(AMT="1.00"))
    if as_workbook:
        path = in_workbook(tmp_path / "PAYMENTS.xlsx", {"PAYMENTS.csv": raised["PAYMENTS.csv"]})
    else:
        path = in_folder(tmp_path / "later", {"PAYMENTS.csv": raised["PAYMENTS.csv"]}) / "PAYMENTS.csv"

    report = import_(sqlite, path)

    read = len(small["PAYMENTS.csv"])
    assert counts(report) == {"PAYMENTS.csv": asdict(Count(read=read, changed=1, unchanged=read - 1))}
    assert report.missing == [file for file in _mapping_order() if file != "PAYMENTS.csv"]


def test_a_file_that_the_extract_lacks_is_named_and_does_not_stop_the_others(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    folder = in_folder(tmp_path / "folder", small)
    (folder / "ASSETS.csv").unlink()

    report = import_(sqlite, folder)

    assert report.missing == ["ASSETS.csv"]
    assert counts(report) == all_of({name: small[name] for name in NAMES if name != "ASSETS.csv"}, "created")


def _mapping_order() -> list[str]:
    return [
        "CASES.csv", "PARTICIPANTS.csv", "ADDRESSES.csv", "EMPLOYERS.csv", "ASSETS.csv", "ORDERS.csv", "BALANCES.csv",
        "PAYMENTS.csv", "HEARINGS.csv", "SERVICE.csv",
    ]  # fmt: skip


def test_a_changed_row_supersedes_the_old_one_which_stays_as_history(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    import_(sqlite, in_folder(tmp_path / "first", small))
    renamed = changed(small, "PARTICIPANTS.csv", lambda row: row.update(NAME="O'BRIEN, 李 NUÑEZ"))
    receipt = small["PAYMENTS.csv"][0]["RCPT_NO"]
    raised = changed(renamed, "PAYMENTS.csv", lambda row: row.update(AMT="1,234.50"))

    later = NOON + timedelta(days=7)
    report = import_(sqlite, in_folder(tmp_path / "second", raised), at=later)

    assert (report.files["PARTICIPANTS.csv"].changed, report.files["PAYMENTS.csv"].changed) == (1, 1)
    assert sum(count.created for count in report.files.values()) == 0
    with sqlite.reading() as db:
        key = Participant.mpi_no == small["PARTICIPANTS.csv"][0]["MPI_NO"]
        old, new = db.scalars(select(Participant).where(key).order_by(Participant.id))
        was, now = db.scalars(select(Payment).where(Payment.receipt_no == receipt).order_by(Payment.id))
    assert (old.name, new.name) == (small["PARTICIPANTS.csv"][0]["NAME"], "O'BRIEN, 李 NUÑEZ")
    assert (old.superseded_at, old.superseded_by, new.superseded_at) == (later, new.id, None)
    assert (old.retrieved_at, new.retrieved_at) == (NOON, later)
    assert (was.superseded_by, now.amount) == (now.id, Money(123_450))


def test_a_row_that_changes_back_is_history_twice_and_current_once(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    other = changed(small, "ORDERS.csv", lambda row: row.update(SUPPORT_AMT="999.00"))
    for number, files in enumerate((small, other, small, small)):
        import_(sqlite, in_folder(tmp_path / str(number), files), at=NOON + timedelta(days=number))

    amount = Money(int(small["ORDERS.csv"][0]["SUPPORT_AMT"].replace(".", "")))
    with sqlite.reading() as db:
        record = case_record(db, 1, small["ORDERS.csv"][0]["IVD_CASE_NO"])
    assert [order.support for order in record.orders] == [amount]
    assert _history(sqlite, record.orders[0]) == 3


def _history(database: Database, row: Sourced) -> int:
    table = type(row)
    with database.reading() as db:
        return db.scalar(select(func.count()).where(table.source_key == row.source_key)) or 0


def test_what_the_next_extract_no_longer_holds_stays_on_file(sqlite: Database, tmp_path: Path, small: Files) -> None:
    import_(sqlite, in_folder(tmp_path / "first", small))
    before = told(sqlite)
    fewer = dict(small) | {"ADDRESSES.csv": small["ADDRESSES.csv"][:1]}
    report = import_(sqlite, in_folder(tmp_path / "second", fewer))
    assert report.files["ADDRESSES.csv"].unchanged == 1
    assert told(sqlite) == before


def test_a_dry_run_tells_what_would_happen_and_writes_nothing(sqlite: Database, tmp_path: Path, small: Files) -> None:
    import_(sqlite, in_folder(tmp_path / "first", small))
    other = in_folder(tmp_path / "second", changed(small, "CASES.csv", lambda row: row.update(WORKER_ID="CS999")))
    before = _rows_of_every_table(sqlite)

    report = import_(sqlite, other, dry_run=True)

    assert counts(report)["CASES.csv"] == asdict(Count(read=3, changed=1, unchanged=2))
    assert counts(report)["PAYMENTS.csv"]["unchanged"] == len(small["PAYMENTS.csv"])
    assert _rows_of_every_table(sqlite) == before


def _rows_of_every_table(database: Database) -> dict[str, list[object]]:
    with database.reading() as db:
        return {
            name: [tuple(row) for row in db.execute(select(table))] for name, table in Base.metadata.tables.items()
        }


def test_each_import_is_kept_with_its_mapping_and_its_report(sqlite: Database, tmp_path: Path, small: Files) -> None:
    import_(sqlite, in_folder(tmp_path / "first", small))
    with sqlite.reading() as db:
        run = db.scalars(select(Import)).one()
    assert (run.mapping, run.by, run.started_at, run.extract_on) == ("nc-acts", "operator:test", NOON, DAY)
    assert len(run.mapping_digest) == 64
    assert run.report["files"] == all_of(small, "created")


def test_every_value_says_which_row_of_which_file_it_comes_from(sqlite: Database, tmp_path: Path, small: Files) -> None:
    import_(sqlite, in_folder(tmp_path / "first", small))
    with sqlite.reading() as db:
        record = case_record(db, 1, RETURNED)
    first = small["PAYMENTS.csv"][0]
    payment = next(one for one in record.payments if one.receipt_no == first["RCPT_NO"])
    assert (payment.source, payment.source_record) == ("ACTS", f"PAYMENTS.csv {first['RCPT_NO']}")
    assert (payment.as_of, payment.retrieved_at) == (DAY, NOON)
    assert {one.as_of for one in record.balances} == {date(2021, 12, 31), DAY}


def test_two_offices_keep_the_same_case_apart(sqlite: Database, tmp_path: Path, small: Files) -> None:
    import_(sqlite, in_folder(tmp_path / "a", small), office="A")
    theirs = changed(small, "CASES.csv", lambda row: row.update(WORKER_ID="CS999"))
    import_(sqlite, in_folder(tmp_path / "b", theirs), office="B")
    with sqlite.reading() as db:
        first = small["CASES.csv"][0]
        workers = [case_record(db, office, first["IVD_CASE_NO"]).header.worker for office in (1, 2)]
    assert workers == [first["WORKER_ID"], "CS999"]


@pytest.mark.parametrize(
    "spelling", ["14 CVD 18165", "14CVD018165", "14 cvd 18165", "2014CVD018165-590", " 14CVD18165-590 "]
)
def test_a_case_is_found_under_every_spelling_of_its_docket_number(
    sqlite: Database, tmp_path: Path, small: Files, spelling: str
) -> None:
    import_(sqlite, in_folder(tmp_path / "a", small))
    with sqlite.reading() as db:
        assert find_case(db, 1, spelling) == RETURNED


def test_names_and_formulas_that_break_careless_programs_come_in_as_they_are(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    names = [
        "O'BRIEN, CONOR", "Smith & Sons <Concrete>", "NUÑEZ, ANA", "李, WEI", '=HYPERLINK("http://x.example","y")',
        "{{7*7}}", "{_{7*7}_}", "+1+1", "@SUM(A1)", "<w:t>x</w:t>", '"Q" \'S\'',
    ]  # fmt: skip
    kept: Files = {name: [dict(row) for row in found] for name, found in small.items()}
    for row, name in zip(kept["PARTICIPANTS.csv"], names, strict=False):
        row["NAME"] = name

    report = import_(sqlite, in_folder(tmp_path / "a", kept))

    assert report.rejects == []
    with sqlite.reading() as db:
        assert set(names) <= set(db.scalars(select(Participant.name)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: data + b"\r\n\r\n",
        lambda data: data.rstrip(b"\r\n"),
    ],
    ids=["byte order mark", "line feeds alone", "blank lines at the end", "no last line end"],
)
def test_a_file_may_be_written_as_other_programs_write_it(
    sqlite: Database, tmp_path: Path, small: Files, spoil: Callable[[bytes], bytes]
) -> None:
    import_(sqlite, in_folder(tmp_path / "a", small), office="A")
    folder = in_folder(tmp_path / "b", small)
    for path in folder.iterdir():
        path.write_bytes(spoil(path.read_bytes()))
    report = import_(sqlite, folder, office="B")
    assert report.rejects == []
    assert told(sqlite, 1) == told(sqlite, 2)


def test_columns_may_stand_in_any_order_and_others_beside_them(sqlite: Database, tmp_path: Path, small: Files) -> None:
    other: Files = {
        name: [{"EXTRA": "x"} | dict(reversed(row.items())) for row in found] for name, found in small.items()
    }
    import_(sqlite, in_folder(tmp_path / "a", small), office="A")
    folder = tmp_path / "b"
    folder.mkdir()
    for name, found in other.items():
        (folder / name).write_bytes(as_csv(found))
    assert import_(sqlite, folder, office="B").rejects == []
    assert told(sqlite, 1) == told(sqlite, 2)
