"""The morning of court: the balances of a docket counted anew, beside what its papers say."""
