"""Rules of notice, as dated rows of each state."""

from dataclasses import dataclass
from datetime import date

from kernel.cite import Cite


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """How long before a hearing the papers must be served."""

    id: str
    of: str
    period: str
    served_under: str
    mail_adds: bool
    cite: Cite
    in_force_from: date
    in_force_until: date | None = None
    verified_by: str = ""
    note: str = ""
