"""What an import did, row by row."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was left out: where it stands and, in one sentence, why. Never its values."""

    file: str
    line: int
    column: str | None
    reason: str


@dataclass(slots=True)
class Count:
    """What became of the rows of one file."""

    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0


@dataclass(slots=True)
class Report:
    """What an import did, or in a dry run would do."""

    dry_run: bool
    extract_on: date
    files: dict[str, Count] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Files that the mapping reads and the extract does not hold; what they told before stays as it is."""

    def told(self) -> dict[str, Any]:
        """The report as JSON: ``{"files": {name: counts}, "rejects": [...]}``."""
        return {
            "dry_run": self.dry_run,
            "extract_on": self.extract_on.isoformat(),
            "files": {name: asdict(count) for name, count in self.files.items()},
            "rejects": [asdict(reject) for reject in self.rejects],
            "missing": self.missing,
        }

    def in_short(self) -> str:
        """The report in one line."""
        read = sum(count.read for count in self.files.values())
        return f"{read} rows in {len(self.files)} files, {len(self.rejects)} rejected"
