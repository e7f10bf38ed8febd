"""Every paper of the project, from its sample and from ten troublesome cases: merged, converted and read back."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from cases.guideline.facts import Run
from cases.guideline.figuring import figured
from cases.notes import NOTES
from documents.drawn import png
from documents.facts import FACTS, gaps
from documents.facts.field import ENTRY
from documents.gather import Matter, gathered, matter
from documents.leaks import find_leaks
from documents.manifests import ROOT, Template, templates
from documents.pictures import PICTURES
from documents.read_back import check_pdf, check_word
from documents.reading import page_texts, word_text
from documents.sources import context
from documents.word import Merged, merge
from hearings.queries import hearings_of_case
from infra.converter import to_pdf
from kernel.disclosure import Audience
from kernel.money import ZERO
from kernel.refusals import Refused
from kernel.traced import Trace
from law.nc.guideline import inputs_told
from offices.seeds import SEEDS, read_settings
from tests.county import DAY, NOON, data_folder, import_, in_folder
from tests.documents.troublesome import (
    LONGEST,
    MANY_PAYMENTS,
    MORE_CHILDREN,
    NO_ORDER,
    PAID_AHEAD,
    PAYMENTS,
    SIX_CHILDREN,
    TEN,
    ten_cases,
)
from tests.law.ca_guideline.runs import asked as asked_of_california
from tests.law.nc_guideline.test_golden import GOLDEN

ALL = [each for state in ("nc", "ca") if (ROOT / state).is_dir() for each in templates(state)]
STOCKTON = read_settings(SEEDS / "san-joaquin.toml")
NAMED = {"ids": lambda each: each.manifest.id if isinstance(each, Template) else each}
SAMPLES = pytest.mark.parametrize("paper", ALL, **NAMED)
CASES = pytest.mark.parametrize(("paper", "case_no"), [(each, case_no) for each in ALL for case_no in TEN], **NAMED)


@pytest.fixture(scope="module")
def matters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Matter]]:
    """The matter of each of the ten cases."""
    with data_folder(tmp_path_factory.mktemp("ten") / "data") as opened:
        import_(opened, in_folder(tmp_path_factory.mktemp("extract"), ten_cases()))
        with opened.reading() as db:
            hearings = {case_no: hearings_of_case(db, 1, case_no)[0].id for case_no in TEN}
            found = {case_no: matter(db, 1, hearing_id, as_of=DAY) for case_no, hearing_id in hearings.items()}
        yield found


def merged(paper: Template, facts: Any) -> Merged:
    pictures = {each.name: png(PICTURES[each.name](facts)) for each in paper.manifest.pictures}
    told = context(facts, paper.manifest.audience)
    return merge(paper.word, told, pictures=pictures, title=paper.manifest.title, author="Office")


def leaks(paper: Template, text: str, protected: tuple[str, ...] = ()) -> tuple[object, ...]:
    """What may not stand in the paper, as the program itself looks for it."""
    return find_leaks(text, protected=protected, birth_dates=paper.manifest.audience is not Audience.PUBLIC_FILE)


def run_of(paper: Template, of: Matter) -> Run | None:
    """A worked example as the guideline run of a case, for a paper that prints one."""
    if paper.manifest.facts == "GuidelineCalculation":
        asked = asked_of_california(280_000, 150_000, children=2, addons=[{"kind": "child care", "amount": 60_000}])
        found = figured("ca", asked)
    elif paper.manifest.facts.startswith("GuidelineWorksheet"):
        example = next(one for name, (one, *_) in GOLDEN.items() if name.startswith(f"{paper.manifest.facts[-1]}1"))
        found = figured("nc", inputs_told(example))
    else:
        return None
    entered = {name: Trace("Courtready", "pay stub") for name in ("parent_a.net", "parent_b.net")}
    children = tuple(child.mpi_no for child in of.record.children)
    return Run(1, of.record.case_no, 1, found, entered, children, (), "", "Avery Agent", NOON, "", None)


def gathered_or_refused(paper: Template, of: Matter) -> Any:
    """The facts of a paper, or the refusal of a case that gives no ground for it. California's are of Stockton."""
    if paper.manifest.state == "ca":
        kind, record = replace(of.kind, state="CA"), replace(of.record, state="CA")
        of = replace(of, office=STOCKTON, kind=kind, record=record)
    if run := run_of(paper, of):
        of = replace(of, run=run, hearing=replace(of.hearing, on=run.figured.on))
    try:
        return gathered(paper.manifest.facts, of)
    except Refused as refused:
        return refused


def from_case(paper: Template, of: Matter) -> Merged | None:
    """The paper from a case, read back; None where it refuses the case in words, which it must just where we expect."""
    facts = gathered_or_refused(paper, of)
    assert isinstance(facts, Refused) is (of.record.case_no in REFUSED.get(paper.manifest.id, ()))
    if isinstance(facts, Refused):
        assert of.record.case_no in str(facts)
        assert str(facts).endswith(".")
        return None
    made = merged(paper, facts)
    check_word(made.word, made.said)
    assert leaks(paper, word_text(made.word), of.record.protected_words) == ()
    assert set(made.gaps) <= {ask.path for ask in gaps(facts)}
    return made


@SAMPLES
def test_every_paper_is_made_from_its_sample(paper: Template) -> None:
    made = merged(paper, paper.sample_facts())
    check_word(made.word, made.said)
    pdf = to_pdf(made.word)
    check_pdf(pdf.data, made.said)
    assert leaks(paper, word_text(made.word) + "\n".join(page_texts(pdf.data))) == ()


@CASES
def test_a_troublesome_case_gives_a_right_word_file_or_a_refusal_in_words(
    paper: Template, case_no: str, matters: dict[str, Matter]
) -> None:
    from_case(paper, matters[case_no])


@CASES
def test_a_troublesome_case_gives_a_right_pdf(paper: Template, case_no: str, matters: dict[str, Matter]) -> None:
    made = from_case(paper, matters[case_no])
    if made is not None:
        pdf = to_pdf(made.word)
        check_pdf(pdf.data, made.said)
        assert leaks(paper, "\n".join(page_texts(pdf.data)), matters[case_no].record.protected_words) == ()


def test_the_ten_cases_are_as_troublesome_as_they_say(matters: dict[str, Matter]) -> None:
    assert len(TEN) == len(matters) == 10
    assert len(matters[MANY_PAYMENTS].record.payments) == PAYMENTS
    assert len(matters[SIX_CHILDREN].record.children) == 6
    names = {one.name for of in matters.values() for one in of.record.participants}
    assert {LONGEST, *MORE_CHILDREN} <= names
    assert any("O'DELL" in name for name in names)
    assert any(name.startswith("NUÑEZ") for name in names)
    assert sum(bool(of.record.protected_words) for of in matters.values()) >= 3
    assert matters[PAID_AHEAD].record.ledger().arrears(DAY) < ZERO
    assert matters[NO_ORDER].record.orders == ()
    without_work = [of for of in matters.values() if not of.record.jobs]
    assert len(without_work) >= 2


def test_every_refusal_is_of_a_paper_and_a_case_that_there_are() -> None:
    assert set(REFUSED) <= {each.manifest.id for each in ALL}
    assert all(cases <= set(TEN) and len(cases) < len(TEN) for cases in REFUSED.values())


@pytest.mark.parametrize("kind", FACTS.values(), ids=FACTS)
def test_every_entry_that_a_paper_asks_for_can_be_written_down(kind: type) -> None:
    assert [name for name in _entries(kind) if name not in NOTES] == []


def _entries(kind: type) -> Iterator[str]:
    """The names of a type's entries, and of the groups of facts below it."""
    hints = get_type_hints(kind)
    for field in fields(kind):  # type: ignore[arg-type]
        below = get_args(hints[field.name])[0] if get_origin(hints[field.name]) is tuple else hints[field.name]
        if is_dataclass(below) and isinstance(below, type):
            yield from _entries(below)
        elif field.metadata.get(ENTRY):
            yield field.name


SERVED_OR_UNTRIED = {*TEN} - {MANY_PAYMENTS, "7000073404"}
"""Cases in which the obligor was served, or in which nobody has tried yet."""
REFUSED = {
    "ca/contempt-counts": {PAID_AHEAD, NO_ORDER},
    "ca/notice-of-motion-and-declaration": {NO_ORDER},
    "ca/proof-of-service": {PAID_AHEAD, NO_ORDER, MANY_PAYMENTS, "7000072738", "7000073404", "7000074366"},
    "ca/statement-of-arrears": {NO_ORDER},
    "nc/affidavit-of-arrears": {PAID_AHEAD, NO_ORDER},
    "nc/diligence-affidavit": SERVED_OR_UNTRIED,
    "nc/motion-and-order-to-show-cause": {PAID_AHEAD, NO_ORDER},
    "nc/motion-to-modify": {NO_ORDER},
    "nc/motion-to-revoke-licenses": {PAID_AHEAD, NO_ORDER},
    "nc/order-modifying-support": {NO_ORDER},
    "nc/order-of-contempt": {PAID_AHEAD, NO_ORDER},
    "nc/statement-of-arrears": {NO_ORDER},
    "nc/unpaid-months": {PAID_AHEAD, NO_ORDER},
}
"""Papers for which a case gives no ground."""
