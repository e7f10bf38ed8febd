"""Proposed order that continues a hearing: cause, new day, notice, and the sixty days of G.S. 50-32."""

from typing import Any

from tools.nc_papers.blocks import line, paper
from tools.nc_papers.court import CJK, SERIF, caption, footer
from tools.nc_papers.pleading import Numbers, judge, opening

TITLE = "Order of Continuance"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=0.8, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "ORDER OF CONTINUANCE", cite="{% if establishing %}G.S. 50-32{% else %}G.S. 1A-1, Rule 40(b){% endif %}")
    opening(doc, "This matter, brought on behalf of {{ obligee }}, came on to be heard by the undersigned District Court Judge on {{ hearing.weekday }}, "
            "{{ hearing.on }}, at {{ hearing.time }}, for: {{ hearing.purpose }}. The Court FINDS:", spacing=1.1)
    found = Numbers(doc, spacing=1.05)
    found.say("Present:  □ attorney for the Agency   □ {{ obligor }}   □ attorney for {{ obligor }}   □ {{ obligee }}   □ nobody else.")
    found.say("{% if served %}The record shows service on {{ obligor }} for this hearing.{% else %}The record shows no completed service on {{ obligor }} "
              "for this hearing.{% endif %}")
    found.say("Good cause for a continuance is shown{% if not establishing %} (Rule 40(b)){% endif %}: {{ continuance_cause }}")
    found.say_if("establishing and paternity_at_issue",
                 "Paternity is at issue, so that the sixty days of G.S. 50-32 do not run.")
    found.say_if("establishing and not paternity_at_issue",
                 "This action was filed on ____________________. A disposition within sixty days of filing is required, and may be put off once, by no more "
                 "than thirty days, because (G.S. 50-32):   □ a party or a party’s attorney cannot be present;   □ the parties consent.   "
                 "□ The new date is within the sixty days.")
    line(doc, "It is therefore ORDERED:", first=0.5, before=6, after=4, keep=True)
    ordered = Numbers(doc, "lowerLetter", spacing=1.05)
    ordered.say("The hearing, at {{ hearing.courthouse }}, is continued to: **{{ continued_to }}**")
    ordered.say("□ Every party present was told of the new date in open court and shall appear then without further notice.   □ The Agency shall serve this "
                "order on each party who was not present, under G.S. 1A-1, Rule 5.")
    ordered.say_if("for_contempt and not served",
                   "A new order to appear and show cause shall issue for the new date and be served on {{ obligor }} under G.S. 1A-1, Rule 4, at least five "
                   "days before it (G.S. 50-13.9(d); G.S. 5A-23(a)).")
    ordered.say_if("order",
                   "Until then {% for each in order %}the order of {{ each.ordered_on }} stays in force and {{ each.monthly_total }} falls due each month under it. "
                   "{% endfor %}This continuance reduces no support that is due (G.S. 50-13.10(a)).")
    ordered.say("Other terms: ________________________________________________________", keep=True)
    judge(doc)
    return doc
