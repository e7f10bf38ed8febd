"""The sections of a sheet about the registration of another state's order."""

from typing import Any

from tools.nc_papers.questions import needed, optional, questions

DEFENSES = (
    "no personal jurisdiction in the issuing tribunal; fraud; order vacated, suspended or modified; stayed pending appeal; defense to the "
    "remedy under North Carolina law; paid in full or part; limitation (G.S. 52C-6-604); not the controlling order"
)


def registration(doc: Any) -> None:
    """What was filed, what was noticed, and whether it was contested in time."""
    questions(doc, "Order and registration (G.S. 52C-6-602)", "Item", [
        needed("Issuing state", "registration.issuing_state"),
        needed("Tribunal, number, date", "registration.issuing_order"),
        needed("Registered for", "registration.registration_purpose"),
        needed("Controlling order (G.S. 52C-2-207)", "registration.controlling_order"),
        needed("Two copies of the order, one certified, with every modification", "registration.certified_copies"),
        needed("Sworn statement, or certified by the custodian of the records", "registration.sworn_statement"),
        needed("Arrears in that statement", "registration.sworn_arrears", bold=True),
        optional("Registered on", "registration.registered_on"),
        optional("Issuing state’s law on duration, interest, limitation (the longer one applies: G.S. 52C-6-604)",
                 "registration.other_law"),
    ], level=1)
    questions(doc, "Notice and contest (G.S. 52C-6-605 to 52C-6-608)", "Item", [
        optional("Notice of registration given on", "registration.registration_notice_on", otherwise="**✗ NOT RECORDED**"),
        ("Last day to ask for a hearing: 20 days after notice", "{% if registration.contest_by %}**{{ registration.contest_by }}**"
         "{% if registration.contest_by_mail %}; where the notice was mailed, for safety {{ registration.contest_by_mail }}{% endif %}"
         "{% else %}Cannot be counted yet{% endif %}", "{{ registration.contest_by|src }}"),
        ("Time over on the hearing day", "{% if registration.time_is_over %}✓ Yes. If not contested, the order is confirmed by operation "
         "of law (G.S. 52C-6-606(b)){% else %}✗ No: the order cannot be confirmed for want of a contest{% endif %}", ""),
        needed("Contest received", "registration.contest"),
        optional("Defenses and the answer to each", "registration.defenses", otherwise="Nothing recorded"),
        ("Defenses there are; the contesting party proves them (G.S. 52C-6-607(a))", DEFENSES, ""),
        ("Nondisclosure (G.S. 52C-3-311)", "{% if case.family_violence or obligee.protected or obligor.protected %}⚠ Whereabouts are withheld from "
         "every paper{% else %}No flag, order or finding on record{% endif %}", ""),
    ], level=1)
