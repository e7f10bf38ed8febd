"""A paper's files read back: the figures of the Word file and of the PDF are those that it was made from, no other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import zip_longest

from documents.figures.facts import Medium
from documents.figures.sequences import NUMBER, Figured, figures_on, parting, words_before
from documents.figures.tokens import Figure, Token, tokens
from documents.finding import Pages, spaced
from documents.word import Said
from kernel.money import Money


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure as the paper was made: its token, the dotted name of its fact, and the words before it."""

    token: Token
    path: str
    before: str


Printed = tuple[Token, int, str]
"""A figure of the PDF: its token, its page, and the words before it."""


@dataclass(frozen=True, slots=True)
class Strange:
    """A figure of a file that is not the one the paper was made with. One of the two may be lacking."""

    medium: Medium
    page: int | None
    expected: Slot | None
    found: str
    before: str


class Paper:
    """A paper as it must read by its template and facts, and how its files read."""

    def __init__(
        self, text: str, said: Sequence[Said], word: str, pages: Sequence[str], made: Sequence[str] | None = None
    ) -> None:
        """``made`` are the pages of the PDF that was made of the same facts, where that is known."""
        self.text, self.said, self.word, self.pages, self.made = spaced(text), said, spaced(word), pages, made

    @cached_property
    def _must_say(self) -> list[Token]:
        return list(tokens(self.text))

    @cached_property
    def slots(self) -> list[Slot]:
        """The figures that it must say, in order."""
        return [Slot(one, _path(one, self._named), words_before(self.text, one.start)) for one in self._must_say]

    @cached_property
    def _named(self) -> list[tuple[int, int, str]]:
        """Where each fact stands in the text, and its dotted name."""
        return list(_spans(self.text, self.said))

    @cached_property
    def _texts(self) -> list[str]:
        return [spaced(page) for page in self.pages]

    @cached_property
    def printed(self) -> list[Printed]:
        """The figures of the PDF, in order."""
        return [
            (one, number, words_before(text, one.start))
            for number, text in enumerate(self._texts, 1) for one in tokens(text)
        ]  # fmt: skip

    def strange(self) -> list[Strange]:
        """Everything that the Word file and the PDF say otherwise."""
        return [*self._in_word(), *(self._in_pdf() if self.made is None else self._since_made(self.made))]

    def page_of(self, path: str) -> int | None:
        """The page of the PDF on which a fact is printed; None where it is not printed as a figure."""
        wanted = [place for place, slot in enumerate(self.slots) if slot.path == path]
        if wanted:
            for mine, theirs, size in self._aligned.get_matching_blocks():
                for place in wanted:
                    if mine <= place < mine + size:
                        return self.printed[theirs + place - mine][1]
        text = next((one.text for one in self.said if one.path == path), "")
        return next((number for number, page in enumerate(self.pages, 1) if text and Pages([page]).says(text)), None)

    def page_near(self, path: str) -> int | None:
        """The page on which a fact is printed or, where the PDF says another figure, on which that stands."""
        places = [place for place, slot in enumerate(self.slots) if slot.path == path]
        for tag, i1, i2, j1, _ in self._aligned.get_opcodes():
            if tag != "equal" and any(i1 <= place < i2 for place in places) and j1 < len(self.printed):
                return self.printed[j1][1]
        return self.page_of(path)

    @cached_property
    def _aligned(self) -> "SequenceMatcher[Figure]":
        mine, theirs = [one.value for one in self._must_say], [one.value for one, _, _ in self.printed]
        return SequenceMatcher(None, mine, theirs, autojunk=False)

    def _in_word(self) -> Iterator[Strange]:
        if self.word == self.text:
            return
        for old, new in parting(self._figures, figures_on([self.word])):
            slot = self._slot(old, old) if old else None
            yield Strange(Medium.WORD, None, slot, new.written if new else "", new.before if new else "")

    def _since_made(self, made: Sequence[str]) -> Iterator[Strange]:
        """By the place of each figure in the text of the PDF that was made."""
        stood = figures_on(made)
        like = self._alike(stood)
        for old, new in parting(stood, figures_on(self.pages)):
            slot = self._slot(like.get(old), old) if old else None
            page = new.page if new else old.page if old else None
            yield Strange(Medium.PDF, page, slot, new.written if new else "", new.before if new else "")

    @cached_property
    def _figures(self) -> list[Figured]:
        return figures_on([self.text])

    def _slot(self, mine: Figured | None, stood: Figured) -> Slot:
        """A figure of a file as a slot of the paper, by the figure of the paper that it is."""
        path = next((path for start, end, path in self._named if mine and start < mine.end <= end), "")
        return Slot(Token(Money(0), stood.written, 0, 0), path, stood.before)

    def _alike(self, stood: Sequence[Figured]) -> dict[Figured, Figured]:
        """Which figure of the paper each of the PDF is; by its words alone where the text of a page runs otherwise."""
        keys = [each.key for each in self._figures], [each.key for each in stood]
        first = {each.key: each for each in reversed(self._figures)}
        found = {each: first[each.key] for each in stood if each.key in first}
        for mine, theirs, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
            found.update(zip(stood[theirs : theirs + size], self._figures[mine : mine + size], strict=True))
        return found

    def _in_pdf(self) -> Iterator[Strange]:
        """By how often each figure stands in it: where the text of a page runs otherwise is no difference."""
        read = Pages(self.pages)
        mine = Counter(map(_size, self._must_say))
        theirs = Counter(_size(one) for one, _, _ in self.printed)
        lost = {size for size, times in mine.items() if theirs[size] < times and not self._says(read, size, times)}
        added = {
            size for size, times in theirs.items()
            if (times > mine[size] if isinstance(size[0], Money) else not mine[size])
        }  # fmt: skip
        if lost or added:
            yield from self._placed(lost, added)
        yield from self._lost_numbers(read)

    def _says(self, read: Pages, size: tuple[Figure, bool], times: int) -> bool:
        """Whether the PDF says it often enough when breaks of line and page are seen through."""
        written = {slot.token.written for slot in self.slots if _size(slot.token) == size}
        return sum(_times(read, one, times) for one in written) >= times

    def _placed(self, lost: set[tuple[Figure, bool]], added: set[tuple[Figure, bool]]) -> Iterator[Strange]:
        told = False
        for tag, i1, i2, j1, j2 in self._aligned.get_opcodes():
            if tag == "equal":
                continue
            for slot, held in zip_longest(self.slots[i1:i2], self.printed[j1:j2]):
                gone, new = bool(slot and _size(slot.token) in lost), bool(held and _size(held[0]) in added)
                if gone or new:
                    told = True
                    yield _strange(slot, held if new else None)
        if not told:
            for slot in self.slots:
                if _size(slot.token) in lost:
                    yield _strange(slot, None)

    def _lost_numbers(self, read: Pages) -> Iterator[Strange]:
        """Facts that are bare numbers and that the PDF does not say often enough."""
        times = Counter(one.text for one in self.said)
        stand = Counter(number for text in self._texts for number in NUMBER.findall(text))
        for text, path in {one.text: one.path for one in reversed(self.said) if NUMBER.fullmatch(one.text)}.items():
            if stand[text] < times[text] and not read.says(text, times[text]):
                token = Token(Money(0), text, 0, 0)
                yield Strange(Medium.PDF, None, Slot(token, path, ""), "", "")


def _strange(slot: Slot | None, held: Printed | None) -> Strange:
    if held is None:
        return Strange(Medium.PDF, None, slot, "", "")
    token, page, before = held
    return Strange(Medium.PDF, page, slot, token.written, before)


def _size(token: Token) -> tuple[Figure, bool]:
    """What is counted in a PDF: an amount without its sign, which a line may end on, or a day."""
    value = token.value
    return (Money(abs(value.cents)), False) if isinstance(value, Money) else (value, token.whole_month)


def _times(read: Pages, written: str, most: int) -> int:
    return next((times for times in range(most, 0, -1) if read.says(written, times)), 0)


def _spans(text: str, said: Sequence[Said]) -> Iterator[tuple[int, int, str]]:
    """Where each merged slot stands in the text, in order."""
    place = 0
    for each in said:
        wanted = spaced(each.text)
        at = text.find(wanted, place) if wanted else -1
        if at >= 0:
            yield at, at + len(wanted), each.path
            place = at + len(wanted)


def _path(token: Token, spans: Sequence[tuple[int, int, str]]) -> str:
    return next((path for start, end, path in spans if start <= token.end - 1 < end), "")
