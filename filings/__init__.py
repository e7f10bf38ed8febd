"""Envelopes to the court, receipts back, and the clerk's desk."""
