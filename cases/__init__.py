"""The record of a case: parties, orders, ledger, work and assets, where each fact came from, and how it is imported."""
