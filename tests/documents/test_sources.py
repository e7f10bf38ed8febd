"""Each fact leads to the record that it came from."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import docx

from documents.facts import asked
from documents.manifests import template_named, templates
from documents.reading import word_text
from documents.slots import leaves
from documents.sources import context
from documents.word import merge
from kernel.disclosure import Audience, Disclosure
from kernel.traced import Trace, Traced, computed

READ = datetime(2026, 11, 20, 21, 5, tzinfo=UTC)
ROW = Trace("ACTS", "PARTICIPANTS 4000700011", as_of=date(2026, 11, 20), retrieved_at=READ, verified_by="R. Agent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    name: Traced[str]
    nickname: Traced[str | None]
    sex: Traced[str]
    age: Traced[int]
    secret: Traced[str]


FACTS = Facts(
    name=Traced("JORDAN T O'DELL", ROW),
    nickname=Traced(None, Trace("ACTS", "NICKNAMES 1")),
    sex=Traced("male", ROW),
    age=computed(38, rule="age on the hearing day", inputs=("born_on", "hearing.on")),
    secret=Traced("HARBOR HOUSE", Trace("ACTS", "ADDRESSES 9"), Disclosure.PROTECTED),
)


def lines(audience: Audience) -> list[tuple[str, ...]]:
    return [tuple(str(text) for text in line.values()) for line in context(FACTS, audience)["sources"]]


def test_facts_of_one_record_share_one_line_with_its_dates_and_who_checked_it() -> None:
    assert lines(Audience.INTERNAL) == [
        ("1", "ACTS", "PARTICIPANTS 4000700011", "11/20/2026", "11/20/2026 21:05 UTC", "verified by R. Agent"),
        ("2", "Courtready", "Computed: age on the hearing day", "–", "–", "–"),
    ]


def test_the_key_beside_a_fact_is_its_line_and_a_missing_or_withheld_fact_has_a_dash(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("{{ name|src }} {{ sex|src }} {{ age|src }} {{ nickname|src }} {{ secret|src }}")
    paper.save(str(tmp_path / "paper.docx"))
    made = merge((tmp_path / "paper.docx").read_bytes(), context(FACTS, Audience.INTERNAL))
    assert word_text(made.word).split() == ["1", "1", "2", "–", "–"]


def test_every_slot_of_the_sources_page_belongs_to_a_fact_of_the_tree() -> None:
    paper = template_named("nc/fact-sheet", templates("nc"))
    facts = paper.sample_facts()
    made = merge(paper.word, context(facts, paper.manifest.audience))
    assert {said.path for said in made.said} <= leaves(facts).keys()


def test_every_fact_is_asked_for_under_its_dotted_name() -> None:
    facts = template_named("nc/fact-sheet", templates("nc")).sample_facts()
    assert [ask.path for ask, _ in asked(facts)] == list(leaves(facts))
