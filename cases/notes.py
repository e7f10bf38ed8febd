"""The entries that people, not the state's system, add to a case, by name."""

NOTES = {
    "withholding": "Why income withholding is not available or appropriate",
    "screening": "Ability-to-pay screening record",
    "ability": "Evidence of present ability to pay",
    "subsistence": "Basic subsistence needs",
    "willfulness": "Evidence that the failure to pay was willful",
    "health": "Health and disability",
    "job_search": "Efforts to find work",
    "household": "Household",
    "prior_contempts": "Prior contempts, purges and results",
    "counsel_status": "Counsel: advised, appointed, retained or waived",
    "purge_amount": "Recommended purge",
    "purge_evidence": "Evidence that the obligor can pay the purge that day",
    "alternatives": "Alternatives",
    "recommendation": "Agent's recommendation",
    "counsel": "Obligor's attorney of record",
    "e_service": "Obligor's consent to e-service on file",
    "result": "Result of the military check",
}
"""Name and label of each entry. "None found" is an answer; a blank is not."""

AMOUNTS = frozenset({"purge_amount"})
"""Entries that are amounts of money."""
