"""The parts of a packet as files of their own, for a filing system that wants them apart."""

import io

import pytest
from pypdf import PdfReader

from documents.packet.assembly import PartBroken
from documents.packet.covers import Cover
from documents.packet.leaves import ExhibitSheet
from documents.packet.parts import Contents, Part
from documents.packet.separate import separate_files
from documents.reading import page_texts
from tests.documents.packet.papers import paper

SHEET = ExhibitSheet("PLAINTIFF'S EXHIBIT 1", "A v. B", "24 CVD 1")


def exhibit(pdf: bytes | None) -> Part:
    return Part("Ex. A", "Lease", pdf, mark="A", sheet=SHEET, fit=True, sticker=SHEET.label, numbers=("CSE000041",))


def test_papers_stay_byte_for_byte_and_exhibits_bear_their_label() -> None:
    motion = paper("motion", 2)
    lead, attachment = separate_files(
        Contents(Cover("P", "", "P"), (Part("1", "Motion", motion), exhibit(paper("lease", 2))))
    )
    assert (lead.pdf, lead.lead, lead.title) == (motion, True, "Motion")
    assert (attachment.lead, attachment.label) == (False, "Ex. A")
    texts = page_texts(attachment.pdf)
    assert ["PLAINTIFF'S EXHIBIT 1" in text for text in texts] == [True, True, False]
    assert "lease 1/2" in texts[1]
    assert "CSE000041" in texts[1]
    reader = PdfReader(io.BytesIO(attachment.pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Lease"


def test_what_has_no_file_is_left_out_and_what_went_bad_is_not_filed() -> None:
    gone = Part("2", "History", None, problem="It was withdrawn.")
    assert separate_files(Contents(Cover("P", "", "P"), (gone, exhibit(None)))) == ()
    with pytest.raises(PartBroken):
        separate_files(Contents(Cover("P", "", "P"), (exhibit(b"%PDF-1.4 rubbish"),)))
