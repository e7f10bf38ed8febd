"""Everything that is wrong with a template, at once, in the order of its paragraphs."""

from collections.abc import Iterator, Sequence

from documents.clinic.acts import acting
from documents.clinic.catalogue import Group, known
from documents.clinic.fonts import strange_fonts
from documents.clinic.left_behind import TRACKED, left_behind
from documents.clinic.looks import ill_looking
from documents.clinic.meaning import misread
from documents.clinic.opened import DOCUMENT, Opened, Paragraph, opened
from documents.clinic.problems import WHOLE_FILE, Fix, Kind, Part, Problem, problem
from documents.clinic.statements import Statement, statement
from documents.clinic.structure import misplaced, unbalanced
from documents.clinic.tags import Tag, tags_of
from documents.clinic.unfilled import unfilled
from documents.errors import TemplateBroken

MOST = 500
"""Problems that are told; nobody mends more at a time."""
_ORDER = list(Part)


def check(word: bytes, facts: type) -> tuple[Problem, ...]:
    """Every problem of a template that may say these facts, in the order of its paragraphs; none means fit for use.

    Run it on bytes from outside only in a limited child (``documents.clinic.examine``).
    """
    try:
        paper = opened(word)
    except TemplateBroken as broken:
        return (problem(Kind.FILE, f"The file cannot be used: {broken.problem}.", WHOLE_FILE),)
    found = [*acting(paper), *left_behind(paper), *strange_fonts(paper), *ill_looking(paper), *unfilled(paper)]
    for name in paper.filled():
        found += _tags(known(facts), paper.of_part(name))
    return tuple(sorted(found, key=lambda one: _order(paper, one))[:MOST])


def strange_names(paper: Opened, facts: type) -> int:
    """How many tags ask for something that is no fact of this type."""
    found = (one for name in paper.filled() for one in _tags(known(facts), paper.of_part(name)))
    return sum(1 for one in found if one.kind is Kind.FACT)


def _tags(facts: Group, paragraphs: Sequence[Paragraph]) -> Iterator[Problem]:
    tagged = [(paragraph, tag) for paragraph in paragraphs for tag in tags_of(paragraph)]
    statements = {tag: each for paragraph, tag in tagged if (each := statement(paragraph, tag)) is not None}
    blocks: list[Statement] = list(statements.values())
    orphans: list[Statement] = []
    yield from unbalanced(blocks, orphans)
    yield from misplaced(blocks)
    yield from misread(facts, tagged, statements, orphans)
    for paragraph in paragraphs:
        yield from _mendable(paragraph, [tag for each, tag in tagged if each is paragraph])


def _mendable(paragraph: Paragraph, tags: Sequence[Tag]) -> Iterator[Problem]:
    sound = [tag for tag in tags if not tag.wrong]
    if curly := [tag for tag in sound if tag.curly]:
        words = f"The tag '{curly[0].whole[:80]}' has curly quotes{_more(curly)}; tags need straight ones."
        yield problem(Kind.QUOTES, words, paragraph.place, fix=Fix.STRAIGHTEN, blocks=False)
    split = [tag for tag in sound if tag.split]
    if split and next(paragraph.node.iter(*TRACKED), None) is None:
        words = (
            f"Word has split the tag '{split[0].whole[:80]}' into {len(split[0].pieces)} pieces{_more(split)}; "
            "it is read as one, in the look of its first letter."
        )
        yield problem(Kind.SPLIT, words, paragraph.place, fix=Fix.JOIN, blocks=False)


def _more(tags: Sequence[Tag]) -> str:
    return "" if len(tags) == 1 else f", and {len(tags) - 1} more in this paragraph"


def _order(paper: Opened, one: Problem) -> tuple[int, str, int]:
    return (
        0 if one.part is Part.FILE else _ORDER.index(one.part),
        one.name if one.name != DOCUMENT else "",
        one.paragraph,
    )
