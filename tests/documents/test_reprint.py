"""A revision printed once more says what the copy on file says."""

import pytest

from documents.errors import NotReprintable
from documents.papers import current_revision
from documents.reprint import reprint
from documents.tables import Revision
from infra.blobs import blobs
from tests.documents.desk import PROTECTED, SHOW_CAUSE, Desk


def revision_of(desk: Desk, case_no: str, kind: str) -> Revision:
    with desk.database.reading() as db:
        found = current_revision(db, desk.hearings[case_no], kind)
    assert found is not None
    return found


@pytest.mark.parametrize("case_no", [SHOW_CAUSE, PROTECTED])
@pytest.mark.parametrize("kind", ["fact-sheet", "payment-history"])
def test_a_reprint_is_the_copy_on_file_byte_for_byte(desk: Desk, case_no: str, kind: str) -> None:
    again = reprint(revision_of(desk, case_no, kind))
    assert (again.same_word_bytes, again.same_pdf_bytes, again.differs) == (True, True, ())


def test_a_reprint_of_other_facts_shows_each_line_that_is_not_the_same(desk: Desk) -> None:
    kept = revision_of(desk, SHOW_CAUSE, "payment-history")
    facts = blobs().get(kept.facts_sha)
    assert SHOW_CAUSE.encode() in facts
    kept.facts_sha = blobs().put(facts.replace(SHOW_CAUSE.encode(), b"7000079999"))
    again = reprint(kept)
    assert not again.same_text
    assert any(line.startswith("-") and SHOW_CAUSE in line for line in again.differs)
    assert any(line.startswith("+") and "7000079999" in line for line in again.differs)


def test_a_revision_whose_template_was_not_kept_is_refused(desk: Desk) -> None:
    kept = revision_of(desk, SHOW_CAUSE, "payment-history")
    kept.imprint_sha = None
    with pytest.raises(NotReprintable, match="before templates were kept"):
        reprint(kept)
