"""How the blocks of a part hang together: every loop and every condition opened, closed, and closed where it may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from documents.clinic.opened import text_of
from documents.clinic.problems import Kind, Problem, problem
from documents.clinic.statements import CLOSERS, OPENERS, Statement
from documents.reading import W

CLOSER = {"for": "endfor", "if": "endif"}
DEEPEST = 10
"""Blocks within each other; our own papers have three."""
_ELEMENT = {"tr": f"{W}tr", "tc": f"{W}tc", "p": f"{W}p", "r": f"{W}r"}
_CELLS = frozenset({f"{W}tc", f"{W}body", f"{W}hdr", f"{W}ftr", f"{W}footnote", f"{W}txbxContent"})
_HOLDERS = {"tr": frozenset({f"{W}tbl"}), "tc": frozenset({f"{W}tr"})}
_WHAT = {"for": "loop", "if": "condition"}


@dataclass(slots=True)
class _Open:
    statement: Statement
    parts: list[Statement] = field(default_factory=list)


def unbalanced(statements: Sequence[Statement], orphans: list[Statement]) -> Iterator[Problem]:
    """What is wrong with the blocks of one part; each mistake is told once.

    ``orphans`` receives every end of a loop whose beginning is missing.
    """
    stack: list[_Open] = []
    for place, each in enumerate(statements):
        if each.keyword in OPENERS:
            stack.append(_Open(each))
            if len(stack) == DEEPEST + 1:
                words = f"The tag '{each.tag.whole}' opens more blocks within each other than any paper needs."
                yield problem(Kind.NOT_ALLOWED, words, each.paragraph.place)
        elif each.keyword in CLOSERS:
            yield from _close(stack, each, statements[place + 1 :], orphans)
        elif each.keyword in ("else", "elif") and stack:
            yield from _continue(stack[-1], each)
        elif each.keyword:
            yield _tell(
                each, f"The tag '{each.tag.whole}' stands in no condition; the line with 'if' before it is missing"
            )
    yield from (_never_closed(one.statement) for one in stack)


def _continue(block: _Open, each: Statement) -> Iterator[Problem]:
    if each.keyword == "elif" and block.statement.keyword == "for":
        number = _number(block.statement)
        yield _tell(
            each, f"The tag '{each.tag.whole}' stands in the loop of paragraph {number}, where no condition is open"
        )
    else:
        block.parts.append(each)


def _close(
    stack: list[_Open], closer: Statement, rest: Sequence[Statement], orphans: list[Statement]
) -> Iterator[Problem]:
    wanted = CLOSERS[closer.keyword]
    if stack and stack[-1].statement.keyword == wanted:
        one = stack.pop()
        yield from _whole([one.statement, *one.parts, closer])
        return
    lower = next((place for place in reversed(range(len(stack))) if stack[place].statement.keyword == wanted), None)
    if lower is None:
        if stack and not _closed_later(stack[-1].statement.keyword, rest):
            opener = stack.pop().statement
            yield _tell(
                closer,
                f"the {_WHAT[opener.keyword]} opened in paragraph {_number(opener)} is closed with '{closer.keyword}'; "
                f"write '{CLOSER[opener.keyword]}'",
            )
            return
        orphans += [closer] if wanted == "for" else []
        words = f"The tag '{closer.tag.whole}' closes nothing; the line with '{wanted} …' before it is missing"
        yield _tell(closer, words)
        return
    inner = stack[lower + 1 :]
    if all(_closed_later(one.statement.keyword, rest) for one in inner):
        opener = inner[-1].statement
        yield _tell(
            closer,
            f"The tag '{closer.tag.whole}' comes before the {_WHAT[opener.keyword]} of paragraph {_number(opener)} is "
            f"closed; put '{CLOSER[opener.keyword]}' first",
        )
        del stack[lower]
        return
    yield from (_never_closed(one.statement) for one in inner)
    del stack[lower:]


def _closed_later(keyword: str, rest: Sequence[Statement]) -> bool:
    depth = 0
    for each in rest:
        if each.keyword == keyword:
            depth += 1
        elif CLOSERS.get(each.keyword) == keyword:
            if depth == 0:
                return True
            depth -= 1
    return False


def _never_closed(opener: Statement) -> Problem:
    what, closer = _WHAT[opener.keyword], CLOSER[opener.keyword]
    return _tell(opener, f"the {what} '{opener.tag.whole}' is never closed; '{closer}' is missing after it")


def _whole(block: Sequence[Statement]) -> Iterator[Problem]:
    """A block may only take away whole things: its tags stand alike, and in the same cell, row or text. Told once."""
    sound = [one for one in block if not one.tag.wrong and _stands(one) is not None]
    if len(sound) < len(block):
        return
    opener = block[0]
    level = max((one.tag.level for one in block), key=[one.tag.level for one in reversed(block)].count)
    odd = next((one for one in block if one.tag.level != level), None)
    if odd is not None:
        other = next(one for one in block if one.tag.level == level)
        yield _tell(
            odd,
            f"The tags '{odd.tag.whole}' and '{other.tag.whole}' of paragraph {_number(other)} belong together and "
            f"must begin alike, both with '{{%{level}'",
        )
        return
    for one in block[1:]:
        if _holder(one) is not _holder(opener) or _above(opener, one) != _above(one, opener):
            yield _tell(
                one,
                f"The tag '{one.tag.whole}' stands in another cell, row or box than '{opener.tag.whole}' of paragraph "
                f"{_number(opener)}, to which it belongs",
            )
            return


def _holder(one: Statement) -> Any:
    """The cell, row or text in which a tag stands."""
    wanted = _HOLDERS.get(one.tag.level, _CELLS)
    return next((node for node in _stands(one).iterancestors() if node.tag in wanted), None)


def _above(one: Statement, other: Statement) -> list[str]:
    """The kinds of element between a tag and the first element that holds both tags."""
    beyond = set(_stands(other).iterancestors())
    between = [str(node.tag) for node in _stands(one).iterancestors() if node not in beyond]
    return [tag for tag in between if tag != f"{W}ins"]


def _stands(one: Statement) -> Any:
    """The element that the tag takes away with itself, or its own text; None where there is no such element."""
    if not one.tag.pieces:
        return None
    if not one.tag.level:
        return one.tag.pieces[0]
    wanted = _ELEMENT[one.tag.level]
    return next((node for node in one.tag.pieces[0].iterancestors() if node.tag == wanted), None)


def misplaced(statements: Sequence[Statement]) -> Iterator[Problem]:
    """Tags that take a row or paragraph away where there is none, or with words beside them that would be lost."""
    seen: set[Any] = set()
    for each in statements:
        if each.tag.wrong or not each.tag.level:
            continue
        taken = _stands(each)
        if taken is None:
            yield _tell(each, f"The tag '{each.tag.whole}' takes a table's row or cell away and stands in no table")
        elif each.tag.level != "r" and taken not in seen and (beside := _beside(taken, each)):
            what = {"p": "paragraph", "tr": "row", "tc": "cell"}[each.tag.level]
            yield _tell(each, f"The tag '{each.tag.whole}' takes its whole {what} away, and with it '{beside[:60]}'")
        seen.add(taken)


def _beside(taken: Any, one: Statement) -> str:
    """What else stands in the element that a tag takes away."""
    paragraphs = [taken] if taken.tag == f"{W}p" else list(taken.iter(f"{W}p"))
    return " ".join(text_of(each) for each in paragraphs).replace(one.tag.whole, "", 1).strip()


def _number(one: Statement) -> int:
    return one.paragraph.place.paragraph


def _tell(one: Statement, words: str) -> Problem:
    return problem(Kind.BLOCK, f"{words[0].upper()}{words[1:]}.", one.paragraph.place)
