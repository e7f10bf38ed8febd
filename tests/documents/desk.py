"""Three hearings on one day, with names that break careless programs and one obligee who hides."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from cases.actions import write_note
from cases.notes import AMOUNTS, DATES, NOTES
from documents import actions
from documents.papers import ask_for_papers
from documents.queries import Paper, prepared
from documents.tables import Revision
from hearings.queries import hearings_of_case
from infra.db import Database
from infra.jobs.perform import work_off
from offices.actions import add_staff, open_office
from offices.facts import OfficeSettings, Person, Role
from offices.queries import office_named, person_of
from offices.tables import Staff
from tests.county import DAY, NOON, OFFICE, Files, county_of, import_, in_folder
from worker.errands import ERRANDS

SHOW_CAUSE, PROTECTED, REVIEW = "7000071406", "7000072738", "7000070296"
"""A show cause whose every entry is written, one without entries whose obligee is protected, and a review."""

OBLIGOR, OBLIGEE, CHILD = "NUÑEZ, 李 JESÚS", "O'DELL, SIOBHÁN", "{{7*7}}, ANA {_{7*7}_}"
SPOKEN = ("李 JESÚS NUÑEZ", "SIOBHÁN O'DELL", "ANA {_{7*7}_} {{7*7}}")
EMPLOYER = "Smith & Sons <Concrete>"
NOTHING = "None found & <nothing> asked for."
TOLD = dict.fromkeys(("assets", "income", "work_history"), "As the record & <nothing else> tells it.")
"""Of these the record holds some, so that "none found" would be no answer."""
PEOPLE = (
    ("Avery Agent", Role.AGENT, 1),
    ("Taylor Attorney", Role.ATTORNEY, 1),
    ("Jordan Attorney", Role.ATTORNEY, 1),
    ("Riley Clerk", Role.CLERK, 1),
    ("Other Attorney", Role.ATTORNEY, 2),
)


@dataclass(frozen=True)
class Desk:
    """A filled database, the people who work on it, and the hearings by case."""

    database: Database
    agent: Person
    attorney: Person
    second_attorney: Person
    clerk: Person
    foreign_attorney: Person
    hearings: dict[str, int]

    def papers(self, case_no: str) -> dict[str, Paper]:
        """The papers of a hearing by kind."""
        with self.database.reading() as db:
            found = prepared(db, 1, self.hearings[case_no], as_of=DAY)
        return {paper.kind: paper for paper in found.papers}

    def paper(self, case_no: str, kind: str = "fact-sheet") -> Revision:
        """The current revision of a paper."""
        revision = self.papers(case_no)[kind].revision
        assert revision is not None
        return revision

    def gaps(self, case_no: str) -> dict[str, str]:
        """What is missing for a hearing, and why."""
        with self.database.reading() as db:
            return {gap.what: gap.cause for gap in prepared(db, 1, self.hearings[case_no], as_of=DAY).gaps}

    def approve(self, case_no: str, kind: str = "fact-sheet") -> Revision:
        """Take a paper through its review."""
        revision = self.paper(case_no, kind)
        with self.database.transaction() as db:
            actions.submit(db, revision.id, by=self.agent)
            actions.approve(db, revision.id, pdf_sha=revision.pdf_sha, by=self.attorney, today=DAY)
        return self.paper(case_no, kind)

    def ask(self, case_no: str) -> int:
        """Ask for the papers of a hearing and make what was asked for; how many were."""
        with self.database.transaction() as db:
            asked = ask_for_papers(db, 1, self.hearings[case_no], as_of=DAY, by=self.agent.actor)
        work_off(self.database, ERRANDS)
        return len(asked)


def extract() -> Files:
    """The three cases, with other names for the people of the first one."""
    files = county_of(SHOW_CAUSE, PROTECTED, REVIEW)
    named = {"NCP": OBLIGOR, "CP": OBLIGEE, "CHILD": CHILD}
    for row in files["PARTICIPANTS.csv"]:
        if row["IVD_CASE_NO"] == SHOW_CAUSE:
            row["NAME"] = named.pop(row["PART_TYPE"], row["NAME"])
    return files


def fill(opened: Database, folder: Path) -> None:
    """Import the cases, put people on the staff list and write what the agent found out."""
    import_(opened, in_folder(folder, extract()))
    with opened.transaction() as db:
        open_office(db, "Union County", state="NC", new_settings=OfficeSettings(county="Union"))
        for name, role, office_id in PEOPLE:
            office = office_named(db, OFFICE if office_id == 1 else "Union County")
            add_staff(db, office, name=name, email=_email(name), role=role, password="long enough now")
    with opened.transaction() as db:
        agent = person_of(db.scalars(select(Staff).where(Staff.email == _email("Avery Agent"))).one())
        for name in NOTES:
            words = "$830.00" if name in AMOUNTS else "11/02/2026" if name in DATES else TOLD.get(name, NOTHING)
            write_note(db, SHOW_CAUSE, name, words, by=agent, now=NOON)
        for name in ("conditions", "purge_history", "next_step", "recommendation"):
            write_note(db, REVIEW, name, NOTHING, by=agent, now=NOON)


def prepare(opened: Database) -> None:
    """Make every paper of the three hearings."""
    found = desk_of(opened)
    with opened.transaction() as db:
        for hearing in found.hearings.values():
            ask_for_papers(db, 1, hearing, as_of=DAY, by="agent:preparer@example.gov", batch="first")
    assert work_off(opened, ERRANDS) == 8


def desk_of(opened: Database) -> Desk:
    """The desk over a filled database."""
    with opened.reading() as db:
        staff = {one.email: person_of(one) for one in db.scalars(select(Staff))}
        hearings = {
            case_no: hearings_of_case(db, 1, case_no)[0].id for case_no in (SHOW_CAUSE, PROTECTED, REVIEW)
        }
    return Desk(opened, *(staff[_email(name)] for name, _, _ in PEOPLE), hearings)


def _email(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@example.gov"
