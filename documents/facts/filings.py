"""The facts of North Carolina's filings: complaint, motions, notices, affidavits, certificates."""

PAPERS: tuple[type, ...] = ()
