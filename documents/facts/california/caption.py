"""How a California court names a case."""

from dataclasses import dataclass

from documents.facts.field import fact
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtCaption:
    """How a California court names the case: three parties under the office's own labels (Fam. Code § 17404)."""

    county: Traced[str] = fact("County", required=True)
    plaintiff: Traced[str] = fact("Plaintiff", required=True)
    plaintiff_label: Traced[str] = fact("Label of the plaintiff", required=True)
    defendant: Traced[str] = fact("Defendant", required=True)
    defendant_label: Traced[str] = fact("Label of the defendant", required=True)
    other_parent: Traced[str] = fact("Other parent", required=True)
    other_parent_label: Traced[str] = fact("Label of the other parent", required=True)
    file_number: Traced[str | None] = fact("Court case number", required=True)
