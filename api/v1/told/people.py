"""What is told about people and what they did."""

from datetime import datetime

from pydantic import BaseModel

from offices.facts import Role


class PersonTold(BaseModel):
    name: str
    email: str
    role: Role
    office: str


class SignedInTold(PersonTold):
    token: str


class Done(BaseModel):
    """Who did what, and when."""

    done: str
    by: str
    at: datetime
