"""Opens an extract: a folder, a zip or a workbook, and gives the rows of each file as text."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from cases.errors import ExtractUnreadable
from cases.mapping import FileMapping, Mapping

LARGEST_FILE = 1 << 30
LARGEST_CELL = 10_000_000
_OTHER_DELIMITERS = ";\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line on which it starts and its cells by column, or what is wrong with it as a whole."""

    line: int
    cells: dict[str, str]
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """The files of an extract that the mapping knows, by name, each with its bytes or its sheet."""

    files: dict[str, Any]
    mapping: Mapping

    def rows(self, file: FileMapping) -> Iterator[Row]:
        """The rows of one file. Raises ExtractUnreadable for a file that is not what the mapping expects."""
        held = self.files[file.name]
        return _csv_rows(held, file) if isinstance(held, bytes) else _sheet_rows(held, file, self.mapping)


def open_extract(path: Path, mapping: Mapping) -> Extract:
    """The extract at ``path``. Raises ExtractUnreadable when it holds none of the mapping's files."""
    if not path.exists():
        raise ExtractUnreadable(str(path), "there is no such file or folder")
    wanted = [file.name for file in mapping.files]
    if path.is_dir():
        files = _from_folder(path, wanted)
    elif zipfile.is_zipfile(path) and path.suffix.lower() != ".xlsx":
        files = _from_zip(path, wanted)
    elif path.suffix.lower() == ".xlsx":
        files = _from_workbook(path, path.name, wanted)
    elif path.name in wanted:
        files = {path.name: _bounded(path)}
    else:
        raise ExtractUnreadable(
            path.name, "it is neither a folder, a zip, a workbook (.xlsx) nor one of the mapping's files"
        )
    if not files:
        raise ExtractUnreadable(path.name, f"it holds none of the files {', '.join(wanted)}")
    return Extract(files, mapping)


def _from_folder(path: Path, wanted: Sequence[str]) -> dict[str, Any]:
    files: dict[str, Any] = {}
    for name in wanted:
        if (path / name).is_file():
            files[name] = _bounded(path / name)
        elif (book := path / f"{Path(name).stem}.xlsx").is_file():
            files[name] = _workbook(book, book.name).get_sheet_by_index(0)
    return files


def _from_zip(path: Path, wanted: Sequence[str]) -> dict[str, Any]:
    files: dict[str, Any] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                name = Path(member.filename).name
                if name not in wanted:
                    continue
                if name in files:
                    raise ExtractUnreadable(path.name, f"it holds {name} twice")
                if member.file_size > LARGEST_FILE:
                    raise ExtractUnreadable(name, "it is larger than one gigabyte")
                files[name] = archive.read(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise ExtractUnreadable(path.name, "the zip is damaged or locked with a password") from None
    return files


def _from_workbook(path: Path, shown: str, wanted: Sequence[str]) -> dict[str, Any]:
    book = _workbook(path, shown)
    sheets = {name.upper(): name for name in book.sheet_names}
    stems = {name: Path(name).stem.upper() for name in wanted}
    return {name: book.get_sheet_by_name(sheets[stem]) for name, stem in stems.items() if stem in sheets}


def _workbook(path: Path, shown: str) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError, ValueError):
        raise ExtractUnreadable(shown, "the workbook cannot be opened") from None


def _bounded(path: Path) -> bytes:
    if path.stat().st_size > LARGEST_FILE:
        raise ExtractUnreadable(path.name, "it is larger than one gigabyte")
    return path.read_bytes()


def _csv_rows(data: bytes, file: FileMapping) -> Iterator[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = data.count(b"\n", 0, bad.start) + 1
        raise ExtractUnreadable(file.name, f"line {line} is not UTF-8 text; export the file as UTF-8") from None
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error):
        raise ExtractUnreadable(file.name, "it is empty") from None
    _check_header(header, file)
    line = reader.line_num + 1
    try:
        for cells in reader:
            if cells:
                yield _row(line, header, cells)
            line = reader.line_num + 1
    except csv.Error:
        raise ExtractUnreadable(file.name, f"it cannot be read as comma-separated text from line {line} on") from None


def _sheet_rows(sheet: Any, file: FileMapping, mapping: Mapping) -> Iterator[Row]:
    rows = iter(sheet.to_python(skip_empty_area=False))
    header = [str(name).strip() for name in next(rows, [])]
    _check_header(header, file)
    for line, cells in enumerate(rows, start=2):
        words = [_as_text(cell, mapping) for cell in cells]
        if any(words):
            yield _row(line, header, words)


def _row(line: int, header: list[str], cells: list[str]) -> Row:
    if len(cells) != len(header):
        return Row(line, {}, f"The row has {len(cells)} cells where the header has {len(header)}.")
    return Row(line, dict(zip(header, cells, strict=True)))


def _check_header(header: list[str], file: FileMapping) -> None:
    lacking = sorted(file.needed - set(header))
    if not lacking:
        return
    if len(header) == 1 and any(mark in header[0] for mark in _OTHER_DELIMITERS):
        raise ExtractUnreadable(file.name, "its columns are not separated by commas")
    raise ExtractUnreadable(file.name, f"it has no column {', '.join(lacking)}")


def _as_text(cell: Any, mapping: Mapping) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime(mapping.date)
    if isinstance(cell, time):
        return cell.strftime(mapping.time)
    if isinstance(cell, bool):
        return "Y" if cell else "N"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.2f}"
    return str(cell)
