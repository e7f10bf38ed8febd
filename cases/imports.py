"""Brings an extract into the record: every row is created, changed, unchanged or rejected, and none is lost."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from cases.cells import read_row
from cases.errors import CellRefused
from cases.extracts import Extract, Row
from cases.fingerprints import fingerprint, fingerprint_key, shown_key, told_key
from cases.import_report import Count, Reject, Report
from cases.mapping import FileMapping
from cases.records import Kind
from cases.tables import Case as CaseRow
from cases.tables import Import, Participant, Sourced
from infra import audit
from offices.tables import Office

CHUNK = 1000
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class _Read:
    """A row that could be read: its fields, its key and its fingerprint."""

    line: int
    key: str
    content: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Run:
    db: Session
    office_id: int
    import_id: int | None
    extract: Extract
    report: Report
    now: datetime
    key: bytes


def import_records(
    db: Session,
    office: Office,
    extract: Extract,
    *,
    by: str,
    now: datetime,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Import an opened extract for an office, or in a dry run count what would happen and write nothing.

    Rejected rows do not stop the rest. Raises ExtractUnreadable when a whole file is not what the mapping expects.
    """
    db.execute(select(Office.id).where(Office.id == office.id).with_for_update())
    report = Report(dry_run, _extract_date(extract, now.date()), missing=extract.missing)
    row = Import(
        office_id=office.id,
        mapping=extract.mapping.name,
        mapping_digest=extract.mapping.digest,
        started_at=now,
        extract_on=report.extract_on,
        by=by,
        report={},
    )
    if not dry_run:
        db.add(row)
        db.flush()
    run = _Run(db, office.id, row.id, extract, report, now, fingerprint_key())
    introduced: dict[str, set[str]] = {"case_no": set(), "mpi_no": set()}
    for file in extract.mapping.files:
        if file.name in extract.files:
            _import_file(run, file, introduced, progress or _quiet)
    if not dry_run:
        row.report = report.told()
        audit.record(
            db, office_id=office.id, actor=by, verb="imported", subject=f"import {row.id}", detail=report.in_short()
        )
    return report


def _import_file(run: _Run, file: FileMapping, introduced: dict[str, set[str]], progress: Progress) -> None:
    count = run.report.files[file.name] = Count()
    seen: dict[str, tuple[int, str]] = {}
    for rows in _chunks(run.extract.rows(file)):
        count.read += len(rows)
        read = [one for one in (_read(run, file, row, seen) for row in rows) if one is not None]
        read = _of_known(run, file, read, introduced)
        _write(run, file, read, count)
        if file.record.about_unknown:
            for name, known in introduced.items():
                known.update(one.values[name] for one in read if name in one.values)
        progress(file.name, count.read)
    count.rejected = sum(1 for reject in run.report.rejects if reject.file == file.name)


def _read(run: _Run, file: FileMapping, row: Row, seen: dict[str, tuple[int, str]]) -> _Read | None:
    if row.problem:
        _reject(run, file, row.line, None, row.problem)
        return None
    try:
        values = read_row(row.cells, file, run.extract.mapping)
    except CellRefused as refused:
        _reject(run, file, row.line, refused.column, str(refused))
        return None
    key = f"{file.record.name}|" + "|".join(told_key(values[name], run.key) for name in file.key)
    content = fingerprint(values, run.key)
    if key in seen:
        line, _ = seen[key]
        _reject(run, file, row.line, file.columns[file.key[0]].column, f"The row has the same key as line {line}.")
        return None
    seen[key] = (row.line, content)
    return _Read(row.line, key, content, values)


def _of_known(run: _Run, file: FileMapping, read: list[_Read], introduced: dict[str, set[str]]) -> list[_Read]:
    """Leaves out rows about cases or people that nothing has introduced."""
    if file.record.name == "case":
        return read
    for name, column in (("case_no", CaseRow.case_no), ("mpi_no", Participant.mpi_no)):
        if file.record.field(name) is None or (name == "mpi_no" and file.record.about_unknown):
            continue
        named = {one.values[name] for one in read} - introduced[name]
        owner = CaseRow.office_id if name == "case_no" else Participant.office_id
        known = set(run.db.scalars(select(column).where(owner == run.office_id, column.in_(named)))) | introduced[name]
        what = "case" if name == "case_no" else "person"
        for one in read:
            if one.values[name] not in known:
                _reject(run, file, one.line, file.columns[name].column, f"No {what} with this number is on file.")
        read = [one for one in read if one.values[name] in known]
    return read


def _write(run: _Run, file: FileMapping, read: list[_Read], count: Count) -> None:
    table = file.record.table
    current = {
        key: (id_, content)
        for key, id_, content in run.db.execute(
            select(table.source_key, table.id, table.content).where(
                table.office_id == run.office_id,
                table.superseded_at.is_(None),
                table.source_key.in_([one.key for one in read]),
            )
        )
    }
    new = [one for one in read if one.key not in current]
    changed = [one for one in read if one.key in current and current[one.key][1] != one.content]
    count.created += len(new)
    count.changed += len(changed)
    count.unchanged += len(read) - len(new) - len(changed)
    if run.report.dry_run or not (new or changed):
        return
    _supersede(run, table, {one.key: current[one.key][0] for one in changed}, lambda: _insert(run, file, new + changed))


def _supersede(run: _Run, table: type[Sourced], old: dict[str, int], insert_new: Callable[[], None]) -> None:
    ids = list(old.values())
    run.db.execute(update(table).where(table.id.in_(ids)).values(superseded_at=run.now))
    insert_new()
    if not old:
        return
    replaced = run.db.execute(
        select(table.source_key, table.id).where(
            table.office_id == run.office_id, table.superseded_at.is_(None), table.source_key.in_(list(old))
        )
    )
    for key, id_ in replaced:
        run.db.execute(update(table).where(table.id == old[key]).values(superseded_by=id_))


def _insert(run: _Run, file: FileMapping, read: Sequence[_Read]) -> None:
    kind, source = file.record, run.extract.mapping.source
    rows = [
        {
            **one.values,
            "office_id": run.office_id,
            "source_key": one.key,
            "content": one.content,
            "source": source,
            "source_record": f"{file.name} {' '.join(shown_key(one.values[name]) for name in file.key)}",
            "as_of": (one.values.get(kind.dated_by) if kind.dated_by else None) or run.report.extract_on,
            "retrieved_at": run.now,
            "import_id": run.import_id,
        }
        for one in read
    ]
    run.db.execute(insert(kind.table), rows)
    if kind.placing is not None:
        run.db.flush()
        kind.placing(run.db, run.office_id, [one.values for one in read])


def _reject(run: _Run, file: FileMapping, line: int, column: str | None, reason: str) -> None:
    run.report.rejects.append(Reject(file.name, line, column, reason))


def _extract_date(extract: Extract, today: date) -> date:
    """The newest date in the column that dates the extract; today when the mapping names none."""
    if extract.mapping.dated_by is None:
        return today
    file_name, column = extract.mapping.dated_by
    file = next((file for file in extract.mapping.files if file.name == file_name and file_name in extract.files), None)
    if file is None:
        return today
    name = next(name for name, at in file.columns.items() if at.column == column and _is_date(file, name))
    found = []
    for row in extract.rows(file):
        try:
            found.append(read_row(row.cells, file, extract.mapping)[name])
        except (CellRefused, KeyError):
            continue
    return max((day for day in found if day <= today), default=today)


def _is_date(file: FileMapping, name: str) -> bool:
    field_ = file.record.field(name)
    return field_ is not None and field_.kind is Kind.DATE


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    them = iter(rows)
    while chunk := list(islice(them, CHUNK)):
        yield chunk


def _quiet(file: str, rows: int) -> None:
    """Tells nobody."""
