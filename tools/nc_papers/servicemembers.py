"""Declaration about military service before judgment against one who has not appeared (50 U.S.C. 3931(b))."""

from typing import Any

from tools.nc_papers.blocks import line, paper, tag
from tools.nc_papers.court import CJK, SERIF, SIGN, caption, footer
from tools.nc_papers.pleading import Numbers

TITLE = "Servicemembers Civil Relief Act Declaration"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "DECLARATION ABOUT MILITARY SERVICE", "Servicemembers Civil Relief Act", cite="50 U.S.C. 3931(b)")
    line(doc, "{{ office.agent }} declares:", first=0.5, spacing=1.2, after=4, keep=True)
    numbers = Numbers(doc, spacing=1.2)
    numbers.say("I act for {{ office.name }}, the designated child support enforcement agency, for the Plaintiff and on behalf of {{ obligee }}. "
                "The Defendant is {{ obligor }}.")
    numbers.say("This declaration is made for the hearing of {{ hearing.on }}, should the Defendant make no appearance.")
    numbers.say("The records of the Department of Defense (Defense Manpower Data Center) were last searched for the Defendant on "
                "{{ military.checked_on }}{% if military.days_old %}, {{ military.days_old }} days before the hearing{% endif %}. "
                "{% if military.result %}Result: {{ military.result }}{% else %}The report of that search is attached.{% endif %}")
    numbers.say("Upon that search and the facts in paragraph 5, the Defendant (mark one):", keep=True)
    for text in (
        "□ **is not** in military service;",
        "□ **is** in military service;",
        "□ I am **not able to determine** whether or not the Defendant is in military service.",
    ):
        line(doc, text, indent=1.0, spacing=1.2, after=3, keep=True)
    line(doc, size=4)
    numbers.say("Other facts that support this statement, such as what the Defendant, a relative or an employer said, with dates:", keep=True)
    for _ in range(3):
        line(doc, "_" * 70, indent=0.5, before=8)
    line(doc, size=6)
    numbers.say("Military service here means service on active duty, as 50 U.S.C. 3911 defines it. Chapter 127B, Article 4, of the General Statutes "
                "protects members of the National Guard on State active duty as well.")
    numbers.say("If the Defendant is in military service and has not appeared, no judgment may be entered until the Court has appointed an attorney "
                "for the Defendant (50 U.S.C. 3931(b)(2)). If it cannot be determined, the Court may require a bond before it enters "
                "judgment (50 U.S.C. 3931(b)(3)).")
    line(doc, "I declare under penalty of perjury that the foregoing is true and correct (50 U.S.C. 3931(b)(4)).", first=0.5, before=8, keep=True)
    line(doc, "This the ______ day of ______________________, 20______.", before=12, keep=True, first=0.5)
    line(doc, "_" * 38, before=28, keep=True, indent=SIGN)
    line(doc, "{{ office.agent }}", keep=True, indent=SIGN)
    tag(doc, "{%p if office.agent_title %}")
    line(doc, "{{ office.agent_title }}", keep=True, indent=SIGN)
    tag(doc, "{%p endif %}")
    line(doc, "{{ office.name }}", indent=SIGN)
    return doc
