"""Drafts the Word files of the California papers under templates/ca: ``python -m tools.draft_ca_papers``.

Run it for a first draft only. Once an attorney has edited a Word file, the file is the truth.
"""

import sys
from collections.abc import Callable
from typing import Any

from tools.ca_papers import calculation, contempt_sheet, counts, motion, order, proof, sheet, statement
from tools.drafting import write_drafts

DRAFTS: dict[str, Callable[[], Any]] = {
    "contempt-counts": counts.draft,
    "contempt-sheet": contempt_sheet.draft,
    "fact-sheet": sheet.draft,
    "guideline-calculation": calculation.draft,
    "notice-of-motion-and-declaration": motion.draft,
    "order-after-hearing": order.draft,
    "proof-of-service": proof.draft,
    "statement-of-arrears": statement.draft,
}

if __name__ == "__main__":
    write_drafts("ca", DRAFTS, sys.argv[1:])
