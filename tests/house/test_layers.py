"""Arrows point down, and a machine keeps it."""

import sys

import pytest
from importlinter.cli import lint_imports

from tests.house.tree import ROOT, imports, modules, packages, pyproject

LINTER = pyproject()["tool"]["importlinter"]
DOMAIN = ("offices", "cases", "hearings", "documents", "filings")
EDGES = {"actions", "queries", "tables"}
FRAMEWORKS = {"infra", "sqlalchemy", "alembic", "fastapi", "starlette", "celery", "kombu", "obstore", "structlog"}

HANDS = {
    "cases.ability.actions": "verbs: notes of ability to pay",
    "cases.ability.past": "questions: notes of ability to pay that no longer stand",
    "cases.ability.queries": "questions: the notes of ability to pay that stand",
    "cases.ability.tables": "rows of what people noted of ability to pay",
    "cases.county.actions": "verbs: asks for every balance of an office to be counted by jobs",
    "cases.county.queries": "questions: the balances of every case of an office",
    "cases.county.running": "questions and the errand: what a count of every balance has found",
    "cases.fingerprints": "knows the secret under which records are compared",
    "cases.guideline.actions": "verbs: computes and keeps guideline runs",
    "cases.guideline.children": "questions: for which children of the record a run is",
    "cases.guideline.offering": "questions: what the record holds for the entries of a run",
    "cases.guideline.queries": "questions: guideline runs",
    "cases.guideline.speaking": "questions: whether a run speaks for a hearing",
    "cases.guideline.tables": "rows of guideline runs",
    "cases.imports": "verbs: brings an extract into the record",
    "cases.plans.actions": "verbs: makes, ends and takes back payment plans and pay stubs",
    "cases.plans.queries": "questions: how payment plans stand and what a proposal would change",
    "cases.plans.tables": "rows of payment plans and pay stubs",
    "cases.money.actions": "verbs: enters what moves the money of a case, and takes it back",
    "cases.money.deciding": "verbs: adjustments, proposed by one person and decided by another",
    "cases.money.fees": "questions: the fees of an account out of the state's balances",
    "cases.money.governing": "verbs: judgments of interest and issuing states",
    "cases.money.queries": "questions: the money of a case with everything that was entered",
    "cases.money.tables": "rows of what people entered about money",
    "cases.money.writing": "how an entry of money comes into the record",
    "cases.placing": "verbs: puts the rows of an extract where they belong",
    "cases.superseding": "how a row that a person wrote comes into the record",
    "documents.audit.gathering": "questions: gathers the work paper of an audit from the record",
    "documents.audit.tracing": "questions: the rows of the record behind each line of an account",
    "documents.clinic.examine": "opens templates from outside in a child that can be killed",
    "documents.clinic.looking": "the errand that looks a template over",
    "documents.clinic.marking": "draws the problems of a template on its pages, with the converter",
    "documents.clinic.trying": "the errand that tries a draft on a hearing",
    "documents.exhibit.attaching": "the errand that opens an exhibit",
    "documents.exhibit.proving": "verbs: keeps returns of service, and the errand that opens them",
    "documents.binding": "verbs: asks for packets and binders as jobs, and their errands",
    "documents.packet.contents": "reads the bytes of papers into a packet",
    "documents.exhibit.searching": "reads scans with tesseract, in a child that can be killed",
    "documents.exhibit.opening": "opens hostile PDF files in a child that can be killed",
    "documents.beside": "questions: exhibits of hearings, and the jobs of papers and packets that gave up",
    "documents.figures.refused": "questions: packets that were not built because figures differ or cannot be compared",
    "documents.figures.checking": "reads what was kept of the papers and exhibits of a packet",
    "documents.morning.docket": "questions: the balances of a docket counted anew",
    "documents.morning.earlier": "questions: an account as the record had it before",
    "documents.fidelity": "prints samples with the converter and compares them with what was accepted",
    "documents.forms.opening": "opens hostile PDF forms in a child that can be killed",
    "documents.gather": "questions: gathers the facts of a paper from the record",
    "documents.making": "makes Word and PDF files with the converter",
    "documents.marks": "questions: the mark of the rows that a hearing's papers are gathered from",
    "documents.papers": "verbs: asks for the papers of a hearing as jobs",
    "documents.reprint": "prints a revision once more with the converter, from what was kept of it",
    "documents.standing": "questions: the papers of hearings, with what was made of them",
    "documents.template_actions": "verbs: brings, publishes and withdraws templates",
    "documents.template_queries": "questions: the templates of an office in their versions",
    "documents.template_trials": "verbs and questions: a draft tried on a stored hearing",
    "filings.board": "questions: how ready a whole court session is",
    "filings.docket": "questions: the docket of a session as pages",
    "filings.contents": "questions: gathers what goes into an envelope",
    "filings.moves": "verbs: moves an envelope from one state to the next",
    "filings.court_day": "verbs: an outcome together with the draft papers that follow from it",
    "hearings.court_day.actions": "verbs: enters outcomes, closes days, hands hearings over",
    "hearings.court_day.effects": "verbs: what an outcome does to the calendar, the case and the tasks",
    "hearings.court_day.entries": "verbs and questions: the rows of outcomes",
    "hearings.court_day.queries": "questions: the docket with its outcomes, tasks and handoffs",
    "hearings.court_day.tables": "rows of a court day",
    "hearings.calendar.causes_report": "questions: continuances by month",
    "hearings.calendar.closings": "verbs and questions: days on which the court is closed",
    "hearings.calendar.docket_lists": "verbs and questions: a court's docket list beside ours",
    "hearings.calendar.feeds": "verbs and questions: calendar feeds and who stands in a hearing",
    "hearings.calendar.moving": "verbs: sets, continues and corrects the place of a hearing",
    "hearings.calendar.next_dates": "questions: the next dates that a hearing can have",
    "hearings.calendar.placed": "questions: the hearings of a day with everybody whom they need",
    "hearings.calendar.session_changes": "verbs: opens, changes and locks court sessions",
    "hearings.calendar.tables": "rows of the court calendar",
    "hearings.readiness.owners": "questions: who stands in hearings by name",
    "hearings.clocks.actions": "verbs: sweeps the clocks, and what a person does to a kept deadline",
    "hearings.clocks.gathering": "questions: the days of the record that start and stop clocks",
    "hearings.clocks.queries": "questions: kept deadlines, and what a sweep would do next",
    "hearings.clocks.reminders": "verbs: owes and sends reminders",
    "hearings.clocks.sweeping": "the errand of the sweep, and the bell that asks for it",
    "hearings.clocks.tables": "rows of clocks and reminders",
    "hearings.clocks.worklist": "questions: what a person must do today",
    "hearings.clocks.writing": "verbs: writes down what a sweep has found",
    "hearings.records": "verbs: places the hearings of an extract on the calendar",
    "hearings.service.actions": "verbs: records what was tried, answered and consented to",
    "hearings.service.issuing": "verbs: records what was issued, and how a summons was extended",
    "hearings.service.corrections": "verbs: takes back what was written down by mistake",
    "hearings.service.writing": "what each of these verbs does: a person of the case, a row of the audit log",
    "hearings.service.listing": "verbs: takes over a server's list of attempts",
    "hearings.service.queries": "questions: service of process on one timeline",
    "hearings.service.docket": "questions: service of process for a whole court session",
    "hearings.service.tables": "the rows of service of process",
}
"""Verbs, questions and tools that outgrew actions.py and queries.py, each with what it does. Rules may not use them."""

KNOW_ROWS = {
    "cases.money.booking": "makes the ledger of a case out of its rows",
    "cases.money.entries": "the entries of money of one case, as its ledger takes them",
    "cases.money.other_support": "support of other kinds out of its rows",
    "cases.money.reaching": "what of an order an entry of suspension reaches",
    "cases.money.showing": "entries of money in words, with what each does to the account",
    "cases.money.told": "what the rows of a case tell beside its ledger",
    "cases.records": "which rows of the record an extract may fill, field by field",
    "cases.trace": "reads the trace off a row of the record",
}
"""Subjects that name rows but ask the database nothing. Rules may use them."""


STILL = {
    "infra.png": "writes the bytes of a picture and touches nothing else",
    "infra.word_file": "looks at the bytes of a Word file and at nothing else",
}
"""Modules of infrastructure that are as pure as a rule, so that rules may use them."""


def _contract(name: str) -> list[str]:
    (contract,) = [contract for contract in LINTER["contracts"] if contract["id"] == name]
    return list(contract["layers"])


def test_no_arrow_points_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_every_top_level_package_stands_in_the_layers_contract_and_in_every_list_of_packages() -> None:
    layers = [name.strip() for layer in _contract("layers") for name in layer.split("|")]
    assert sorted(layers) == list(packages())
    assert sorted(LINTER["root_packages"]) == list(packages())
    assert sorted(pyproject()["tool"]["mypy"]["packages"]) == list(packages())
    assert sorted(pyproject()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == list(packages())


def test_kernel_imports_the_standard_library_and_itself_only() -> None:
    reached = {name.split(".")[0] for module in modules() if module.package == "kernel" for name in imports(module)}
    assert reached - sys.stdlib_module_names == {"kernel"}


def test_the_rules_of_a_domain_package_import_no_database_framework_or_infrastructure() -> None:
    subjects = [module for module in modules() if _is_pure(module.name)]
    assert subjects
    found = {module.name: sorted(filter(_is_impure, imports(module))) for module in subjects}
    assert {name: impure for name, impure in found.items() if impure} == {}


def test_what_rules_may_use_of_infrastructure_is_as_pure_as_a_rule() -> None:
    found = {module.name: sorted(filter(_is_impure, imports(module))) for module in modules() if module.name in STILL}
    assert found == {name: [] for name in STILL}


def test_every_exception_to_purity_exists_and_is_still_needed() -> None:
    needed = {module.name for module in modules() if any(map(_is_impure, imports(module)))}
    assert {name for name in (HANDS | KNOW_ROWS) if not any(_is_in(found, name) for found in needed)} == set()


def _is_pure(name: str) -> bool:
    package, _, rest = name.partition(".")
    if package in {"kernel", "law"}:
        return True
    return package in DOMAIN and rest.split(".")[0] not in EDGES and not _is_hand(name) and name not in KNOW_ROWS


def _is_impure(imported: str) -> bool:
    """A framework, a part of a domain package that touches the record, or a hand."""
    package, _, rest = imported.partition(".")
    if any(_is_in(imported, name) for name in STILL):
        return False
    return package in FRAMEWORKS or (package in DOMAIN and rest.split(".")[0] in EDGES) or _is_hand(imported)


def _is_hand(name: str) -> bool:
    return any(_is_in(name, hand) for hand in HANDS)


def _is_in(name: str, whole: str) -> bool:
    return name == whole or name.startswith(f"{whole}.")
