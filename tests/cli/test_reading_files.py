"""What a command does with a file that never ends, is no file, or is larger than anybody means."""

import os
from pathlib import Path

import pytest

from documents.clinic import examine
from documents.forms import opening
from tests.cli.courtready import courtready
from tests.documents.clinic_papers import sound
from tests.documents.test_forms_from_outside import PLAIN

ZERO = "/dev/zero"
READING = [
    ("forms", "check", "m.toml", "{file}"),
    ("forms", "check", "{file}.toml", "form.pdf"),
    ("forms", "fill", "m.toml", "{file}", "facts.json", "-o", "out.pdf"),
    ("forms", "fill", "m.toml", "form.pdf", "{file}", "-o", "out.pdf"),
    ("templates", "check", "{file}"),
    ("templates", "diff", "{file}.docx", "{file}.docx"),
    ("offices", "set", "Union County", "--settings", "{file}"),
]


@pytest.fixture(scope="module", params=[ZERO, "a pipe"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A form with its mapping and facts, so that only the file in question can be refused, and one that never ends."""
    folder = tmp_path_factory.mktemp("forms")
    (folder / "form.pdf").write_bytes(PLAIN)
    (folder / "facts.json").write_bytes(b'{"trace": {"source": "typed", "record": "x"}, "facts": {}}')
    assert courtready(folder / "data", "forms", "map", "form.pdf", "--out", "m.toml").status == 0
    for name in ("endless", "endless.toml", "endless.docx"):
        if request.param == ZERO:
            (folder / name).symlink_to(ZERO)
        else:
            os.mkfifo(folder / name)
    return folder


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_file_that_never_ends_is_refused_in_one_sentence_before_it_is_read(
    words: tuple[str, ...], folder: Path
) -> None:
    said = courtready(folder / "data", *(word.format(file="endless") for word in words))
    named = next(word.format(file="endless") for word in words if "{file}" in word)
    assert said.refusal == f"{named} cannot be used: it is not a regular file."


def test_a_form_is_not_mapped_from_a_file_that_never_ends(tmp_path: Path) -> None:
    said = courtready(tmp_path / "data", "forms", "map", ZERO)
    assert said.refusal == "/dev/zero cannot be used: it is not a regular file."
    assert list(tmp_path.glob("zero*")) == []


@pytest.mark.parametrize(
    ("words", "held", "largest", "told"),
    [
        (("forms", "map", "large"), PLAIN, opening.LARGEST, "50 MB"),
        (("templates", "check", "large"), sound(), examine.LARGEST, "10 MB"),
        (("offices", "set", "Union County", "--settings", "large"), b'county = "Union"\n', 8 * 1024 * 1024, "8 MB"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else None,
)
def test_a_file_larger_than_anybody_means_is_refused_by_its_size_alone(
    words: tuple[str, ...], held: bytes, largest: int, told: str, tmp_path: Path
) -> None:
    file = tmp_path / "large"
    file.write_bytes(held)
    os.truncate(file, largest + 1)
    said = courtready(tmp_path / "data", *words)
    assert said.refusal == f"large cannot be used: it is larger than {told}."
