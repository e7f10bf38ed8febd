"""courtready templates: what is wrong with a file, what differs, what may be said, and putting a version into use."""

from pathlib import Path

import pytest

from documents.manifests import ROOT
from tests.cli.courtready import courtready
from tests.county import OFFICE, SAMPLE, county_of, in_folder
from tests.documents import clinic_papers as paper
from tests.documents.clinic_papers import sound
from tests.documents.test_template_versions import ADDED, history

HISTORY = ROOT / "nc" / "payment-history" / "template.docx"
PASSWORD = "a long enough password"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample county, an attorney and an agent."""
    folder = tmp_path_factory.mktemp("office") / "data"
    assert courtready(folder, "import", SAMPLE, "--mapping", "nc-acts", "--office", OFFICE, "--json").status == 0
    for name in ("attorney", "agent"):
        email = f"{name}@example.gov"
        said = courtready(
            folder,
            "users",
            "add",
            email,
            "--name",
            f"Pat {name}",
            "--role",
            name,
            "--office",
            OFFICE,
            typed=f"{PASSWORD}\n",
        )
        assert said.status == 0, said.err
    return folder


def written(folder: Path, word: bytes, name: str = "paper.docx") -> Path:
    file = folder / name
    file.write_bytes(word)
    return file


def test_a_sound_template_is_told_so_and_its_facts_are_read_from_the_manifest_beside_it(tmp_path: Path) -> None:
    told = courtready(tmp_path / "data", "templates", "check", HISTORY, "--json").json
    assert (told["facts"], told["problems"], told["publishable"]) == ("PaymentHistory", [], True)


def test_a_broken_template_ends_with_status_1_and_tells_each_problem_with_its_paragraph(tmp_path: Path) -> None:
    file = written(tmp_path, sound(paper.says(2, "{{ obligor.nmae }}"), paper.says(7, "{{ children }}")))
    said = courtready(tmp_path / "data", "templates", "check", file, "--facts", "FactSheet")
    assert said.status == 1
    assert "did you mean 'obligor.name'?" in " ".join(said.out.split())
    assert said.out.index("paragraph 2") < said.out.index("paragraph 7")


def test_check_marks_the_places_and_writes_the_mended_file(tmp_path: Path) -> None:
    file = written(tmp_path, sound(paper.pieces(2, "{{ obl", "igor.name }}"), paper.untitled))
    mended = tmp_path / "mended.docx"
    told = courtready(
        tmp_path / "data", "templates", "check", file, "--pictures", tmp_path / "places", "--mend", mended, "--json"
    ).json
    assert [one["fix"] for one in told["problems"]] == ["set the title", "join the pieces of the tag"]
    assert told["facts"] == "FactSheet"
    assert [one.name for one in (tmp_path / "places").iterdir()] == ["page-1.png"]
    again = courtready(tmp_path / "data", "templates", "check", mended, "--facts", "FactSheet", "--json").json
    assert again["problems"] == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x05\x06 no archive"])
def test_what_is_no_word_file_is_refused_in_one_sentence(data: bytes, tmp_path: Path) -> None:
    file = written(tmp_path, data)
    assert courtready(tmp_path / "data", "templates", "check", file).refusal == (
        "The file cannot be looked over: it is not a Word file (.docx)."
    )


@pytest.mark.parametrize("manifest", [b"facts = [1", b"\xff\xfe"])
def test_a_manifest_beside_it_that_cannot_be_read_is_named(manifest: bytes, tmp_path: Path) -> None:
    file = written(tmp_path, sound(), "template.docx")
    written(tmp_path, manifest, "manifest.toml")
    said = courtready(tmp_path / "data", "templates", "check", file)
    assert said.refusal == f"{tmp_path / 'manifest.toml'} cannot be used: it cannot be read as TOML."


@pytest.mark.parametrize("number", ["99", "x", "²", "", "99999999999999999999"])
def test_a_version_that_there_is_not_is_never_taken_for_the_one_in_force(number: str, office: Path) -> None:
    said = courtready(office, "templates", "diff", f"nc/fact-sheet@{number}", "nc/fact-sheet")
    assert said.refusal == f"There is no template version {number} of 'nc/fact-sheet' in this office."


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "x"])
def test_a_revision_number_that_none_can_have_is_refused(number: str, office: Path) -> None:
    said = courtready(office, "reprint", number)
    assert (said.status, "Invalid value" in said.err, "Traceback" in said.err) == (2, True, False)


def test_facts_that_there_are_not_are_refused_in_one_sentence(tmp_path: Path) -> None:
    said = courtready(tmp_path / "data", "templates", "facts", "Horoscope")
    assert said.refusal == "There are no facts 'Horoscope'; `courtready templates facts` lists them."


def test_facts_are_told_with_their_tags_and_samples(tmp_path: Path) -> None:
    told = courtready(
        tmp_path / "data", "templates", "facts", "PaymentHistory", "--search", "arrears.total", "--json"
    ).json
    assert [(one["tag"], one["label"], one["sample"]) for one in told] == [
        ("{{ arrears.total }}", "Arrears", "$7,139.26")
    ]


def test_the_difference_of_two_files_tells_the_line_that_came(tmp_path: Path) -> None:
    file = written(tmp_path, history())
    told = courtready(tmp_path / "data", "templates", "diff", HISTORY, file, "--json").json
    assert f"+ {ADDED}" in told["lines"]


def test_an_attorney_publishes_a_version_that_is_listed_and_compared(office: Path, tmp_path: Path) -> None:
    file = written(tmp_path, history())
    publish = ("templates", "publish", file, "--template", "nc/payment-history", "--in-force", "2099-01-01")
    refused = courtready(office, *publish, "--by", "agent@example.gov")
    assert refused.refusal == "Only an attorney may do this."

    told = courtready(office, *publish, "--by", "attorney@example.gov", "--note", "Ours", "--json").json
    assert told == {"template": "nc/payment-history", "version": 2, "in_force_on": "2099-01-01"}
    rows = courtready(office, "templates", "list", "--json").json
    ours = [row for row in rows if row["template"] == "nc/payment-history"]
    assert [(row["version"], row["in_force"], row["note"]) for row in ours] == [
        (2, False, "Ours"),
        (1, True, "comes with Courtready"),
    ]
    lines = courtready(office, "templates", "diff", "nc/payment-history", "nc/payment-history@2", "--json").json[
        "lines"
    ]
    assert f"+ {ADDED}" in lines
    missing = courtready(office, "templates", "diff", "nc/payment-history", "nc/payment-history@7")
    assert missing.refusal == "There is no template version 7 of 'nc/payment-history' in this office."


def test_a_template_with_a_problem_is_not_published(office: Path, tmp_path: Path) -> None:
    file = written(tmp_path, history("{{ arrears.totel }}"))
    said = courtready(
        office, "templates", "publish", file, "--template", "nc/payment-history", "--in-force", "2099-01-01", "--by",
        "attorney@example.gov",
    )  # fmt: skip
    assert said.status == 1
    assert "The template cannot be published: 1 problem must be mended first." in said.err


def test_an_office_adds_a_template_of_its_own_with_manifest_and_sample(office: Path, tmp_path: Path) -> None:
    folder = HISTORY.parent
    written_ = (folder / "manifest.toml").read_text()
    manifest = tmp_path / "manifest.toml"
    manifest.write_text(
        written_.replace("nc/payment-history", "nc/short-history").replace("-payment-history", "-short")
    )
    told = courtready(
        office, "templates", "publish", HISTORY, "--template", "nc/short-history", "--in-force", "2099-01-01", "--by",
        "attorney@example.gov", "--manifest", manifest, "--sample", folder / "sample.json", "--json",
    ).json  # fmt: skip
    assert (told["template"], told["version"]) == ("nc/short-history", 1)


def test_prepare_also_makes_a_paper_on_request_and_refuses_one_that_nobody_takes(tmp_path: Path) -> None:
    data, case = tmp_path / "data", "7000070888"
    courtready(
        data, "import", in_folder(tmp_path / "extract", county_of(case)), "--mapping", "nc-acts", "--office", OFFICE
    )
    session = next(one["id"] for one in courtready(data, "sessions", "--json").json if one["hearings"])
    prepare = ("prepare", "--session", str(session), "--as-of", "2026-11-20", "--json", "--also")
    refused = courtready(data, *prepare, "sonnet")
    assert refused.refusal == "No hearing of this court session takes a paper 'sonnet'."
    told = courtready(data, *prepare, "order-of-continuance").json
    (hearing,) = told["hearings"]
    assert "order-of-continuance" in [paper["kind"] for paper in hearing["documents"]]
