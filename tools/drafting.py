"""Writes drafted Word files under ``templates/``."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from documents.manifests import ROOT
from documents.package import settled


def write_drafts(state: str, drafts: Mapping[str, Callable[[], Any]], names: Sequence[str]) -> None:
    """Write the named drafts of a state, or all; the Word file that was there is gone."""
    for name in names or drafts:
        word = io.BytesIO()
        drafts[name]().save(word)
        place = ROOT / state / name / "template.docx"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(settled(word.getvalue()))
        print(place.relative_to(ROOT.parent))
