"""Drafts the Word files of the North Carolina papers under templates/nc: ``python -m tools.draft_nc_papers``.

Run it for a first draft only. Once an attorney has edited a Word file, the file is the truth.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from documents.package import settled
from tools.nc_papers import history, motion, sheet

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "nc"
DRAFTS: dict[str, Callable[[], Any]] = {
    "fact-sheet": sheet.draft,
    "motion-and-order-to-show-cause": motion.draft,
    "payment-history": history.draft,
}


def main(names: list[str]) -> None:
    """Writes the named drafts, or all."""
    for name in names or DRAFTS:
        word = io.BytesIO()
        DRAFTS[name]().save(word)
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "template.docx").write_bytes(settled(word.getvalue()))
        print(f"templates/nc/{name}/template.docx")


if __name__ == "__main__":
    main(sys.argv[1:])
