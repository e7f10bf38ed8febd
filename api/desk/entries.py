"""What people write down for a case: the entries that fill the gaps of its papers."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import create_model
from starlette.responses import Response

from api.desk.people import Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, PageForm
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.actions import LONGEST_NOTE, write_note
from cases.notes import AMOUNTS, DATES, NOTES
from cases.tables import CaseNote
from documents.queries import Prepared, prepared
from hearings.queries import hearing
from infra.db import database
from kernel.refusals import Courteous

router = APIRouter()

Entries = create_model("Entries", __base__=PageForm, **dict.fromkeys(NOTES, (str, "")))  # type: ignore[call-overload]
"""One field for every entry that a person may write."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the form. ``asked`` when a paper of this hearing lacks it."""

    name: str
    label: str
    amount: bool
    day: bool
    words: str
    asked: bool
    note: CaseNote | None
    problem: str = ""


@dataclass(eq=False)
class _NotWritten(Exception):
    name: str
    why: Courteous


@router.get("/hearings/{hearing_id:int}/entries")
def show_entries(request: Request, visitor: Office, hearing_id: Id) -> Response:
    """The entries of the case, those that a paper asks for first."""
    return _show(request, visitor, hearing_id)


@router.post("/hearings/{hearing_id:int}/entries")
def write_entries(request: Request, visitor: Office, hearing_id: Id, form: Annotated[Entries, Form()]) -> Response:  # type: ignore[valid-type]
    """Write down every entry that was filled in or changed: all of them or none."""
    typed: dict[str, str] = form.model_dump(exclude={"csrf"})  # type: ignore[attr-defined]
    try:
        written = _written(visitor, hearing_id, typed)
    except _NotWritten as refused:
        return _show(request, visitor, hearing_id, typed=typed, wrong=refused)
    words = f"Written down: {'; '.join(written)}. Entered by" if written else "Nothing was changed; looked over by"
    return done(request, visitor, words, f"/hearings/{hearing_id}/entries")


def _written(visitor: Visitor, hearing_id: int, typed: dict[str, str]) -> list[str]:
    with database().transaction() as db:
        case_no = hearing(db, visitor.office_id, hearing_id).case_no
        written = []
        for name, words in typed.items():
            if not words.strip():
                continue
            try:
                note = write_note(db, case_no, name, words, by=visitor.person, now=visitor.at)
            except Courteous as why:
                raise _NotWritten(name, why) from why
            if note.retrieved_at == visitor.at:
                written.append(NOTES[name])
        return written


def _show(
    request: Request,
    visitor: Visitor,
    hearing_id: int,
    *,
    typed: dict[str, str] | None = None,
    wrong: _NotWritten | None = None,
) -> Response:
    with looking_at(f"hearing {hearing_id}", visitor, verb="read entries of") as db:
        found = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
    entries = [_entry(name, found, typed, wrong) for name in NOTES]
    return page(
        request,
        visitor,
        "entries.html",
        status=status_of(wrong.why) if wrong else 200,
        one=found,
        hearing=found.matter.hearing,
        tab="entries",
        asked=[one for one in entries if one.asked],
        others=[one for one in entries if not one.asked],
        longest=LONGEST_NOTE,
        wrong=NOTES[wrong.name] if wrong else "",
    )


def _entry(name: str, found: Prepared, typed: dict[str, str] | None, wrong: _NotWritten | None) -> Entry:
    note = next((one for one in found.matter.record.notes if one.name == name), None)
    asked = {gap["entry"] for paper in found.papers if paper.revision for gap in paper.revision.gaps}
    words = typed[name] if typed else note.words if note else ""
    return Entry(
        name,
        NOTES[name],
        name in AMOUNTS,
        name in DATES,
        words,
        name in asked and note is None,
        note,
        str(wrong.why) if wrong and wrong.name == name else "",
    )
