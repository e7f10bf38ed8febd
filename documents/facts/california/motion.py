"""The notice of motion with its declaration."""

from dataclasses import dataclass

from documents.facts.california.caption import CourtFiling
from documents.facts.field import fact
from documents.facts.papers import NamedChild
from documents.facts.support import Arrears, SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Modification:
    """What a motion to modify adds (Fam. Code §§ 3651, 3653)."""

    pleaded_change: Traced[str | None] = fact("Change of circumstances since the order", required=True, entry=True)
    proposed_support: Traced[Money | None] = fact("Proposed monthly child support", required=True, entry=True)
    guideline_run: Traced[str | None] = fact("Guideline calculation: program and date", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOfMotion(CourtFiling):
    """For the public file: what is asked, on what grounds, and the agency's declaration."""

    children: tuple[NamedChild, ...]
    purpose: Traced[str] = fact("What the motion is for", required=True)
    judgment: Traced[bool] = fact("Judgment is asked for", required=True)
    pleaded_relief: Traced[str | None] = fact("Order that the agency asks for", required=True, entry=True)
    order: tuple[SupportOrder, ...]
    arrears: Arrears
    modification: tuple[Modification, ...]
    pleaded_facts: Traced[str | None] = fact("Facts that support the motion", required=True, entry=True)
