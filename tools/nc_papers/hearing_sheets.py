"""Fact sheets for hearings that establish, modify, review or register: the common parts, then what the type turns on."""

from typing import Any

from tools.nc_papers import sheet, sheet_changing, sheet_establishing, sheet_money, sheet_registering
from tools.nc_papers.credits import less_credited
from tools.nc_papers.questions import ARREARS, LAST_PAYMENT, NOTICE, glance


def establishment() -> Any:
    """For a hearing that establishes paternity or support."""
    doc = sheet.opened("Establishment Fact Sheet")
    glance(doc, [("Guideline support", "{{ guidelines.guideline_support }}"), ("Proposed", "{{ proposal.proposed_support }}"),
                 ("From", "{{ proposal.proposed_from|short }}"), ("Notice", NOTICE)])
    _people(doc)
    sheet_establishing.orders_on_file(doc)
    sheet_establishing.paternity(doc)
    sheet_establishing.guidelines(doc)
    sheet_establishing.earnings(doc)
    sheet_establishing.proposal(doc)
    return _closed(doc)


def modification() -> Any:
    """For a motion to modify support."""
    doc = sheet.opened("Modification Fact Sheet")
    glance(doc, [("Order now", "{% for o in order %}{{ o.monthly_support }}{% else %}No order{% endfor %}"),
                 ("Guidelines now", "{{ guidelines.guideline_support }}"),
                 ("Change", "{% for c in change if c.percent %}{{ c.percent }} %{% else %}Not counted{% endfor %}"),
                 ("Can reach back to", "{% for c in change if c.earliest_on %}{{ c.earliest_on|short }}{% else %}Nothing yet{% endfor %}"),
                 ("Notice", NOTICE)])
    sheet.state_differs(doc)
    _people(doc)
    sheet_money.order(doc)
    sheet_changing.change(doc)
    sheet_establishing.guidelines(doc)
    sheet_establishing.earnings(doc)
    sheet_establishing.proposal(doc)
    sheet_money.arrears(doc)
    return _closed(doc)


def review() -> Any:
    """For a review of what was done under an order."""
    doc = sheet.opened("Review Fact Sheet")
    glance(doc, [ARREARS,
                 ("Paid since last hearing", "{% if compliance.paid_since %}{{ compliance.paid_since }}" + less_credited("compliance", "_since") + "{% else %}Not counted{% endif %}"),
                 LAST_PAYMENT, ("Notice", NOTICE)])
    sheet.state_differs(doc)
    _people(doc)
    sheet_money.order(doc)
    sheet_changing.compliance(doc)
    sheet_money.arrears(doc)
    sheet_money.means(doc)
    return _closed(doc)


def registration() -> Any:
    """For the registration of another state's order."""
    doc = sheet.opened("Registration Fact Sheet")
    glance(doc, [("Sworn arrears", "{{ registration.sworn_arrears }}"),
                 ("Notice of registration", "{% if registration.registration_notice_on %}{{ registration.registration_notice_on|short }}"
                  "{% else %}✗ NOT RECORDED{% endif %}"),
                 ("Contest by", "{% if registration.contest_by %}{{ registration.contest_by|short }}{% else %}Not counted{% endif %}"),
                 ("Notice of hearing", NOTICE)])
    sheet.state_differs(doc)
    _people(doc)
    sheet_registering.registration(doc)
    sheet_money.order(doc)
    sheet_money.arrears(doc)
    sheet_money.means(doc)
    return _closed(doc)


def _people(doc: Any) -> None:
    sheet.parties(doc)
    sheet.children(doc)


def _closed(doc: Any) -> Any:
    sheet.service(doc)
    sheet.custody_and_military(doc)
    sheet.recommendation(doc)
    sheet.sources(doc)
    return doc
