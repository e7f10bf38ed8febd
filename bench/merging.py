"""Merges: against stock docxtpl, against engines from npm, and how their time grows with the rows."""

import io
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from bench.dialects import MOTION, SHEET, Braces, Carbone, Docxtpl, Paper, facts, template
from bench.figures import ROUNDS, Figure, peak
from bench.peers import npm
from documents.language import FILTERS, Language, hearing
from documents.manifests import ROOT, Template
from documents.manifests import template as template_in
from documents.reading import word_text
from documents.slots import slot
from documents.sources import context
from documents.word import merge

MONTHS = 60
ROWS = (30, 300, 3_000)
BATCH, WARM = 20, 10
Seconds = Callable[[], float]


def figures() -> Iterator[Figure]:
    """Every comparison of this module."""
    yield from against_stock()
    yield from growth()
    yield from against_npm()
    yield from memory()


def against_stock(rounds: int = ROUNDS) -> Iterator[Figure]:
    """The fact sheet with 60 months and the motion: plain stock docxtpl, and stock docxtpl in our own environment."""
    for name, goal in (("fact-sheet", 20.0), ("motion-and-order-to-show-cause", 35.0)):
        paper, merged = _paper(name), _context(_paper(name), "months", MONTHS)
        sides = {"ours": lambda p=paper, m=merged: merge(p.word, m).word} | _stock(paper, merged)
        checked = _same_document({way: work() for way, work in sides.items()})
        spent = _medians(
            {way: _per_document(work, BATCH if way == "ours" else 1) for way, work in sides.items()}, rounds
        )
        for way in sides:
            if way != "ours":
                asked = goal if way == "stock docxtpl" else None
                yield Figure(f"merge nc/{name}", way, spent["ours"], spent[way], asked, checked=checked)


def growth(rounds: int = ROUNDS, stock_rounds: int = 3) -> Iterator[Figure]:
    """A payment history with ever more rows: per row against the shortest, and against stock docxtpl.

    Stock docxtpl runs fewer rounds at 3,000 rows, because it is slow there.
    """
    paper = _paper("payment-history")
    merged = {rows: _context(paper, "payments", rows) for rows in ROWS}
    ours = {str(rows): _per_document(lambda r=rows: merge(paper.word, merged[r]).word, 3) for rows in ROWS}
    spent = _medians(ours, rounds)
    for fewer, rows in pairwise(ROWS):
        times = spent[str(rows)] / spent[str(fewer)]
        yield Figure(
            f"payment history, {rows:,} rows",
            f"{fewer:,} rows, by rows",
            times,
            rows / fewer,
            1.3,
            ceiling=True,
            unit="x",
        )
    for rows in ROWS:
        both = {"ours": lambda r=rows: merge(paper.word, merged[r]).word} | _stock(paper, merged[rows])
        del both["stock docxtpl, our environment"]
        checked = _same_document({way: work() for way, work in both.items()})
        turns = _medians(
            {way: _per_document(work, 3 if way == "ours" else 1) for way, work in both.items()}, stock_rounds
        )
        goal = 7.0 if rows == ROWS[-1] else None
        yield Figure(
            f"payment history, {rows:,} rows",
            "stock docxtpl",
            turns["ours"],
            turns["stock docxtpl"],
            goal,
            checked=checked,
        )


def against_npm(rounds: int = ROUNDS) -> Iterator[Figure]:
    """The same sheet and motion in each engine's own tags; nothing where there is no npm."""
    with tempfile.TemporaryDirectory() as folder:
        if npm.install(Path(folder)):
            for name, paper in (("sheet of 60 rows", SHEET), ("motion", MOTION)):
                yield from _against_engines(Path(folder), name, paper, rounds)


def memory() -> Iterator[Figure]:
    """Peak memory of a process that makes the longest payment history."""
    ours, theirs = peak("bench.merging.once_ours()"), peak("bench.merging.once_stock()")
    yield Figure(f"payment history, {ROWS[-1]:,} rows: peak memory", "stock docxtpl", ours, theirs, unit="MiB")


def once_ours() -> None:
    """The longest payment history by the compiled template."""
    paper = _paper("payment-history")
    merge(paper.word, _context(paper, "payments", ROWS[-1]))


def once_stock() -> None:
    """The same by stock docxtpl."""
    paper = _paper("payment-history")
    _stock(paper, _context(paper, "payments", ROWS[-1]))["stock docxtpl"]()


def _against_engines(folder: Path, name: str, paper: Paper, rounds: int) -> Iterator[Figure]:
    said, word = facts(paper), template(paper, Docxtpl())
    slots = _slots(said, "")
    dialects = {"docxtemplater": Braces(), "easy-template-x": Braces(), "carbone": Carbone()}
    with ExitStack() as stack:
        engines = {
            engine: stack.enter_context(npm.at_work(folder, engine, template(paper, dialect), said))
            for engine, dialect in dialects.items()
        }
        for engine in engines.values():
            for _ in range(WARM):
                engine.seconds()
        checked = _same_text([merge(word, slots).word, *(engine.result for engine in engines.values())])
        ours: dict[str, Seconds] = {"ours": _per_document(lambda: merge(word, slots).word, BATCH)}
        spent = _medians(ours | {engine: running.seconds for engine, running in engines.items()}, rounds)
    fastest = min(engines, key=lambda engine: spent[engine])
    for engine in engines:
        yield Figure(
            f"merge {name}", engine, spent["ours"], spent[engine], 5.0 if engine == fastest else None, checked=checked
        )


def _medians(sides: Mapping[str, Seconds], rounds: int) -> dict[str, float]:
    """The median seconds for a document; every round asks each side once, after one round that does not count."""
    asked = [{name: seconds() for name, seconds in sides.items()} for _ in range(rounds + 1)][1:]
    return {name: statistics.median(one[name] for one in asked) for name in sides}


def _per_document(work: Callable[[], object], documents: int) -> Seconds:
    def seconds() -> float:
        started = time.perf_counter()
        for _ in range(documents):
            work()
        return (time.perf_counter() - started) / documents

    return seconds


def _stock(paper: Template, merged: Mapping[str, Any]) -> dict[str, Callable[[], bytes]]:
    plain = Environment(autoescape=True)
    plain.filters.update(FILTERS)
    return {
        "stock docxtpl": lambda: _by_stock(paper.word, merged, plain),
        "stock docxtpl, our environment": lambda: _by_stock(paper.word, merged, Language()),
    }


def _by_stock(word: bytes, merged: Mapping[str, Any], environment: Environment) -> bytes:
    with hearing():
        paper = DocxTemplate(io.BytesIO(word))
        paper.render(dict(merged), environment, autoescape=True)
        held = io.BytesIO()
        paper.save(held)
        return held.getvalue()


def _paper(name: str) -> Template:
    return template_in(ROOT / "nc" / name)


def _context(paper: Template, many: str, rows: int) -> dict[str, Any]:
    sample = paper.sample_facts()
    if hasattr(sample, many):
        sample = replace(sample, **{many: (getattr(sample, many) * rows)[:rows]})
    return context(sample, paper.manifest.audience)


def _slots(value: Any, path: str) -> Any:
    if isinstance(value, Mapping):
        return {name: _slots(below, f"{path}.{name}".lstrip(".")) for name, below in value.items()}
    if isinstance(value, list):
        return [_slots(below, f"{path}.{place}") for place, below in enumerate(value)]
    return slot(value, path, None) if isinstance(value, str) else value


def _same_document(words: Mapping[str, bytes]) -> str:
    found = {name: _document(word) for name, word in words.items()}
    if len(set(found.values())) != 1:
        raise AssertionError(f"not the same document: {[(name, len(xml)) for name, xml in found.items()]}")
    return "canonical XML of the document"


def _document(word: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return bytes(etree.tostring(etree.fromstring(package.read("word/document.xml")), method="c14n"))


def _same_text(words: list[bytes]) -> str:
    if len({" ".join(word_text(word).split()) for word in words}) != 1:
        raise AssertionError("the engines do not say the same")
    return "all text"
