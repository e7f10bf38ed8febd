"""Types of hearing, as rows of each state."""

from dataclasses import dataclass

from kernel.cite import Cite
from kernel.refusals import Missing

UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class HearingType:
    """A kind of hearing: its name, the notice it needs and the papers that go with it.

    ``kind`` is contempt, establishment, modification, registration, review, other or unlisted. ``later`` names papers
    that have no template yet and so stand as gaps. ``state`` is set when the rows of a state are read.
    """

    code: str
    name: str
    kind: str
    notice: str
    later: list[str]
    cite: Cite
    verified_by: str = ""
    state: str = ""


@dataclass(eq=False)
class NoSuchHearingType(Missing):
    """A schedule code that is not on the state's list."""

    code: str
    state: str

    def __str__(self) -> str:
        return f"There is no hearing type '{self.code[:20]}' on the list of {self.state}."
