"""A guideline run is computed from traced inputs, kept as it was, and never changed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from cases.actions import write_note
from cases.errors import NoSuchCase
from cases.guideline.actions import store_run, withdraw_run
from cases.guideline.errors import AlreadyWithdrawn, NoReason, NoSuchEntry, NoSuchRun, RunChanged, SayWhichChildren
from cases.guideline.facts import Parent, Run
from cases.guideline.offering import offered
from cases.guideline.queries import guideline_run, runs_in_use, runs_of_case
from cases.guideline.speaking import what_to_do
from cases.guideline.tables import GuidelineRun
from cases.queries import case_record
from cases.tables import Participant
from cases.trace import trace_of
from infra.db import Database
from kernel.digest import digest
from kernel.money import Money
from kernel.refusals import Refused
from kernel.traced import Trace
from offices.actions import set_office
from offices.errors import NotYourRole
from offices.facts import OfficeSettings, Person, Role
from offices.tables import Office
from tests.cases.guideline.conftest import A1, CASE, HEARING
from tests.county import NOON
from tests.law.ca_guideline.runs import asked as asked_of_california

AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
OLDER, YOUNGER = "4000701067", "4000701056"
HAND = Trace("Entered by hand", "guideline run")
ELSEWHERE = Person(2, 2, "Other Agent", "agent@elsewhere.example.gov", Role.AGENT)


def stored(opened: Database, asked: dict[str, Any] | None = None, **more: Any) -> Run:
    """A1 run for the case with what its record holds."""
    with opened.transaction() as db:
        held = offered(case_record(db, 1, CASE), "nc", HEARING)
        told = {"sources": {}, "remark": "", "by": AGENT, "now": NOON, "offered": held} | more
        return store_run(db, CASE, A1 if asked is None else asked, **told)


def test_a_run_is_kept_with_its_answer_its_rows_and_a_number_of_its_case(county: Database) -> None:
    made = stored(county)
    with county.reading() as db:
        assert guideline_run(db, 1, CASE, 1) == made
    found = made.figured
    assert (made.number, found.payer, found.amount, found.on) == (1, Parent.OBLIGOR, Money(96_091), HEARING)
    assert found.told["lines"]["5d"] == {"plaintiff": 40_000, "defendant": 10_000, "combined": 50_000}
    assert (len(found.schedule_digest), found.pack[:12], found.verified) == (64, "NC guideline", False)
    assert stored(county).number == 2


def test_a_run_keeps_for_which_children_it_was_made_and_its_digest_is_over_them_too(county: Database) -> None:
    both, one = stored(county), stored(county, A1 | {"children": 1}, children=[YOUNGER])
    assert (set(both.children), both.left_out) == ({OLDER, YOUNGER}, ())
    assert (one.children, one.left_out) == ((YOUNGER,), (OLDER,))
    with pytest.raises(SayWhichChildren, match="The run counts 1, and the record has 2 children: say which of them"):
        stored(county, A1 | {"children": 1})
    with county.transaction() as db:
        db.execute(update(GuidelineRun).where(GuidelineRun.id == one.id).values(children=[OLDER]))
    with county.reading() as db, pytest.raises(RunChanged):
        guideline_run(db, 1, CASE, one.number)


def test_a_figure_typed_in_the_evening_is_of_the_day_where_the_office_is(county: Database) -> None:
    evening = datetime(2026, 12, 2, 1, 30, tzinfo=UTC)
    typed = stored(county, sources={"defendant.insurance": "Letter of the employer"}, now=evening)
    assert typed.traces["defendant.insurance"].as_of == date(2026, 12, 1)


def test_the_birth_of_a_child_that_is_meant_keeps_the_trace_of_that_child(county: Database) -> None:
    asked = A1 | {"children": ["2012-09-03"]}
    with county.reading() as db:
        rows = {child.mpi_no: trace_of(child) for child in case_record(db, 1, CASE).children}
    assert stored(county, asked).traces["children.0"] == rows[OLDER]


def test_a_run_that_was_made_before_its_children_were_kept_still_reads(county: Database) -> None:
    made = stored(county)
    with county.transaction() as db:
        row = db.get_one(GuidelineRun, made.id)
        row.children, row.left_out = [], []
        row.digest = digest({"asked": row.asked, "traces": row.traces, "told": row.told})
    with county.reading() as db:
        found = guideline_run(db, 1, CASE, 1)
        assert (found.children, found.figured) == ((), made.figured)
        why = what_to_do(found, case_record(db, 1, CASE), HEARING)
    assert why == (
        "guideline run 1 does not say which children it is for: run the guideline again for December 8, 2026"
    )


def test_a_run_speaks_for_a_hearing_about_the_same_children_and_those_left_out_stay_so(county: Database) -> None:
    one = stored(county, A1 | {"children": 1}, children=[YOUNGER])
    with county.reading() as db:
        assert what_to_do(one, case_record(db, 1, CASE), HEARING) == ""
    again = "run the guideline again for December 8, 2026"
    born(county, YOUNGER, date(2005, 12, 8))
    assert said(county, one) == (
        f"guideline run 1 counts DENISE J MABRY, owed no support on that day by the record: {again}"
    )
    born(county, YOUNGER, date(2016, 2, 7))
    both = stored(county)
    with county.transaction() as db:
        child = next(row for row in case_record(db, 1, CASE).children if row.mpi_no == YOUNGER)
        columns = {each.key: getattr(child, each.key) for each in Participant.__table__.columns if each.key != "id"}
        db.add(Participant(**columns | {"mpi_no": "4000709999", "name": "MABRY, NEW", "source_key": "participant|new"}))
    assert said(county, both) == f"guideline run 2 does not count NEW MABRY, who came into the record since: {again}"


def test_a_child_who_comes_of_age_before_a_later_hearing_counts_only_where_a_person_says_so(county: Database) -> None:
    born(county, OLDER, date(2009, 1, 14))
    run = stored(county)
    later = date(2027, 1, 14)
    assert said(county, run) == ""
    assert "counts TYRONE M MCSWAIN, owed no support" in said(county, run, later)
    born(county, OLDER, date(2008, 12, 1))
    in_school = stored(county, children=[OLDER, YOUNGER])
    assert (said(county, in_school), said(county, in_school, later)) == ("", "")


def born(county: Database, child: str, day: date) -> None:
    with county.transaction() as db:
        db.execute(update(Participant).where(Participant.mpi_no == child).values(born_on=day))


def said(county: Database, run: Run, on: date = HEARING) -> str:
    with county.reading() as db:
        return what_to_do(run, case_record(db, 1, CASE), on)


def test_an_input_that_is_what_the_record_says_keeps_its_trace_and_any_other_names_who_typed_it(
    county: Database,
) -> None:
    with county.transaction() as db:
        for name, words in (
            ("obligor_income", "3,000.00"), ("obligee_income", "9,999.00"), ("childcare", "Obligee pays $400.00"),
        ):  # fmt: skip
            write_note(db, CASE, name, words, by=AGENT, now=NOON - timedelta(days=2))
    traces = stored(county, sources={"defendant.insurance": "Letter of the employer of 11/02/2026"}).traces
    assert traces["defendant.gross"].record == "entry 'Obligor's gross monthly income'"
    assert traces["plaintiff.childcare"].record == "entry 'Work-related child care: cost and who pays'"
    assert (traces["plaintiff.gross"].source, traces["plaintiff.gross"].record) == ("Entered by hand", "guideline run")
    assert traces["defendant.insurance"].record == "Letter of the employer of 11/02/2026"
    assert traces["defendant.pre_existing"].record == "left blank"
    assert {one.entered_by for one in traces.values()} == {"Avery Agent"}
    assert traces["defendant.gross"].retrieved_at == NOON - timedelta(days=2)
    assert traces["plaintiff.gross"].retrieved_at == NOON


def test_every_input_of_the_answer_has_a_trace(county: Database) -> None:
    made = stored(county)
    asked = made.figured.asked
    flat = {f"{side}.{name}" for side in ("plaintiff", "defendant") for name in asked[side]}
    assert flat | {"hearing_on", "worksheet", "children", "obligor"} == set(made.traces)


def test_papers_use_the_newest_run_that_was_not_withdrawn(county: Database) -> None:
    first, second = stored(county), stored(county, A1 | {"children": 1}, children=[YOUNGER])
    with county.transaction() as db:
        assert runs_in_use(db, 1, [CASE])[CASE] == second
        gone = withdraw_run(db, CASE, 2, why="Wrong number of children.", by=AGENT, now=NOON)
        assert runs_in_use(db, 1, [CASE])[CASE] == first
        assert [one.number for one in runs_of_case(db, 1, CASE)] == [2, 1]
    assert gone.withdrawn is not None
    assert (gone.withdrawn.why, gone.figured, gone.digest) == (
        "Wrong number of children.", second.figured, second.digest,
    )  # fmt: skip


def test_a_run_is_withdrawn_once_and_with_a_reason(county: Database) -> None:
    stored(county)
    with county.transaction() as db:
        with pytest.raises(NoReason):
            withdraw_run(db, CASE, 1, why="  ", by=AGENT, now=NOON)
        withdraw_run(db, CASE, 1, why="Typed twice.", by=AGENT, now=NOON)
        with pytest.raises(AlreadyWithdrawn):
            withdraw_run(db, CASE, 1, why="Again.", by=AGENT, now=NOON)


def test_a_run_that_was_changed_in_the_database_is_refused(county: Database) -> None:
    made = stored(county)
    with county.transaction() as db:
        told = made.figured.told | {"amount": 1}
        db.execute(update(GuidelineRun).where(GuidelineRun.id == made.id).values(told=told))
    with county.reading() as db, pytest.raises(RunChanged, match="Guideline run 1 is not what was stored"):
        guideline_run(db, 1, CASE, 1)


def test_a_run_belongs_to_its_office(county: Database) -> None:
    made = stored(county)
    with county.reading() as db, pytest.raises(NoSuchRun):
        guideline_run(db, 2, CASE, made.number)
    with county.reading() as db:
        assert runs_in_use(db, 2, [CASE]) == {}
    with county.transaction() as db, pytest.raises(NoSuchCase):
        withdraw_or_store_elsewhere(db)


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADMIN])
def test_only_agents_and_attorneys_run_the_guideline_or_withdraw_a_run(county: Database, role: Role) -> None:
    made, other = stored(county), replace(AGENT, role=role)
    with pytest.raises(NotYourRole):
        stored(county, by=other)
    with county.transaction() as db, pytest.raises(NotYourRole):
        withdraw_run(db, CASE, made.number, why="Typed twice.", by=other, now=NOON)
    with county.reading() as db:
        assert [(one.number, one.withdrawn) for one in runs_of_case(db, 1, CASE)] == [(1, None)]


def withdraw_or_store_elsewhere(db: Any) -> None:
    store_run(db, CASE, A1, offered={}, sources={}, remark="", by=ELSEWHERE, now=NOON)


def test_what_the_guideline_refuses_is_not_kept(county: Database) -> None:
    for wrong in (A1 | {"hearing_on": "2031-03-02"}, A1 | {"defendant": {"gross": -1}}, {}):
        with pytest.raises(Refused):
            stored(county, wrong)
    with pytest.raises(NoSuchEntry, match=r"no entry 'defendant.income'"):
        stored(county, sources={"defendant.income": "pay stub"})
    with county.reading() as db:
        assert runs_of_case(db, 1, CASE) == []


def test_a_californian_office_shares_costs_as_it_says_where_a_run_does_not(county: Database) -> None:
    asked = asked_of_california(400_000, 200_000, addons=[{"kind": "child care", "amount": 60_000}])
    told: dict[str, Any] = {"offered": {}, "sources": {}, "children": [YOUNGER], "remark": "", "by": AGENT, "now": NOON}
    with county.transaction() as db:
        office = db.get_one(Office, 1)
        office.state = "CA"
        for split, part in (("", 36_744), ("half", 30_000), ("proportional", 36_744)):
            set_office(db, office, OfficeSettings(county="San Joaquin", add_on_split=split), by="system:test")
            made = store_run(db, CASE, asked, **told)
            assert (made.traces.get("addon_split", HAND).source == "Office settings") is bool(split)
            assert made.figured.told["addons"][0]["parent_a"] == part
        own = asked | {"addon_split": "half"}
        made = store_run(db, CASE, own, **told)
        assert made.figured.told["addons"][0]["parent_a"] == 30_000
