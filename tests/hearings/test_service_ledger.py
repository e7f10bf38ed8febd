"""One timeline from every source, diligence out of it, the next place, and default."""

from dataclasses import replace
from datetime import date, time

import pytest

from hearings.facts import Served
from hearings.service.defaults import default_of
from hearings.service.diligence import attempts_in_vain
from hearings.service.facts import Default, Place, Recipient, Reply
from hearings.service.ledger import one_timeline
from hearings.service.manner import Check, Manner
from hearings.service.places import Known, PlaceProtected, next_place
from kernel.traced import Trace
from law.states import law_of

NC = law_of("NC")
WHO, OTHER = "4000700099", "4000700088"
AS_OF = date(2026, 11, 20)
OBLIGOR = Recipient(WHO, "SEÁN O'BRIEN", "obligor", date(1990, 5, 1), date(2026, 11, 1), protected=False)


def tried(
    day: int,
    result: str | None = "not home",
    *,
    method: str = "sheriff",
    manner: Manner | None = None,
    key: str = "",
    who: str = WHO,
    issued: bool = False,
) -> Served:
    on = None if issued else date(2026, 11, day)
    done = on if result == "served" else None
    trace = Trace("ACTS" if manner is None else "Entered by hand", key or f"r{day}")
    issued_on = date(2026, 11, 1)
    return Served(
        "order to show cause", who, method, issued_on, on, result, done, None, None, trace, key or f"k{day}", "", manner
    )


def test_the_same_attempt_from_two_sources_stands_once_with_the_words_of_both() -> None:
    of_state = tried(5, key="state")
    by_hand = tried(5, key="hand", manner=Manner(hour=time(18, 30), server="Deputy Ñuñez"))
    (one,) = one_timeline([by_hand, of_state])
    assert (one.trace.source, one.key, one.other_key) == ("ACTS", "state", "hand")
    assert one.manner == Manner(hour=time(18, 30), server="Deputy Ñuñez")


def test_two_attempts_by_hand_on_one_day_stand_both_in_order_of_their_hours() -> None:
    evening = tried(5, key="b", manner=Manner(hour=time(18, 30)))
    morning = tried(5, key="c", manner=Manner(hour=time(9)))
    assert one_timeline([evening, morning]) == [morning, evening]


def test_a_result_that_the_two_sources_tell_otherwise_is_not_joined() -> None:
    assert len(one_timeline([tried(5, "served", key="a"), tried(5, "moved", key="b", manner=Manner())])) == 2


def test_diligence_lists_every_attempt_in_vain_and_nothing_else() -> None:
    unlawful = replace(tried(9, "served"), check=Check(None, ("No signed receipt is on record.",)))
    lawful = replace(tried(12, "served"), check=Check(date(2026, 11, 12)))
    waiting = replace(tried(13, "served"), check=Check(date(2026, 11, 23)))
    future = tried(25)
    known = [
        tried(7),
        future,
        tried(3, "moved"),
        tried(1, None, issued=True),
        unlawful,
        lawful,
        waiting,
        tried(4, who=OTHER),
    ]
    assert attempts_in_vain(known, WHO, as_of=AS_OF) == [tried(3, "moved"), tried(7), unlawful]


HOME = Known(
    Place.RESIDENCE, "home", "12 Elm St, Charlotte, NC, 28202", "DMV", date(2026, 9, 1), date(2026, 9, 1), None
)
OLD = replace(HOME, key="old", words="9 Oak St, Charlotte, NC, 28202", verified_on=date(2025, 1, 1))
WORK = replace(HOME, kind=Place.WORK, key="work", words="Smith & Sons, 1 Mill Rd", verified_on=date(2026, 8, 1))
BOX = replace(HOME, kind=Place.MAILING, key="box", words="PO Box 9", verified_on=date(2026, 11, 10))


def nxt(*failed: Served, known: tuple[Known, ...] = (BOX, OLD, WORK, HOME)) -> str | None:
    found = next_place(known, failed, OBLIGOR, as_of=AS_OF)
    return found.key if found else None


def at(key: str, place: Place, result: str = "moved", day: int = 5) -> Served:
    return tried(day, result, manner=Manner(place=place, place_key=key))


def test_home_comes_first_and_what_was_verified_last_before_the_rest() -> None:
    assert nxt() == "home"
    assert nxt(known=(OLD, replace(HOME, verified_on=None))) == "old"


def test_after_a_failure_at_home_the_employer_comes_and_the_reverse() -> None:
    assert nxt(at("home", Place.RESIDENCE)) == "work"
    assert nxt(at("work", Place.WORK)) == "home"
    assert nxt(at("home", Place.RESIDENCE), at("work", Place.WORK, day=9)) == "old"
    assert nxt(at("home", Place.RESIDENCE), at("old", Place.RESIDENCE, day=6), at("work", Place.WORK, day=9)) == "box"


def test_a_place_that_failed_comes_back_only_when_it_was_verified_after_that() -> None:
    failed = at("home", Place.RESIDENCE)
    assert nxt(failed, known=(HOME,)) is None
    assert nxt(failed, known=(replace(HOME, verified_on=date(2026, 11, 5)),)) is None
    assert nxt(failed, known=(replace(HOME, verified_on=date(2026, 11, 6)),)) == "home"


def test_nobody_home_says_nothing_against_the_address() -> None:
    assert nxt(at("home", Place.RESIDENCE, "not home"), known=(HOME,)) == "home"


def test_an_attempt_of_the_states_record_is_taken_to_have_been_at_home() -> None:
    assert nxt(tried(5, "moved")) == "work"


def test_a_place_that_has_ended_is_none() -> None:
    assert nxt(known=(replace(HOME, ended_on=AS_OF),)) is None


def test_the_reason_tells_age_and_source() -> None:
    found = next_place((WORK, HOME), [at("home", Place.RESIDENCE)], OBLIGOR, as_of=AS_OF)
    assert found is not None
    assert found.why == "At work after 1 attempt in vain: told by DMV, verified 111 days ago."


def test_nobody_is_told_where_a_protected_person_is() -> None:
    with pytest.raises(PlaceProtected) as refused:
        next_place((HOME,), (), replace(OBLIGOR, protected=True), as_of=AS_OF)
    assert "Elm" not in str(refused.value)


SERVED = replace(tried(3, "served"), paper="summons and complaint", check=Check(date(2026, 11, 3)))
"""Answer due on December 3, 2026."""


def default(
    as_of: date,
    done: Served | None = SERVED,
    reply: Reply | None = None,
    *,
    proved: bool = True,
    scra: date | None = None,
) -> Default:
    person = replace(OBLIGOR, military_checked_on=scra)
    return default_of(NC, done, reply, person, proved=proved, scra_days=30, as_of=as_of)


def test_default_is_possible_when_the_answer_is_past_the_proof_on_file_and_the_check_young() -> None:
    found = default(date(2026, 12, 4), scra=date(2026, 11, 5))
    assert (found.due_on, found.possible, found.why_not) == (date(2026, 12, 3), True, ())


def test_default_says_each_reason_why_not_yet() -> None:
    assert default(date(2026, 12, 3), proved=False).why_not == (
        "The answer is due on Dec 3, 2026, which is not past.",
        "The proof of service is not on file.",
        "No check of military service is on record (50 U.S.C. § 3931).",
    )
    assert default(date(2026, 12, 5), scra=date(2026, 11, 5)).why_not == (
        "The check of military service is 30 days old; it has to be younger than 30 (50 U.S.C. § 3931).",
    )
    assert default(date(2026, 12, 5), None).why_not[0] == "Service of the summons is not complete."


def test_an_answer_or_more_time_stands_against_default() -> None:
    answered, extended = Reply(WHO, date(2026, 12, 1), None), Reply(WHO, None, date(2027, 1, 4))
    assert default(date(2026, 12, 9), reply=answered, scra=date(2026, 12, 1)).why_not == (
        "SEÁN O'BRIEN answered on Dec 1, 2026.",
    )
    found = default(date(2027, 1, 4), reply=extended, scra=date(2026, 12, 20))
    assert (found.due_on, found.possible) == (date(2027, 1, 4), False)
    assert default(date(2027, 1, 5), reply=extended, scra=date(2026, 12, 20)).possible


def test_an_answer_to_publication_is_counted_from_its_first_day() -> None:
    published = replace(SERVED, method="publication", check=Check(date(2026, 11, 17)))
    assert default(date(2026, 12, 1), published).due_on == date(2026, 12, 14)
