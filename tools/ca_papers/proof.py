"""Proof of service that does not say where (Fam. Code §§ 215, 17212(b)(3); Code Civ. Proc. §§ 417.10, 1013a)."""

from typing import Any

from tools.ca_papers.court import declared, opening
from tools.ca_papers.pleading import grid, heading, line_of, numbered, pleading, tag_line, text

TITLE = "Proof of Service"


def draft() -> Any:
    """The Word file."""
    doc = pleading(TITLE)
    opening(doc, "PROOF OF SERVICE BY THE LOCAL CHILD SUPPORT AGENCY")
    text(doc, "I declare:", first=0.5, keep=True)
    numbered(doc, 1, "I am over the age of 18 and not a party to this case. I am {{ server }}. {% if by_mail %}I am "
             "employed in the county where the mailing took place. {% endif %}My business address is {{ office.street }}, "
             "{{ office.town }}. I act for the local child support agency (the “Agency”) in its case {{ case_number }}.")
    numbered(doc, 2, "I served a copy of each paper below on the person, on the day and in the manner shown.", keep=True)
    _table(doc)
    text(doc, "{%p if by_mail %}")
    numbered(doc, 3, "For service by mail I enclosed the papers in a sealed envelope addressed to the person named, with postage fully "
             "prepaid, and deposited it with the United States Postal Service {% if mailed_from %}at {{ mailed_from }}, {% endif %}on "
             "the day shown (Code Civ. Proc., §§ 1013, 1013a).{% if address_verified %} The address was verified: "
             "{{ address_verified }} (Fam. Code, § 215).{% endif %}")
    text(doc, "{%p endif %}")
    heading(doc, "ADDRESS OF SERVICE NOT DISCLOSED")
    text(doc, "The address at which a person was served is left out, as the law requires of a proof of service filed by a local child "
         "support agency (Fam. Code, § 17212(b)(3)). The Agency keeps it in its confidential record of the case. The person who was "
         "served may ask the Agency for it.", first=0.5)
    declared(doc, "(Signature of the person who served the papers)", title="")
    return doc


def _table(doc: Any) -> None:
    made = grid(doc, [2.05, 1.75, 1.0, 1.45])
    line_of(made, ["Paper", "Person served", "Day", "Manner"], header=True)
    tag_line(made, "{%tr for s in served %}")
    line_of(made, ["{{ s.paper }}", "{{ s.person }}", "{{ s.served_on|short }}",
                   "{{ s.method }}{% if s.left_with %}, with {{ s.left_with }}{% endif %}"])
    tag_line(made, "{%tr endfor %}")
