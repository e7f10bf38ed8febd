"""Forms that come from outside: broken, locked, hostile, and the official ones where they can be had."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from documents.embedded import fonts_not_embedded
from documents.forms.checking import check as checked
from documents.forms.errors import FormBroken
from documents.forms.filling import fill
from documents.forms.mapping import Mapping, mapping_for, mappings
from documents.forms.opening import open_form, pictures_of
from documents.forms.plates import Plate
from documents.forms.tying import tie
from infra.child import Limits
from tests.documents.form_facts import NARRATIVE, facts_for
from tests.documents.form_files import LINES, check, form, text
from tests.house.tree import ROOT

OFFICIAL = Path(os.environ.get("COURT_FORMS", ROOT.parent / "shared" / "data" / "forms"))
SEVEN = {path.stem for path in (ROOT / "templates" / "forms").glob("*.toml")}
PLACE = (50, 700, 250, 716)
PLAIN = form([text("name", PLACE, "PETITIONER:"), check("a", (50, 600, 60, 610), "Yes")])


def _spoilt(spoil: object) -> bytes:
    return form([text("name", PLACE)], then=spoil)  # type: ignore[arg-type]


def _circle(pdf: pikepdf.Pdf) -> None:
    box = pdf.pages[0].obj.Annots[0]
    box.Parent = box


def _crowd(pdf: pikepdf.Pdf) -> None:
    box = pdf.pages[0].obj.Annots[0]
    pdf.pages[0].obj.Annots = Array([box] * 6_000)


def _no_fields(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots


def _only_xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.NeedsRendering = True


def _strange_rect(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Rect = Array([String("a"), 1, 2])


def _far_away(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Rect = Array([0, 0, 10**17, 10**17])


def _strange_flags(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Ff = Name("/Many")


def _many_pages(pdf: pikepdf.Pdf) -> None:
    for _ in range(300):
        pdf.add_blank_page()


@pytest.mark.parametrize(
    ("pdf", "why"),
    [
        (b"", "is not a PDF"),
        (b"PK\x03\x04", "is not a PDF"),
        (b"%PDF-1.7\n%%EOF", "cannot be read as a PDF"),
        (form([text("n", PLACE)], encryption=pikepdf.Encryption(owner="a", user="b")), "is locked with a password"),
        (_spoilt(_circle), "cannot be read as a PDF"),
        (_spoilt(_crowd), "has more fields or pages"),
        (_spoilt(_many_pages), "has more fields or pages"),
        (_spoilt(_no_fields), "has no fields"),
        (_spoilt(_only_xfa), "only its own program can draw"),
        (_spoilt(_strange_rect), "cannot be read as a PDF"),
        (_spoilt(_far_away), "cannot be read as a PDF"),
        (_spoilt(_strange_flags), "cannot be read as a PDF"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_a_form_is_refused_in_one_sentence(pdf: bytes, why: str) -> None:
    with pytest.raises(FormBroken) as refused:
        open_form(pdf)
    assert why in str(refused.value)
    assert str(refused.value).count(".") == 1


@pytest.mark.parametrize("place", range(12))
def test_a_damaged_form_is_refused_or_opened_and_costs_no_more_than_its_limits(place: int) -> None:
    damaged = bytearray(PLAIN)
    start = len(damaged) * place // 12
    damaged[start : start + 60] = bytes((byte * 7 + place) % 256 for byte in damaged[start : start + 60])
    for pdf in (bytes(damaged), PLAIN[: len(PLAIN) * (place + 1) // 13]):
        assert _opened_or_refused(pdf).startswith(("The form cannot be used: it ", "opened"))


def _opened_or_refused(pdf: bytes) -> str:
    try:
        return f"opened with {len(open_form(pdf).form.fields)} fields"
    except FormBroken as refused:
        return str(refused)


def test_a_form_of_as_many_fields_as_are_allowed_opens_well_within_its_limits() -> None:
    places = [(10 + n % 50 * 10, 20 + n // 50 * 7) for n in range(5_000)]
    crowded = form([text(f"n{n}", (x, y, x + 9, y + 7)) for n, (x, y) in enumerate(places)])
    assert len(open_form(crowded, limits=Limits(seconds=15)).form.fields) == 5_000


def test_a_form_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(FormBroken, match=r"could not be opened within 0\.05 seconds"):
        open_form(PLAIN, limits=Limits(seconds=0.05))


def test_the_pictures_of_a_form_show_every_field() -> None:
    (drawn,) = pictures_of(PLAIN)
    assert drawn.startswith(b"\x89PNG")


def _forms(*words: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-c", "from cli.main import run; run()", "forms", *words]
    return subprocess.run(
        run, cwd=ROOT, env={**os.environ, "COLUMNS": "300"}, capture_output=True, text=True, check=False
    )


def test_a_form_is_mapped_checked_and_filled_by_commands(tmp_path: Path) -> None:
    blank, mapped, facts, out = (tmp_path / name for name in ("blank.pdf", "m.toml", "facts.json", "out.pdf"))
    blank.write_bytes(PLAIN)
    told = {"trace": {"source": "typed", "record": "x"}, "facts": {"caption": {"plaintiff": "O'DELL & NUÑEZ"}}}
    facts.write_text(json.dumps(told), encoding="utf-8")
    assert _forms("map", str(blank), "--out", str(mapped)).returncode == 0
    assert (tmp_path / "m-1.png").read_bytes().startswith(b"\x89PNG")
    assert "The mapping can be used." in _forms("check", str(mapped), str(blank)).stdout
    made = _forms("fill", str(mapped), str(blank), str(facts), "-o", str(out))
    assert (made.returncode, made.stderr.count("\n")) == (0, 1)
    with pikepdf.open(io.BytesIO(out.read_bytes())) as pdf:
        assert "/AcroForm" not in pdf.Root
    again = _forms("map", str(blank), "--out", str(mapped))
    assert (again.returncode, "would be lost" in again.stderr) == (1, True)


def test_what_a_command_refuses_is_one_sentence_and_a_non_zero_exit(tmp_path: Path) -> None:
    other, facts = tmp_path / "other.pdf", tmp_path / "facts.json"
    other.write_bytes(PLAIN)
    facts.write_text("{}", encoding="utf-8")
    for words in (
        ("fill", "FL-105", str(other), str(facts), "-o", str(tmp_path / "out.pdf")),
        ("fill", "nobody", str(other), str(facts), "-o", str(tmp_path / "out.pdf")),
        ("map", str(facts)),
        ("map", str(tmp_path / "nothing.pdf")),
    ):
        told = _forms(*words)
        assert (told.returncode, told.stdout, "Traceback" in told.stderr) == (1, "", False)
        assert len(told.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out.pdf").exists()


def test_the_mappings_of_the_project_are_listed() -> None:
    told = json.loads(_forms("list", "--json").stdout)
    assert {"FL-100", "FL-105", "GC-020", "FOC 10", "MC 01", "FA-12"} <= {each["name"] for each in told}


def _official() -> Iterator[object]:
    for name in sorted(SEVEN):
        path = OFFICIAL / f"{name}.pdf"
        reason = f"the official form {name}.pdf is not here; COURT_FORMS may name a folder that has it"
        yield pytest.param(path, id=name, marks=pytest.mark.skipif(not path.is_file(), reason=reason))


def _mapping(plate: Plate) -> Mapping:
    return mapping_for(plate.form.sha256, mappings())


@pytest.mark.parametrize("path", list(_official()))
def test_an_official_form_is_filled_flattened_and_every_value_read_back(path: Path) -> None:
    plate = open_form(path.read_bytes())
    form_ = tie(plate, _mapping(plate))
    facts = facts_for(form_)
    made = fill(form_, facts)
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert not {"/AcroForm", "/Names", "/OpenAction", "/AA", "/Perms", "/OCProperties"} & set(pdf.Root.keys())
        assert [page for page in pdf.pages if "/Annots" in page.obj or "/AA" in page.obj] == []
        assert (pdf.is_encrypted, len(pdf.pages)) == (False, made.pages)
        assert str(pdf.docinfo["/Title"]).startswith(form_.mapping.name)
    assert not {font for font in fonts_not_embedded(made.pdf) if "Liberation" in font or "Droid" in font}
    assert made.pdf == fill(form_, facts).pdf


@pytest.mark.parametrize("path", list(_official()))
def test_the_mapping_of_an_official_form_fills_or_names_every_field_of_it(path: Path) -> None:
    plate = open_form(path.read_bytes())
    found = checked(plate, _mapping(plate))
    assert (found.problems, found.unmapped) == ((), ())


@pytest.mark.parametrize("path", list(_official()))
def test_an_over_long_value_never_clips_on_an_official_form(path: Path) -> None:
    plate = open_form(path.read_bytes())
    form_ = tie(plate, _mapping(plate))
    facts = facts_for(form_, narrative=False)
    told = [each for each in form_.texts if each.fields[0].lines and each.words.facts[0].startswith("entry.")][:3]
    for each in told:
        facts[each.words.facts[0]] = facts[each.words.facts[0]].told(NARRATIVE * 3)
    made = fill(form_, facts)
    assert len([each for each in made.attachments if NARRATIVE[:40] in each.text]) == len(told)


def test_a_form_beside_an_xfa_copy_of_itself_keeps_the_fields_and_loses_the_copy() -> None:
    def beside(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")
        pdf.Root.AcroForm.NeedAppearances = True

    plate = open_form(form([text("name", PLACE, flags=LINES)], then=beside))
    assert [field.name for field in plate.form.fields] == ["name"]
    assert b"xdp" not in plate.form.base


def test_a_box_whose_widget_has_no_drawing_of_its_own_is_still_a_box() -> None:
    def bare(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj.Annots[0]["/AP"]

    plate = open_form(form([check("a", (50, 600, 60, 610), MK=Dictionary(CA=String("4")))], then=bare))
    assert [(box.state, box.mark) for box in plate.form.fields[0].boxes] == [("Yes", "check")]
