"""What goes into the packet of a hearing, in which order, and what its cover says."""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.names import spoken
from documents.packet.covers import Cover
from documents.gather.calendar import clock_time
from documents.leaks import PROTECTED_WORDS, find_leaks
from documents.packet.building import Contents, Part
from documents.queries import Paper, Prepared
from documents.review import State
from documents.tables import Exhibit, Revision
from infra.blobs import blobs


@dataclass(frozen=True, slots=True)
class BoundPart:
    """One paper or exhibit by the digest of its bytes, or the reason why it is missing."""

    label: str
    title: str
    sha: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Bundle:
    """The parts of one packet and its cover. ``draft`` when a paper in it is not approved."""

    cover: Cover
    parts: tuple[BoundPart, ...]
    draft: bool
    label: str
    title: str


def bundle_of(one: Prepared) -> Bundle:
    """The packet of a hearing: papers in their order, then exhibits A, B, C."""
    hidden = one.matter.record.protected_words
    papers = [_paper(place, paper, hidden) for place, paper in enumerate(one.papers, start=1)]
    exhibits = [_exhibit(exhibit, place) for place, exhibit in enumerate(one.exhibits)]
    draft = not all(paper.approved for paper in one.papers)
    hearing = one.matter.hearing
    return Bundle(
        cover=_cover(one, draft),
        parts=(*papers, *exhibits),
        draft=draft,
        label=clock_time(hearing.at),
        title=f"{_parties(one)[1]}, {hearing.docket or hearing.case_no}{' (draft)' if draft else ''}",
    )


def contents(bundle: Bundle) -> Contents:
    """The bundle with its bytes, ready to be bound."""
    parts = tuple(
        Part(part.label, part.title, blobs().get(part.sha) if part.sha else None, problem=part.problem)
        for part in bundle.parts
    )
    return Contents(bundle.cover, parts, bundle.label, bundle.title)


def exhibit_letter(place: int) -> str:
    """A to Z, then AA, AB and so on; counted from zero."""
    return (exhibit_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _cover(one: Prepared, draft: bool) -> Cover:
    hearing, (plaintiff, defendant) = one.matter.hearing, _parties(one)
    note = "Attorney's packet. Not for filing."
    return Cover(
        running=f"Packet {hearing.case_no}{' · DRAFT' if draft else ''}",
        heading=one.matter.office.letterhead,
        title="Hearing packet",
        caption=f"{plaintiff}\nv.\n{defendant}",
        lines=(
            ("File number", hearing.docket),
            ("Case", hearing.case_no),
            ("Hearing", one.matter.kind.name),
            ("When", f"{hearing.on:%A, %B} {hearing.on.day}, {hearing.on.year}, {clock_time(hearing.at)}"),
            ("Where", ", courtroom ".join(part for part in (hearing.courthouse, hearing.room) if part)),
            ("Judge", hearing.judge),
            ("Ready", f"No: {len(one.gaps)} gaps" if one.gaps else "Yes"),
        ),
        note=f"{note} Papers marked draft are not approved by an attorney." if draft else note,
    )


def _parties(one: Prepared) -> tuple[str, str]:
    obligee, obligor = one.matter.record.person("obligee"), one.matter.record.person("obligor")
    plaintiff = one.matter.office.plaintiff.format(
        county=one.matter.office.county, obligee=spoken(obligee.name) if obligee else ""
    )
    return plaintiff, spoken(obligor.name) if obligor else ""


def _paper(place: int, paper: Paper, hidden: Sequence[str]) -> BoundPart:
    if paper.revision is None:
        return BoundPart(str(place), paper.title, None, paper.problem or "This paper has not been made yet.")
    if paper.stale and _tells(paper.revision, hidden):
        return BoundPart(str(place), paper.title, None, "It tells what has been protected since; prepare it again.")
    return BoundPart(str(place), f"{paper.title} ({_standing(paper)})", paper.revision.pdf_sha, None)


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


def _exhibit(exhibit: Exhibit, place: int) -> BoundPart:
    label = f"Ex. {exhibit_letter(place)}"
    if exhibit.rebuilt_sha is None:
        return BoundPart(label, exhibit.title, None, exhibit.problem or "This exhibit has not been opened yet.")
    return BoundPart(label, exhibit.title, exhibit.rebuilt_sha, None)
