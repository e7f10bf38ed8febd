"""Read a finished paper back: every merged fact is there, and nothing else is left over."""

import re
from collections.abc import Iterable, Iterator, Sequence

from documents.embedded import fonts_not_embedded
from documents.errors import ReadBackFailed
from documents.finding import Pages, spaced
from documents.reading import page_texts, word_text
from documents.word import Said

APART = "\0"  # keeps merged texts from running into one another; no merged text holds it
LEFT_OVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|#\}"  # tags
    r"|\[missing: |\[withheld\]|\ufffd"  # marks that no merged slot explains
    r"|(?<!\w)(?:None(?! found| on )|nan|NaN|Undefined)(?!\w)"  # Python's words for nothing, not "None found"
)


def check_word(word: bytes, said: Sequence[Said]) -> str:
    """The text of the Word file, once every merged text is found in it, in the order in which it was merged.

    Raises ReadBackFailed naming the facts that are lost and whatever was left over.
    """
    read = word_text(word)
    text = spaced(read)
    _refuse("Word file", [*_lost_in_order(text, said), *_left_over(text, said)])
    return read


def check_pdf(pdf: bytes, said: Sequence[Said], *, pages: range = range(1, 1_000)) -> tuple[str, ...]:
    """The text of each page, once every merged text is found as often as it was merged, and the fonts are inside.

    Breaks of line and page, hyphens, ligatures and small capitals are seen through.
    Raises ReadBackFailed naming the facts that are lost and whatever was left over.
    """
    read = Pages(page_texts(pdf))
    problems = [*_miscounted(len(read.texts), pages), *_lost(read, said), *_left_over(read.whole, said)]
    problems += [f"the font {font} is not inside the file" for font in fonts_not_embedded(pdf)]
    _refuse("PDF", problems)
    return tuple(read.texts)


def _refuse(paper: str, problems: list[str]) -> None:
    if problems:
        raise ReadBackFailed(paper, tuple(problems))


def _lost_in_order(text: str, said: Sequence[Said]) -> Iterator[str]:
    place = 0
    for each in said:
        wanted = spaced(each.text)
        found = text.find(wanted, place)
        if found < 0:
            yield f"'{each.path}' is lost"
        else:
            place = found + len(wanted)


def _lost(read: Pages, said: Sequence[Said]) -> Iterator[str]:
    told = Pages([APART.join(each.text for each in said)])
    for text, path in {each.text: each.path for each in reversed(said)}.items():
        if not read.says(text, told.count(text)):
            yield f"'{path}' is lost"


def _left_over(text: str, said: Iterable[Said]) -> list[str]:
    for own in sorted({spaced(each.text) for each in said if LEFT_OVER.search(each.text)}, key=len, reverse=True):
        text = re.sub(r"\s*".join(re.escape(char) for char in own.replace(" ", "")), " ", text)
    return [f"'{mark}' was left over" for mark in dict.fromkeys(LEFT_OVER.findall(text))]


def _miscounted(count: int, pages: range) -> list[str]:
    return [] if count in pages else [f"it has {count} pages"]
