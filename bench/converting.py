"""Word to PDF: against one start of LibreOffice for each paper and a warm unoserver, and what our own parts cost."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial

from bench.figures import ROUNDS, Figure, Side, in_turns
from bench.peers.offices import Convert, one_shot, warm_unoserver
from documents.clinic.filling import filled_in
from documents.manifests import ROOT
from documents.manifests import template as template_in
from documents.print_picture import pages_as_pictures
from documents.reading import page_texts
from documents.twin import lean
from infra.converter import to_pdf
from infra.office import MOST_MEMORY, Office
from infra.pool import Pool

SHEET, MOTION, HISTORY = "nc/fact-sheet", "nc/motion-and-order-to-show-cause", "nc/payment-history"
GOALS = {SHEET: (4.5, 1.9), MOTION: (14.0, 2.2)}
"""How often faster than one start for each paper, and than a warm unoserver."""
BATCH = 24
MANY, SETTLED = 500, 100
SECONDS = 90


def figures() -> Iterator[Figure]:
    """Every comparison of this module."""
    yield from against_others()
    yield from tagged_against_plain()
    yield from twin_against_paper()
    yield from two_against_one()
    yield from endurance()


def against_others(rounds: int = ROUNDS) -> Iterator[Figure]:
    """A sheet and a motion, checked, leaned, converted to tagged PDF/A and packed by us; to plain PDF by the others."""
    with one_shot() as cold, warm_unoserver() as warm, closing(Pool()) as pool:
        for name, goals in GOALS.items():
            word = _paper(name)
            others: Mapping[str, Convert] = {"one start of soffice for each paper": cold, "a warm unoserver": warm}
            sides: dict[str, Side] = {"ours": lambda w=word: to_pdf(lean(w), pool=pool).data}
            sides |= {way: partial(convert, word) for way, convert in others.items()}
            checked = _same_text({way: work() for way, work in sides.items()})  # type: ignore[misc]
            spent = in_turns(sides, rounds=rounds)
            for way, goal in zip(others, goals, strict=True):
                yield Figure(f"{name} to PDF", way, spent["ours"], spent[way], goal, checked=checked)


def tagged_against_plain(rounds: int = ROUNDS) -> Iterator[Figure]:
    """The time and the size of our PDF/A-2b as so many times those of the plain PDF that LibreOffice writes."""
    with closing(Pool()) as pool, closing(Office(options={})) as plain:
        for name in (SHEET, MOTION, HISTORY):
            twin = lean(_paper(name))
            sides: dict[str, Side] = {
                "tagged": lambda t=twin: to_pdf(t, pool=pool).data,
                "plain": lambda t=twin: plain.convert(t, SECONDS),
            }
            made = {way: work() for way, work in sides.items()}
            checked = _same_text(made)  # type: ignore[arg-type]
            spent = in_turns(sides, rounds=rounds)
            sizes = {way: len(pdf) / 1024 for way, pdf in made.items()}  # type: ignore[arg-type]
            what, other = f"{name}, tagged PDF/A-2b", "plain PDF of the same twin"
            yield Figure(what, other, spent["tagged"], spent["plain"], 1.2, ceiling=True, checked=checked)
            yield Figure(f"{what}, size", other, sizes["tagged"], sizes["plain"], 2.0, ceiling=True, unit="KB")


def twin_against_paper(rounds: int = ROUNDS) -> Iterator[Figure]:
    """What the lean twin saves, the time of making it included."""
    with closing(Office()) as office:
        for name in (SHEET, MOTION, HISTORY):
            paper = _paper(name)
            sides: dict[str, Side] = {
                "twin": lambda p=paper: office.convert(lean(p), SECONDS),
                "paper": lambda p=paper: office.convert(p, SECONDS),
            }
            pictures = {pages_as_pictures(work()) for work in sides.values()}  # type: ignore[arg-type]
            if len(pictures) != 1:
                raise AssertionError(f"the twin of {name} prints otherwise")
            spent = in_turns(sides, rounds=rounds)
            checked = "0 pixels differ"
            yield Figure(f"{name}, lean twin", "the paper itself", spent["twin"], spent["paper"], 1.1, checked=checked)


def two_against_one(rounds: int = ROUNDS) -> Iterator[Figure]:
    """A batch of papers with two workers, against the same with one."""
    batch = [lean(_paper(name)) for name in (SHEET, MOTION, HISTORY)] * (BATCH // 3)
    with closing(Pool(1)) as one, closing(Pool(2)) as two:
        sides: dict[str, Side] = {"one": lambda: _batch(one, 1, batch), "two": lambda: _batch(two, 2, batch)}
        if sides["one"]() != sides["two"]():
            raise AssertionError("two workers do not give the same bytes as one")
        spent = in_turns(sides, rounds=rounds)
        yield Figure(
            f"{BATCH} papers, two workers", "one worker", spent["two"], spent["one"], 1.7, checked="the same bytes"
        )


def endurance() -> Iterator[Figure]:
    """The memory of one LibreOffice over many papers, without recycling."""
    papers = [lean(_paper(name)) for name in (SHEET, MOTION, HISTORY)]
    with closing(Office()) as office:
        held = []
        for number in range(MANY):
            office.convert(papers[number % len(papers)], SECONDS)
            held.append(office.memory)
    checked = f"recycled at {MOST_MEMORY} MiB, so never here" if max(held) < MOST_MEMORY else "recycled here"
    last, settled = held[-1], held[SETTLED - 1]
    yield Figure(
        f"memory after {MANY} papers", f"after {SETTLED}", last, settled, 1.1, ceiling=True, checked=checked, unit="MiB"
    )


def _paper(name: str) -> bytes:
    return filled_in(template_in(ROOT / name)).word


def _batch(pool: Pool, threads: int, batch: list[bytes]) -> list[bytes]:
    with ThreadPoolExecutor(threads) as together:
        return [pdf.data for pdf in together.map(lambda word: to_pdf(word, pool=pool), batch)]


def _same_text(made: Mapping[str, bytes]) -> str:
    texts = {way: " ".join(" ".join(page_texts(pdf)).split()) for way, pdf in made.items()}
    if len(set(texts.values())) != 1:
        raise AssertionError(f"not the same text: {[(way, len(text)) for way, text in texts.items()]}")
    return "text of every page"
