"""Certificate of service under Rule 5. Where a protected person is served is not stated."""

from typing import Any

from tools.nc_papers.blocks import line, paper, row, rows_of, table
from tools.nc_papers.court import CJK, SERIF, caption, footer, signature

TITLE = "Certificate of Service"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "CERTIFICATE OF SERVICE", cite="G.S. 1A-1, Rule 5")
    line(doc, "This certificate is for these papers, which concern the hearing of {{ hearing.on }} in the action brought on behalf of {{ obligee }} "
         "against {{ obligor }}:", first=0.5, spacing=1.2, after=4, keep=True)
    line(doc, "{{ served_papers }}", indent=0.5, spacing=1.2, after=6, keep=True)
    made = table(doc, [1.95, 2.0, 2.55])
    row(made, ["Person served", "Service address", "Method and date"], header=True, size=10.5)
    rows_of(made, "person in persons", [
        "**{{ person.name }}**, {{ person.role }}{% if person.counsel %}, by attorney: {{ person.counsel }}{% endif %}",
        "{% if person.counsel %}The attorney’s address of record: ____________________________________________{% elif person.address %}"
        "{{ person.address }}{% elif person.address_withheld %}Held by the Agency and not stated in a court paper.{% else %}"
        "______________________ ______________________{% endif %}",
        "□ Mailed, first class, postage prepaid\n□ Delivered in person\n□ E-mail or e-filing system{% if person.e_service %} (consent: "
        "{{ person.e_service }}){% endif %}\n□ Filed with the clerk, no address known\nDate: ________________________"], size=10.5)
    line(doc, size=6)
    line(doc, "I certify that each of these papers was served under G.S. 1A-1, Rule 5, on every person named in the table, at the address, in the way "
         "and on the date stated there, and that a party without a lawyer was served by e-mail or through the e-filing system only where that "
         "party’s consent to it is on file.", first=0.5, spacing=1.2, after=2, keep=True)
    signature(doc)
    return doc
