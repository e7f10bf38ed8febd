"""What a court would send an envelope back for, looked for before it goes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.leaks import find_leaks
from filings.facts import Finding
from filings.look import Look
from filings.manifest import Item, Manifest
from kernel.disclosure import Audience
from law.nc.filing import court_of
from offices.facts import OfficeSettings

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of an envelope with what is known about it today."""

    item: Item
    approved: bool
    """Whether an attorney approved exactly these bytes, and that stands."""
    changes: tuple[str, ...]
    missing: tuple[str, ...]
    size: int
    look: Look


def checked(
    manifest: Manifest,
    papers: Sequence[Paper],
    office: OfficeSettings,
    *,
    protected: Sequence[str],
    changed: bool,
    filed_before: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Every finding about an envelope: the envelope's own first, then document by document."""
    whole = [*_envelope(manifest, office, changed), *_sizes(papers, office), *_notes(manifest, filed_before)]
    return (*whole, *(finding for paper in papers for finding in _document(paper, office, protected)))


def _envelope(manifest: Manifest, office: OfficeSettings, changed: bool) -> Iterator[Finding]:
    if manifest.lead is None:
        yield Finding("No lead document", "The lead document of this hearing is not made yet.")
    if changed:
        yield Finding("Papers have changed", "The hearing has other papers now than this envelope; assemble it again.")
    if not manifest.court.county:
        yield Finding("No court", "The office's settings name no county, so no court.")
    court = court_of(manifest.docket.normal)
    if court is None:
        yield Finding("Not a file number", f"'{manifest.docket.as_given}' is not the file number of a court.")
    elif office.court_suffix and court != office.court_suffix:
        yield Finding("Another court's number", f"{manifest.docket.normal} is a file number of another county's court.")
    for party in manifest.parties:
        if not party.name:
            yield Finding("A party is not named", f"The {party.role} has no name.")


def _sizes(papers: Sequence[Paper], office: OfficeSettings) -> Iterator[Finding]:
    total = sum(paper.size for paper in papers)
    if total > office.largest_envelope_mb * MEGABYTE:
        most = f"the court takes {office.largest_envelope_mb} MB at most"
        yield Finding("The envelope is too large", f"The envelope is {_mb(total)}, and {most}.")


def _notes(manifest: Manifest, filed_before: Sequence[str]) -> Iterator[Finding]:
    unverified = sorted({item.code for item in manifest.items if not item.code_verified})
    if unverified:
        told = f"Nobody has confirmed with the clerk's office: filing code {', '.join(unverified)}."
        yield Finding("Unverified filing code", told, blocks=False)
    if filed_before:
        told = f"The court accepted envelope {', '.join(filed_before)} for this hearing; this one is filed in addition."
        yield Finding("Filed before", told, blocks=False)


def _document(paper: Paper, office: OfficeSettings, protected: Sequence[str]) -> Iterator[Finding]:
    title = paper.item.title
    if not paper.approved:
        yield Finding("Not approved", f"{title} is not approved by an attorney in exactly these bytes.")
    if paper.changes:
        yield Finding("Out of date", f"{title} no longer says what the case says: {_some(paper.changes)}.")
    if paper.missing:
        yield Finding("Facts are missing", f"{title} lacks {_some(paper.missing)}.")
    if paper.size > office.largest_file_mb * MEGABYTE:
        most = f"the court takes {office.largest_file_mb} MB at most for one file"
        yield Finding("The file is too large", f"{title} is {_mb(paper.size)}, and {most}.")
    yield from _as_a_file(title, paper.look)
    yield from _told(paper, protected)


def _as_a_file(title: str, look: Look) -> Iterator[Finding]:
    if look.encrypted:
        yield Finding("Encrypted", f"{title} is encrypted or has a password.")
        return
    if not look.readable:
        yield Finding("Not readable", f"{title} cannot be opened as a PDF.")
        return
    if look.without_text:
        yield Finding("Not searchable", f"{title} has no text to search on {_pages(look.without_text)}.")
    if look.not_letter:
        yield Finding("Not Letter size", f"{title} is not on Letter paper on {_pages(look.not_letter)}.")
    if look.active:
        yield Finding("Active content", f"{title} holds {_some(look.active)}.")
    if look.fonts_outside:
        yield Finding("Fonts are not embedded", f"{title} lacks the fonts {_some(look.fonts_outside)}.")


def _told(paper: Paper, protected: Sequence[str]) -> Iterator[Finding]:
    """What may not stand in a court paper; full birth dates may only where the public does not read."""
    births = paper.item.audience != Audience.PUBLIC_FILE
    leaks = find_leaks(f"{paper.look.told}\n{paper.item.file_name}", protected=protected, birth_dates=births)
    for kind in sorted({leak.kind for leak in leaks}):
        yield Finding("Confidential", f"{paper.item.title} holds {kind}.")


def _some(things: Sequence[str]) -> str:
    more = f" and {len(things) - 3} more" if len(things) > 3 else ""
    return f"{', '.join(things[:3])}{more}"


def _pages(numbers: Sequence[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {_some([str(number) for number in numbers])}"


def _mb(size: int) -> str:
    return f"{-(-size // MEGABYTE)} MB"
