"""Drafts the Word files of the North Carolina papers under templates/nc: ``python -m tools.draft_nc_papers``.

Run it for a first draft only. Once an attorney has edited a Word file, the file is the truth.
"""

import sys
from collections.abc import Callable
from typing import Any

from tools.drafting import write_drafts
from tools.nc_papers import (
    arrears,
    certificate,
    complaint,
    contempt_order,
    contempt_sheet,
    continuance,
    diligence,
    dismissal,
    hearing_sheets,
    history,
    licenses,
    modify,
    motion,
    notice,
    servicemembers,
    sheet,
    statement,
    summons,
    support_orders,
    testimony,
    unpaid,
    worksheets,
)

DRAFTS: dict[str, Callable[[], Any]] = {
    "fact-sheet": sheet.draft,
    "motion-and-order-to-show-cause": motion.draft,
    "payment-history": history.draft,
    "complaint": complaint.draft,
    "summons-data-sheet": summons.draft,
    "motion-to-modify": modify.draft,
    "notice-of-hearing": notice.draft,
    "affidavit-of-arrears": arrears.draft,
    "statement-of-arrears": statement.draft,
    "unpaid-months": unpaid.draft,
    "diligence-affidavit": diligence.draft,
    "servicemembers-declaration": servicemembers.draft,
    "certificate-of-service": certificate.draft,
    "motion-to-revoke-licenses": licenses.draft,
    "order-of-continuance": continuance.draft,
    "order-of-dismissal": dismissal.draft,
    "fact-sheet-establishment": hearing_sheets.establishment,
    "fact-sheet-modification": hearing_sheets.modification,
    "fact-sheet-review": hearing_sheets.review,
    "fact-sheet-registration": hearing_sheets.registration,
    "testimony-outline": testimony.draft,
    "order-of-contempt": contempt_order.draft,
    "contempt-sheet": contempt_sheet.draft,
    "order-establishing-support": support_orders.establishing,
    "order-modifying-support": support_orders.modifying,
    "guideline-worksheet-a": worksheets.draft_a,
    "guideline-worksheet-b": worksheets.draft_b,
    "guideline-worksheet-c": worksheets.draft_c,
}

if __name__ == "__main__":
    write_drafts("nc", DRAFTS, sys.argv[1:])
