"""The rules of time, and what day they give."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from api.dates import Question, law_meant
from api.patterns import IsoDay, MethodName, RuleId, StateLetters, day
from api.v1.people import Office
from api.v1.told.law import DeadlineTold, RuleTold
from kernel.refusals import Refused
from law.asking import Known, rules_about
from law.telling import deadline_told, rule_told

router = APIRouter(prefix="/law", tags=["Law"])


@dataclass(eq=False)
class OneDayOnly(Refused):
    def __str__(self) -> str:
        return "Name one day: trigger, from which the rule counts, or served or hearing to ask from either end."


@router.get("/rules")
def list_rules(
    visitor: Office,
    state: Annotated[StateLetters, Query()] = "",
    topic: Annotated[str, Query(max_length=80)] = "",
    q: Annotated[str, Query(max_length=80)] = "",
) -> list[RuleTold]:
    """Every rule of a state, the office's own where none is named; ``q`` are words that it must have."""
    law, _ = law_meant(visitor, state)
    return [RuleTold.model_validate(rule_told(law, rule)) for rule in rules_about(law.pack().rules, q, topic)]


@router.get("/deadline")
def show_deadline(
    visitor: Office,
    rule: Annotated[RuleId, Query()],
    state: Annotated[StateLetters, Query()] = "",
    trigger: Annotated[IsoDay | None, Query()] = None,
    served: Annotated[IsoDay | None, Query()] = None,
    hearing: Annotated[IsoDay | None, Query()] = None,
    method: Annotated[MethodName, Query()] = "",
) -> DeadlineTold:
    """What day a rule gives for one known day: that of its trigger, of the service, or of the hearing."""
    days = {Known.TRIGGER: trigger, Known.SERVED: served, Known.HEARING: hearing}
    given = [(known, written) for known, written in days.items() if written is not None]
    if len(given) != 1:
        raise OneDayOnly()
    ((known, written),) = given
    law, court = law_meant(visitor, state)
    found = Question(law, court, rule, known, day(written), method).answer()
    return DeadlineTold.model_validate(deadline_told(law, found))
