"""Drafts the Word files of the California papers under templates/ca: ``python -m tools.draft_ca_papers``.

Run it for a first draft only. Once an attorney has edited a Word file, the file is the truth.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from documents.package import settled
from tools.ca_papers import counts, motion, order, proof, sheet, statement

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "ca"
DRAFTS: dict[str, Callable[[], Any]] = {
    "contempt-counts": counts.draft,
    "fact-sheet": sheet.draft,
    "notice-of-motion-and-declaration": motion.draft,
    "order-after-hearing": order.draft,
    "proof-of-service": proof.draft,
    "statement-of-arrears": statement.draft,
}


def main(names: list[str]) -> None:
    """Writes the named drafts, or all."""
    for name in names or DRAFTS:
        word = io.BytesIO()
        DRAFTS[name]().save(word)
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "template.docx").write_bytes(settled(word.getvalue()))
        print(f"templates/ca/{name}/template.docx")


if __name__ == "__main__":
    main(sys.argv[1:])
