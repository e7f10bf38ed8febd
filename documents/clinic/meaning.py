"""What the tags of a part mean: whether each can be read, and whether it says facts in a way that they have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from documents.clinic.catalogue import UNKNOWN, Group, Known, Rows
from documents.clinic.kinds import Said, Scope
from documents.clinic.opened import Paragraph
from documents.clinic.problems import Kind, Place, Problem, problem
from documents.clinic.saying import said_of
from documents.clinic.statements import CLOSERS, OF_ANOTHER_LANGUAGE, OF_CELLS, Statement, first_word
from documents.clinic.tags import CURLY, Tag

_READER = Environment(autoescape=True)  # it parses and never runs anything
_READER.globals.clear()
DEEPEST = 40
"""Brackets within brackets in one tag; nobody needs three."""


@dataclass(slots=True)
class _Part:
    """The names that are known at a place of a part: the facts, and what the loops around it go through."""

    facts: Group
    open: list[tuple[str, str, Known]] = field(default_factory=list)
    """Keyword, name and kind of each open block."""
    ended: dict[str, int] = field(default_factory=dict)
    """Names of loops that are over, with the paragraph where they ended."""
    loop_is_missing: bool = False

    def scope(self) -> Scope:
        names = {name: kind for keyword, name, kind in self.open if keyword == "for" and name}
        in_loop = self.loop_is_missing or any(keyword == "for" for keyword, _, _ in self.open)
        return Scope(self.facts, names, in_loop, self.ended, self.loop_is_missing)


def misread(
    facts: Group,
    tagged: Sequence[tuple[Paragraph, Tag]],
    statements: Mapping[Tag, Statement],
    orphans: Sequence[Statement],
) -> Iterator[Problem]:
    """What is wrong with the tags of one part, each by itself, in the order of the text.

    Before an orphan, the end of a loop without a beginning, strange names belong to that loop and are not told again.
    """
    part, left = _Part(facts), [one.tag for one in orphans]
    for paragraph, tag in tagged:
        each = statements.get(tag)
        part.loop_is_missing = bool(left)
        left = [one for one in left if one is not tag]
        if tag.wrong:
            kind = Kind.UNCLOSED if "never closed" in tag.wrong else Kind.TAG
            yield problem(kind, f"The tag '{_short(tag)}' cannot be read: {tag.wrong}.", paragraph.place)
        elif tag.sort != "{#":
            yield from _of(part, paragraph.place, tag, each)
        if each is not None:
            _enter(part, each)


def _of(part: _Part, at: Place, tag: Tag, each: Statement | None) -> Iterator[Problem]:
    if each is None:
        yield from _read(part, at, tag, f"{{{{ {_plain(tag)} }}}}")
        return
    word = first_word(tag.said)
    if word in OF_ANOTHER_LANGUAGE:
        yield problem(Kind.NOT_ALLOWED, f"The tag '{_short(tag)}' uses '{word}', which templates do not have.", at)
    elif word in OF_CELLS:
        if word in ("colspan", "cellbg"):
            yield from _read(part, at, tag, f"{{{{ {_plain(tag)[len(word) :]} }}}}")
    elif each.guessed:
        meant = f"; did you mean '{each.keyword}'?" if each.keyword else ""
        end = meant or "; it can be 'if', 'elif', 'else', 'endif', 'for' or 'endfor'."
        yield problem(Kind.TAG, f"The tag '{_short(tag)}' begins with a word that templates do not have{end}", at)
    elif each.keyword in ("else", *CLOSERS):
        if each.rest:
            yield problem(Kind.TAG, f"In the tag '{_short(tag)}' nothing may follow '{each.keyword}'.", at)
    else:
        yield from _read(part, at, tag, _source(each))


def _source(each: Statement) -> str:
    """A whole block around the tag, so that it can be read by itself."""
    said = each.tag.said.translate(CURLY)
    if each.keyword == "elif":
        return f"{{% if 1 %}}{{% {said} %}}{{% endif %}}"
    return f"{{% {said} %}}{{% end{each.keyword} %}}"


def _read(part: _Part, at: Place, tag: Tag, source: str) -> Iterator[Problem]:
    if max(source.count("("), source.count("["), source.count(" not ")) > DEEPEST or len(source) > 2_000:
        yield problem(Kind.NOT_ALLOWED, f"The tag '{_short(tag)}' is longer or deeper than any fact needs.", at)
        return
    try:
        tree = _READER.parse(source)
    except (TemplateSyntaxError, RecursionError) as broken:
        yield problem(Kind.TAG, f"The tag '{_short(tag)}' cannot be read: {_in_words(broken)}.", at)
        return
    found = said_of(tree, part.scope())
    if found is not None:
        yield _told(found, tag, at)


def _told(found: Said, tag: Tag, at: Place) -> Problem:
    return problem(found.kind, f"The tag '{_short(tag)}' {found.words}", at)


def _enter(part: _Part, each: Statement) -> None:
    """Go into the block that a tag opens, or out of the one that it closes."""
    if each.keyword == "for":
        part.open.append(("for", each.name, _rows(part, each)))
        part.ended.pop(each.name, None)
    elif each.keyword == "if":
        part.open.append(("if", "", UNKNOWN))
    elif each.keyword in CLOSERS:
        wanted = CLOSERS[each.keyword]
        place = next((n for n in reversed(range(len(part.open))) if part.open[n][0] == wanted), None)
        if place is not None:
            _, name, _ = part.open.pop(place)
            if name:
                part.ended[name] = each.paragraph.place.paragraph


def _rows(part: _Part, each: Statement) -> Known:
    """What a loop gives at each round; unknown where its tag is broken."""
    try:
        tree = _READER.parse(_source(each))
    except (TemplateSyntaxError, RecursionError):
        return UNKNOWN
    loop = next(iter(tree.find_all(nodes.For)), None)
    kind = part.scope().kind(loop.iter) if loop is not None else UNKNOWN
    return kind.each if isinstance(kind, Rows) else UNKNOWN


def _plain(tag: Tag) -> str:
    return tag.said.translate(CURLY)


def _short(tag: Tag) -> str:
    return tag.whole if len(tag.whole) <= 80 else f"{tag.whole[:77]}…"


def _in_words(broken: Exception) -> str:
    message = getattr(broken, "message", None) or "it is nested too deeply"
    for theirs, ours in _OURS.items():
        if theirs in message:
            return ours
    return str(message).rstrip(".")


_OURS = {
    "expected token 'end of print statement'": "two names stand side by side, or a word is left over",
    "expected token 'end of statement block'": "a word is left over, or '=' stands for '=='",
    "expected token 'in'": "a loop is written {% for payment in payments %}",
    "unexpected char": "it holds a character that no tag has",
    "unexpected 'end of": "something is missing at its end",
    "Expected an expression, got 'end of": "something is missing at its end",
    "unexpected end of template": "something is missing at its end",
    "expected token 'name'": "a name is missing after a dot or a bar",
}
