"""What California's papers begin with, and what people wrote for them."""

from typing import Any

from documents.facts.california import CourtCaption
from documents.gather import people
from documents.gather.calendar import hearing_facts
from documents.gather.heading import caption, office
from documents.gather.matter import Matter
from documents.gather.people import money_note, note
from kernel.disclosure import Disclosure
from kernel.traced import Trace, Traced


def court_caption(of: Matter) -> CourtCaption:
    """How the court names the case, under the office's own labels."""
    named, settings = caption(of), of.office

    def label(words: str) -> Traced[str]:
        return Traced(words, Trace("Office settings", settings.letterhead))

    return CourtCaption(
        county=named.county,
        plaintiff=named.plaintiff,
        plaintiff_label=label(settings.plaintiff_label),
        defendant=named.defendant,
        defendant_label=label(settings.defendant_label),
        other_parent=people.party(of.record, "obligee").name,
        other_parent_label=label(settings.other_parent_label),
        file_number=named.file_number,
    )


def filing(of: Matter) -> dict[str, Any]:
    """The office, the caption and the hearing, which every paper for the court has."""
    return {
        "office": office(of),
        "caption": court_caption(of),
        "case_number": Traced(of.record.case_no, of.hearing.trace),
        "hearing": hearing_facts(of.hearing, of.kind),
    }


def for_court(of: Matter, *names: str) -> dict[str, Any]:
    """Entries that were written to stand in a court paper, by name."""
    return {name: note(of.record, name).as_(Disclosure.OPEN) for name in names}


def amounts_for_court(of: Matter, *names: str) -> dict[str, Any]:
    """Entries of money that were written to stand in a court paper, by name."""
    return {name: money_note(of.record, name).as_(Disclosure.OPEN) for name in names}
