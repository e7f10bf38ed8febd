"""How filing says no."""

from dataclasses import dataclass

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchEnvelope(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no envelope {self.id} in this office."


@dataclass(eq=False)
class NoSuchFiling(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no filed document {self.id} in this office."


@dataclass(eq=False)
class NoStampedCopy(Missing):
    title: str

    def __str__(self) -> str:
        return f"{self.title} has no file stamp, because the clerk has not accepted its envelope."


@dataclass(eq=False)
class NothingToFile(Refused):
    """A hearing without a single paper that may go to the court."""

    case_no: str

    def __str__(self) -> str:
        return f"No paper of case {self.case_no} is made yet that may go to the court; prepare the hearing first."


@dataclass(eq=False)
class WithClerk(Refused):
    """Other papers may be filed when the clerk has answered."""

    number: str

    def __str__(self) -> str:
        return f"Envelope {self.number} of this hearing is with the clerk; wait for the answer before filing again."


@dataclass(eq=False)
class ApprovalWithdrawn(Refused):
    """The office's attorney took an approval back while the envelope lay with the clerk."""

    number: str
    title: str

    def __str__(self) -> str:
        return f"The attorney withdrew the approval of {self.title}; envelope {self.number} can only be rejected."


@dataclass(eq=False)
class Blocked(Refused):
    """An envelope that the checks hold back."""

    reasons: tuple[str, ...]

    def __str__(self) -> str:
        told = "; ".join(reason.rstrip(".") for reason in self.reasons[:4])
        more = f"; and {len(self.reasons) - 4} more" if len(self.reasons) > 4 else ""
        return f"The envelope cannot be submitted: {told}{more}."


@dataclass(eq=False)
class NotThatMove(Refused):
    """A step that does not lead on from where the envelope stands."""

    state: str
    verb: str

    def __str__(self) -> str:
        return f"An envelope that is {self.state} cannot be acted on with '{self.verb}'; look at it again."


@dataclass(eq=False)
class AlreadyDecided(Refused):
    """Another clerk was first."""

    number: str
    outcome: str
    name: str

    def __str__(self) -> str:
        return f"Envelope {self.number} was already {self.outcome} by {self.name}."


@dataclass(eq=False)
class WordsNeeded(Refused):
    """An envelope goes back only with a reason."""

    def __str__(self) -> str:
        return "Say in words why the envelope is rejected."


@dataclass(eq=False)
class NoSuchReason(Refused):
    code: str

    def __str__(self) -> str:
        return f"'{self.code[:40]}' is not one of the reasons for rejecting an envelope."
