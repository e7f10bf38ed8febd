"""The hearing types of North Carolina's IV-D calendar."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kernel.cite import Cite
from kernel.refusals import Missing
from law.rows import read_rows

UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class HearingType:
    """A kind of hearing: its name, the notice it needs and the papers that go with it.

    ``kind`` is contempt, establishment, modification, registration, review or other. ``later`` names papers that have
    no template yet and so stand as gaps.
    """

    code: str
    name: str
    kind: str
    notice: str
    later: list[str]
    cite: Cite
    verified_by: str = ""


@dataclass(eq=False)
class NoSuchHearingType(Missing):
    code: str

    def __str__(self) -> str:
        return f"There is no hearing type '{self.code[:20]}' in North Carolina's list."


@cache
def hearing_types() -> dict[str, HearingType]:
    """Every hearing type by its schedule code."""
    rows = read_rows(Path(__file__).parent / "hearing_types.toml", "hearing_type", HearingType)
    return {row.code: row for row in rows}


def hearing_type(code: str) -> HearingType:
    """The hearing type with a schedule code. Raises NoSuchHearingType."""
    try:
        return hearing_types()[code]
    except KeyError:
        raise NoSuchHearingType(code) from None


def hearing_type_or_other(code: str) -> HearingType:
    """The hearing type with a schedule code; for an unlisted code, one with the notice of a motion."""
    other = hearing_types()["HOTH"]
    return hearing_types().get(code) or replace(
        other, code=code, name=f"Hearing of unlisted type {code}", kind=UNLISTED
    )
