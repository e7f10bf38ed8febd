"""Refusals about offices and people."""

from dataclasses import dataclass

from kernel.refusals import Denied, Missing, Refused
from offices.facts import Role


@dataclass(eq=False)
class NoSuchOffice(Missing):
    name: str

    def __str__(self) -> str:
        return f"There is no office named '{self.name[:60]}'."


@dataclass(eq=False)
class NotYourRole(Denied):
    needed: tuple[Role, ...]

    def __str__(self) -> str:
        people = " or ".join(f"{'an' if role.startswith('a') else 'a'} {role}" for role in self.needed)
        return f"Only {people} may do this."


@dataclass(eq=False)
class AlreadyOnStaff(Refused):
    email: str

    def __str__(self) -> str:
        return f"{self.email[:80]} is already on the staff list."


@dataclass(eq=False)
class NameNeeded(Refused):
    def __str__(self) -> str:
        return "A name is needed here."


@dataclass(eq=False)
class WeakPassword(Refused):
    def __str__(self) -> str:
        return "A password has at least 12 characters."


@dataclass(eq=False)
class NotAnEmail(Refused):
    def __str__(self) -> str:
        return "An e-mail address is written like name@county.gov."


@dataclass(eq=False)
class SignInFailed(Denied):
    """The same words and the same time for an unknown person and a wrong password."""

    def __str__(self) -> str:
        return "The e-mail address or the password is not right."


@dataclass(eq=False)
class TooManyTries(Denied):
    def __str__(self) -> str:
        return "Too many tries. Wait fifteen minutes, then sign in again."


@dataclass(eq=False)
class TooManyGuesses(TooManyTries):
    def __str__(self) -> str:
        return "Too many requests for addresses that do not exist. Wait fifteen minutes."


@dataclass(eq=False)
class SettingsBroken(Refused):
    file: str
    why: str

    def __str__(self) -> str:
        return f"The office settings in {self.file[:80]} cannot be used: {self.why}."


@dataclass(eq=False)
class NoSuchStaff(Missing):
    email: str

    def __str__(self) -> str:
        return f"Nobody signs in as '{self.email[:80]}'."
