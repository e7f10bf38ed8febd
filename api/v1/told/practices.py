"""What is told about courthouses and an office's own numbers."""

from pydantic import BaseModel

from hearings.calendar.practices import Subject


class CourthouseTold(BaseModel):
    name: str
    zone: str
    address: str


class PracticeTold(BaseModel):
    """``own`` says whether the office has set the number itself."""

    subject: Subject
    name: str
    number: int
    own: bool
