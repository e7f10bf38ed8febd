"""What support is for, how often it falls due, to whom it is owed."""

from enum import StrEnum


class Kind(StrEnum):
    """What an obligation is for. What is paid toward arrears is no new debt: it charges nothing."""

    CHILD = "child support"
    ARREARS = "toward arrears"
    MEDICAL = "medical support"
    SPOUSAL = "spousal support"
    FEES = "fees"


class Frequency(StrEnum):
    """How often an amount falls due on its own days, before a state's row makes months of it."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    SEMIMONTHLY = "semimonthly"
    MONTHLY = "monthly"
    TWO_MONTHLY = "two-monthly"
    """Every two months; "bimonthly" also means twice a month and is never written."""
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    YEARLY = "yearly"


class Payee(StrEnum):
    """To whom support is owed."""

    FAMILY = "family"
    ASSIGNED = "assigned"
    OTHER_STATE = "other state"


PAYEES = tuple(Payee)
