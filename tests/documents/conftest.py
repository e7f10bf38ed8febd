"""What tests of documents are made with."""

import io
from collections.abc import Callable

import pytest
from PIL import Image


@pytest.fixture
def picture() -> Callable[[str], bytes]:
    """A small PNG of one colour."""

    def drawn(colour: str) -> bytes:
        held = io.BytesIO()
        Image.new("RGB", (60, 20), colour).save(held, "PNG")
        return held.getvalue()

    return drawn
