"""What goes into the packet of a hearing, in which order, and what its cover says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cases.names import spoken
from documents.gather.calendar import clock_time
from documents.leaks import PROTECTED_WORDS, find_leaks
from documents.packet.audiences import may_be_given
from documents.packet.changes import ChangeSheet
from documents.packet.covers import Cover
from documents.packet.issues import Given, Issue, Listed, changes_since, production_numbers, reissue
from documents.packet.leaves import WITHDRAWN, ExhibitSheet
from documents.packet.parts import Contents, Part
from documents.packet.recipes import Recipe
from documents.queries import Paper, Prepared
from documents.review import State
from documents.tables import Exhibit, Revision
from infra.blobs import blobs
from kernel.disclosure import Audience


@dataclass(frozen=True, slots=True)
class Written:
    """What a paper was written from, by the digests of what was kept, and the Word file that came of it."""

    as_of: date
    facts_sha: str
    imprint_sha: str | None
    word_sha: str


@dataclass(frozen=True, slots=True)
class BoundPart:
    """One paper or exhibit by the digest of its bytes, or the reason why it is missing."""

    label: str
    title: str
    sha: str | None
    problem: str | None
    mark: str = ""
    version: int = 1
    sheet: ExhibitSheet | None = None
    sticker: str = ""
    exhibit: bool = False
    numbers: tuple[str, ...] = ()
    written: Written | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """The parts of one packet and its cover. ``draft`` when a paper in it is not approved.

    ``issue`` is what it will be on record as when it is handed out, ``numbers`` are those that its case is known by.
    """

    cover: Cover
    parts: tuple[BoundPart, ...]
    draft: bool
    label: str
    title: str
    tab: str
    duplex: bool
    changes: ChangeSheet | None
    issue: Issue
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Something that may stand in a packet: how it is known from issue to issue, and the reason if it is missing."""

    given: Given
    problem: str | None
    written: Written | None = None


def changed_pages(bundle: Bundle) -> Bundle | None:
    """Only what changed since the issue before, under the addresses it has in the packet; None where nothing did."""
    if bundle.changes is None or not bundle.changes.changes:
        return None
    marks = {change.mark for change in bundle.changes.changes}
    cover = replace(bundle.cover, title=f"{bundle.cover.title}: changed pages of issue {bundle.issue.number}")
    return replace(bundle, cover=cover, parts=tuple(part for part in bundle.parts if part.mark in marks))


def bundle_of(one: Prepared, recipe: Recipe, *, tab: str = "", issues: Sequence[Issue] = ()) -> Bundle:
    """The packet of a hearing by a recipe: papers in order, then exhibits; what was issued before keeps its place."""
    found = [*_papers(one, recipe), *_exhibits(one, recipe)]
    issue, since = _issue(issues, [each.given for each in found], tab)
    known = {each.given.key: each for each in found}
    draft = recipe.audience == Audience.INTERNAL and not all(paper.approved for paper in one.papers)
    exhibits = [each for each in issue.listed if each.exhibit]
    hearing = one.matter.hearing
    return Bundle(
        cover=_cover(one, recipe, draft, issue),
        parts=tuple(
            _part(each, known.get(each.key), recipe, exhibits.index(each) + 1 if each.exhibit else 0, one)
            for each in issue.listed
        ),
        draft=draft,
        label=clock_time(hearing.at),
        title=f"{_parties(one)[1]}, {hearing.docket or hearing.case_no}{' (draft)' if draft else ''}",
        tab=issue.tab,
        duplex=recipe.duplex,
        changes=_changes(since, issue),
        issue=issue,
        numbers=tuple(filter(None, (hearing.case_no, hearing.docket))),
    )


def contents(bundle: Bundle) -> Contents:
    """The bundle with its bytes, ready to be bound."""
    parts = tuple(
        Part(
            part.label, part.title, blobs().get(part.sha) if part.sha else None, part.problem, part.mark, part.version,
            part.sheet, part.exhibit, part.sticker, part.numbers,
        )
        for part in bundle.parts
    )  # fmt: skip
    return Contents(bundle.cover, parts, bundle.label, bundle.title, bundle.tab, bundle.duplex, bundle.changes)


def withheld(bundle: Bundle, why: str) -> Contents:
    """In place of a packet that cannot be built: its cover, and one page that says why."""
    part = Part("1", bundle.title, None, why, "1")
    return Contents(bundle.cover, (part,), bundle.label, bundle.title, bundle.tab, bundle.duplex)


def _papers(one: Prepared, recipe: Recipe) -> list[_Candidate]:
    hidden = one.matter.record.protected_words
    placed = [(place, paper) for paper in one.papers if (place := recipe.place(paper.kind)) is not None]
    fitting = [paper for _, paper in sorted(placed, key=lambda found: found[0]) if _is_for(paper, recipe.audience)]
    return [_paper(paper, hidden, recipe.audience) for paper in fitting]


def _is_for(paper: Paper, audience: Audience) -> bool:
    """What is not made yet is shown as missing inside the office only."""
    if paper.revision is None:
        return audience == Audience.INTERNAL
    return may_be_given(Audience(paper.revision.audience), audience)


def _paper(paper: Paper, hidden: Sequence[str], audience: Audience) -> _Candidate:
    key, revision = f"paper {paper.kind}", paper.revision
    if revision is None:
        return _missing(key, paper.title, paper.problem or "This paper has not been made yet.")
    if paper.stale and _tells(revision, hidden):
        return _missing(key, paper.title, "It tells what has been protected since; prepare it again.")
    if audience == Audience.INTERNAL:
        title = f"{paper.title} ({_standing(paper)})"
        return _Candidate(Given(key, title, revision.pdf_sha, revision.pages), None, _written(revision))
    if not paper.approved:
        return _missing(key, paper.title, "It is not approved by an attorney.")
    return _Candidate(Given(key, paper.title, revision.pdf_sha, revision.pages), None, _written(revision))


def _written(revision: Revision) -> Written:
    return Written(revision.as_of, revision.facts_sha, revision.imprint_sha, revision.word_sha)


def _missing(key: str, title: str, why: str, *, exhibit: bool = False) -> _Candidate:
    return _Candidate(Given(key, title, None, 0, exhibit), why)


def _tells(revision: Revision, hidden: Sequence[str]) -> bool:
    """Whether a paper was made of words that a protection flag hides by now."""
    facts = blobs().get(revision.facts_sha).decode()
    return any(leak.kind == PROTECTED_WORDS for leak in find_leaks(facts, protected=hidden))


def _standing(paper: Paper) -> str:
    assert paper.revision is not None  # noqa: S101 - asked only of papers that exist
    number = f"revision {paper.revision.number}"
    if paper.stale:
        return f"draft, {number}, out of date"
    return f"{number}, approved" if paper.revision.state == State.APPROVED else f"draft, {number}, not approved"


def _exhibits(one: Prepared, recipe: Recipe) -> list[_Candidate]:
    return [_exhibit(exhibit) for exhibit in one.exhibits] if recipe.exhibits else []


def _exhibit(exhibit: Exhibit) -> _Candidate:
    key = f"exhibit {exhibit.id}"
    if exhibit.rebuilt_sha is None:
        return _missing(key, exhibit.title, exhibit.problem or "This exhibit has not been opened yet.", exhibit=True)
    return _Candidate(Given(key, exhibit.title, exhibit.rebuilt_sha, exhibit.pages or 0, exhibit=True), None)


def _part(listed: Listed, known: _Candidate | None, recipe: Recipe, number: int, one: Prepared) -> BoundPart:
    label = f"Ex. {listed.mark}" if listed.exhibit else listed.mark
    if listed.withdrawn:
        return BoundPart(label, listed.title, None, WITHDRAWN, listed.mark, listed.version)
    sticker = recipe.exhibit_label.format(mark=listed.mark, number=number) if listed.exhibit else ""
    sheet = None
    if sticker and recipe.sheets:
        hearing = one.matter.hearing
        sheet = ExhibitSheet(sticker, " v. ".join(_parties(one)), hearing.docket or hearing.case_no)
    numbers = production_numbers(listed, recipe.prefix) if recipe.prefix else ()
    problem, written = (known.problem, known.written) if known else (None, None)
    return BoundPart(
        label, listed.title, listed.sha, problem, listed.mark, listed.version, sheet, sticker, listed.exhibit, numbers,
        written,
    )  # fmt: skip


def _issue(issues: Sequence[Issue], given: Sequence[Given], tab: str) -> tuple[Issue, Issue | None]:
    """The issue that these documents make, and the one it is compared with; unchanged, it is the last one still."""
    last = issues[-1] if issues else None
    found = reissue(last, given, tab=tab)
    if last is None or changes_since(last, found):
        return found, last
    return replace(found, number=last.number), issues[-2] if len(issues) > 1 else None


def _changes(last: Issue | None, issue: Issue) -> ChangeSheet | None:
    if last is None:
        return None
    since = f"Changes since issue {last.number}. What is not named here stands as it stood, under the same addresses."
    return ChangeSheet(f"Issue {issue.number}", since, changes_since(last, issue))


def _cover(one: Prepared, recipe: Recipe, draft: bool, issue: Issue) -> Cover:
    hearing, (plaintiff, defendant) = one.matter.hearing, _parties(one)
    inside = recipe.audience == Audience.INTERNAL
    lines = [
        ("File number", hearing.docket),
        ("Case", hearing.case_no),
        ("Hearing", one.matter.kind.name),
        ("When", f"{hearing.on:%A, %B} {hearing.on.day}, {hearing.on.year}, {clock_time(hearing.at)}"),
        ("Where", ", courtroom ".join(part for part in (hearing.courthouse, hearing.room) if part)),
        ("Judge", hearing.judge),
    ]
    if issue.tab:
        lines.append(("Tab", issue.tab))
    if issue.number > 1:
        lines.append(("Issue", str(issue.number)))
    if inside:
        lines.append(("Ready", f"No: {len(one.gaps)} gaps" if one.gaps else "Yes"))
    return Cover(
        running=f"Packet {hearing.case_no}{' · DRAFT' if draft else ''}",
        heading=one.matter.office.letterhead,
        title=recipe.title,
        caption=f"{plaintiff}\nv.\n{defendant}",
        lines=tuple(lines),
        note=f"{recipe.note} Papers marked draft are not approved by an attorney.".strip() if draft else recipe.note,
    )


def _parties(one: Prepared) -> tuple[str, str]:
    obligee, obligor = one.matter.record.person("obligee"), one.matter.record.person("obligor")
    plaintiff = one.matter.office.plaintiff.format(
        county=one.matter.office.county, obligee=spoken(obligee.name) if obligee else ""
    )
    return plaintiff, spoken(obligor.name) if obligor else ""
