"""A paper as a person looks at it: its facts in sections, each with its source, and the text of its pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from documents.facts import CaseFacts
from documents.freeze import Change, freeze
from documents.queries import Paper, decisions, frozen_facts
from documents.reading import page_texts
from documents.review import MOVES, State, Verb
from documents.tables import Decision, Revision
from infra.blobs import blobs

LONG_SECTION = 24
"""Facts from which on a section starts folded."""

_TITLES = {
    "office": "Office",
    "caption": "Caption",
    "case": "Case",
    "hearing": "Hearing",
    "obligor": "Obligor",
    "obligee": "Obligee",
    "children": "Children",
    "custody": "Custody",
    "military": "Military check",
    "order": "Order in force",
    "earlier_orders": "Earlier orders",
    "arrears": "Arrears",
    "state_balance": "State's balance",
    "months": "Month by month",
    "services": "Service of process",
    "notice": "Notice",
    "jobs": "Work and wages",
    "assets": "Assets",
    "licences": "Licences",
    "contempt": "Contempt",
    "payments": "Payments",
}
_ONE = {"Children": "Child", "Assets": "Asset", "Licences": "Licence", "Earlier orders": "Earlier order"}
_WITHHELD = frozenset({"protected", "sealed"})


@dataclass(frozen=True, slots=True)
class FactTold:
    """One fact in words. ``now`` is what the case says today where that differs."""

    name: str
    label: str
    words: str
    source: str
    record: str
    as_of: str | None
    checked: str
    missing: bool
    changed: bool
    now: str

    @property
    def choice(self) -> str:
        """The fact in a list to choose from."""
        return f"{self.label}: {self.words or 'nothing'}"[:120]


@dataclass(frozen=True, slots=True)
class Section:
    """Facts about one thing."""

    title: str
    facts: tuple[FactTold, ...]

    @property
    def folded(self) -> bool:
        """Long lists and the office's own letterhead start folded, unless something in them wants attention."""
        return (len(self.facts) > LONG_SECTION or self.title == _TITLES["office"]) and not self.wanting

    @property
    def wanting(self) -> int:
        """How many facts are missing or have changed."""
        return sum(1 for fact in self.facts if fact.missing or fact.changed)


@dataclass(frozen=True, slots=True)
class PaperTold:
    """What stands beside a paper."""

    sections: tuple[Section, ...]
    pages: tuple[str, ...]
    decisions: tuple[Decision, ...]

    @property
    def facts(self) -> tuple[FactTold, ...]:
        return tuple(fact for section in self.sections for fact in section.facts)

    def label_of(self, name: str) -> str:
        """The label of a fact; nothing for a remark about the whole paper."""
        return next((fact.label for fact in self.facts if fact.name == name), "")


def paper_told(db: Session, paper: Paper) -> PaperTold | None:
    """The facts and pages of a paper, or None when it is not made."""
    if paper.revision is None:
        return None
    return revision_told(db, paper.revision, paper.changes)


def revision_told(db: Session, revision: Revision, changes: Sequence[Change]) -> PaperTold:
    """The facts and pages of a revision, beside what has changed since."""
    gaps = {gap["name"] for gap in revision.gaps}
    facts = _told(frozen_facts(revision), gaps, {change.name: change for change in changes})
    return PaperTold(_sections(facts), page_texts(blobs().get(revision.pdf_sha)), tuple(decisions(db, revision.id)))


def case_sections(tree: CaseFacts) -> tuple[Section, ...]:
    """Every fact of a case as known on a day."""
    return _sections(_told([asdict(fact) for fact in freeze(tree).facts], set(), {}))


def why_not_submitted(paper: Paper) -> str:
    """Why a paper cannot be handed to the attorneys now; nothing when it can."""
    if paper.revision is None:
        return "It is not made yet."
    if paper.stale:
        return "It is out of date; prepare it again first."
    if paper.revision.gaps:
        missing = len(paper.revision.gaps)
        return f"{missing} required fact{'s are' if missing > 1 else ' is'} missing, so no attorney could approve it."
    if (State(paper.revision.state), Verb.SUBMIT) not in MOVES:
        return f"It is {paper.revision.state} already."
    return ""


def _told(frozen: Iterable[Mapping[str, Any]], gaps: set[str], changes: Mapping[str, Change]) -> list[FactTold]:
    return [_fact(fact, gaps, changes.get(fact["name"])) for fact in frozen]


def _fact(fact: Mapping[str, Any], gaps: set[str], change: Change | None) -> FactTold:
    words = "[withheld]" if fact["disclosure"] in _WITHHELD else str(fact["words"])
    checked = [f"entered by {fact['entered_by']}"] if fact["entered_by"] else []
    checked += [f"verified by {fact['verified_by']}"] if fact["verified_by"] else []
    record = f"Computed: {fact['rule']}" if fact["rule"] else fact["source_record"]
    return FactTold(
        fact["name"],
        fact["label"],
        words,
        fact["source"],
        record,
        fact["as_of"],
        "; ".join(checked),
        fact["name"] in gaps,
        change is not None,
        change.now if change else "",
    )


def _sections(facts: Iterable[FactTold]) -> tuple[Section, ...]:
    found: dict[str, list[FactTold]] = {}
    for fact in facts:
        found.setdefault(_title(fact.name), []).append(fact)
    return tuple(Section(title, tuple(told)) for title, told in found.items())


def _title(name: str) -> str:
    parts = name.split(".")
    if len(parts) == 1:
        return "This paper"
    title = _TITLES.get(parts[0], parts[0].replace("_", " ").capitalize())
    several = parts[0] in ("children", "services", "jobs", "assets", "licences", "custody", "earlier_orders")
    return f"{_ONE.get(title, title)} {int(parts[1]) + 1}" if several and parts[1].isdigit() else title
