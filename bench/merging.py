"""One merge of the fact sheet, and how it grows with the rows of the payment history."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from documents.manifests import template_named, templates
from documents.sources import context
from documents.word import merge

ROUNDS = 5


def figures() -> Iterator[tuple[str, str]]:
    """Milliseconds of a merge with all its checks, and the growth from 60 to 600 payments (10.0 is linear)."""
    found = templates("nc")
    for template in found:
        facts = template.sample_facts()
        spent = _median(lambda template=template, facts=facts: _merge(template, facts))  # type: ignore[misc]
        yield f"merge {template.manifest.id}", f"{spent * 1000:.0f} ms"
    history = template_named("nc/payment-history", found)
    facts = history.sample_facts()
    some = replace(facts, payments=tuple((facts.payments * 60)[:60]))
    many = replace(facts, payments=tuple((facts.payments * 600)[:600]))
    small, large = _median(lambda: _merge(history, some)), _median(lambda: _merge(history, many))
    yield (
        "payment history, 600 payments against 60",
        f"{large / small:.1f}x ({small * 1000:.0f} ms, {large * 1000:.0f} ms)",
    )


def _merge(template: object, facts: object) -> None:
    merge(template.word, context(facts, template.manifest.audience))  # type: ignore[attr-defined]


def _median(work: Callable[[], None]) -> float:
    work()
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent)
