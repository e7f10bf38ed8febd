"""What California's papers count arrears by."""

from documents.gather.arrears_rules import ArrearsRules

CALIFORNIA = ArrearsRules(
    balance="opening balance plus charges due on the first of each month less payments by collection date, month by "
    "month as ordered and paid (Fam. Code § 17526)",
    applied="support of the month first; of the rest, principal before interest if received from January 1, 2009 on, "
    "interest before principal if received earlier (Code Civ. Proc. § 695.221)",
    one_month="arrears of one month's support, a measure of the office that no statute fixes",
    ninety_days="90 days since the oldest unpaid charge, a measure of the office that no statute fixes",
)
