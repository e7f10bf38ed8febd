"""The county with prepared hearings, as the filing tests make it."""

from tests.filings.conftest import county, prepared_folder

__all__ = ["county", "prepared_folder"]
