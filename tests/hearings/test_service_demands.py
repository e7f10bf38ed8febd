"""What the law demands of a manner of service, and when service is complete."""

from dataclasses import replace
from datetime import date

import pytest

from hearings.facts import Served
from hearings.service.checking import checked
from hearings.service.demands import Around, unmet
from hearings.service.facts import Consent, Issued, Link, Recipient
from hearings.service.manner import Check, Manner
from kernel.traced import Trace
from law.pack import methods_under
from law.states import law_of

NC, CA = law_of("NC"), law_of("CA")
DAY = date(2026, 10, 15)
WHO = "4000700099"
TRACE = Trace("Entered by hand", "attempt")
PERSON = Recipient(WHO, "LATOYA O'BRIEN", "obligor", date(1990, 5, 1), None, protected=False)
ADDRESSEE = Manner(receipt_signed_on=DAY)
LEFT = Manner(relation="wife", recipient="李 ANA", recipient_age=30, lives_there=True, told_of_contents=True)


def served(
    method: str = "sheriff",
    *,
    paper: str = "summons and complaint",
    manner: Manner | None = None,
    on: date = DAY,
    result: str = "served",
    returned_on: date | None = None,
) -> Served:
    done = on if result == "served" else None
    return Served(paper, WHO, method, None, on, result, done, "self", returned_on, TRACE, f"{method} {on}", "", manner)


def check(*services: Served, law: object = NC, born: date | None = date(1990, 5, 1), **around: object) -> Check:
    """What the law makes of the last of the services."""
    people = {WHO: replace(PERSON, born_on=born)}
    known = {"issued": (), "consents": ()} | around
    found = checked(services, people=people, law=law, **known)[-1].check  # type: ignore[arg-type]
    assert found is not None
    return found


def tries(*days: int, method: str = "sheriff", returned: bool = False) -> list[Served]:
    return [
        served(
            method,
            on=date(2026, 10, each),
            result="not home",
            returned_on=date(2026, 10, each) if returned else None,
            manner=Manner(),
        )
        for each in days
    ]


def test_the_sheriffs_delivery_to_the_person_is_complete_that_day() -> None:
    assert check(served(manner=Manner())) == Check(DAY, (), "N.C. R. Civ. P. 4(a), 4(j)(1)a")


def test_what_the_states_record_tells_is_taken_without_details_that_it_never_keeps() -> None:
    assert check(served("certified mail")).completed_on == DAY


def test_papers_left_at_home_in_north_carolina_need_somebody_who_lives_there() -> None:
    assert check(served(manner=LEFT)).completed_on == DAY
    visitor = check(served(manner=replace(LEFT, lives_there=None)))
    assert visitor == Check(
        None,
        ("Nothing shows that 李 ANA lives at the place where the papers were left (N.C. R. Civ. P. 4(j)(1)a).",),
        "N.C. R. Civ. P. 4(j)(1)a",
    )


def test_certified_mail_by_hand_needs_the_receipt_and_the_addressee() -> None:
    assert check(served("certified mail", manner=Manner())).unmet == (
        "No signed receipt is on record (N.C. R. Civ. P. 4(j)(1)c; N.C. Gen. Stat. § 1-75.10).",
    )
    assert check(served("certified mail", manner=ADDRESSEE)).completed_on == DAY
    brother = check(served("certified mail", manner=replace(ADDRESSEE, relation="brother", recipient="Pat O'Brien")))
    assert brother.completed_on is None
    assert brother.unmet[0].startswith("Pat O'Brien took it, not the addressee")


def test_a_private_server_comes_only_after_the_sheriffs_return() -> None:
    private = served("personal", manner=Manner(server_kind="private server", server_age=34))
    why = "A private server may serve only after the sheriff's return without service (N.C. R. Civ. P. 4(h1))."
    assert check(private).unmet == (why,)
    assert check(*tries(5), private).unmet == (why,)
    assert check(*tries(5, returned=True), private).completed_on == DAY


def test_a_server_who_is_too_young_or_a_party_serves_nothing() -> None:
    young = served("personal", manner=Manner(server_age=20, server_is_party=True))
    assert check(*tries(5, returned=True), young).unmet == (
        "The server was 20, younger than 21 (N.C. R. Civ. P. 4(h), 4(h1)).",
        "A party may not serve the papers (N.C. R. Civ. P. 4(h), 4(h1)).",
    )


def test_a_method_that_the_rule_does_not_know_serves_nothing_and_the_lawful_ones_are_named() -> None:
    by_fax = check(served("fax"))
    assert by_fax.completed_on is None
    assert by_fax.unmet[0].startswith("'fax' is no way to serve a paper such as the summons and complaint in North")
    assert "certified mail" in by_fax.unmet[0]


def test_a_notice_may_be_mailed_but_an_order_to_show_cause_may_not() -> None:
    assert check(served("mail", paper="notice of hearing", manner=Manner(mailed_on=DAY))).completed_on == DAY
    assert check(served("mail", paper="order to show cause", manner=Manner(mailed_on=DAY))).completed_on is None


def test_electronic_service_on_a_party_needs_a_consent_on_file_that_day() -> None:
    sent = served("email", paper="notice of hearing", manner=Manner())
    consent = Consent(1, WHO, "latoya@example.org", date(2026, 10, 1), None)
    assert check(sent).unmet == (
        "No consent of LATOYA O'BRIEN to electronic service was on file on that day (N.C. R. Civ. P. 5(b)).",
    )
    assert check(sent, consents=(consent,)).completed_on == DAY
    assert check(sent, consents=(replace(consent, filed_on=date(2026, 10, 16)),)).completed_on is None
    assert check(sent, consents=(replace(consent, ended_on=DAY),)).completed_on is None


@pytest.mark.parametrize("born", [date(2009, 10, 16), date(2009, 1, 1)])
def test_a_minor_needs_a_parent_or_guardian_served_as_well(born: date) -> None:
    alone = check(served(manner=Manner()), born=born)
    age = 16 if born == date(2009, 10, 16) else 17
    assert alone.unmet == (
        f"LATOYA O'BRIEN is {age}: a parent or guardian is served as well (N.C. R. Civ. P. 4(j)(2)).",
    )
    mother = served(manner=replace(LEFT, relation="mother"), on=date(2026, 10, 14))
    assert check(mother, served(manner=Manner()), born=born).completed_on == DAY
    assert check(served(manner=Manner()), born=date(2008, 10, 15)).completed_on == DAY


def test_a_person_under_disability_needs_a_guardian_served_as_well() -> None:
    issued = Issued(1, "7", WHO, "summons and complaint", Link.ORIGINAL, date(2026, 10, 1), under_disability=True)
    assert check(served(manner=Manner()), issued=(issued,)).unmet == (
        "LATOYA O'BRIEN is under disability: a parent or guardian is served as well (N.C. R. Civ. P. 4(j)(2)).",
    )


def test_a_dormant_summons_cannot_be_served() -> None:
    issued = Issued(1, "7", WHO, "summons and complaint", Link.ORIGINAL, date(2026, 8, 1))
    dormant = check(served(manner=Manner()), issued=(issued,))
    assert dormant.completed_on is None
    assert dormant.unmet == (
        "The summons of Aug 1, 2026 is dormant: it could be served until Sep 30, 2026 and can be extended until "
        "Oct 30, 2026 (N.C. R. Civ. P. 4(c), 6(a)).",
    )


def test_substituted_service_in_california_is_complete_ten_days_after_the_mailing() -> None:
    """Mailed Oct 20: complete Oct 30, a Friday; a closed day would not move it."""
    left = served("substituted", manner=replace(LEFT, mailed_on=date(2026, 10, 20)))
    done = check(*tries(5, 7, 9), left, law=CA)
    assert (done.completed_on, done.unmet) == (date(2026, 10, 30), ())


def test_substituted_service_in_california_fails_without_diligence_mailing_age_and_words() -> None:
    left = served("substituted", manner=Manner(relation="son", recipient="Lee", recipient_age=17))
    cite = "(Cal. Code Civ. Proc. §§ 415.20(b), 417.10)."
    assert check(*tries(5), left, law=CA).unmet == (
        f"Lee was 17, younger than 18 {cite}",
        f"Nothing shows that Lee was told what the papers are {cite}",
        f"No mailing after the papers were left is on record {cite}",
        "Diligence comes first: attempts in vain on 1 day are on record before it, and 3 on different days are the "
        f"practice {cite}",
    )


def test_personal_delivery_to_another_in_california_is_substituted_service() -> None:
    assert check(served("personal", manner=LEFT), law=CA).completed_on is None


def test_an_acknowledgment_counts_from_the_day_on_which_it_was_signed() -> None:
    sent = served("acknowledgment", manner=Manner(mailed_on=DAY, receipt_signed_on=date(2026, 10, 28)))
    assert check(sent, law=CA).completed_on == date(2026, 10, 28)
    assert check(served("acknowledgment", manner=Manner(mailed_on=DAY)), law=CA).completed_on is None


def test_publication_in_california_needs_an_order_and_is_complete_on_the_twenty_eighth_day() -> None:
    ordered = served("publication", manner=Manner(ordered_on=date(2026, 10, 10)))
    assert check(*tries(1, 2, 3), ordered, law=CA).completed_on == date(2026, 11, 12)
    without = check(*tries(1, 2, 3), served("publication", manner=Manner()), law=CA)
    assert without.unmet[0].startswith("No order of the court before the first publication is on record")


def test_contempt_in_california_is_served_in_person_and_in_no_other_way() -> None:
    mailed = served("mail", paper="order to show cause", manner=Manner(mailed_on=DAY))
    assert check(mailed, law=CA).completed_on is None
    assert check(served("personal", paper="order to show cause", manner=Manner()), law=CA).completed_on == DAY


def test_a_row_that_demands_restricted_delivery_is_met_only_by_a_record_of_it() -> None:
    """No row of either state demands it today; North Carolina asks for delivery to the addressee instead."""
    row = next(one for one in methods_under(NC.pack(), "Rule 4") if one.method == "certified mail")
    assert not any(one.needs_restricted_delivery for law in (NC, CA) for one in law.pack().methods)
    demanding, around = replace(row, needs_restricted_delivery=True), Around("NC", PERSON.name, (), False, 36)
    why = f"Nothing shows that delivery was restricted to LATOYA O'BRIEN ({row.cite})."
    for told in (None, False):
        open_to_all = served("certified mail", manner=replace(ADDRESSEE, restricted=told))
        assert unmet(open_to_all, demanding, around) == (why,)
        assert unmet(open_to_all, row, around) == ()
    assert unmet(served("certified mail", manner=replace(ADDRESSEE, restricted=True)), demanding, around) == ()
