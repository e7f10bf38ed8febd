"""Is a hearing ready, can it be saved, or should it be continued? Each cell by the rules of its type."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearings.calendar.causes import Cell
from hearings.calendar.practices import Practices, Subject
from hearings.facts import SetHearing
from hearings.readiness.facts import (
    CELLS,
    Board,
    CellState,
    EnvelopeKnown,
    EnvelopeState,
    ExhibitKnown,
    FilledCell,
    HearingKnown,
    HearingRow,
    Outlook,
    Owner,
    PaperKnown,
    PaperState,
    Parties,
    Role,
    ServedPaper,
)
from hearings.readiness.last_days import LastDays, court_days_before, last_days
from hearings.readiness.needs import FiledBy, all_needs, needs_of
from hearings.readiness.presenting import is_that_paper
from hearings.readiness.rows import row_of
from hearings.readiness.telling import board_told
from hearings.service.facts import State
from kernel.traced import Trace
from law.hearing_types import HearingType
from law.states import STATES, law_of

TODAY, ON = date(2026, 11, 20), date(2026, 12, 8)
SERVE_BY = date(2026, 12, 1)
AGENT, ATTORNEY = Owner(Role.AGENT, "Avery Agent"), Owner(Role.ATTORNEY)
SERVED = ServedPaper(
    "order to show cause", "Jordan T O'Dell", "4000700099", State.SERVED, date(2026, 11, 13),
    "Nov 13, 2026 by sheriff: served", "", SERVE_BY,
)  # fmt: skip
UNSERVED = replace(
    SERVED, state=State.ATTEMPTED, complete_on=None, last_attempt="Nov 16, 2026 by sheriff: not home",
    next_action="Try another place by Tue Dec 1, 2026.",
)  # fmt: skip
SHEET = PaperKnown("Fact sheet", PaperState.APPROVED)
MOTION = PaperKnown("Motion and Order to Appear and Show Cause", PaperState.APPROVED)
ACCEPTED = EnvelopeKnown("E-000017", EnvelopeState.ACCEPTED)
TYPES = [
    pytest.param(law.state, code, id=f"{law.state} {code}") for law in STATES.values() for code in law.hearing_types()
]


def kind_of(code: str, state: str = "NC") -> HearingType:
    return law_of(state).hearing_type_or_other(code)


def known(code: str = "HOSC", state: str = "NC", **changed: object) -> HearingKnown:
    """A contempt hearing with everything done, or with what is named otherwise."""
    place = (time(9), "Courthouse", "8110", "Hon. R. Whitfield")
    hearing = SetHearing(1, 1, "7000070074", "25CV051049-590", code, 1, ON, *place, None, Trace("ACTS", "HEARINGS.csv"))
    whole = HearingKnown(
        hearing=hearing,
        kind=kind_of(code, state),
        caption=Parties("Mecklenburg County", "Jordan T O'Dell"),
        served=(SERVED,),
        notice="5 calendar days (N.C. Gen. Stat. § 5A-23(a))",
        uncounted="",
        papers=(SHEET, MOTION),
        exhibits=tuple(ExhibitKnown(paper) for paper in kind_of(code, state).later),
        envelope=ACCEPTED,
        filed_on=None,
        record_on=TODAY,
        agent=AGENT,
        attorney=ATTORNEY,
    )
    return replace(whole, **changed)  # type: ignore[arg-type]


def days_of(of: HearingKnown, as_of: date = TODAY, practices: Practices | None = None) -> LastDays:
    law = law_of(of.kind.state)
    return last_days(
        law, of.kind, needs_of(of.kind), of.hearing.on, court=law.calendar(), practices=practices or Practices(),
        as_of=as_of,
    )  # fmt: skip


def row(of: HearingKnown, as_of: date = TODAY, days: LastDays | None = None) -> HearingRow:
    return row_of(of, needs_of(of.kind), days or days_of(of), as_of=as_of)


def cell(name: Cell, as_of: date = TODAY, **changed: object) -> FilledCell:
    return row(known(**changed), as_of).cells[name]


def test_a_hearing_that_was_heard_needs_nothing_more_even_long_after_its_last_safe_days() -> None:
    of = known(served=(UNSERVED,), papers=(), envelope=None)
    heard = replace(of, hearing=replace(of.hearing, disposition="granted"))
    late = ON + timedelta(days=30)
    assert row(of, late).outlook is Outlook.HOPELESS
    found = row(heard, late)
    assert found.outlook is Outlook.READY
    assert {one.state for one in found.cells.values()} == {CellState.NOT_NEEDED}
    assert {one.cause for one in found.cells.values()} == {"The court has heard it: granted."}


def test_a_hearing_with_everything_done_is_ready_and_asks_nothing_of_anybody() -> None:
    found = row(known())
    assert found.outlook is Outlook.READY
    assert {name: one.state.value for name, one in found.cells.items()} == {
        "service": "done", "notice": "done", "sheet": "done", "approval": "done", "facts": "done",
        "exhibits": "not needed", "filing": "done",
    }  # fmt: skip
    assert [(one.owner, one.next_action, one.last_safe_day) for one in found.cells.values()] == [(None, "", None)] * 7
    assert all(one.cause.endswith(".") for one in found.cells.values())


@pytest.mark.parametrize(("state", "code"), TYPES)
def test_each_type_of_hearing_of_each_state_can_be_made_ready(state: str, code: str) -> None:
    of = known(code, state)
    found = row(of)
    assert found.outlook is Outlook.READY
    needed = {name for name, one in found.cells.items() if one.state is CellState.DONE}
    assert needed >= needs_of(of.kind).cells
    assert (found.cells[Cell.EXHIBITS].state is CellState.DONE) is bool(of.kind.later)


@pytest.mark.parametrize(("state", "code"), TYPES)
def test_of_each_type_whatever_is_not_done_has_a_cause_an_owner_an_action_and_a_last_safe_day(
    state: str, code: str
) -> None:
    unserved = replace(UNSERVED, state=State.NOT_ISSUED, last_safe_day=None)
    unmade = tuple(replace(one, state=PaperState.NOT_MADE) for one in (SHEET, MOTION))
    of = known(code, state, served=(unserved,), papers=unmade, exhibits=(), envelope=None, record_on=None)
    red = row(of).red
    assert {name for name, _ in red} == needs_of(of.kind).cells | ({Cell.EXHIBITS} if of.kind.later else set())
    for name, one in red:
        assert one.cause.endswith("."), name
        assert one.next_action.endswith("."), name
        assert one.owner is not None, name
        assert one.last_safe_day is not None, name
        assert one.last_safe_day <= ON, name


def test_every_row_of_needs_names_a_type_or_kind_that_there_is() -> None:
    kinds = {
        (of, state) for law in STATES.values() for one in law.hearing_types().values()
        for of in (one.code, one.kind) for state in (law.state, "*")
    }  # fmt: skip
    assert {(needs.of, needs.state) for needs in all_needs() if (needs.of, needs.state) not in kinds} == {("*", "*")}
    assert len({(needs.of, needs.state) for needs in all_needs()}) == len(all_needs())


def test_the_closest_row_says_what_a_hearing_needs() -> None:
    assert needs_of(kind_of("STIP", "CA")).cells == {Cell.SHEET, Cell.APPROVAL, Cell.FACTS}
    assert needs_of(kind_of("MOD", "CA")).filed_by is FiledBy.NOTICE
    assert needs_of(kind_of("HOSC")).filed_by is FiledBy.OFFICE
    assert needs_of(kind_of("ZZZZ")).of == "*"


def test_in_california_the_papers_are_filed_by_the_day_on_which_they_have_to_be_served() -> None:
    days = days_of(known("MOD", "CA"))
    assert days.of[Cell.FILING] == days.of[Cell.NOTICE] == date(2026, 11, 12)


# Service


def test_service_in_vain_is_at_risk_with_its_last_attempt_and_the_last_safe_day_of_the_law() -> None:
    assert cell(Cell.SERVICE, served=(UNSERVED,)) == FilledCell(
        CellState.AT_RISK,
        "Jordan T O'Dell is not served with the order to show cause: Nov 16, 2026 by sheriff: not home.",
        AGENT,
        "Try another place by Tue Dec 1, 2026.",
        SERVE_BY,
    )


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.NOT_ISSUED, CellState.AT_RISK), (State.ISSUED, CellState.AT_RISK), (State.ATTEMPTED, CellState.AT_RISK),
        (State.FAILED, CellState.BLOCKED), (State.TOO_LATE, CellState.BLOCKED),
    ],
)  # fmt: skip
def test_service_that_has_not_come_about_stands_by_how_far_it_is(state: State, expected: CellState) -> None:
    assert cell(Cell.SERVICE, served=(replace(UNSERVED, state=state),)).state is expected


def test_service_without_its_return_waits_for_the_proof_until_the_court_day_before() -> None:
    unproved = replace(SERVED, state=State.UNPROVED, next_action="Get the proof of service back and file it.")
    found = cell(Cell.SERVICE, served=(unproved,))
    assert (found.state, found.last_safe_day) == (CellState.AT_RISK, date(2026, 12, 7))
    assert cell(Cell.NOTICE, served=(unproved,)).state is CellState.DONE


def test_who_was_served_too_late_is_served_and_lacks_notice() -> None:
    late = replace(SERVED, state=State.TOO_LATE, complete_on=date(2026, 12, 3))
    found = row(known(served=(late,)), date(2026, 12, 4))
    assert found.cells[Cell.SERVICE].state is CellState.DONE
    notice = found.cells[Cell.NOTICE]
    assert (notice.state, notice.owner, notice.last_safe_day) == (CellState.BLOCKED, ATTORNEY, SERVE_BY)
    assert notice.cause.startswith("Service was complete on Dec 3, 2026, too late for 5 calendar days")
    assert found.outlook is Outlook.HOPELESS


def test_of_each_person_the_paper_that_came_farthest_counts_and_the_person_who_lags_behind_decides() -> None:
    old = replace(UNSERVED, paper="notice of hearing", state=State.FAILED)
    assert cell(Cell.SERVICE, served=(old, SERVED)).state is CellState.DONE
    other = replace(UNSERVED, mpi_no="4000700100", person="Rosa M Nuñez")
    assert cell(Cell.SERVICE, served=(SERVED, other)).cause.startswith("Rosa M Nuñez is not served")


def test_a_summons_has_to_be_served_besides_the_notice_of_hearing() -> None:
    notice = replace(SERVED, paper="notice of hearing")
    summons = replace(UNSERVED, paper="summons and complaint")
    assert row(known("HEPS", served=(notice, summons))).cells[Cell.SERVICE].state is CellState.AT_RISK
    assert row(known("HREV", served=(notice, summons))).cells[Cell.SERVICE].state is CellState.DONE


def test_where_nobody_is_on_record_nobody_can_be_served() -> None:
    found = row(known(served=()))
    for name in (Cell.SERVICE, Cell.NOTICE):
        assert (found.cells[name].state, found.cells[name].last_safe_day) == (CellState.BLOCKED, SERVE_BY)


# Notice


def test_notice_that_cannot_be_counted_is_the_attorneys_question() -> None:
    why = "The court holidays of 2030 are not yet on file for NC; no date in it can be counted."
    found = cell(Cell.NOTICE, uncounted=why)
    assert (found.state, found.cause, found.owner) == (CellState.BLOCKED, why, ATTORNEY)


def test_in_a_year_whose_court_days_are_unknown_there_is_no_last_safe_day_and_nothing_is_guessed() -> None:
    law = law_of("NC")
    assert court_days_before(date(2031, 3, 4), 1, law.calendar()) is None
    assert court_days_before(date(2031, 3, 4), 0, law.calendar()) == date(2031, 3, 4)


# Sheet, approval, facts


@pytest.mark.parametrize(
    ("paper", "state", "cause"),
    [
        (replace(SHEET, state=PaperState.NOT_MADE), CellState.AT_RISK, "Fact sheet is not made."),
        (
            replace(SHEET, state=PaperState.NOT_MADE, problem="Nothing is owed."),
            CellState.BLOCKED, "Fact sheet cannot be made: Nothing is owed.",
        ),
        (
            replace(SHEET, state=PaperState.MADE, lacking="Ability to pay"),
            CellState.BLOCKED, "Fact sheet lacks Ability to pay.",
        ),
        (
            replace(SHEET, state=PaperState.MADE, other_template=True),
            CellState.AT_RISK, "Fact sheet is made from another version of its template than the one in force.",
        ),
        (replace(SHEET, other_template=True), CellState.DONE, "All 2 papers are made, and no fact is missing."),
    ],
)  # fmt: skip
def test_a_sheet_is_made_lacks_nothing_and_follows_the_template_in_force(
    paper: PaperKnown, state: CellState, cause: str
) -> None:
    found = cell(Cell.SHEET, papers=(paper, MOTION))
    assert (found.state, found.cause) == (state, cause)
    assert found.last_safe_day == (date(2026, 12, 7) if found.red else None)


@pytest.mark.parametrize(
    ("paper", "state", "owner", "action"),
    [
        (PaperState.NOT_MADE, CellState.AT_RISK, AGENT, "Prepare the fact sheet."),
        (PaperState.MADE, CellState.AT_RISK, AGENT, "Submit the fact sheet."),
        (PaperState.SUBMITTED, CellState.AT_RISK, ATTORNEY, "Approve or return the fact sheet."),
        (PaperState.RETURNED, CellState.BLOCKED, AGENT, "Mend and submit the fact sheet."),
        (PaperState.WITHDRAWN, CellState.BLOCKED, AGENT, "Mend and submit the fact sheet."),
        (PaperState.APPROVED, CellState.DONE, None, ""),
    ],
)
def test_an_approval_is_whose_move_the_review_says(
    paper: PaperState, state: CellState, owner: Owner | None, action: str
) -> None:
    found = cell(Cell.APPROVAL, papers=(replace(SHEET, state=paper), MOTION))
    assert (found.state, found.owner, found.next_action) == (state, owner, action)


def test_the_gravest_paper_is_told_and_the_others_are_counted() -> None:
    papers = (replace(SHEET, state=PaperState.MADE), replace(MOTION, state=PaperState.RETURNED))
    found = cell(Cell.APPROVAL, papers=papers)
    assert found.cause == "Motion and Order to Appear and Show Cause came back with remarks (1 more to do)."
    assert found.next_action == "Mend and submit the Motion and Order to Appear and Show Cause."


def test_a_fact_that_changed_after_the_approval_opens_facts_and_approval_until_the_morning_of_court() -> None:
    stale = replace(SHEET, changed="1 fact changed: Arrears: $4,210.00 → $3,710.00")
    found = row(known(papers=(stale, MOTION))).cells
    assert found[Cell.FACTS] == FilledCell(
        CellState.AT_RISK, "Fact sheet is out of date: 1 fact changed: Arrears: $4,210.00 → $3,710.00.", AGENT,
        "Prepare the papers again.", ON,
    )  # fmt: skip
    assert (found[Cell.APPROVAL].state, found[Cell.APPROVAL].last_safe_day) == (CellState.AT_RISK, ON)


@pytest.mark.parametrize(
    ("age", "code", "done"), [(14, "HOSC", True), (15, "HOSC", False), (15, "HREV", True), (31, "HREV", False)]
)
def test_the_record_may_be_as_old_as_the_kind_of_hearing_allows(age: int, code: str, done: bool) -> None:
    found = row(known(code, record_on=TODAY - timedelta(age))).cells[Cell.FACTS]
    assert (found.state is CellState.DONE) is done
    assert done or found.next_action == "Import the newest extract."


def test_an_office_says_itself_by_when_a_hearing_is_ready_and_how_old_facts_may_be() -> None:
    of = known(papers=(replace(SHEET, state=PaperState.NOT_MADE),), record_on=date(2026, 11, 18))
    own = Practices({(Subject.READY_DAYS, "sheet"): 3, (Subject.FACTS_DAYS, "contempt"): 1})
    cells = row(of, days=days_of(of, practices=own)).cells
    assert cells[Cell.SHEET].last_safe_day == date(2026, 12, 3)
    assert cells[Cell.FACTS].state is CellState.AT_RISK


# Exhibits and filing


def test_a_paper_from_elsewhere_is_asked_for_until_an_exhibit_of_that_name_is_attached() -> None:
    found = row(known("HCGB", exhibits=())).cells[Cell.EXHIBITS]
    assert (found.state, found.owner) == (CellState.AT_RISK, ATTORNEY)
    assert found.cause == "Motion for genetic tests is not attached; there is no template for it."
    attached = (ExhibitKnown("Motion for Genetic Tests, signed"),)
    assert row(known("HCGB", exhibits=attached)).cells[Cell.EXHIBITS].state is CellState.DONE


@pytest.mark.parametrize(
    ("title", "paper", "same"),
    [
        ("Guideline Worksheet", "guideline worksheet", True),
        ("FL-684 of Nov 3", "request for order and declaration (FL-684)", True),
        ("EJ-125", "application and order for appearance and examination (EJ-125)", True),
        ("Order for genetic tests", "motion for genetic tests", False),
        ("FL-68", "request for order and declaration (FL-684)", False),
    ],
)
def test_an_exhibit_is_known_by_the_name_of_the_paper_or_the_number_of_its_form(
    title: str, paper: str, same: bool
) -> None:
    assert is_that_paper(title, paper) is same


def test_an_exhibit_that_cannot_be_used_blocks_and_one_that_is_being_opened_is_at_risk() -> None:
    broken = ExhibitKnown("Pay stubs", opened=False, problem="It is encrypted.")
    found = cell(Cell.EXHIBITS, exhibits=(ExhibitKnown("Lease"), broken))
    assert (found.state, found.cause) == (CellState.BLOCKED, "Exhibit Pay stubs cannot be used: It is encrypted.")
    assert cell(Cell.EXHIBITS, exhibits=(ExhibitKnown("Lease", opened=False),)).state is CellState.AT_RISK
    assert cell(Cell.EXHIBITS, exhibits=(ExhibitKnown("Lease"),)).cause == "1 exhibit attached."


@pytest.mark.parametrize(
    ("envelope", "state", "owner"),
    [
        (None, CellState.AT_RISK, AGENT),
        (EnvelopeKnown("E-000017", EnvelopeState.DRAFT), CellState.AT_RISK, AGENT),
        (EnvelopeKnown("E-000017", EnvelopeState.SUBMITTED), CellState.AT_RISK, Owner(Role.CLERK)),
        (EnvelopeKnown("E-000017", EnvelopeState.RECEIVED), CellState.AT_RISK, Owner(Role.CLERK)),
        (EnvelopeKnown("E-000017", EnvelopeState.REJECTED, "Wrong court."), CellState.BLOCKED, AGENT),
        (EnvelopeKnown("E-000018", EnvelopeState.DRAFT, "Wrong court."), CellState.BLOCKED, AGENT),
        (ACCEPTED, CellState.DONE, None),
    ],
)
def test_filing_is_whose_move_the_envelope_says(
    envelope: EnvelopeKnown | None, state: CellState, owner: Owner | None
) -> None:
    found = cell(Cell.FILING, envelope=envelope)
    assert (found.state, found.owner) == (state, owner)


def test_a_review_needs_no_filing_until_an_envelope_is_begun() -> None:
    assert row(known("HREV", envelope=None)).cells[Cell.FILING].state is CellState.NOT_NEEDED
    begun = EnvelopeKnown("E-000017", EnvelopeState.DRAFT)
    assert row(known("HREV", envelope=begun)).cells[Cell.FILING].state is CellState.AT_RISK


def test_a_paper_that_was_filed_otherwise_needs_no_envelope() -> None:
    assert cell(Cell.FILING, envelope=None, filed_on=date(2026, 11, 2)).cause == "The paper was filed on Nov 2, 2026."


# The whole row


def test_a_cell_whose_last_safe_day_is_gone_is_blocked_and_says_that_only_another_date_helps() -> None:
    of = known(served=(UNSERVED,))
    on_it, after = row(of, SERVE_BY), row(of, SERVE_BY + timedelta(1))
    assert (on_it.outlook, on_it.cells[Cell.SERVICE].state) == (Outlook.SAVABLE, CellState.AT_RISK)
    assert after.outlook is Outlook.HOPELESS
    assert after.cells[Cell.SERVICE].state is CellState.BLOCKED
    assert after.cells[Cell.SERVICE].next_action == "Have the hearing continued; the last safe day was Tue Dec 1, 2026."


def test_what_is_left_is_told_with_the_first_last_safe_day_first() -> None:
    of = known(served=(UNSERVED,), papers=(replace(SHEET, state=PaperState.SUBMITTED),), envelope=None)
    found = row(of)
    assert [name.value for name, _ in found.red] == ["service", "notice", "filing", "approval"]
    assert found.last_safe_day == SERVE_BY
    assert found.worst is CellState.AT_RISK


def test_a_board_is_told_to_other_programs_exactly_as_promised() -> None:
    waiting = PaperKnown("Fact sheet", PaperState.SUBMITTED)
    told = board_told(Board(7, TODAY, (row(known(papers=(waiting,), agent=Owner(Role.AGENT))),)))
    assert list(told) == ["session", "ready", "savable", "hopeless", "hearings"]
    assert (told["session"], told["ready"], told["savable"], told["hopeless"]) == (7, 0, 1, 0)
    (hearing,) = told["hearings"]
    assert list(hearing) == ["hearing", "case_no", "cells"]
    assert list(hearing["cells"]) == ["service", "notice", "sheet", "approval", "facts", "exhibits", "filing"]
    assert hearing["cells"]["approval"] == {
        "state": "at risk",
        "cause": "Fact sheet waits for an attorney.",
        "owner": "attorney",
        "next_action": "Approve or return the fact sheet.",
        "last_safe_day": "2026-12-08",
        "page": "",
    }


def test_papers_that_contradict_each_other_block_the_facts_and_name_the_page_with_both_places() -> None:
    found = cell(Cell.FACTS, figures_differ="one place says $1.00; another $2.00.")
    assert (found.state, found.page) == (CellState.BLOCKED, "/hearings/1/figures")
    assert found.cause == (
        "The packet is not built, because the same figure differs in it: one place says $1.00; another $2.00."
    )
    assert cell(Cell.FACTS).page == ""


def test_papers_whose_figures_cannot_be_compared_block_the_facts_until_they_are_prepared_again() -> None:
    found = cell(Cell.FACTS, figures_unknown="nobody can tell what Fact sheet was made from; prepare it again.")
    assert (found.state, found.next_action, found.page) == (CellState.BLOCKED, "Prepare the papers again.", "")
    assert found.cause == (
        "The packet is not built, because its figures cannot be compared: "
        "nobody can tell what Fact sheet was made from; prepare it again."
    )


# Whatever is known

SERVICES = st.builds(
    lambda state, safe, mpi: replace(
        UNSERVED, state=state, last_safe_day=safe, mpi_no=mpi, next_action="Go on.",
        complete_on=date(2026, 11, 13) if state in (State.SERVED, State.UNPROVED) else None,
    ),
    st.sampled_from(State), st.one_of(st.none(), st.dates(date(2026, 11, 1), ON)), st.sampled_from(["1", "2"]),
)  # fmt: skip
PAPERS = st.builds(
    PaperKnown, st.just("Fact sheet"), st.sampled_from(PaperState), st.sampled_from(["", "Nothing is owed."]),
    st.sampled_from(["", "Ability to pay"]), st.sampled_from(["", "1 fact changed"]), st.booleans(),
)  # fmt: skip
EXHIBITS = st.builds(ExhibitKnown, st.just("Lease"), st.booleans(), st.sampled_from(["", "It is encrypted."]))
ENVELOPES = st.none() | st.builds(
    EnvelopeKnown, st.just("E-000017"), st.sampled_from(EnvelopeState), st.sampled_from(["", "Wrong court."])
)
HEARINGS = st.builds(
    lambda at, served, papers, exhibits, envelope, filed, record, uncounted: known(
        at[1], at[0], served=tuple(served), papers=tuple(papers), exhibits=tuple(exhibits), envelope=envelope,
        filed_on=filed, record_on=record, uncounted=uncounted,
    ),
    st.sampled_from([("NC", "HOSC"), ("NC", "HREV"), ("NC", "HEPS"), ("CA", "MOD"), ("CA", "STIP"), ("NC", "ZZZZ")]),
    st.lists(SERVICES, max_size=3),
    st.lists(PAPERS, max_size=3),
    st.lists(EXHIBITS, max_size=2),
    ENVELOPES,
    st.sampled_from([None, date(2026, 11, 2)]),
    st.sampled_from([None, date(2026, 10, 1), date(2026, 11, 15)]),
    st.sampled_from(["", "The rule is not on file."]),
)  # fmt: skip
DAYS = st.dates(date(2026, 11, 16), date(2026, 12, 12))
REDNESS = (CellState.NOT_NEEDED, CellState.DONE, CellState.AT_RISK, CellState.BLOCKED)


@given(st.lists(HEARINGS, max_size=5), DAYS)
def test_ready_savable_and_hopeless_hearings_add_up_to_all(hearings: list[HearingKnown], as_of: date) -> None:
    board = Board(1, as_of, tuple(row(one, as_of) for one in hearings))
    assert sum(board.count(outlook) for outlook in Outlook) == len(hearings)


@given(HEARINGS, DAYS, st.integers(0, 20))
def test_a_later_day_alone_makes_no_cell_less_red_and_no_hearing_better(
    of: HearingKnown, as_of: date, later: int
) -> None:
    before, after = row(of, as_of), row(of, as_of + timedelta(later))
    for name in CELLS:
        assert REDNESS.index(after.cells[name].state) >= REDNESS.index(before.cells[name].state), name
    order = list(Outlook)
    assert order.index(after.outlook) >= order.index(before.outlook)


@given(HEARINGS, DAYS)
def test_every_red_cell_has_a_cause_an_owner_an_action_and_a_last_safe_day(of: HearingKnown, as_of: date) -> None:
    for name, one in row(of, as_of).red:
        assert one.cause.endswith("."), name
        assert one.owner is not None, name
        assert one.next_action.endswith("."), name
        assert one.last_safe_day is not None, name


@given(HEARINGS, DAYS)
def test_a_hearing_is_hopeless_exactly_when_something_needed_is_not_done_and_its_last_safe_day_is_gone(
    of: HearingKnown, as_of: date
) -> None:
    found = row(of, as_of)
    gone = [one for one in found.cells.values() if one.red and one.last_safe_day and one.last_safe_day < as_of]
    assert (found.outlook is Outlook.HOPELESS) is bool(gone)
    assert all(one.state is CellState.BLOCKED for one in gone)
