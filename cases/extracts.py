"""Opens an extract: a folder, a zip or a workbook, and gives the rows of each file as text."""

import csv
import io
import zipfile
import zlib
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
MOST_PACKED = 200
"""How many times its packed size a member may have; text packs ten or twenty times."""
SMALL = 1 << 20
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

    @property
    def missing(self) -> list[str]:
        """The files that the mapping reads and that are not here."""
        return [file.name for file in self.mapping.files if file.name not in self.files]

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
            _refuse_bomb(archive, path.name)
            for member in archive.infolist():
                name = Path(member.filename).name
                if name not in wanted:
                    continue
                if name in files:
                    raise ExtractUnreadable(path.name, f"it holds {name} twice")
                files[name] = archive.read(member)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise ExtractUnreadable(path.name, "the zip is damaged or locked with a password") from None
    return files


def _refuse_bomb(archive: zipfile.ZipFile, shown: str) -> None:
    """Looks at the sizes that the zip declares; no more than those is ever unpacked."""
    members = archive.infolist()
    if sum(member.file_size for member in members) > LARGEST_FILE:
        raise ExtractUnreadable(shown, "it unpacks to more than one gigabyte")
    for member in members:
        if member.file_size > max(SMALL, MOST_PACKED * member.compress_size):
            raise ExtractUnreadable(shown, "it unpacks to far more than its size, as no extract does")


def _from_workbook(path: Path, shown: str, wanted: Sequence[str]) -> dict[str, Any]:
    book = _workbook(path, shown)
    sheets = {name.upper(): name for name in book.sheet_names}
    stems = {name: Path(name).stem.upper() for name in wanted}
    return {name: book.get_sheet_by_name(sheets[stem]) for name, stem in stems.items() if stem in sheets}


def _workbook(path: Path, shown: str) -> CalamineWorkbook:
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bomb(archive, shown)
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError):
        raise ExtractUnreadable(shown, "the workbook cannot be opened") from None


def _bounded(path: Path) -> bytes:
    if path.stat().st_size > LARGEST_FILE:
        raise ExtractUnreadable(path.name, "it is larger than one gigabyte")
    return path.read_bytes()


def _csv_rows(data: bytes, file: FileMapping) -> Iterator[Row]:
    csv.field_size_limit(LARGEST_CELL)
    # bytes that are not UTF-8 become lone surrogates, which the cell that holds them refuses
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", errors="surrogateescape", newline="")
    reader = csv.reader(text, strict=True)
    try:
        header = [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error):
        raise ExtractUnreadable(file.name, "it is empty or its first line holds no column names") from None
    _check_header(header, file)
    line = reader.line_num + 1
    try:
        for cells in reader:
            if cells:
                yield _row(line, header, cells)
            line = reader.line_num + 1
    except csv.Error:
        why = f"line {line} opens a quotation mark that is not closed, or is too long, so no row after it is sure"
        raise ExtractUnreadable(file.name, why) from None


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
    if twice := sorted(name for name in file.needed if header.count(name) > 1):
        raise ExtractUnreadable(file.name, f"it has the column {twice[0]} twice")
    lacking = sorted(file.needed - set(header))
    if not lacking:
        return
    if len(header) == 1 and any(mark in header[0] for mark in _OTHER_DELIMITERS):
        raise ExtractUnreadable(file.name, "its columns are not separated by commas")
    if any(char == "\0" or "\udc80" <= char <= "\udcff" for name in header for char in name):
        raise ExtractUnreadable(file.name, "it is not UTF-8 text; export the file as UTF-8")
    raise ExtractUnreadable(file.name, f"it has no column {', '.join(lacking)}")


def _as_text(cell: Any, mapping: Mapping) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime(mapping.date)
    if isinstance(cell, time):
        return cell.strftime(mapping.time)
    if isinstance(cell, bool):
        return "Y" if cell else "N"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else _decimal(cell)
    return str(cell)


def _decimal(number: float) -> str:
    """Two decimals where the cell has no more of them; a half cent is left for the field to refuse."""
    return f"{number:.2f}" if abs(number - round(number, 2)) < 1e-9 else str(number)
