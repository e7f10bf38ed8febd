"""A run reads back as it was written, on either database, line for line and digest for digest."""

from typing import Any

import pytest

from cases.guideline.actions import store_run
from cases.guideline.facts import Run
from cases.guideline.queries import guideline_run, runs_in_use
from cases.tables import Case, CaseHeader, Participant
from infra.db import Database
from offices.actions import open_office
from offices.facts import OfficeSettings, Person, Role
from tests.cases.guideline.conftest import A1, CASE
from tests.county import NOON
from tests.law.ca_guideline.runs import asked as asked_of_california

RUNS = {
    "NC": A1,
    "CA": asked_of_california(280_000, 150_000, children=2, addons=[{"kind": "child care", "amount": 60_000}]),
}


@pytest.mark.parametrize("state", RUNS)
def test_a_run_reads_back_as_it_was_written(state: str, db: Database) -> None:
    made = _stored(db, state, RUNS[state])
    with db.reading() as session:
        found = guideline_run(session, 1, CASE, 1)
        assert runs_in_use(session, 1, [CASE]) == {CASE: found}
    assert found == made
    assert (set(found.children), found.left_out) == ({"C0", "C1"}, ())
    numbers = [each["number"] for each in found.figured.told.get("labels", [])]
    assert numbers[:3] == (["1", "1a", "1b"] if state == "NC" else [])


def _stored(opened: Database, state: str, asked: dict[str, Any]) -> Run:
    with opened.transaction() as session:
        office = open_office(session, "An office", state=state, new_settings=OfficeSettings(county="Any"))
        session.add(Case(office_id=office.id, case_no=CASE))
        common = {"office_id": office.id, "case_no": CASE, "content": "", "source": "ACTS", "source_record": "row 1",
                  "retrieved_at": NOON}  # fmt: skip
        session.add(CaseHeader(**common, case_type="child support", status="open", family_violence=False,
                               source_key="case"))  # fmt: skip
        for place in range(2):
            session.add(
                Participant(
                    **common, mpi_no=f"C{place}", role="child", name=f"KIM, 李 {place}", family_violence=False,
                    protective_order=False, source_key=f"participant|{place}",
                )
            )
        session.flush()
        person = Person(1, office.id, "Avery Agent", "agent@example.gov", Role.AGENT)
        return store_run(
            session, CASE, asked, offered={}, sources={}, remark="Größe, 李", by=person, now=NOON,
        )  # fmt: skip
