"""What is told about a draft that is tried on a stored hearing."""

from datetime import date

from pydantic import BaseModel

from api.template_trials import TrialSeen
from documents.template_trials import Side
from hearings.facts import SetHearing


class HearingToTry(BaseModel):
    hearing: int
    case_no: str
    on: date
    code: str


class SideTold(BaseModel):
    """``pages`` is null where nothing was made; ``refusal`` then says why."""

    pages: int | None
    gaps: list[str]
    refusal: str


class TrialTold(BaseModel):
    """``tried`` is false until the draft was tried on what the record says today; both sides are then null.

    ``before`` is null, too, where no template of the kind is in force for the hearing.
    """

    draft: int
    hearing: int
    version_in_force: int | None
    tried: bool
    before: SideTold | None
    after: SideTold | None


def hearing_to_try(one: SetHearing) -> HearingToTry:
    return HearingToTry(hearing=one.id, case_no=one.case_no, on=one.on, code=one.code)


def trial_told(seen: TrialSeen) -> TrialTold:
    """A trial with both sides."""
    current, both = seen.subject.current, seen.tried
    return TrialTold(
        draft=seen.subject.draft.id,
        hearing=seen.subject.of.hearing.id,
        version_in_force=current.manifest.version if current else None,
        tried=both is not None,
        before=_side(both.before) if both and both.before else None,
        after=_side(both.after) if both else None,
    )


def _side(side: Side) -> SideTold:
    return SideTold(pages=side.trial.pages if side.trial else None, gaps=list(side.gaps), refusal=side.refusal)
