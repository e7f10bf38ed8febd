"""What a court must find before it punishes for unpaid support, and what must be asked first, as dated rows."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from law.rows import LawRow, in_force_on, no_overlaps, read_rows

LAW = Path(__file__).parent
FILE = "findings.toml"
RECORD = frozenset({"orders", "arrears", "payments", "income-then", "means-now", "purge"})
"""What of a record can be evidence: its orders, what is overdue, what was paid, income while support fell due, work and
property now, and the funds of the purge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(LawRow):
    """One thing that the court must find.

    ``weighs_needs``: by evidence other than arrears, against basic needs.

    ``is_purge``: that the purge can be paid on its day.

    ``is_defense``: that it is for the obligor to raise the opposite; the rest makes out the contempt without it.

    ``record`` names, in words of ``RECORD``, what of the case's own record is evidence for it.
    """

    topic: str
    what: str
    weighs_needs: bool = False
    is_purge: bool = False
    is_defense: bool = False
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(LawRow):
    """One thing that a person must find out, or say that nothing was found. ``entry`` is the name of the answer."""

    topic: str
    entry: str
    what: str


@dataclass(frozen=True, slots=True)
class Contempt:
    """The findings and questions of contempt for support in one state on one day."""

    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]

    @property
    def purges(self) -> bool:
        """Whether the contempt ends with a purge, so that one must be proposed."""
        return any(row.is_purge for row in self.findings)


@cache
def contempt_of(state: str, on: date) -> Contempt:
    """What the law of a state, with the federal law beside it, asks on a day."""
    files = [LAW / folder / FILE for folder in (state.lower(), "us")]
    findings = tuple(row for file in files for row in read_rows(file, "finding", Finding))
    questions = tuple(row for file in files for row in read_rows(file, "question", Question))
    no_overlaps(findings, FILE)
    no_overlaps(questions, FILE)
    return Contempt(
        tuple(row for row in findings if in_force_on(row, on)), tuple(row for row in questions if in_force_on(row, on))
    )
