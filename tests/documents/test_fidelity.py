"""How each template prints its sample is kept; whatever changes on paper is found, named and shown."""

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PIL import Image

from documents import fidelity
from documents.clinic.filling import filled_in
from documents.fidelity import Drifted, FontSubstituted, NeverAccepted, accept, check_print
from documents.manifests import ROOT, Template, template, template_named, templates
from documents.print_picture import pages_as_pictures
from documents.prints import Line, Print, PrintBroken, changed_lines, differences, kept_print, lean_is_proved
from documents.twin import lean
from infra.converter import to_pdf

STATES = sorted({manifest.parent.parent.name for manifest in ROOT.glob("*/*/manifest.toml")})
EVERY = [each for state in STATES for each in templates(state)]
PAPER = "nc/payment-history"


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.manifest.id)
def test_every_template_prints_its_sample_as_it_was_accepted_and_so_does_its_lean_twin(
    each: Template, tmp_path: Path
) -> None:
    check_print(each, tmp_path)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder of templates that a test may change."""
    root = tmp_path / "templates"
    shutil.copytree(ROOT / PAPER, root / PAPER)
    return root


def _changed(root: Path, heading: str, *, font: str = "") -> Template:
    """The template with another heading."""
    file = root / PAPER / "template.docx"
    word = docx.Document(str(file))
    first = next(run for paragraph in word.paragraphs for run in paragraph.runs if run.text.strip())
    first.text = heading
    if font:
        first.font.name = font
    word.save(str(file))
    return template(root / PAPER)


def _as_if_accepted_before(root: Path, now: Template) -> None:
    """The old print stands, with the digest of the new template: only paper can tell them apart."""
    file = root / PAPER / "print.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"template": now.digest}))


def test_a_template_whose_print_nobody_accepted_is_refused_with_the_command_to_run(copied: Path) -> None:
    (copied / PAPER / "print.json").unlink()
    with pytest.raises(NeverAccepted, match=f"courtready templates accept {PAPER}"):
        check_print(template(copied / PAPER), copied, copied)


def test_a_changed_template_has_to_be_accepted_anew(copied: Path) -> None:
    changed = _changed(copied, "Another heading")
    with pytest.raises(NeverAccepted, match="has changed since its print was accepted"):
        check_print(changed, copied, copied)
    accept(changed, copied)
    check_print(changed, copied, copied)


def test_a_line_that_prints_otherwise_is_named_with_a_picture_of_both(copied: Path) -> None:
    changed = _changed(copied, "A heading that nobody accepted")
    _as_if_accepted_before(copied, changed)
    with pytest.raises(Drifted) as drifted:
        check_print(changed, copied / "pictures", copied)
    assert "A heading that nobody accepted" in str(drifted.value)
    assert "as accepted" in str(drifted.value)
    assert str(drifted.value).endswith(f"See {copied}/pictures/nc-payment-history.png")
    with Image.open(drifted.value.picture) as picture:
        assert picture.width > 1.9 * 8.5 * 108


def test_another_libreoffice_is_compared_all_the_same_and_named(copied: Path) -> None:
    changed = _changed(copied, "A heading that nobody accepted")
    _as_if_accepted_before(copied, changed)
    file = copied / PAPER / "print.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"libreoffice": "25.2.3.2"}))
    with pytest.raises(Drifted, match=r"accepted with LibreOffice 25\.2\.3\.2, printed with LibreOffice \d"):
        check_print(changed, copied, copied)


def test_a_font_that_this_machine_has_not_is_named_before_anything_is_accepted(copied: Path) -> None:
    changed = _changed(copied, "In a font from elsewhere", font="Century Schoolbook")
    with pytest.raises(FontSubstituted, match="fonts that this machine has not: Century Schoolbook"):
        accept(changed, copied)


def test_a_font_with_a_bundled_twin_of_the_same_widths_is_no_substitution(copied: Path) -> None:
    accept(_changed(copied, "In Times", font="Times New Roman"), copied)


def test_a_print_that_cannot_be_read_is_refused_in_words(copied: Path) -> None:
    (copied / PAPER / "print.json").write_text('{"pages": [["half a')
    with pytest.raises(PrintBroken, match=r"print\.json of 'payment-history' cannot be read"):
        check_print(template(copied / PAPER), copied, copied)


A, B, C = Line(54, 100, "Arrears on November 20"), Line(54, 115, "are $7,139.26."), Line(54, 130, "Paid: nothing.")
KEPT = Print("digest", "7.4.7.2", lean=True, fonts=("Carlito",), pages=((A, B, C),))


def test_papers_that_print_alike_do_not_differ() -> None:
    assert differences(KEPT, KEPT) == ()
    assert differences(KEPT, replace(KEPT, pages=((A, replace(B, y=117), C),))) == ()


@pytest.mark.parametrize(
    ("now", "words"),
    [({"pages": ((A, B), (C,))}, "it has 2 pages and had 1"),
     ({"fonts": ("DejaVuSans",)}, "the font Carlito is no longer used"),
     ({"fonts": ("Carlito", "DejaVuSans")}, "the font DejaVuSans is new"),
     ({"pages": ((A, Line(54, 115, "are"), Line(54, 130, "$7,139.26."), C),)}, "page 1: 'are' where it said 'are $7,"),
     ({"pages": ((A, C),)}, "page 1: no line 'are $7,139.26.'"),
     ({"pages": ((A, B, C, A),)}, "page 1: new line 'Arrears on November 20'"),
     ({"pages": ((A, B, replace(C, y=144)),)}, "page 1: 1 lines moved, 'Paid: nothing.' by 14 points")],
    ids=["pages", "font gone", "font new", "line break", "line gone", "line new", "moved"],
)  # fmt: skip
def test_each_difference_on_paper_is_told_in_words(now: dict[str, object], words: str) -> None:
    assert any(words in told for told in differences(KEPT, replace(KEPT, **now)))  # type: ignore[arg-type]


def test_lines_that_only_moved_are_told_apart_from_lines_that_changed() -> None:
    changed, moved = changed_lines((A, B), (replace(A, y=110), Line(54, 125, "are nothing.")))
    assert changed == ["'are nothing.' where it said 'are $7,139.26.'"]
    assert moved == [(replace(A, y=110), 10)]


def test_the_twin_is_used_for_templates_whose_print_says_so_and_for_no_other() -> None:
    proved = template_named(PAPER, EVERY)
    kept = kept_print(ROOT / PAPER)
    assert kept is not None
    assert lean_is_proved(proved.digest) == kept.lean
    assert not lean_is_proved("of a template that somebody brought")


def test_a_twin_that_prints_otherwise_is_found_and_not_used(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(word: bytes) -> bytes:
        paper, held = docx.Document(io.BytesIO(lean(word))), io.BytesIO()
        paper.add_paragraph("A line more")
        paper.save(held)
        return held.getvalue()

    monkeypatch.setattr(fidelity, "lean", careless)
    kept = template(copied / PAPER)
    assert not accept(kept, copied).lean
    proved = json.loads((copied / PAPER / "print.json").read_text()) | {"lean": True}
    (copied / PAPER / "print.json").write_text(json.dumps(proved))
    with pytest.raises(Drifted, match="its lean twin no longer prints the same"):
        check_print(kept, copied, copied)


def test_the_pixels_of_paper_and_twin_are_compared_and_not_their_words() -> None:
    word = filled_in(template_named(PAPER, EVERY)).word
    paper, held = docx.Document(io.BytesIO(word)), io.BytesIO()
    next(run for one in paper.paragraphs for run in one.runs if run.text.strip()).font.bold = None
    next(run for one in paper.paragraphs for run in one.runs if run.text.strip()).font.italic = True
    paper.save(held)
    assert pages_as_pictures(to_pdf(word).data) != pages_as_pictures(to_pdf(held.getvalue()).data)
