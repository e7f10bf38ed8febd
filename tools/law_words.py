"""Rows of law as sentences for readers. A table of rows that has no words here is refused."""

from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
UNVERIFIED = "**unverified**"
DOLLARS = "dollars"

NEEDS = {
    "needs_residence": "that the person who takes them lives there",
    "needs_restricted_delivery": "restricted delivery",
    "needs_signed_receipt": "a signed receipt",
    "needs_consent_on_file": "a consent on file",
    "needs_diligence_first": "diligence, or a return without service, first",
    "needs_mailing_after": "a copy mailed as well",
    "needs_court_order": "an order of the court",
}
"""What a method of service demands, in words."""


def sentence(table: str, row: Row) -> str:
    """A row in one sentence. A rule reads as what is to be done, by when, from which event."""
    return SAYS[table](row)


def source(table: str, row: Row) -> str:
    """Where a row comes from, since when it holds, and whether an attorney has checked it."""
    name = row.get("id") or row.get("code")
    since, until = row.get("in_force_from"), row.get("in_force_until")
    held = f"in force from {since}" + (f" until {until}" if until else "") if since else ""
    parts = (f"`{name}`" if name else "", row.get("cite", ""), held, row.get("verified_by") or UNVERIFIED)
    return " · ".join(str(part) for part in parts if part)


def first_up(words: str) -> str:
    """The same words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def _rule(row: Row) -> str:
    back = row.get("counts") == "back"
    side = "before" if back else "after"
    if row["period"].startswith("0 "):
        when = f"on the day of the {row['trigger']}"
    elif row.get("answers") == "first day":
        when = f"no earlier than {row['period']} {side} the {row['trigger']}"
    elif back:
        when = f"at least {row['period']} before the {row['trigger']}"
    else:
        when = f"within {row['period']} after the {row['trigger']}"
    longer = "; some manners of service lengthen it" if row.get("added") else ""
    stays = row.get("rolls") is False and "court day" not in row["period"] and not row["period"].startswith("0 ")
    stands = "; a closed last day does not move" if stays else ""
    return f"**{first_up(row['what'])}**: {when}{longer}{stands}."


def _added(row: Row) -> str:
    bound = f" where the period is {row['longest']} days or less" if row.get("longest") else ""
    choice = "; an office may leave them out" if row.get("optional") else ""
    return f"**{first_up(row['method'])}** adds {row['period']} to periods under {row['family']}{bound}{choice}."


def _method(row: Row) -> str:
    complete = f"{row['completes']} after" if row.get("completes") else "at"
    needs = [words for key, words in NEEDS.items() if row.get(key)]
    needs += [f"a server of at least {row['server_age']} years"] if row.get("server_age") else []
    needs += [f"a recipient of at least {row['recipient_age']} years"] if row.get("recipient_age") else []
    goes_to = f" It goes to {row['recipient']}." if row.get("recipient") else ""
    demands = f" It needs {'; '.join(needs)}." if needs else ""
    return (
        f"**{row['name']}** (`{row['method']}`, under {', '.join(row['under'])}): "
        f"complete {complete} the {row['from_act']}.{goes_to}{demands} Proof: {row['proof']}."
    )


def _holiday(row: Row) -> str:
    return f"{row['name']}: courthouse {row['courthouse']}."


def _hearing_type(row: Row) -> str:
    later = f" Papers still prepared elsewhere: {', '.join(row['later'])}." if row["later"] else ""
    return f"**{row['name']}** ({row['kind']}): notice by `{row['notice']}`.{later}"


def _filing_code(row: Row) -> str:
    return f"**{first_up(row['id'].replace('-', ' '))}**: filed under `{row['code']}` ({row['name']})."


def _figure(row: Row) -> str:
    unit = row.get("unit", "")
    amount = f"${row['value']}{unit[len(DOLLARS) :]}" if unit.startswith(DOLLARS) else f"{row['value']} {unit}".strip()
    return f"**{first_up(row['what'])}**: {amount}."


def _schedule(row: Row) -> str:
    return f"**Schedule** in `{row['file']}`."


def _worksheet(row: Row) -> str:
    return f"**{row['name']}** (form {row['form']})."


def _finding(row: Row) -> str:
    weighed = " Weighed against basic needs; arrears alone show nothing." if row.get("weighs_needs") else ""
    if row.get("is_defense"):
        return f"**Beside the findings, for a defense**: {row['what']}.{weighed}"
    return f"**The court must find**: {row['what']}.{weighed}"


def _question(row: Row) -> str:
    return f"**{first_up(row['what'])}** (`{row['entry']}`)."


def _band(row: Row) -> str:
    whole = f"${row['over']:,} to ${row['up_to']:,}" if row.get("up_to") else f"${row['over']:,} and more"
    more = f" + TN / {row['total_divided_by']}" if row.get("total_divided_by") else ""
    more += f" + {row['divided_by_total']} / TN" if row.get("divided_by_total") else ""
    return f"**Total net income (TN) of {whole}**: the fraction of K is {row['constant']}{more}."


def _low_income(row: Row) -> str:
    below = f"${row['amount']} a month" if row.get("amount") else row["by"]
    return f"**Net income below which a low-income adjustment is presumed**: {below}."


def _add_on(row: Row) -> str:
    must = "ordered in every case" if row["mandatory"] else "in the discretion of the court"
    return f"**{first_up(row['kind'])}**: {row['what']}; {must}."


def _split(row: Row) -> str:
    return f"**How parents share it**: {row['by']}."


def _conversion(row: Row) -> str:
    return f"**{first_up(row['id'])} amounts** count {row['factor']} times by the month."


def _due_days(row: Row) -> str:
    if row["by_the_month"]:
        return f"**{first_up(row['id'])} support** is made a monthly amount, due on the first."
    return f"**{first_up(row['id'])} support** falls due on its own days."


def _interest(row: Row) -> str:
    return f"**Simple interest**: a share of {row['rate']} a year, from: {row['begins']}."


def _application(row: Row) -> str:
    return f"**A payment goes to**: {', then '.join(row['steps'])}."


def _kinds(row: Row) -> str:
    return f"**Among amounts due on one day** a payment goes to: {', then '.join(row['order'])}."


def _suspension(row: Row) -> str:
    least = f" for more than {row['longer_than_days']} days" if row.get("longer_than_days") else ""
    full = ", from the first full month" if row.get("from_full_month") else ""
    again = row.get("resumes_in_month")
    resumes = f", until the first day of month {again} after its end" if again else ""
    what = "the support of that child does not fall due" if row.get("of_child") else "no support falls due"
    return f"**{first_up(row['id'])}**{least}: {what} by {row['by']}{full}{resumes}."


def _vesting(row: Row) -> str:
    notice = "filed and noticed" if row["needs_notice"] else "filed"
    side = "on or after" if row["includes_the_day"] else "after"
    return f"**A motion to modify** reaches support that falls due {side} the day on which it was {notice}."


def _direct_proof(row: Row) -> str:
    return f"**{first_up(row['id'])}** proves a payment made straight to the obligee."


def _plan_step(row: Row) -> str:
    basis = f", under a plan by {row['basis']}" if row.get("basis") else ""
    bars = " No contempt for it." if row.get("bars_contempt") and "contempt" not in row["do"] else ""
    return f"**{first_up(row['when'])}**{basis}: {row['do']} ({row['owner']}).{bars}"


def _contempt_window(row: Row) -> str:
    what = "no count may be older" if row["bars"] else "a schedule shows no older month"
    return f"**Months that were not paid in full**: {row['years']} years from the due day; {what}."


SAYS: dict[str, Callable[[Row], str]] = {
    "rule": _rule,
    "added": _added,
    "method": _method,
    "holiday": _holiday,
    "hearing_type": _hearing_type,
    "filing_code": _filing_code,
    "conversion": _conversion,
    "due_days": _due_days,
    "interest": _interest,
    "judgment_interest": _interest,
    "application": _application,
    "kinds": _kinds,
    "suspension": _suspension,
    "vesting": _vesting,
    "direct_proof": _direct_proof,
    "figure": _figure,
    "finding": _finding,
    "question": _question,
    "schedule": _schedule,
    "worksheet": _worksheet,
    "band": _band,
    "low_income": _low_income,
    "add_on": _add_on,
    "split": _split,
    "plan_step": _plan_step,
    "contempt_window": _contempt_window,
}
