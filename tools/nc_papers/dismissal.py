"""Proposed order of dismissal without prejudice, with its reasons (Rule 41; 45 CFR 303.4(e))."""

from typing import Any

from tools.nc_papers.blocks import line, paper
from tools.nc_papers.court import CJK, SERIF, caption, footer
from tools.nc_papers.pleading import Numbers, judge, opening

TITLE = "Order of Dismissal without Prejudice"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=0.8, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "ORDER OF DISMISSAL", "without Prejudice", cite="G.S. 1A-1, Rule 41(a)")
    opening(doc, "This matter came before the undersigned District Court Judge on {{ hearing.weekday }}, {{ hearing.on }}, on the request of {{ office.name }}, the "
            "designated child support enforcement agency (the “Agency”), for the Plaintiff and on behalf of {{ obligee }}. The Court FINDS:", spacing=1.1)
    found = Numbers(doc, spacing=1.1)
    found.say("The Agency asks that this be dismissed without prejudice: {{ dismissed_claim }}")
    found.say("The reasons are: {{ dismissal_reason }}")
    found.say("{{ obligor }} has  □ asserted no claim that would be dismissed as well   □ consented   □ been heard on the request.")
    found.say_if("establishing",
                 "The Agency has examined the reasons for this dismissal and is to seek an order for support when that becomes appropriate "
                 "(45 CFR 303.4(e)){% if seek_again %}: {{ seek_again }}{% else %}.{% endif %}")
    found.say_if("seek_again and not establishing", "When the Agency means to come back to the Court: {{ seek_again }}")
    line(doc, "It is therefore ORDERED:", first=0.5, before=6, after=4, keep=True)
    ordered = Numbers(doc, "lowerLetter", spacing=1.1)
    ordered.say("What is named in the first finding is dismissed **without prejudice** (G.S. 1A-1, Rule 41(a)(2)).")
    ordered.say("A new action or motion on the same claim may be brought. A new action based on the same claim may be commenced within one year after this "
                "dismissal, as Rule 41(a) provides.")
    ordered.say_if("order",
                   "{% for each in order %}The order of {{ each.ordered_on }} for {{ each.monthly_support }} a month in current support is not dismissed, vacated or "
                   "modified by this dismissal. {% endfor %}No past due support is reduced (G.S. 50-13.10(a)).")
    ordered.say("A hearing set on what is dismissed is taken off the calendar. An order for arrest or an order to show cause that was issued upon it  □ is "
                "recalled   □ there is none.", keep=True)
    judge(doc)
    return doc
