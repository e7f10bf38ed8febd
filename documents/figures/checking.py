"""Reads the papers and exhibits of a packet and compares their figures: facts, Word files, PDFs, exhibits."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from documents.facts import FACTS
from documents.figures.differing import Odd, Told, days_apart, differing
from documents.figures.errors import FiguresDiffer, FiguresUnknown
from documents.figures.exhibits import contradictions
from documents.figures.facts import Cause, Compared, Difference, Medium, Place, Telling
from documents.figures.files import Paper, Strange
from documents.figures.meanings import tellings
from documents.figures.statements import stated
from documents.imprint import Files, files_made, imprint_of
from documents.packet.contents import BoundPart, Bundle
from documents.reading import page_texts, word_text
from documents.thaw import NotTheseFacts, unfrozen
from infra.blobs import blobs

RESTORE = "The file was changed after it was made: have the paper made anew, and approved again."


@dataclass(frozen=True)
class Read:
    """A paper of a packet with everything that was kept of it."""

    part: BoundPart
    as_of: date
    facts_sha: str
    imprint_sha: str
    word_sha: str

    @cached_property
    def kept(self) -> list[dict[str, Any]]:
        """Its facts as they were frozen."""
        found: list[dict[str, Any]] = json.loads(blobs().get(self.facts_sha))
        return found

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each fact is called."""
        return {fact["name"]: fact["label"] for fact in self.kept}

    @cached_property
    def _made_of(self) -> tuple[Any, Any, str]:
        imprint, template = imprint_of(blobs().get(self.imprint_sha))
        try:
            return imprint, unfrozen(FACTS[imprint.facts], self.kept), template
        except (NotTheseFacts, KeyError) as strange:  # kept by a version of this program that had other facts
            raise FiguresUnknown(self.part.title) from strange

    @cached_property
    def _files_made(self) -> Files | None:
        return files_made(blobs().get(self.imprint_sha))

    @property
    def as_made(self) -> bool:
        """Whether facts and files are, to the byte, those that were read back when it was made."""
        return self._files_made == Files(self.facts_sha, self.word_sha, self.part.sha or "")

    @cached_property
    def told(self) -> Any:
        """Its figures by meaning."""
        return tellings(self._made_of[1], self.as_of)

    @cached_property
    def paper(self) -> Paper:
        """Its text as it must be, and as its files have it."""
        imprint, facts, template = self._made_of
        merged = imprint.without_pictures(blobs().get(template), facts)
        word, pages = word_text(blobs().get(self.word_sha)), page_texts(blobs().get(self.part.sha or ""))
        return Paper(word_text(merged.word), merged.said, word, pages, self._pages_made)

    @property
    def _pages_made(self) -> tuple[str, ...] | None:
        """The pages of the PDF that was made of these facts; None where it was made of others."""
        made = self._files_made
        return page_texts(blobs().get(made.pdf)) if made and made.facts == self.facts_sha else None

    def place(self, telling: Telling) -> Place:
        """Where it says a figure."""
        return Place(
            self.part.title, self.part.label, self.paper.page_near(telling.path), telling.label, telling.words,
            telling.day,
        )  # fmt: skip


def check_figures(bundle: Bundle) -> None:
    """Raises FiguresDiffer where the same figure is not the same everywhere in a packet, or FiguresUnknown."""
    if found := compared(bundle).stopping:
        raise FiguresDiffer(found)


def compared(bundle: Bundle) -> Compared:
    """The figures of a packet, compared. Raises FiguresUnknown."""
    papers = [_read(part) for part in bundle.parts if part.written and part.sha and not part.problem]
    found = [
        *_between(papers),
        *(one for place in range(len(papers)) for one in _in_files(papers, place)),
        *_in_exhibits(bundle, papers),
        *_apart(papers),
    ]
    documents = len(papers) + sum(1 for part in bundle.parts if _is_exhibit(part))
    told = [telling for one in papers for telling in one.told.found]
    meanings = Counter(telling.meaning for telling in told)
    return Compared(
        documents, len(meanings), sum(1 for times in meanings.values() if times > 1),
        tuple(sorted(dict.fromkeys(found), key=lambda one: not one.stops)),
    )  # fmt: skip


def _read(part: BoundPart) -> Read:
    assert part.written is not None  # noqa: S101 - asked only of papers
    written = part.written
    if written.imprint_sha is None:
        raise FiguresUnknown(part.title)
    return Read(part, written.as_of, written.facts_sha, written.imprint_sha, written.word_sha)


def _between(papers: Sequence[Read]) -> Iterator[Difference]:
    for odd in differing([one.told for one in papers]):
        yield _difference(papers, odd, odd.cause, _remedy(papers, odd))


def _apart(papers: Sequence[Read]) -> Iterator[Difference]:
    for odd in days_apart([one.told for one in papers]):
        yield _difference(papers, odd, Cause.OTHER_DAY, "The figure is the same, counted for two days.", stops=False)


def _difference(papers: Sequence[Read], odd: Odd, cause: Cause, remedy: str, *, stops: bool = True) -> Difference:
    one, other = (papers[told.paper].place(told.telling) for told in (odd.one, odd.other))
    return Difference(odd.one.telling.label, cause, one, other, remedy, stops)


def _remedy(papers: Sequence[Read], odd: Odd) -> str:
    one, other = papers[odd.one.paper], papers[odd.other.paper]
    if one is other:
        return f"Prepare {one.part.title} again; a figure that it tells twice must be one."
    if odd.cause is Cause.OTHER_VALUE:
        return "Prepare both again; what differs then has to be corrected in the record."
    mine, theirs = odd.one.telling.day, odd.other.telling.day
    older, day = (one, theirs) if mine and theirs and mine < theirs else (other, mine)
    to = f", so that both speak of {day:%B} {day.day}, {day.year}" if day else ""
    return f"The days differ: prepare {older.part.title} again{to}."


def _in_files(papers: Sequence[Read], place: int) -> Iterator[Difference]:
    mine = papers[place]
    for strange in () if mine.as_made else mine.paper.strange():
        path = strange.expected.path if strange.expected else ""
        label = mine.labels.get(path) or f"{(strange.expected.before if strange.expected else strange.before)}"
        found = strange.found or "not there"
        page = strange.page or (mine.paper.page_near(path) if path else None)
        one = Place(mine.part.title, mine.part.label, page, label, found, medium=strange.medium)
        yield Difference(label, Cause.CHANGED_FILE, one, _beside(papers, place, path, label, strange), RESTORE)


def _beside(papers: Sequence[Read], place: int, path: str, label: str, strange: Strange) -> Place:
    """The same fact in another paper that says otherwise, or else in the facts that the paper was made from."""
    mine = papers[place]
    meanings = {one.meaning for one in mine.told.found if one.path == path}
    for number, other in enumerate(papers):
        for telling in other.told.found:
            if number != place and telling.meaning in meanings and telling.words != strange.found:
                return other.place(telling)
    words = strange.expected.token.written if strange.expected else "not there"
    page = mine.paper.page_near(path) if path else None
    return Place(mine.part.title, mine.part.label, page, label, words, medium=Medium.FACTS)


def _in_exhibits(bundle: Bundle, papers: Sequence[Read]) -> Iterator[Difference]:
    told = [one.told for one in papers]
    for part in bundle.parts:
        if _is_exhibit(part):
            for one in contradictions(stated(page_texts(blobs().get(part.sha or "")), bundle.numbers), told):
                here = Place(part.title, part.label, one.page, one.label, str(one.amount), one.day)
                paper: Told = one.paper
                there = papers[paper.paper].place(paper.telling)
                yield Difference(paper.telling.label, one.cause, here, there, one.remedy, one.stops)


def _is_exhibit(part: BoundPart) -> bool:
    return part.exhibit and part.sha is not None and not part.problem
