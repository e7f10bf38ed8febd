"""Affidavit of attempts at service, from the service record alone (45 CFR 303.4(d); Rule 4(j1))."""

from typing import Any

from tools.nc_papers.blocks import CENTER, line, paper, row, rows_of, table
from tools.nc_papers.court import CJK, SERIF, caption, footer, oath
from tools.nc_papers.pleading import Numbers

TITLE = "Affidavit of Attempts at Service"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "AFFIDAVIT OF ATTEMPTS AT SERVICE", cite="45 CFR 303.4(d); G.S. 1A-1, Rule 4")
    line(doc, "{{ office.agent }}, being first duly sworn, says:", first=0.5, spacing=1.25, after=4, keep=True)
    numbers = Numbers(doc, spacing=1.25)
    numbers.say("I act for {{ office.name }} (the “Agency”), the designated child support enforcement agency in IV-D Case No. {{ case_number }}, "
                "on behalf of {{ obligee }}. I monitor service of process in this case and have access to the Agency’s record of it.")
    numbers.say("{{ obligor }} is the Defendant, and has not been served with the papers for the hearing set for {{ hearing.weekday }}, "
                "{{ hearing.on }}.")
    numbers.say("From {{ first_tried_on }} to {{ last_tried_on }} service was attempted {{ tried }} time{% if tried != '1' %}s{% endif %}:", keep=True)
    made = table(doc, [0.4, 1.5, 0.95, 0.9, 0.9, 0.95, 0.9])
    row(made, ["No.", "Paper", "Method", "Issued", "Attempted", "Result", "Returned"], header=True, size=9.5)
    rows_of(made, "try in attempts", [
        "{{ loop.index }}", "{{ try.paper }}", "{{ try.method }}", "{% if try.issued_on %}{{ try.issued_on|short }}{% endif %}",
        "{% if try.attempted_on %}{{ try.attempted_on|short }}{% endif %}", "{% if try.result %}{{ try.result }}{% else %}Not recorded{% endif %}",
        "{% if try.returned_on %}{{ try.returned_on|short }}{% else %}Not filed{% endif %}"], size=9.5)
    line(doc, size=6)
    numbers.say("The table is a complete list of the attempts upon the Defendant that the record shows, with the result that was returned for each. "
                "This affidavit says what that record shows, and nothing else.")
    numbers.say("The Agency files this affidavit to document unsuccessful attempts to serve process (45 CFR 303.4(d)). If leave or proof of service "
                "by publication is in question, it shows attempts that were made; the steps taken to find the Defendant are to be shown by a "
                "separate affidavit (G.S. 1A-1, Rule 4(j1)).")
    line(doc, "OATH", style="Heading 1", align=CENTER, before=14, after=6)
    oath(doc, "I have read this affidavit. It is true to the Agency’s record of service, and I know that record.")
    return doc
