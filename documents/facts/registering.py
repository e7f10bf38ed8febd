"""The registration of another state's order."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What registration needs, and whether it was contested in time (G.S. 52C-6-602 to 52C-6-608)."""

    issuing_state: Traced[str | None] = fact("State that issued the order", required=True, entry=True)
    issuing_order: Traced[str | None] = fact(
        "Issuing tribunal, number and date of the order", required=True, entry=True)
    registration_purpose: Traced[str | None] = fact(
        "Registered for enforcement, modification or both", required=True, entry=True)
    controlling_order: Traced[str | None] = fact(
        "Controlling order and how it was determined", required=True, entry=True)
    certified_copies: Traced[str | None] = fact("Copies of the order, one certified", required=True, entry=True)
    sworn_statement: Traced[str | None] = fact(
        "Sworn or certified statement of arrears: by whom, as of when", required=True, entry=True)
    sworn_arrears: Traced[Money | None] = fact("Arrears in the sworn statement", required=True, entry=True)
    registered_on: Traced[date | None] = fact("Order registered on", entry=True)
    registration_notice_on: Traced[date | None] = fact("Notice of registration given on", entry=True)
    contest_by: Traced[date | None] = fact("Last day to ask for a hearing")
    contest_by_mail: Traced[date | None] = fact("Last day to ask for a hearing when the notice was mailed")
    time_is_over: Traced[bool] = fact("Time to contest is over on the hearing day", required=True)
    contest: Traced[str | None] = fact("Contest received, and when", required=True, entry=True)
    defenses: Traced[str | None] = fact("Defenses raised and the answer to each", entry=True)
    other_law: Traced[str | None] = fact("Issuing state's law on duration, interest and limitation", entry=True)
