"""The audit of a case: a work paper that leads from the orders and receipts to what is owed, line by line."""

from documents.audit.pages import work_paper_pdf
from documents.audit.telling import audit_told
from documents.audit.work_paper import WorkPaper
from documents.audit.workbook import work_paper_xlsx

__all__ = ["WorkPaper", "audit_told", "work_paper_pdf", "work_paper_xlsx"]
