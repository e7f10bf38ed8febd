"""A revision printed once more from what was kept of it, and compared with the copy on file."""

import json
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from documents.errors import NotReprintable
from documents.facts import FACTS
from documents.imprint import imprint_of
from documents.reading import page_texts, word_text
from documents.tables import Revision
from documents.thaw import unfrozen
from infra.blobs import blobs
from infra.converter import to_pdf

CONTEXT_LINES = 0


@dataclass(frozen=True, slots=True)
class Reprint:
    """How a reprint compares with the copy on file. ``differs`` shows each line of text that is not the same."""

    same_word_bytes: bool
    same_pdf_bytes: bool
    differs: tuple[str, ...]

    @property
    def same_text(self) -> bool:
        """Whether Word and PDF say the same, word for word."""
        return not self.differs

    def __str__(self) -> str:
        if not self.same_text:
            return f"The reprint does not say the same: {len(self.differs)} lines differ."
        if self.same_word_bytes and self.same_pdf_bytes:
            return "The reprint is the same, byte for byte, in Word and in PDF."
        return "The reprint says the same, word for word; its bytes differ, as another version of a program made them."


def reprint(revision: Revision) -> Reprint:
    """Print a revision once more from its kept template and facts; nothing is kept of it.

    Raises NotReprintable for a revision that was made before templates were kept, BlobDamaged, ConverterFailed.
    """
    if revision.imprint_sha is None:
        raise NotReprintable(revision.id)
    kept = blobs()
    imprint, template_sha = imprint_of(kept.get(revision.imprint_sha))
    facts: Any = unfrozen(FACTS[imprint.facts], json.loads(kept.get(revision.facts_sha)))
    word, pdf = kept.get(revision.word_sha), kept.get(revision.pdf_sha)
    again = imprint.merged(kept.get(template_sha), facts).word
    printed = to_pdf(imprint.for_the_pdf(again)).data
    return Reprint(
        same_word_bytes=again == word,
        same_pdf_bytes=printed == pdf,
        differs=(*_differs(word_text(word), word_text(again)), *_differs(_text(pdf), _text(printed))),
    )


def _text(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def _differs(filed: str, again: str) -> list[str]:
    lines = unified_diff(filed.splitlines(), again.splitlines(), n=CONTEXT_LINES, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
