"""courtready audit"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from cases.queries import find_case
from cli.days import day_meant
from cli.opening import office_meant, ready
from cli.options import AsJson, AsOf, CaseNumber, OneOffice
from cli.speaking import operator, out, tell_json
from documents.audit import WorkPaper, audit_told, work_paper_pdf, work_paper_xlsx
from documents.audit.gathering import work_paper
from infra import audit
from kernel.legal_text import legal_text
from kernel.refusals import Refused

WRITERS: dict[str, Callable[[WorkPaper], bytes]] = {".pdf": work_paper_pdf, ".xlsx": work_paper_xlsx}


@dataclass(eq=False)
class NeitherPaperNorWorkbook(Refused):
    def __str__(self) -> str:
        return "--out takes a file that ends in .pdf or .xlsx."


def audit_(
    case_no: CaseNumber,
    file: Annotated[Path, typer.Option("--out", metavar="FILE", help="The work paper: a .pdf or an .xlsx.")],
    as_of: AsOf = None,
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """Write the work paper of an account: every line with its record, the state's balance beside it, the law used."""
    if file.suffix.lower() not in WRITERS:
        raise NeitherPaperNorWorkbook()
    with ready().transaction() as db:
        place = office_meant(db, office)
        day = day_meant(as_of, db, place.id)
        found = find_case(db, place.id, legal_text(case_no, longest=60))
        paper = work_paper(db, place.id, found, as_of=day)
        audit.record(db, office_id=place.id, actor=operator(), verb="wrote out the audit of", subject=f"case {found}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(WRITERS[file.suffix.lower()](paper))
    if as_json:
        tell_json(audit_told(paper) | {"file": str(file)})
        return
    beside = f" {paper.reconciliation.sentence()}" if paper.reconciliation else ""
    said = f"{file}: {len(paper.lines)} lines, {paper.balance.total} on {day:%B %-d, %Y}.{beside}"
    out.print(said, markup=False, highlight=False, soft_wrap=True)
