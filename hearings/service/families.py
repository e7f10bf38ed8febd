"""Under which rule of a state a paper is served."""

from datetime import date

from hearings.service.manner import Manner
from law.pack import methods_under
from law.rows import in_force_on
from law.rule import ServiceMethod
from law.states import StateLaw

SUMMONS, SHOW_CAUSE, REGISTRATION = "summons", "show cause", "registration"
SUBSTITUTED = "substituted"
THEMSELVES = frozenset({"", "self", "defendant", "respondent", "person", "addressee"})
"""How records say that the papers went to the person named in them."""

FAMILIES = {
    "NC": {SUMMONS: "Rule 4", SHOW_CAUSE: "Rule 4", REGISTRATION: "notice of registration", "": "Rule 5"},
    "CA": {SUMMONS: "CCP 415", SHOW_CAUSE: "personal service", REGISTRATION: "notice of registration", "": "CCP 1013"},
}
"""Family of methods by a word of the paper, the last for any other paper: G.S. 1A-1, Rules 4 and 5, and 50-13.9(d);
Code Civ. Proc. §§ 415.10-415.50, 1013, 1016."""
FIRST: dict[str, tuple[str, ...]] = {"NC": ("Rule 4", "Rule 4 under disability"), "CA": ("CCP 415",)}
"""The families that bring a person before the court; whatever satisfies one satisfies a later paper as well."""
DELIVERED = frozenset({"sheriff", "personal"})
"""Methods that become substituted service when the papers are left with another."""


def family_of(state: str, paper: str) -> str:
    """The family of methods by which a paper is served."""
    of_state = FAMILIES[state]
    return next(family for word, family in of_state.items() if word in paper)


def lawful_methods(law: StateLaw, paper: str, on: date) -> tuple[ServiceMethod, ...]:
    """The rows by which a paper may be served on a day, those of its own family before those of a stricter one."""
    own, first = family_of(law.state, paper), FIRST[law.state]
    alone = own == FAMILIES[law.state][SHOW_CAUSE] and own not in first
    families = (own,) if alone else (own, *(family for family in first if family != own))
    found = {row.id: row for family in families for row in methods_under(law.pack(), family) if in_force_on(row, on)}
    return tuple(found.values())


def method_row(rows: tuple[ServiceMethod, ...], method: str, *, left: bool) -> ServiceMethod | None:
    """The row of a method. Papers ``left`` with somebody else are substituted service where the law knows it."""
    if left and method in DELIVERED and (other := next((row for row in rows if row.method == SUBSTITUTED), None)):
        return other
    return next((row for row in rows if row.method == method), None)


def was_left(served_upon: str | None, manner: Manner | None) -> bool:
    """Whether the papers went to somebody other than the person named in them."""
    told = manner.relation if manner and manner.relation is not None else served_upon
    return (told or "").strip().lower() not in THEMSELVES
