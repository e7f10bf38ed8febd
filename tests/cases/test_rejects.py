"""A row that cannot be read is told by file, line and column in one sentence; the good rows still come in."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cases.errors import ExtractUnreadable
from cases.import_report import Reject, Report
from infra.db import Database
from tests.county import SAMPLE, Files, as_csv, changed, county_of, import_, in_folder, in_workbook, in_zip

CASE, PROTECTED, RETURNED = "7000070074", "7000070222", "7000070037"


@pytest.fixture(scope="module")
def small() -> Files:
    """Everything about three cases."""
    return county_of(CASE, PROTECTED, RETURNED)


def spoilt(small: Files, tmp_path: Path, name: str, column: str, value: str, at: int = 0) -> Path:
    """The extract with one cell changed."""
    return in_folder(tmp_path / "spoilt", changed(small, name, lambda row: row.update({column: value}), at))


def only_reject(report: Report, small: Files) -> Reject:
    """The one reject; every other row has come in."""
    assert len(report.rejects) == 1, report.rejects
    for name, found in small.items():
        count = report.files[name]
        assert (count.read, count.created + count.rejected) == (len(found), len(found))
    assert sum(count.rejected for count in report.files.values()) == 1
    return report.rejects[0]


A_DATE = "is not a date written like 11/03/2026."
AN_AMOUNT = "is not an amount such as 1,234.50."
A_CODE = "holds a code that the mapping does not know."
A_CONTROL = "holds a control character."

CELLS = {
    "a date that does not exist": ("PAYMENTS.csv", "COLL_DT", "02/29/2026", "names a day that does not exist."),
    "a two-digit year": ("PAYMENTS.csv", "COLL_DT", "11/03/26", A_DATE),
    "a date the other way round": ("PAYMENTS.csv", "COLL_DT", "2026-02-29", A_DATE),
    "the thirteenth month": ("PAYMENTS.csv", "COLL_DT", "13/01/2026", "names a day that does not exist."),
    "year one": ("PARTICIPANTS.csv", "BIRTH_DT", "01/01/0001", "lies outside the years 1900 to 2100."),
    "a day far off": ("ORDERS.csv", "EFF_DT", "01/01/9999", "lies outside the years 1900 to 2100."),
    "a count of seconds": ("PAYMENTS.csv", "COLL_DT", "1763600000", A_DATE),
    "Arabic digits in a date": ("PAYMENTS.csv", "COLL_DT", "١١/٠٣/٢٠٢٦", A_DATE),
    "no date": ("PAYMENTS.csv", "COLL_DT", "", "is blank but must be filled."),
    "an hour of 24": ("HEARINGS.csv", "HRG_TM", "24:00 PM", "is not a time written like 01:30 PM."),
    "Arabic digits in an hour": ("HEARINGS.csv", "HRG_TM", "٠٩:٠٠ AM", "is not a time written like 01:30 PM."),
    "Arabic digits in an amount": ("PAYMENTS.csv", "AMT", "٢٠٠", AN_AMOUNT),
    "an exponent": ("PAYMENTS.csv", "AMT", "1e3", AN_AMOUNT),
    "an underscore": ("PAYMENTS.csv", "AMT", "1_000", AN_AMOUNT),
    "not a number": ("PAYMENTS.csv", "AMT", "NaN", AN_AMOUNT),
    "infinity": ("PAYMENTS.csv", "AMT", "inf", AN_AMOUNT),
    "half a cent": ("PAYMENTS.csv", "AMT", "12.345", AN_AMOUNT),
    "5,000 digits": ("PAYMENTS.csv", "AMT", "9" * 5_000, "is longer than 200 characters."),
    "no amount": ("PAYMENTS.csv", "AMT", " ", "is blank but must be filled."),
    "an amount with a formula": ("PAYMENTS.csv", "AMT", "=1+1", AN_AMOUNT),
    "an unknown code": ("SERVICE.csv", "METHOD", "PIGEON", A_CODE),
    "an unknown role": ("ORDERS.csv", "ORDER_TYPE", "VERBAL", A_CODE),
    "neither yes nor no": ("PARTICIPANTS.csv", "FVI", "MAYBE", "is neither yes (Y) nor no (N)."),
    "NUL": ("ADDRESSES.csv", "LINE1", "12 Elm\x00 St", A_CONTROL),
    "a line break": ("ADDRESSES.csv", "LINE1", "12 Elm St\nApt 4", A_CONTROL),
    "a bell": ("ADDRESSES.csv", "CITY", "CHAR\aLOTTE", A_CONTROL),
    "a form feed": ("EMPLOYERS.csv", "EMP_NAME", "Smith\f& Sons", A_CONTROL),
    "a right-to-left override": (
        "EMPLOYERS.csv", "EMP_NAME", "Smith\u202esnoS", "holds a hidden mark that changes the direction of writing.",
    ),
    "20,000 accents": ("EMPLOYERS.csv", "EMP_NAME", "e" + "\u0301" * 20_000, "is longer than 200 characters."),
    "a cell of a megabyte": ("ASSETS.csv", "DESCRIPTION", "x" * 1_048_576, "is longer than 300 characters."),
    "an unknown case": ("PAYMENTS.csv", "IVD_CASE_NO", "7999999999", None),
    "an unknown person": ("ADDRESSES.csv", "MPI_NO", "4999999999", None),
}  # fmt: skip


@pytest.mark.parametrize("what", CELLS)
def test_a_cell_that_cannot_be_read_is_told_by_its_place_and_never_by_its_value(
    sqlite: Database, tmp_path: Path, small: Files, what: str
) -> None:
    name, column, value, why = CELLS[what]
    row = 0
    if name == "PARTICIPANTS.csv":  # a child, whom no other row of the extract needs
        row = next(place for place, one in enumerate(small[name]) if one["PART_TYPE"] == "CHILD")

    reject = only_reject(import_(sqlite, spoilt(small, tmp_path, name, column, value, row)), small)

    thing = "case" if column == "IVD_CASE_NO" else "person"
    said = f"{column} {why}" if why else f"No {thing} with this number is on file."
    assert reject == Reject(name, row + 2, column, said)
    assert len(value) < 4 or value not in reject.reason


def test_bytes_that_are_not_utf_8_are_refused_row_by_row(sqlite: Database, tmp_path: Path, small: Files) -> None:
    folder = in_folder(tmp_path / "spoilt", small)
    file = folder / "EMPLOYERS.csv"
    line1 = small["EMPLOYERS.csv"][1]["EMP_NAME"]
    file.write_bytes(file.read_bytes().replace(line1.encode(), "Peña Hermanos".encode("latin-1"), 1))

    reject = only_reject(import_(sqlite, folder), small)

    assert reject == Reject("EMPLOYERS.csv", 3, "EMP_NAME", "EMP_NAME is not UTF-8 text; export the file as UTF-8.")


def test_half_a_character_is_refused_as_what_it_is_not(sqlite: Database, tmp_path: Path, small: Files) -> None:
    folder = in_folder(tmp_path / "spoilt", small)
    file = folder / "EMPLOYERS.csv"
    name = small["EMPLOYERS.csv"][0]["EMP_NAME"]
    file.write_bytes(file.read_bytes().replace(name.encode(), b"A\xed\xa0\x80B", 1))
    assert only_reject(import_(sqlite, folder), small).reason == "EMP_NAME is not UTF-8 text; export the file as UTF-8."


@pytest.mark.parametrize(("cells", "has"), [("7000070037,R1,01/01/2026", 3), ("7000070037" + ",x" * 20, 21)])
def test_a_row_with_too_few_or_too_many_cells_is_told_by_its_line(
    sqlite: Database, tmp_path: Path, small: Files, cells: str, has: int
) -> None:
    folder = in_folder(tmp_path / "spoilt", small)
    lines = (folder / "PAYMENTS.csv").read_text().splitlines()
    (folder / "PAYMENTS.csv").write_text("\r\n".join([*lines[:3], cells, *lines[3:]]) + "\r\n")

    report = import_(sqlite, folder)

    assert report.rejects == [Reject("PAYMENTS.csv", 4, None, f"The row has {has} cells where the header has 8.")]
    assert report.files["PAYMENTS.csv"].created == len(small["PAYMENTS.csv"])


def test_the_same_key_twice_keeps_the_first_row_and_names_its_line(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    double = {name: list(found) for name, found in small.items()}
    double["PAYMENTS.csv"].insert(4, small["PAYMENTS.csv"][0] | {"AMT": "0.01"})

    report = import_(sqlite, in_folder(tmp_path / "spoilt", double))

    assert report.rejects == [Reject("PAYMENTS.csv", 6, "RCPT_NO", "The row has the same key as line 2.")]
    assert report.files["PAYMENTS.csv"].created == len(small["PAYMENTS.csv"])


def test_everything_about_a_case_that_was_refused_is_refused_with_its_own_place(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    lost = small["CASES.csv"][0]["IVD_CASE_NO"]
    people = {row["MPI_NO"] for row in small["PARTICIPANTS.csv"] if row["IVD_CASE_NO"] == lost}
    about = [
        (name, line)
        for name, found in small.items()
        for line, row in enumerate(found, start=2)
        if row.get("IVD_CASE_NO") == lost or row.get("MPI_NO") in people
    ]

    report = import_(sqlite, spoilt(small, tmp_path, "CASES.csv", "FVI_CASE", "MAYBE"))

    assert sorted((one.file, one.line) for one in report.rejects) == sorted(about)
    assert {one.reason for one in report.rejects} == {
        "FVI_CASE is neither yes (Y) nor no (N).",
        "No case with this number is on file.",
        "No person with this number is on file.",
    }


def test_a_rejected_row_comes_in_when_it_is_sent_right(sqlite: Database, tmp_path: Path, small: Files) -> None:
    import_(sqlite, spoilt(small, tmp_path, "PAYMENTS.csv", "AMT", "NaN"))
    report = import_(sqlite, in_folder(tmp_path / "right", small))
    assert report.rejects == []
    assert [(name, count.created) for name, count in report.files.items() if count.created] == [("PAYMENTS.csv", 1)]


def test_a_workbook_names_the_line_of_the_sheet(sqlite: Database, tmp_path: Path, small: Files) -> None:
    bad = changed(small, "PAYMENTS.csv", lambda row: row.update(AMT="about $5"), at=2)
    reject = only_reject(import_(sqlite, in_workbook(tmp_path / "extract.xlsx", bad)), small)
    assert reject == Reject("PAYMENTS.csv", 4, "AMT", f"AMT {AN_AMOUNT}")


def test_half_a_cent_in_a_workbook_is_refused_and_not_rounded(sqlite: Database, tmp_path: Path, small: Files) -> None:
    path = in_workbook(tmp_path / "extract.xlsx", small)
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book["PAYMENTS"]
    sheet.cell(2, [cell.value for cell in sheet[1]].index("AMT") + 1).value = 12.345
    sheet.cell(3, [cell.value for cell in sheet[1]].index("AMT") + 1).value = 0.1 + 0.2
    book.save(path)
    assert only_reject(import_(sqlite, path), small) == Reject("PAYMENTS.csv", 2, "AMT", f"AMT {AN_AMOUNT}")


def unreadable(database: Database, path: Path) -> str:
    """The sentence with which an extract is refused as a whole."""
    with pytest.raises(ExtractUnreadable) as refused:
        import_(database, path)
    return str(refused.value)


WHOLE_FILES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "wrong delimiter": (lambda data: data.replace(b",", b";"), "its columns are not separated by commas."),
    "tabs": (lambda data: data.replace(b",", b"\t"), "its columns are not separated by commas."),
    "renamed column": (lambda data: data.replace(b"AMT", b"AMOUNT", 1), "it has no column AMT."),
    "column twice": (lambda data: data.replace(b"SRC_CD", b"AMT", 1), "it has the column AMT twice."),
    "empty": (lambda data: b"", "it is empty or its first line holds no column names."),
    "UTF-16": (lambda data: data.decode().encode("utf-16"), "it is not UTF-8 text; export the file as UTF-8."),
    "not text at all": (lambda data: bytes(range(256)) * 40, "it is not UTF-8 text; export the file as UTF-8."),
    "open quotation mark": (
        lambda data: data.replace(b"7000070037", b'"7000070037', 1),
        "line 2 opens a quotation mark that is not closed, or is too long, so no row after it is sure.",
    ),
    "a cell of eleven megabytes": (
        lambda data: data.replace(b"7000070037", b"7" * 11_000_000, 1),
        "line 2 opens a quotation mark that is not closed, or is too long, so no row after it is sure.",
    ),
}


@pytest.mark.parametrize("what", WHOLE_FILES)
def test_a_file_that_is_not_what_the_mapping_expects_is_refused_before_a_row_is_written(
    sqlite: Database, tmp_path: Path, small: Files, what: str
) -> None:
    spoil, why = WHOLE_FILES[what]
    folder = in_folder(tmp_path / "spoilt", {name: small[name] for name in small})
    (folder / "PAYMENTS.csv").write_bytes(spoil((folder / "PAYMENTS.csv").read_bytes()))

    said = unreadable(sqlite, folder)

    assert said.startswith(f"PAYMENTS.csv cannot be imported: {why}")
    assert import_(sqlite, in_folder(tmp_path / "right", small)).files["CASES.csv"].created == 3


def test_a_place_with_nothing_to_import_is_refused_in_words(sqlite: Database, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam")
    (tmp_path / "letter.xlsx").write_text("Dear Sir or Madam")
    assert unreadable(sqlite, tmp_path / "nowhere").endswith("there is no such file or folder.")
    assert unreadable(sqlite, tmp_path / "empty").startswith(
        "empty cannot be imported: it holds none of the files CASES.csv, PARTICIPANTS.csv,"
    )
    assert "neither a folder, a zip, a workbook" in unreadable(sqlite, tmp_path / "letter.txt")
    assert unreadable(sqlite, tmp_path / "letter.xlsx") == (
        "letter.xlsx cannot be imported: the workbook cannot be opened."
    )


def test_a_damaged_zip_is_refused_in_words(sqlite: Database, tmp_path: Path, small: Files) -> None:
    whole = in_zip(tmp_path / "extract.zip", small).read_bytes()
    middle = len(whole) // 2
    (tmp_path / "flipped.zip").write_bytes(whole[: middle - 50] + bytes(100) + whole[middle + 50 :])
    (tmp_path / "cut.zip").write_bytes(whole[:middle])
    assert unreadable(sqlite, tmp_path / "flipped.zip") == (
        "flipped.zip cannot be imported: the zip is damaged or locked with a password."
    )
    assert "cut.zip cannot be imported: " in unreadable(sqlite, tmp_path / "cut.zip")


def test_a_zip_that_unpacks_to_far_more_than_its_size_is_never_unpacked(sqlite: Database, tmp_path: Path) -> None:
    header = (SAMPLE / "PAYMENTS.csv").read_bytes().splitlines(keepends=True)[0]
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("PAYMENTS.csv", header + b"," * 60_000_000)
    assert (tmp_path / "bomb.zip").stat().st_size < 100_000
    assert unreadable(sqlite, tmp_path / "bomb.zip") == (
        "bomb.zip cannot be imported: it unpacks to far more than its size, as no extract does."
    )


def test_a_zip_that_lies_about_its_size_is_refused(sqlite: Database, tmp_path: Path, small: Files) -> None:
    path = tmp_path / "liar.zip"
    data = as_csv(small["PAYMENTS.csv"])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("PAYMENTS.csv", data)
    size, half = len(data).to_bytes(4, "little"), (len(data) // 2).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, half))
    assert "damaged" in unreadable(sqlite, path)


def test_a_zip_whose_names_climb_out_writes_nothing_outside(sqlite: Database, tmp_path: Path, small: Files) -> None:
    place = tmp_path / "in" / "deep"
    place.mkdir(parents=True)
    with zipfile.ZipFile(place / "slip.zip", "w") as archive:
        for name, found in small.items():
            archive.writestr(f"../../{name}", as_csv(found))
        archive.writestr("/etc/courtready-slip", "x")
        archive.writestr("../../../../tmp/courtready-slip", "x")
    import_(sqlite, place / "slip.zip")
    outside = {path.name for path in tmp_path.rglob("*") if "data" not in path.relative_to(tmp_path).parts}
    assert outside == {"in", "deep", "slip.zip"}
    assert not Path("/etc/courtready-slip").exists()
    assert not Path("/tmp/courtready-slip").exists()


def test_a_file_that_stands_in_a_zip_twice_is_refused_because_nobody_knows_which_one_counts(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for folder in ("old/", "new/"):
            archive.writestr(f"{folder}CASES.csv", as_csv(small["CASES.csv"]))
    assert unreadable(sqlite, tmp_path / "two.zip") == "two.zip cannot be imported: it holds CASES.csv twice."
