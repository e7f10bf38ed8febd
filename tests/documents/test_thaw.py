"""Kept facts come back as they were."""

import json

import pytest

from documents.facts import PaymentHistory
from documents.manifests import template_named, templates
from documents.thaw import NotTheseFacts, sample, thaw
from kernel.digest import plain

NC = templates("nc")


@pytest.mark.parametrize("paper", NC, ids=lambda each: each.manifest.id)
def test_facts_that_were_kept_come_back_equal(paper: object) -> None:
    facts = paper.sample_facts()  # type: ignore[attr-defined]
    assert thaw(type(facts), json.loads(json.dumps(plain(facts)))) == facts


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
