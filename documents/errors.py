"""How documents say no."""

from dataclasses import dataclass

from kernel.refusals import Missing, Refused, Unavailable


@dataclass(eq=False)
class TemplateBroken(Refused):
    """A Word template that cannot be merged."""

    problem: str
    paragraph: str = ""

    def __str__(self) -> str:
        where = f" In the paragraph '{self.paragraph}'." if self.paragraph else ""
        return f"The template cannot be used: {self.problem}.{where}"


@dataclass(eq=False)
class ReadBackFailed(Refused):
    """A finished paper that does not say what it was told to say."""

    paper: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        more = f" (and {len(self.problems) - 5} more)" if len(self.problems) > 5 else ""
        return f"The {self.paper} was read back and is not right: {'; '.join(self.problems[:5])}{more}."


@dataclass(eq=False)
class ExhibitBroken(Refused):
    """A PDF that came from outside and cannot be put before a court."""

    why: str

    def __str__(self) -> str:
        return f"The exhibit cannot be used: it {self.why}."


@dataclass(eq=False)
class NotOffered(Missing):
    """A kind of paper that hearings of this type do not take."""

    kind: str
    hearing: str

    def __str__(self) -> str:
        return f"There is no paper '{self.kind[:80]}' for a hearing of this type: {self.hearing}."


@dataclass(eq=False)
class NoGround(Refused):
    """The record does not bear out what the paper would say."""

    paper: str
    case_no: str
    why: str

    def __str__(self) -> str:
        article = "an" if self.paper[0] in "aeiou" else "a"
        return f"There is no ground for {article} {self.paper} in case {self.case_no}: {self.why}."


@dataclass(eq=False)
class NotReprintable(Refused):
    """A revision of which not everything was kept."""

    revision: int

    def __str__(self) -> str:
        return f"Revision {self.revision} was made before templates were kept with revisions; it cannot be reprinted."


@dataclass(eq=False)
class NotTaken(Missing):
    """A kind of paper that no hearing of a court session takes."""

    kind: str

    def __str__(self) -> str:
        return f"No hearing of this court session takes a paper '{self.kind[:80]}'."


@dataclass(eq=False)
class NoSuchRevision(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no revision {self.id} in this office."


@dataclass(eq=False)
class NoSuchExhibit(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no exhibit {self.id} in this office."


@dataclass(eq=False)
class NotThatMove(Refused):
    """A step of a review that does not lead on from here."""

    state: str
    verb: str

    def __str__(self) -> str:
        return f"A revision that is {self.state} cannot be acted on with '{self.verb}'; look at it again."


@dataclass(eq=False)
class NotTheseBytes(Refused):
    """An approval of other bytes than the revision holds."""

    def __str__(self) -> str:
        return "The document that you looked at is not the one that would be approved; open it again."


@dataclass(eq=False)
class OwnWork(Refused):
    """Nobody approves what they prepared."""

    name: str

    def __str__(self) -> str:
        return f"{self.name} prepared or submitted this document, so another attorney must approve it."


@dataclass(eq=False)
class FactsMissing(Refused):
    """A paper with visible gaps."""

    labels: tuple[str, ...]

    def __str__(self) -> str:
        more = f" and {len(self.labels) - 6} more" if len(self.labels) > 6 else ""
        return f"This document cannot be approved while facts are missing: {'; '.join(self.labels[:6])}{more}."


@dataclass(eq=False)
class FactsChanged(Refused):
    """What the case says now is not what the paper says."""

    changes: tuple[str, ...]

    def __str__(self) -> str:
        more = f" and {len(self.changes) - 3} more" if len(self.changes) > 3 else ""
        return f"The case has changed since this document was made ({'; '.join(self.changes[:3])}{more}); prepare it."


@dataclass(eq=False)
class NotCurrent(Refused):
    """A newer revision has taken this one's place."""

    def __str__(self) -> str:
        return "A newer revision of this document exists; act on that one."


@dataclass(eq=False)
class RemarkNeeded(Refused):
    """A document goes back only with a reason."""

    def __str__(self) -> str:
        return "Say in a remark why the document goes back."


@dataclass(eq=False)
class NotADocument(Refused):
    """An upload that is not a PDF at all."""

    why: str

    def __str__(self) -> str:
        return f"The file cannot be attached: {self.why}."


@dataclass(eq=False)
class LeakFound(Refused):
    """A finished paper that holds what its audience may not see."""

    kinds: tuple[str, ...]

    def __str__(self) -> str:
        return f"The document was held back because its text holds {', '.join(self.kinds)}."


@dataclass(eq=False)
class NothingBound(Missing):
    """No packet or binder has been built yet."""

    def __str__(self) -> str:
        return "Nothing has been bound yet; prepare the session and bind it first."


@dataclass(eq=False)
class NothingChanged(Missing):
    """A packet that was not handed out before, or whose pages are those that were."""

    def __str__(self) -> str:
        return "No page of this packet changed since it was handed out."


@dataclass(eq=False)
class NothingToFile(Refused):
    """A hearing without a paper that may stand in the public file."""

    def __str__(self) -> str:
        return "No paper of this hearing can be filed yet; an attorney approves papers first."


@dataclass(eq=False)
class AnotherPacket(Refused):
    """A packet that was bound anew after somebody looked at it."""

    def __str__(self) -> str:
        return "The packet that you looked at is not the newest one; open it again before it is handed out."


@dataclass(eq=False)
class NoSuchIssue(Missing):
    """No packet was handed out under that number."""

    number: int

    def __str__(self) -> str:
        return f"There is no issue {self.number} of this packet."


@dataclass(eq=False)
class HeldBack(Unavailable):
    """Somebody of the case was flagged as protected while a paper was being made."""

    case_no: str

    def __str__(self) -> str:
        return f"A protection flag of case {self.case_no} changed while the paper was made; it is made anew."


@dataclass(eq=False)
class ProtectedSince(Refused):
    """A packet or binder that was bound before a protection flag was set."""

    def __str__(self) -> str:
        return "It tells what has been protected since it was bound; bind it again."
