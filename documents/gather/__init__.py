"""Gathers the facts of a paper from the record, each with its trace."""

from documents.gather.gaps import record_gaps
from documents.gather.matter import Matter, matter, matters
from documents.gather.papers import case_facts, fact_sheet, gathered, motion_to_show_cause, payment_history

__all__ = [
    "Matter", "case_facts", "fact_sheet", "gathered", "matter", "matters", "motion_to_show_cause", "payment_history",
    "record_gaps",
]  # fmt: skip
