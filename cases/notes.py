"""The entries that people, not the state's system, add to a case, by name."""

import re
from datetime import date

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
    "paternity_basis": "How paternity was or will be established",
    "birth_certificate": "Birth certificate of each child",
    "parentage_affidavit": "Affidavit of parentage and its date",
    "marriage": "Marriage of the parents",
    "genetic_test": "Genetic test: laboratory, date, probability",
    "genetic_objection": "Objection to the genetic test",
    "venue": "Venue and jurisdiction over the obligor",
    "answer": "Answer, default or consent",
    "complaint_filed_on": "Complaint filed on",
    "obligor_income": "Obligor's gross monthly income",
    "obligee_income": "Obligee's gross monthly income",
    "income_sources": "How the incomes are documented",
    "other_children": "Other children of the parents and support paid for them",
    "childcare": "Work-related child care: cost and who pays",
    "insurance": "Health insurance: plan, cost for the children, who pays",
    "overnights": "Overnights with each parent",
    "extraordinary": "Extraordinary expenses of the children",
    "worksheet": "Guideline worksheet used and why",
    "guideline_support": "Monthly support by the guideline worksheet",
    "deviation": "Deviation from the guidelines and why",
    "assistance": "Public assistance received and debt for it",
    "retroactive": "Support for the time before the action",
    "proposed_support": "Proposed monthly support",
    "proposed_on_arrears": "Proposed monthly payment on arrears",
    "proposed_from": "Proposed support due from",
    "motion_filed_on": "Motion to modify filed on",
    "motion_notice_on": "Notice of the motion to modify given on",
    "changed_circumstances": "Changed circumstances",
    "obligor_income_then": "Obligor's gross monthly income at the order",
    "obligee_income_then": "Obligee's gross monthly income at the order",
    "last_hearing_on": "Last hearing held on",
    "conditions": "Terms of the last order, each met or not met",
    "purge_history": "Purges set, amounts, days and what became of them",
    "bond": "Bond or order for arrest",
    "next_step": "Next step asked for",
    "issuing_state": "State that issued the order",
    "issuing_order": "Issuing tribunal, number and date of the order",
    "registration_purpose": "Registered for enforcement, modification or both",
    "controlling_order": "Controlling order and how it was determined",
    "certified_copies": "Copies of the order, one certified",
    "sworn_statement": "Sworn or certified statement of arrears: by whom, as of when",
    "sworn_arrears": "Arrears in the sworn statement",
    "registered_on": "Order registered on",
    "registration_notice_on": "Notice of registration given on",
    "contest": "Contest received, and when",
    "defenses": "Defenses raised and the answer to each",
    "other_law": "Issuing state's law on duration, interest and limitation",
    "witness": "Agent's position, training and time on the case",
    "finding_paternity": "For the order: paternity of each child",
    "finding_income": "For the order: obligor's work and income since the order",
    "finding_assets": "For the order: what the obligor owns",
    "finding_needs": "For the order: obligor's household and basic subsistence needs",
    "finding_willful": "For the order: why the failure to pay was willful",
    "finding_ability": "For the order: present ability to comply or to take reasonable measures",
    "finding_purge": "For the order: present ability to pay the purge",
    "finding_change": "For the order: change of circumstances",
    "purge_due_on": "Purge due on",
}
"""Name and label of each entry. "None found" is an answer; a blank is not."""

AMOUNTS = frozenset(
    {
        "purge_amount",
        "obligor_income",
        "obligee_income",
        "guideline_support",
        "proposed_support",
        "proposed_on_arrears",
        "obligor_income_then",
        "obligee_income_then",
        "sworn_arrears",
    }
)
"""Entries that are amounts of money."""

DATES = frozenset(
    {
        "complaint_filed_on",
        "proposed_from",
        "motion_filed_on",
        "motion_notice_on",
        "last_hearing_on",
        "registered_on",
        "registration_notice_on",
        "purge_due_on",
    }
)
"""Entries that are days."""


def day_written(words: str) -> date | None:
    """The day that these words write as month, day and year, such as 11/20/2026; None when they write none."""
    found = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})", words.strip())
    try:
        return date(int(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None
