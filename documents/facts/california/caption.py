"""How a California court names a case, and what a paper filed in it begins with."""

from dataclasses import dataclass

from documents.facts.field import fact
from documents.facts.matter import Caption, Filing
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtCaption(Caption):
    """How a California court names the case: three parties under the office's own labels (Fam. Code § 17404)."""

    plaintiff_label: Traced[str] = fact("Label of the plaintiff", required=True)
    defendant_label: Traced[str] = fact("Label of the defendant", required=True)
    other_parent: Traced[str] = fact("Other parent", required=True)
    other_parent_label: Traced[str] = fact("Label of the other parent", required=True)
    file_number: Traced[str | None] = fact("Court case number", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtFiling(Filing):
    """What a filing begins with under California's caption."""

    caption: CourtCaption
