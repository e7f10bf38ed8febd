"""What a court would send back is found before an envelope goes out."""

from dataclasses import replace
from datetime import date

import pytest

from filings.facts import Finding
from filings.look import Look
from filings.manifest import Court, Docket, Item, Manifest, NamedParty, manifest
from filings.prechecks import MEGABYTE, Paper, checked
from offices.facts import OfficeSettings

OFFICE = OfficeSettings(county="Mecklenburg", court_suffix="590")
MOTION = Item(
    kind="motion-and-order-to-show-cause", title="Motion", audience="public file", code="MOSC", code_name="Motion",
    code_verified=True, revision_id=1, file_name="2026-12-08-7000070444-motion.pdf", pages=2, sha256="a" * 64,
)  # fmt: skip
HISTORY = replace(MOTION, kind="payment-history", title="Payment History", audience="court", revision_id=2)
ENVELOPE = Manifest(
    court=Court("North Carolina", "Mecklenburg", "District Court Division"),
    docket=Docket("22 CVD 12423", "22CVD012423-590"),
    case_no="7000070444",
    parties=(NamedParty("Mecklenburg County o/b/o ANN LEE", "plaintiff"), NamedParty("LUIS ABERNETHY", "defendant")),
    hearing_code="HOSC", hearing_name="Show cause", hearing_on=date(2026, 12, 8), lead=MOTION, attachments=(HISTORY,),
)  # fmt: skip
FINE = Paper(MOTION, approved=True, changes=(), missing=(), size=1000, look=Look(pages=2, told="A motion."))


def _found(
    *papers: Paper, envelope: Manifest = ENVELOPE, office: OfficeSettings = OFFICE, protected: tuple[str, ...] = (),
    changed: bool = False, filed_before: tuple[str, ...] = (),
) -> tuple[Finding, ...]:  # fmt: skip
    given = papers or (FINE,)
    return checked(envelope, given, office, protected=protected, changed=changed, filed_before=filed_before)


def _seen(**seen: object) -> Paper:
    return replace(FINE, look=replace(FINE.look, **seen))


def test_an_envelope_with_nothing_wrong_has_no_findings() -> None:
    assert _found() == ()


@pytest.mark.parametrize(
    ("paper", "finding"),
    [
        (
            replace(FINE, approved=False),
            Finding("Not approved", "Motion is not approved by an attorney in exactly these bytes."),
        ),
        (
            replace(FINE, changes=("Arrears: $4,210.00 → $3,710.00",)),
            Finding("Out of date", "Motion no longer says what the case says: Arrears: $4,210.00 → $3,710.00."),
        ),
        (replace(FINE, missing=("File number",)), Finding("Facts are missing", "Motion lacks File number.")),
        (_seen(without_text=(2, 3)), Finding("Not searchable", "Motion has no text to search on pages 2, 3.")),
        (_seen(not_letter=(1,)), Finding("Not Letter size", "Motion is not on Letter paper on page 1.")),
        (_seen(active=("a script",)), Finding("Active content", "Motion holds a script.")),
        (_seen(fonts_outside=("Arial",)), Finding("Fonts are not embedded", "Motion lacks the fonts Arial.")),
        (_seen(encrypted=True), Finding("Encrypted", "Motion is encrypted or has a password.")),
        (_seen(readable=False), Finding("Not readable", "Motion cannot be opened as a PDF.")),
        (_seen(told="SSN 219-09-9999"), Finding("Confidential", "Motion holds a Social Security number.")),
        (_seen(told="Born 05/14/1980"), Finding("Confidential", "Motion holds a full birth date.")),
        (
            replace(FINE, size=25 * MEGABYTE + 1),
            Finding("The file is too large", "Motion is 26 MB, and the court takes 25 MB at most for one file."),
        ),
    ],
)
def test_each_fault_of_a_document_blocks_and_is_said_in_one_sentence(paper: Paper, finding: Finding) -> None:
    assert _found(paper) == (finding,)
    assert finding.blocks


@pytest.mark.parametrize(
    ("envelope", "what"),
    [
        (replace(ENVELOPE, lead=None), "No lead document"),
        (replace(ENVELOPE, court=replace(ENVELOPE.court, county="")), "No court"),
        (replace(ENVELOPE, docket=Docket("pending", "PENDING")), "Not a file number"),
        (replace(ENVELOPE, docket=Docket("", "")), "Not a file number"),
        (replace(ENVELOPE, docket=Docket("22 CVD 12423", "22CVD012423-")), "Not a file number"),
        (replace(ENVELOPE, docket=Docket("22CVD012423-910", "22CVD012423-910")), "Another court's number"),
        (replace(ENVELOPE, parties=(NamedParty("", "defendant"),)), "A party is not named"),
    ],
)
def test_each_fault_of_the_envelope_itself_blocks(envelope: Manifest, what: str) -> None:
    assert [(finding.what, finding.blocks) for finding in _found(envelope=envelope)] == [(what, True)]


def test_papers_made_anew_since_the_envelope_was_assembled_block_it() -> None:
    assert [finding.what for finding in _found(changed=True)] == ["Papers have changed"]


def test_two_files_within_the_limit_may_be_too_large_together() -> None:
    large = replace(FINE, size=20 * MEGABYTE)
    assert _found(large, large) == (
        Finding("The envelope is too large", "The envelope is 40 MB, and the court takes 35 MB at most."),
    )


def test_the_limits_are_the_offices_own() -> None:
    strict = replace(OFFICE, largest_file_mb=1, largest_envelope_mb=1)
    assert _found(replace(FINE, size=2 * MEGABYTE)) == ()
    assert len(_found(replace(FINE, size=2 * MEGABYTE), office=strict)) == 2


def test_the_words_of_a_protected_person_block_without_being_repeated() -> None:
    (found,) = _found(_seen(told="She lives at 12 Hidden\nLane."), protected=("12 HIDDEN LANE",))
    assert found == Finding("Confidential", "Motion holds protected words.")


def test_the_name_of_a_file_is_read_as_well_as_its_text() -> None:
    named = replace(FINE, item=replace(MOTION, file_name="12-hidden-lane.pdf"))
    assert [finding.what for finding in _found(named, protected=("12 Hidden Lane",))] == ["Confidential"]


def test_the_last_four_digits_are_no_finding() -> None:
    assert _found(_seen(told="SSN ending in 9999")) == ()


def test_a_birth_date_may_stand_in_a_paper_that_is_not_for_the_public_file() -> None:
    history = replace(FINE, item=HISTORY, look=replace(FINE.look, told="Born 05/14/1980"))
    assert _found(history) == ()


def test_a_filing_code_that_nobody_confirmed_is_told_and_does_not_block() -> None:
    unverified = replace(ENVELOPE, lead=replace(MOTION, code_verified=False))
    assert _found(envelope=unverified) == (
        Finding(
            "Unverified filing code", "Nobody has confirmed with the clerk's office: filing code MOSC.", blocks=False
        ),
    )


def test_an_earlier_filing_for_the_hearing_is_told_and_does_not_block() -> None:
    (found,) = _found(filed_before=("E-000003",))
    assert (found.what, found.blocks) == ("Filed before", False)


def test_a_manifest_survives_its_json_form() -> None:
    assert manifest(ENVELOPE.told()) == ENVELOPE
    assert manifest(replace(ENVELOPE, lead=None).told()) == replace(ENVELOPE, lead=None)
