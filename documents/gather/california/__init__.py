"""Gathers the facts of California's papers."""

from collections.abc import Callable
from typing import Any

from documents.gather.california.contempt import contempt_counts
from documents.gather.california.contempt_sheet import contempt_sheet
from documents.gather.california.motion import notice_of_motion
from documents.gather.california.order import order_after_hearing
from documents.gather.california.proof import proof_of_service
from documents.gather.california.sheet import fact_sheet
from documents.gather.california.statement import statement_of_arrears
from documents.gather.matter import Matter

GATHER: dict[str, Callable[[Matter], Any]] = {
    "CaliforniaFactSheet": fact_sheet,
    "CaliforniaContemptSheet": contempt_sheet,
    "NoticeOfMotion": notice_of_motion,
    "ContemptCounts": contempt_counts,
    "StatementOfArrears": statement_of_arrears,
    "ProofOfService": proof_of_service,
    "OrderAfterHearing": order_after_hearing,
}
