"""The guideline of a case: a run filled in from the record, its worksheet, and the order in force beside it."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from pydantic import Field
from starlette.responses import Response

from api import guideline_forms as forms
from api.desk.people import Office
from api.guideline import Guideline, guideline_of
from api.guideline_entries import entries_of, entry_named, entry_shown, with_names
from api.guideline_lines import cents, lines_of
from api.looking import looking_at
from api.pages import page
from api.patterns import CaseNo, Number, PageForm, day
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.guideline.actions import store_run, withdraw_run
from cases.guideline.children import still_meant
from cases.guideline.facts import Parent, Run
from cases.guideline.figuring import figured
from cases.guideline.offering import minors, of_age_perhaps_in_school
from cases.guideline.queries import guideline_run
from cases.guideline.speaking import overtaken, rows_wanted_on, what_to_do
from cases.guideline.tracing import BLANK, BY_HAND, UNSAID, leaves
from documents.gather.people import jobs
from documents.manifests import papers_for
from documents.template_queries import built_in
from infra.db import database
from kernel.refusals import Courteous, Refused
from law.ages import ages_of
from law.states import law_of

router = APIRouter()
Sent = Annotated[forms.Filled, Depends(forms.filled)]


class WithdrawForm(PageForm):
    why: str = Field("", max_length=300)


@router.get("/cases/{case_no}/guideline")
def show_guideline(request: Request, visitor: Office, case_no: CaseNo, on: str = "") -> Response:
    """The run in use, the form of the next, and every run before; ``on`` asks for another hearing day."""
    return _show(request, visitor, case_no, on=on)


@router.post("/cases/{case_no}/guideline")
def run_guideline(request: Request, visitor: Office, case_no: CaseNo, sent: Sent) -> Response:
    """Run the guideline with what was filled in and keep the run."""
    try:
        with database().transaction() as db:
            known = guideline_of(db, visitor, case_no, _day_of(sent))
            run = store_run(
                db,
                case_no,
                forms.asked(known.state, sent, known.record),
                offered=known.offered,
                sources=sent.sources,
                children=forms.ticked(sent, known.record),
                remark=sent.get("remark"),
                by=visitor.person,
                now=visitor.at,
            )
    except Refused as problem:
        return _show(request, visitor, case_no, typed=sent, problem=problem)
    return done(request, visitor, f"Guideline run {run.number} was kept; run by", f"/cases/{case_no}/guideline")


@router.get("/cases/{case_no}/guideline/{number:int}")
def show_run(request: Request, visitor: Office, case_no: CaseNo, number: Number) -> Response:
    """One run as it was kept: what went in and where from, each line, the rows of law."""
    return _show_run(request, visitor, case_no, number)


@router.post("/cases/{case_no}/guideline/{number:int}/withdraw")
def withdraw(
    request: Request, visitor: Office, case_no: CaseNo, number: Number, form: Annotated[WithdrawForm, Form()]
) -> Response:
    """Have papers no longer use a run."""
    try:
        with database().transaction() as db:
            withdraw_run(db, case_no, number, why=form.why, by=visitor.person, now=visitor.at)
    except Refused as problem:
        return _show_run(request, visitor, case_no, number, why=form.why, problem=problem)
    return done(request, visitor, f"Guideline run {number} was withdrawn by", f"/cases/{case_no}/guideline")


def _day_of(sent: forms.Filled) -> date | None:
    """The day that the form asks for, where it can be read as one; the guideline refuses any other in words."""
    try:
        return day(sent.get("hearing_on") or sent.get("period_on"))
    except Refused:
        return None


def _show(
    request: Request,
    visitor: Visitor,
    case_no: str,
    *,
    on: str = "",
    typed: forms.Filled | None = None,
    problem: Courteous | None = None,
) -> Response:
    asked_on = day(on) if on else None
    with looking_at(f"case {case_no}", visitor, verb="looked at the guideline of") as db:
        known = guideline_of(db, visitor, case_no, asked_on)
    run = known.in_use
    return page(
        request,
        visitor,
        "guideline.html",
        status=status_of(problem) if problem else 200,
        known=known,
        record=known.record,
        run=run,
        lines=lines_of(run.figured) if run else (),
        beside=_beside(known, run),
        fields=typed.fields if typed else _begun(known, run),
        ticked=typed.children if typed else _meant(known, run),
        of_age={child.mpi_no for child in of_age_perhaps_in_school(known.record, known.on)},
        in_school=ages_of(known.state, known.on).in_school,
        forms=forms,
        cents=cents,
        paper=_paper(known, run),
        wages={parent.value: [job for job in jobs(known.record, parent.value) if job.wages.value] for parent in Parent},
        problem=with_names(known.state, str(problem)) if problem else "",
        changed=_changed(run),
        overtaken=overtaken(run, known.record) if run else (),
        wanted=_wanted(known, run),
    )


def _show_run(
    request: Request, visitor: Visitor, case_no: str, number: int, *, why: str = "", problem: Courteous | None = None
) -> Response:
    with looking_at(f"case {case_no}", visitor, verb="looked at the guideline of") as db:
        known = guideline_of(db, visitor, case_no)
        run = guideline_run(db, visitor.office_id, case_no, number)
    return page(
        request,
        visitor,
        "guideline_run.html",
        status=status_of(problem) if problem else 200,
        known=known,
        record=known.record,
        run=run,
        lines=lines_of(run.figured),
        beside=_beside(known, run),
        entries=[
            (entry_named(known.state, name), entry_shown(name, value), run.traces[name])
            for name, value in entries_of(run.figured)
        ],
        cents=cents,
        changed=_changed(run),
        why=why,
        problem=str(problem) if problem else "",
    )


def _begun(known: Guideline, run: Run | None) -> dict[str, str]:
    """The form begins with the run in use; entries that it lacks are what the record holds."""
    kept = dict(leaves(run.figured.asked)) if run else {}
    held = {name: one.value for name, one in known.offered.items()}
    first = {"hearing_on" if known.state == "nc" else "period_on": known.on.isoformat(), "worksheet": "A"}
    return forms.begun(known.state, {**first, **held, **_without_day(kept)}) | _told_sources(run)


def _meant(known: Guideline, run: Run | None) -> tuple[str, ...]:
    """The children whom the form begins with: of the run in use, else all under age."""
    if run is not None and run.children:
        return still_meant(run, known.record, known.on)
    return tuple(child.mpi_no for child in minors(known.record, known.on))


def _told_sources(run: Run | None) -> dict[str, str]:
    """Where a person said that the figures of a run come from."""
    traces = run.traces.items() if run else ()
    said = {name: trace.record for name, trace in traces if trace.source == BY_HAND}
    return {f"{forms.SOURCE}{name}": words for name, words in said.items() if words not in (BLANK, UNSAID)}


def _without_day(kept: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in kept.items() if name not in ("hearing_on", "period_on") and value != 0}


def _paper(known: Guideline, run: Run | None) -> str:
    """The kind of paper that the run makes for the next hearing; empty where that hearing takes none."""
    if run is None or known.hearing is None:
        return ""
    told, kind = run.figured.told, law_of(known.state).hearing_type_or_other(known.hearing.code)
    name = f"guideline-worksheet-{told['worksheet'].lower()}" if known.state == "nc" else "guideline-calculation"
    taken = papers_for(kind, known.hearing.on, built_in(kind.state))
    return name if any(each.manifest.kind == name for each in taken) else ""


def _beside(known: Guideline, run: Run | None) -> object:
    """The order in force beside a run, or in words why the two cannot be compared."""
    if run is None:
        return None
    try:
        return known.beside(run.figured)
    except Refused as refused:
        return str(refused)


def _wanted(known: Guideline, run: Run | None) -> str:
    """What is to be done where the run in use does not speak for the next hearing; empty where it does."""
    if run is None or known.hearing is None:
        return ""
    return what_to_do(run, known.record, rows_wanted_on(known.record, known.hearing.on))


def _changed(run: Run | None) -> str:
    """What the rows on file today would say otherwise about a run; empty where they say the same."""
    if run is None:
        return ""
    try:
        again = figured(run.figured.state, run.figured.asked)
    except Refused as refused:
        return str(refused)
    return "" if again.amount == run.figured.amount else f"By the rows on file today it would be {again.amount}."
