"""Clocks of a case: dates that the law gives from events of the record, kept with the version they were counted by."""
