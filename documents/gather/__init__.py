"""Gathers the facts of a paper from the record, each with its trace."""

from documents.gather.papers import (
    Matter,
    case_facts,
    fact_sheet,
    gathered,
    matter,
    motion_to_show_cause,
    payment_history,
)

__all__ = ["Matter", "case_facts", "fact_sheet", "gathered", "matter", "motion_to_show_cause", "payment_history"]
