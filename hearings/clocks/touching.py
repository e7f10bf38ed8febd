"""Which rows concern which case: what the database runs whenever one of them is written."""

from collections.abc import Mapping

CASE = "SELECT {new}.office_id, {new}.case_no"
PERSON = (
    "SELECT p.office_id, p.case_no FROM participant p WHERE p.office_id = {new}.office_id AND p.mpi_no = {new}.mpi_no "
    "AND p.superseded_at IS NULL"
)
HEARING = "SELECT h.office_id, h.case_no FROM hearing h WHERE h.id = {new}.hearing_id"
SESSION = (
    "SELECT h.office_id, h.case_no FROM hearing h JOIN setting s ON s.hearing_id = h.id "
    "WHERE s.court_session_id = {new}.id AND s.ended_at IS NULL"
)
WATCHED = {
    "case_header": CASE,
    "participant": CASE,
    "support_order": CASE,
    "payment": CASE,
    "state_balance": CASE,
    "hearing": CASE,
    "service_attempt": CASE,
    "issued_paper": CASE,
    "answer": CASE,
    "proof_of_service": CASE,
    "address": PERSON,
    "employment": PERSON,
    "setting": HEARING,
    "court_session": SESSION,
}
"""How the cases of a new or changed row are found, by table."""

WATCHED_MONEY = dict.fromkeys(
    (
        "order_step", "suspension_entry", "credit_entry", "direct_payment_entry", "adjustment_proposal",
        "interest_judgment", "issuing_state",
    ),
    CASE,
)  # fmt: skip
"""The entries of money, whose tables came later."""

WATCHED_SUPPORT = {"obligation_entry": CASE}
"""Support of other kinds, whose table came later still."""


def _sqlite(table: str, of: str, verb: str) -> str:
    """One row at a time; a case that is marked already is not marked again."""
    known = "SELECT 1 FROM case_touched t WHERE t.office_id = f.office_id AND t.case_no = f.case_no"
    begins = f"CREATE TRIGGER touch_{table}_{verb.lower()} AFTER {verb} ON {table} BEGIN"
    marks = "INSERT INTO case_touched (office_id, case_no) SELECT f.office_id, f.case_no FROM"
    return " ".join((begins, marks, f"({of.format(new='NEW')}) f WHERE NOT EXISTS ({known}); END"))


def _postgresql(table: str, of: str) -> tuple[str, ...]:
    """One statement of any number of rows writes each case once."""
    begins = f"CREATE FUNCTION touch_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    marks = "INSERT INTO case_touched (office_id, case_no) SELECT DISTINCT f.office_id, f.case_no FROM fresh n"
    function = " ".join((begins, marks, f"CROSS JOIN LATERAL ({of.format(new='n')}) f; RETURN NULL; END $$"))
    triggers = (
        f"CREATE TRIGGER touch_{table}_{verb.lower()} AFTER {verb} ON {table} "
        f"REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION touch_{table}()"
        for verb in ("INSERT", "UPDATE")
    )
    return (function, *triggers)


def watching(tables: Mapping[str, str], dialect: str) -> tuple[tuple[str, str], ...]:
    """Table and statement: what ``create_all`` runs, and so does the migration that made the tables."""
    if dialect == "postgresql":
        return tuple((table, each) for table, of in tables.items() for each in _postgresql(table, of))
    return tuple((table, _sqlite(table, of, verb)) for table, of in tables.items() for verb in ("INSERT", "UPDATE"))
