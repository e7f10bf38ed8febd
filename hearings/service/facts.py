"""The nouns of service of process as frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hearings.facts import Served
from law.deadline import Deadline


class State(StrEnum):
    """How far service of one paper on one person has come."""

    NOT_ISSUED = "not issued"
    ISSUED = "issued"
    ATTEMPTED = "attempted"
    UNPROVED = "served, proof not back"
    SERVED = "served"
    FAILED = "failed"
    TOO_LATE = "too late"


class Link(StrEnum):
    """What kind of issue a paper is."""

    ORIGINAL = "original"
    ENDORSEMENT = "endorsement"
    ALIAS = "alias and pluries"
    REISSUE = "reissue"


EXTENDS = frozenset({Link.ENDORSEMENT, Link.ALIAS})
"""Links that keep a chain of summonses alive."""


class Result(StrEnum):
    """What came of an attempt, in the words of the state's record and a few that servers use."""

    SERVED = "served"
    NOT_HOME = "not home"
    UNAVAILABLE = "unavailable"
    EVADING = "evading"
    REFUSED = "refused"
    UNCLAIMED = "unclaimed"
    NOT_FOUND = "not found"
    MOVED = "moved"
    VACANT = "vacant"
    NO_SUCH_ADDRESS = "no such address"


TRY_THERE_AGAIN = frozenset({Result.SERVED, Result.NOT_HOME, Result.UNAVAILABLE, Result.EVADING})
"""Results that say nothing against the address itself."""


class Place(StrEnum):
    """Where papers were taken."""

    RESIDENCE = "residence"
    WORK = "work"
    MAILING = "mailing"
    BUSINESS = "business"
    JAIL = "jail"
    COURT = "court"
    OTHER = "other"
    NONE_KNOWN = "none known"


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper issued for service on one person; ``id`` is None where only the state's record of an attempt tells it."""

    id: int | None
    case_no: str
    mpi_no: str
    paper: str
    kind: Link
    issued_on: date
    filed_on: date | None = None
    follows_id: int | None = None
    hearing_id: int | None = None
    abroad: bool = False
    under_disability: bool = False
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """How long an issued summons may be served. ``extend_by`` is None where nothing can extend it.

    ``stands`` says whether the action goes on; ``why`` tells the state in one sentence.
    """

    standing: str
    may_be_served: bool
    stands: bool
    serve_by: date
    extend_by: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent on file to take papers at an e-mail address."""

    id: int
    mpi_no: str
    email: str
    filed_on: date
    ended_on: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it is on file on a day."""
        return self.filed_on <= day and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person did about the complaint: answered, or had the time for it extended."""

    mpi_no: str
    answered_on: date | None
    extended_until: date | None


@dataclass(frozen=True, slots=True)
class Proof:
    """The sworn return of one attempt as a PDF. ``usable`` when it opened; None while it is being opened."""

    id: int
    attempt_key: str
    returned_on: date
    usable: bool | None
    pages: int | None
    problem: str | None
    checked_by: str | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person on whom papers are served, as far as service asks."""

    mpi_no: str
    name: str
    role: str
    born_on: date | None
    military_checked_on: date | None
    protected: bool


@dataclass(frozen=True, slots=True)
class Default:
    """Whether default can be asked for, and if not, each reason in one sentence."""

    answer_due: Deadline | None
    due_on: date | None
    possible: bool
    why_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Service of one paper on one person. ``services`` are in order of issue and attempt, those in vain too.

    ``done`` is the service that counts, ``life`` the standing of the newest link of a summons.
    """

    case_no: str
    paper: str
    person: Recipient
    chain: tuple[Issued, ...]
    services: tuple[Served, ...]
    proofs: tuple[Proof, ...]
    reply: Reply | None
    life: Life | None
    done: Served | None
    state: State
    default: Default | None

    @property
    def tried(self) -> tuple[Served, ...]:
        """The attempts."""
        return tuple(one for one in self.services if one.attempted_on)

    @property
    def issued_on(self) -> date | None:
        """The day of the newest issue."""
        return max((one.issued_on for one in self.chain), default=None)


@dataclass(frozen=True, slots=True)
class NextPlace:
    """Where to try next. ``words`` is the address, ``key`` the record that tells it; ``why`` is one sentence."""

    kind: Place
    key: str
    words: str
    told_by: str
    verified_on: date | None
    why: str
