"""What was converted once is taken from the blobs, as long as it is sound and would come out the same."""

import io
from pathlib import Path

import docx
import pytest

from infra import kept_pdf as keeping
from infra import libreoffice
from infra.kept_pdf import kept_pdf
from infra.pool import own_pool


def _paper(text: str) -> bytes:
    paper, held = docx.Document(), io.BytesIO()
    paper.add_paragraph(text)
    paper.save(held)
    return held.getvalue()


def _conversions() -> int:
    """How many papers the office of this process has converted."""
    with own_pool().lent() as office:
        return office.papers


def _blob(data: Path, content: bytes) -> Path:
    (found,) = (file for file in (data / "blobs").rglob("*") if file.is_file() and file.read_bytes() == content)
    return found


def test_the_same_word_file_is_converted_once_and_another_one_again() -> None:
    before, paper = _conversions(), _paper("Arrears 4,210.00")
    first = kept_pdf(paper)
    assert kept_pdf(paper) == first
    assert _conversions() == before + 1
    assert kept_pdf(_paper("Arrears 3,710.00")) != first
    assert _conversions() == before + 2


def test_a_kept_pdf_that_was_damaged_is_made_anew_and_put_right(data: Path) -> None:
    paper = _paper("damaged")
    first, before = kept_pdf(paper), _conversions()
    kept = _blob(data, first.data)
    kept.write_bytes(first.data[:-1] + b"!")
    assert kept_pdf(paper) == first
    assert _conversions() == before + 1
    assert kept.read_bytes() == first.data
    kept_pdf(paper)
    assert _conversions() == before + 1


@pytest.mark.parametrize("changed", ["fonts", "office_version"])
def test_with_other_fonts_or_another_libreoffice_the_paper_is_converted_again(
    changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = _paper(changed)
    kept_pdf(paper)
    before = _conversions()
    monkeypatch.setattr(keeping, changed, lambda: "another")
    keeping._way_of_making.cache_clear()
    kept_pdf(paper)
    keeping._way_of_making.cache_clear()
    assert _conversions() == before + 1


def test_fonts_and_libreoffice_are_told_apart_by_what_the_machine_says() -> None:
    assert len(libreoffice.fonts()) == 64
    assert libreoffice.office_version()[0].isdigit()
