"""Page addresses that stay: what each document of a packet is called once the packet was handed out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from documents.packet.changes import Change, What


@dataclass(frozen=True, slots=True)
class Given:
    """A document that is to stand in a packet: ``key`` is the same whatever its contents, ``sha`` are its contents."""

    key: str
    title: str
    sha: str | None
    pages: int
    exhibit: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of an issue under its mark. ``numbers``: runs of production numbers, first and count."""

    key: str
    mark: str
    title: str
    sha: str | None
    pages: int
    exhibit: bool = False
    version: int = 1
    withdrawn: bool = False
    numbers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """What was handed out, in order. ``number`` 0 is a packet that nobody was given yet."""

    number: int
    tab: str
    listed: tuple[Listed, ...]


def reissue(previous: Issue | None, given: Sequence[Given], *, tab: str) -> Issue:
    """The next issue of a packet.

    Nothing that was handed out is renumbered: a document keeps its mark and its place, a replaced one gets a version,
    one that is gone leaves its mark behind, and what is new goes behind all else under a new mark.
    """
    if previous is None:
        return _numbered(Issue(1, tab, tuple(_marked((), given))))
    now = {one.key: one for one in given}
    known = {one.key for one in previous.listed}
    kept = [_kept(old, now.get(old.key)) for old in previous.listed]
    late = [one for one in given if one.key not in known]
    return _numbered(Issue(previous.number + 1, previous.tab, (*kept, *_marked(previous.listed, late))))


def _kept(old: Listed, now: Given | None) -> Listed:
    if now is None:
        return replace(old, withdrawn=True)
    replaced = old.sha is not None and now.sha != old.sha
    return replace(
        old, title=now.title, sha=now.sha, pages=now.pages, withdrawn=False, version=old.version + replaced
    )  # fmt: skip


def _marked(taken: Sequence[Listed], given: Sequence[Given]) -> Iterator[Listed]:
    papers = sum(1 for one in taken if not one.exhibit)
    exhibits = sum(1 for one in taken if one.exhibit)
    for one in given:
        mark = exhibit_letter(exhibits) if one.exhibit else str(papers + 1)
        papers, exhibits = papers + (not one.exhibit), exhibits + one.exhibit
        yield Listed(one.key, mark, one.title, one.sha, one.pages, one.exhibit)


def exhibit_letter(place: int) -> str:
    """A to Z, then AA, AB and so on; counted from zero."""
    return (exhibit_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _numbered(issue: Issue) -> Issue:
    """Production numbers for pages that have none yet, behind every number ever given."""
    after = max((first + count for one in issue.listed for first, count in one.numbers), default=1)
    listed = []
    for one in issue.listed:
        lacking = one.pages - sum(count for _, count in one.numbers)
        if lacking > 0:
            one = replace(one, numbers=(*one.numbers, (after, lacking)))
            after += lacking
        listed.append(one)
    return replace(issue, listed=tuple(listed))


def production_numbers(listed: Listed, prefix: str, digits: int = 6) -> tuple[str, ...]:
    """What is printed on each page of a document: ``MCSS000041``."""
    numbers = [first + place for first, count in listed.numbers for place in range(count)]
    return tuple(f"{prefix}{number:0{digits}d}" for number in numbers[: listed.pages])


def changes_since(previous: Issue, current: Issue) -> tuple[Change, ...]:
    """What was replaced, added and withdrawn, in the order of the packet."""
    before = {one.key: one for one in previous.listed}
    return tuple(change for one in current.listed for change in _changes(before.get(one.key), one))


def _changes(old: Listed | None, now: Listed) -> Iterator[Change]:
    had = 0 if old is None or old.withdrawn else old.pages
    has = 0 if now.withdrawn else now.pages
    if old is not None and old.sha == now.sha and had == has:
        return
    both = min(had, has)
    if both:
        yield Change(What.REPLACED, now.mark, 1, both, now.title)
    if has > had:
        yield Change(What.ADDED, now.mark, both + 1, has, now.title)
    if had > has:
        yield Change(What.WITHDRAWN, now.mark, both + 1, had, now.title)


def issue_from(plain: dict[str, Any]) -> Issue:
    """An issue as it was kept in a record."""
    return Issue(plain["number"], plain["tab"], tuple(_listed_from(one) for one in plain["listed"]))


def _listed_from(plain: dict[str, Any]) -> Listed:
    return Listed(**plain | {"numbers": tuple((first, count) for first, count in plain["numbers"])})
