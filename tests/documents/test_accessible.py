"""The PDF of every template, looked over by a checker that is not ours."""

import io
from pathlib import Path

import pikepdf
import pytest
from pdfua import Severity, validate

from documents.clinic.filling import filled_in
from documents.manifests import ROOT, Template, templates
from documents.twin import lean
from infra.converter import to_pdf

STATES = sorted({manifest.parent.parent.name for manifest in ROOT.glob("*/*/manifest.toml")})
EVERY = [each for state in STATES for each in templates(state)]


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.manifest.id)
def test_every_paper_is_tagged_titled_and_in_english_with_headers_and_alternative_texts(
    each: Template, tmp_path: Path
) -> None:
    """pdfua checks 16 rules of ISO 14289-1 that a machine can decide: tags, language, title, headers, pictures."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(to_pdf(lean(filled_in(each).word)).data)
    report = validate(file)
    assert [f"{found.rule_id}: {found.message}" for found in report.findings if found.severity is Severity.ERROR] == []
    with pikepdf.open(file) as pdf:
        assert str(pdf.docinfo.Title) == each.manifest.title


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    file, held = tmp_path / "paper.pdf", io.BytesIO()
    with pikepdf.open(io.BytesIO(to_pdf(filled_in(EVERY[0]).word).data)) as pdf:
        del pdf.Root.Lang
        del pdf.Root.MarkInfo
        pdf.save(held)
    file.write_bytes(held.getvalue())
    found = {found.rule_id for found in validate(file).findings if found.severity is Severity.ERROR}
    assert {"UA-01-002", "UA-06-001"} <= found
