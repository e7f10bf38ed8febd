"""The facts of California's papers: the two sheets of the office, and five papers for the court on pleading paper.

Who pays and who receives support is the obligor and the obligee here, as everywhere; the papers use the words of
Fam. Code § 17400 and the labels that the office sets for its captions.
"""

from documents.facts.california.caption import CourtCaption
from documents.facts.california.contempt import ContemptCounts, ContemptScreening, Count, MonthLeftOut
from documents.facts.california.contempt_sheet import (
    CaliforniaAnswers,
    CaliforniaContemptSheet,
    CountOnSheet,
    StandingOfCounts,
)
from documents.facts.california.motion import Modification, NoticeOfMotion
from documents.facts.california.order import Departure, Guideline, OrderAfterHearing
from documents.facts.california.proof import ProofOfService, ServedPaper
from documents.facts.california.sheet import CaliforniaFactSheet
from documents.facts.california.statement import StatementOfArrears

__all__ = [
    "PAPERS", "CaliforniaAnswers", "CaliforniaContemptSheet", "CaliforniaFactSheet", "ContemptCounts",
    "ContemptScreening", "Count", "CountOnSheet", "CourtCaption", "Departure",
    "Guideline", "Modification", "MonthLeftOut", "NoticeOfMotion", "OrderAfterHearing", "ProofOfService",
    "ServedPaper", "StandingOfCounts", "StatementOfArrears",
]  # fmt: skip

PAPERS: tuple[type, ...] = (
    CaliforniaFactSheet,
    CaliforniaContemptSheet,
    NoticeOfMotion,
    ContemptCounts,
    StatementOfArrears,
    ProofOfService,
    OrderAfterHearing,
)
"""Every type of facts that a manifest may name."""
