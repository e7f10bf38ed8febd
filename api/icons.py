"""Shapes that stand beside a word, so that no meaning hangs on colour alone."""

import json
from functools import cache
from pathlib import Path

from markupsafe import Markup

_FILE = Path(__file__).parent / "static" / "vendor" / "uswds" / "icons.json"


def icon(name: str) -> Markup:
    """The shape as inline SVG, hidden from those who hear the word beside it."""
    shape = Markup('<path d="{}"/>').format(_shapes()[name])
    return Markup('<svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24">{}</svg>').format(shape)


@cache
def _shapes() -> dict[str, str]:
    """Shapes of the U.S. Web Design System by name."""
    shapes: dict[str, str] = json.loads(_FILE.read_text())
    return shapes
