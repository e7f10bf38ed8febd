"""Who may see what. Every fact has a disclosure class, every output an audience; this table joins the two."""

from enum import StrEnum


class Disclosure(StrEnum):
    """How far a fact may travel."""

    OPEN = "open"
    """Stands in any paper of the case."""
    PARTY = "party"
    """For the court and the parties, not for the public file: money, work, assets."""
    VERIFY = "verify"
    """From a new-hire, federal or wage registry: inside the office until a second source confirms (45 CFR 303.21)."""
    INTERNAL = "internal"
    """Inside the office only: notes, interview and recommendation."""
    PROTECTED = "protected"
    """Would tell where a protected person lives, works or goes to school. Reaches no document at all."""
    SEALED = "sealed"
    """An identifier such as an SSN. Reaches no document; at most its last four digits do."""


class Audience(StrEnum):
    """For whom an output is made."""

    INTERNAL = "internal"
    COURT = "court"
    OTHER_PARTY = "other party"
    PUBLIC_FILE = "public file"


_MAY_SEE = {
    Audience.INTERNAL: frozenset({Disclosure.OPEN, Disclosure.PARTY, Disclosure.VERIFY, Disclosure.INTERNAL}),
    Audience.COURT: frozenset({Disclosure.OPEN, Disclosure.PARTY}),
    Audience.OTHER_PARTY: frozenset({Disclosure.OPEN, Disclosure.PARTY}),
    Audience.PUBLIC_FILE: frozenset({Disclosure.OPEN}),
}


def may_see(audience: Audience, disclosure: Disclosure) -> bool:
    """Whether a fact of this class may stand in an output for this audience."""
    return disclosure in _MAY_SEE[audience]
