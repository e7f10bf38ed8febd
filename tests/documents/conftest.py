"""What tests of documents are made with."""

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from infra.db import Database, database
from tests.county import data_folder, import_, in_folder
from tests.documents.desk import Desk, desk_of, fill, prepare
from tests.documents.troublesome import ten_cases


@pytest.fixture
def picture() -> Callable[[str], bytes]:
    """A small PNG of one colour."""

    def drawn(colour: str) -> bytes:
        held = io.BytesIO()
        Image.new("RGB", (60, 20), colour).save(held, "PNG")
        return held.getvalue()

    return drawn


@pytest.fixture(scope="session")
def prepared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three hearings of which every paper is made, by LibreOffice."""
    folder = tmp_path_factory.mktemp("desk") / "data"
    with data_folder(folder) as opened:
        fill(opened, tmp_path_factory.mktemp("extract"))
        prepare(opened)
    return folder


@pytest.fixture
def desk(data: Path, prepared_folder: Path) -> Iterator[Desk]:
    """Three prepared hearings and the people who work on them, as this test's own."""
    shutil.copytree(prepared_folder, data)
    opened = database()
    yield desk_of(opened)
    opened.close()


@pytest.fixture(scope="session")
def troublesome_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the ten troublesome cases."""
    folder = tmp_path_factory.mktemp("troublesome") / "data"
    with data_folder(folder) as opened:
        import_(opened, in_folder(tmp_path_factory.mktemp("extract"), ten_cases()))
    return folder


@pytest.fixture
def county(data: Path, troublesome_folder: Path) -> Iterator[Database]:
    """The ten troublesome cases as this test's own."""
    shutil.copytree(troublesome_folder, data)
    opened = database()
    yield opened
    opened.close()
