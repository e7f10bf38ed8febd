"""Names of the work that the balances of a county ask for."""

COUNT = "cases.count_balances"
