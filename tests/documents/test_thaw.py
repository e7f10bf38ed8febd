"""Kept facts come back as they were."""

import json

import pytest

from documents.facts import PaymentHistory
from documents.freeze import freeze
from documents.manifests import template_named, templates
from documents.sources import context
from documents.thaw import NotTheseFacts, sample, thaw, unfrozen
from kernel.digest import plain
from kernel.disclosure import Audience

NC = templates("nc")


@pytest.mark.parametrize("paper", NC, ids=lambda each: each.manifest.id)
def test_facts_that_were_kept_come_back_equal(paper: object) -> None:
    facts = paper.sample_facts()  # type: ignore[attr-defined]
    assert thaw(type(facts), json.loads(json.dumps(plain(facts)))) == facts


@pytest.mark.parametrize("paper", NC, ids=lambda each: each.manifest.id)
def test_the_facts_of_a_revision_are_the_tree_it_was_made_of(paper: object) -> None:
    facts = paper.sample_facts()  # type: ignore[attr-defined]
    kept = json.loads(freeze(facts).told)
    again = unfrozen(type(facts), kept)
    assert freeze(again) == freeze(facts)
    assert context(again, Audience.INTERNAL) == context(facts, Audience.INTERNAL)


def test_kept_facts_of_another_paper_are_refused_by_name() -> None:
    kept = json.loads(freeze(template_named("nc/fact-sheet", NC).sample_facts()).told)
    with pytest.raises(NotTheseFacts):
        unfrozen(PaymentHistory, kept)


def spoilt(old: str, new: str) -> bytes:
    written = template_named("nc/payment-history", NC).samples.decode()
    assert old in written
    return written.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"payments": [', '"bribes": [], "payments": [', "The fact 'bribes' is not a fact of this paper."),
        ('"value": "2026-12-08"', '"value": "2026-02-30"', "The fact 'hearing.on' is not a date."),
        ('"value": 123456', '"value": "123456"', "The fact 'arrears.opening' is not written as a Money."),
        ('"value": "8110"', '"value": 8110', "The fact 'hearing.courtroom' is not written as a str."),
    ],
)
def test_facts_of_another_shape_are_refused_by_name(old: str, new: str, words: str) -> None:
    with pytest.raises(NotTheseFacts) as refused:
        sample(PaymentHistory, spoilt(old, new))
    assert str(refused.value) == words
