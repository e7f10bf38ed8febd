"""The rules of a court day, outcome by outcome: who can have it, what it needs, what it says and what follows."""

from datetime import date

import pytest

from hearings.calendar.causes import causes
from hearings.court_day.errors import FieldMissing, FieldUnknown, FieldWrong, NoSuchOutcome
from hearings.court_day.facts import Due, FieldKind, Promise
from hearings.court_day.fields import place_of, read_fields
from hearings.court_day.following import CourtDayOf, task_rows, what_follows
from hearings.court_day.outcomes import outcome_named, outcome_of, outcomes, outcomes_for
from hearings.court_day.saying import key_facts, promises, sentence
from kernel.money import Money
from law.states import STATES, law_of

FRIDAY = date(2026, 12, 18)
"""Christmas closes the courts of North Carolina from December 24 to 28, 2026."""


def of(code: str, state: str = "NC", **known: date) -> CourtDayOf:
    law = law_of(state)
    return CourtDayOf(law, law.hearing_type(code), FRIDAY, law.calendar(), known.get("next_on"), known.get("issued_on"))


def after(outcome: str, code: str, given: dict[str, str] | None = None, state: str = "NC", **known: date) -> list[Due]:
    kind = outcome_of(law_of(state).hearing_type(code), state, outcome)
    return list(what_follows(kind, read_fields(kind, given or {}), of(code, state, **known)))


def told(found: list[Due]) -> list[tuple[str, str]]:
    return [(one.due_on.isoformat(), one.words) for one in found]


@pytest.mark.parametrize("state", STATES)
def test_each_type_of_hearing_has_outcomes_and_no_two_of_them_share_a_key(state: str) -> None:
    for kind in law_of(state).hearing_types().values():
        keys = [one.key for one in outcomes_for(kind, state)]
        assert len(keys) == len(set(keys)) >= 8, kind.code
        assert {"continued", "not-served", "dismissed", "consent", "advisement", "words"} <= {
            one.code for one in outcomes_for(kind, state)
        }


def test_no_key_of_an_outcome_moves_through_the_docket() -> None:
    assert {one.key for one in outcomes()} & {"j", "k"} == set()
    assert all(len(one.key) == 1 for one in outcomes())


@pytest.mark.parametrize(
    ("code", "state", "has", "has_not"),
    [
        ("HOSC", "NC", {"contempt", "no-contempt", "arrest"}, {"tests", "granted", "default", "warrant"}),
        ("HEPS", "NC", {"granted", "tests", "default", "arrest"}, {"contempt", "denied"}),
        ("HREV", "NC", {"granted", "contempt", "denied"}, {"tests", "default"}),
        ("HRFS", "NC", {"granted", "default"}, {"contempt", "tests"}),
        ("OSC-CONT", "CA", {"contempt", "warrant"}, {"arrest", "tests"}),
    ],
)
def test_an_outcome_belongs_to_types_of_hearing_and_states(
    code: str, state: str, has: set[str], has_not: set[str]
) -> None:
    found = {one.code for one in outcomes_for(law_of(state).hearing_type(code), state)}
    assert has <= found
    assert not has_not & found


def test_every_name_in_the_rows_exists() -> None:
    rules = {rule.id for law in STATES.values() for rule in law_of(law.state).pack().rules}
    codes = {one.code for one in outcomes()}
    names = {field.name for one in outcomes() for field in one.fields}
    kinds = {kind.kind for state in STATES for kind in law_of(state).hearing_types().values()} | {"unlisted", "*"}
    assert {one.cause for one in outcomes() if one.cause} <= set(causes())
    assert {name for one in outcomes() for name in one.hearings} <= kinds
    for row in task_rows():
        assert set(row.after) <= codes, row.words
        assert not row.law or row.law in rules, row.law
        assert not row.on or row.on in names
        assert {one.partition("=")[0] for one in row.when} | set(row.unless) <= names
        assert set(row.hearings) <= kinds
    for one in outcomes():
        assert one.moves == any(field.kind is FieldKind.PLACE for field in one.fields)
        assert not (one.moves and one.disposition)


def test_every_outcome_leads_to_something_to_do() -> None:
    assert {code for row in task_rows() for code in row.after} == {one.code for one in outcomes()}


def test_an_order_is_signed_in_five_court_days_and_the_employer_told_in_two() -> None:
    found = after("granted", "HEPS", {"support": "412", "starts_on": "2027-01-01"})
    assert told(found) == [
        ("2026-12-22", "Send the withholding notice to the employer"),
        ("2026-12-30", "Have the order signed and filed"),
    ]
    assert [one.rule for one in found] == ["us.withholding.notice", ""]


def test_a_purge_is_asked_after_on_its_day() -> None:
    assert told(after("contempt", "HOSC", {"purge": "500.00", "purge_by": "2027-01-15"})) == [
        ("2026-12-30", "Have the order signed and filed"),
        ("2027-01-15", "See whether the purge was paid"),
    ]


def test_not_in_contempt_leads_to_a_look_at_the_order() -> None:
    assert told(after("no-contempt", "HOSC")) == [
        ("2026-12-30", "Have the order signed and filed"),
        ("2027-01-07", "Decide whether the order should be reviewed"),
    ]


def test_notice_of_a_next_date_is_served_by_the_last_lawful_day_when_somebody_was_not_told() -> None:
    given = {"cause": "counsel", "to": "7@09:00", "notify": "yes"}
    found = after("continued", "HREV", given, next_on=date(2027, 1, 25))
    assert told(found) == [
        ("2026-12-23", "Have the order of continuance signed and filed"),
        ("2027-01-12", "Serve notice of the next date"),
    ]
    assert found[1].rule == "nc.notice.motion"
    assert told(after("continued", "HREV", given | {"notify": ""}, next_on=date(2027, 1, 25))) == told(found)[:1]


def test_a_hearing_without_a_next_date_and_a_promise_are_asked_after() -> None:
    assert told(after("continued", "HOSC", {"cause": "court", "promised": "Mr. Teague: pay stubs"})) == [
        ("2026-12-23", "Have the order of continuance signed and filed"),
        ("2026-12-30", "Get a next date"),
        ("2027-01-07", "Ask after what was promised"),
    ]


def test_a_summons_that_was_not_served_is_extended_within_ninety_days_of_its_issue() -> None:
    found = after("not-served", "HEPS", {"to": "7@09:00"}, next_on=date(2027, 2, 8), issued_on=date(2026, 11, 16))
    assert [(one.kind, one.due_on, one.rule) for one in found][1:] == [
        ("issue", date(2027, 2, 15), "nc.summons.extension"),
    ]  # the ninetieth day is a Sunday
    assert (found[0].kind, found[0].rule) == ("notice", "nc.notice.motion")


def test_where_no_issue_is_on_record_the_summons_is_seen_to_within_five_court_days() -> None:
    found = after("not-served", "HEPS")
    assert [(one.kind, one.due_on, one.rule) for one in found] == [
        ("issue", date(2026, 12, 30), ""), ("date", date(2027, 1, 7), ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("outcome", "code", "state"), [("arrest", "HOSC", "NC"), ("warrant", "OSC-CONT", "CA")])
def test_an_order_for_arrest_goes_to_the_sheriff_and_is_asked_after(outcome: str, code: str, state: str) -> None:
    found = after(outcome, code, {"bond": "1,000.00"}, state)
    assert told(found) == [
        ("2026-12-21", "Hand the order for arrest to the sheriff"),
        ("2027-01-19", "Ask the sheriff what became of the order for arrest"),
    ]


def test_ordered_genetic_tests_are_arranged() -> None:
    assert [one.kind for one in after("tests", "HEPS")] == ["date", "order", "tests"]
    assert [one.kind for one in after("tests", "HEPS", {"to": "7"}, next_on=date(2027, 2, 8))] == ["order", "tests"]


@pytest.mark.parametrize("outcome", ["default", "consent"])
def test_orders_by_default_and_consent_are_followed_as_other_orders(outcome: str) -> None:
    assert [one.kind for one in after(outcome, "HEPS")] == ["withholding", "order"]


def test_a_dismissal_without_prejudice_of_a_first_order_has_its_reasons_examined_that_day() -> None:
    found = after("dismissed", "HEPS", {"prejudice": "without prejudice"})
    assert [(one.kind, one.due_on, one.rule) for one in found] == [
        ("seek again", FRIDAY, "us.establish.dismissal"), ("order", date(2026, 12, 30), ""),
    ]  # fmt: skip
    assert [one.kind for one in after("dismissed", "HEPS", {"prejudice": "with prejudice"})] == ["order"]
    assert [one.kind for one in after("dismissed", "HOSC", {"prejudice": "without prejudice"})] == ["order"]


def test_a_denied_motion_still_has_an_order_to_be_signed() -> None:
    assert [one.kind for one in after("denied", "HREV")] == ["order"]


def test_a_ruling_is_asked_for_when_it_is_expected_or_after_thirty_days() -> None:
    assert told(after("advisement", "HOSC", {"ruling_by": "2027-01-08"})) == [
        ("2027-01-08", "Ask chambers for the ruling")
    ]
    assert told(after("advisement", "HOSC")) == [("2027-01-19", "Ask chambers for the ruling")]


def test_the_judges_own_words_are_the_attorneys_to_read() -> None:
    (found,) = after("words", "HOSC", {"words": "Come back."})
    assert (found.kind, found.owner) == ("decide", "attorney")


def test_a_task_whose_law_cannot_be_counted_has_the_offices_own_day() -> None:
    law = law_of("NC")
    far = CourtDayOf(law, law.hearing_type("HREV"), FRIDAY, law.calendar(), next_on=date(2035, 1, 8))
    kind = outcome_named("continued")
    found = what_follows(kind, {"cause": "court", "to": "7", "notify": "yes"}, far)
    assert (found[0].kind, found[0].due_on, found[0].rule) == ("notice", date(2026, 12, 21), "")


def test_fields_are_read_into_one_spelling() -> None:
    contempt = outcome_named("contempt")
    assert read_fields(contempt, {"purge": " $1,500 ", "purge_by": "2027-01-15", "terms": ""}) == {
        "purge": "$1,500.00", "purge_by": "2027-01-15",
    }  # fmt: skip
    assert place_of("12@09:30")[0] == 12
    assert place_of("12") == (12, None)


@pytest.mark.parametrize(
    ("code", "given", "says"),
    [
        ("contempt", {"purge": "5.00"}, FieldMissing),
        ("contempt", {"purge": "0.00", "purge_by": "2027-01-15"}, FieldWrong),
        ("contempt", {"purge": "5.00", "purge_by": "2027-02-30"}, FieldWrong),
        ("contempt", {"purge": "5.00", "purge_by": "2027-01-15", "cause": "court"}, FieldUnknown),
        ("continued", {"cause": "fog"}, FieldWrong),
        ("continued", {"cause": "court", "to": "12@25:00"}, FieldWrong),
        ("continued", {"cause": "court", "notify": "perhaps"}, FieldWrong),
        ("dismissed", {"prejudice": "some prejudice"}, FieldWrong),
        ("words", {"words": "a\x00b"}, FieldWrong),
        ("words", {"words": "  "}, FieldMissing),
    ],
)
def test_what_is_not_right_is_refused(code: str, given: dict[str, str], says: type[Exception]) -> None:
    with pytest.raises(says):
        read_fields(outcome_named(code), given)


def test_an_outcome_that_a_type_cannot_have_is_refused_with_those_that_it_can() -> None:
    with pytest.raises(NoSuchOutcome, match="'tests' is no outcome of this hearing; outcomes are contempt"):
        outcome_of(law_of("NC").hearing_type("HOSC"), "NC", "tests")


def test_an_outcome_says_itself_in_one_sentence() -> None:
    continued = {"cause": "weather", "to": "7@09:00", "next_on": "2027-01-25", "next_at": "09:00", "notify": "yes"}
    assert sentence(outcome_named("continued"), continued) == (
        "Continued; weather or another closing of the court; next date Jan 25, 2027, 9:00 AM; notice to be served."
    )
    assert sentence(outcome_named("not-served"), {}) == "Not served: new papers to be issued; no next date yet."
    assert sentence(outcome_named("words"), {"words": "Two.\nLines."}) == (
        "In the judge's own words; the judge's words: Two.; Lines."
    )


def test_promises_are_read_line_by_line() -> None:
    assert promises("Mr. Teague: pay stubs\n\n  brings the lease \nAgent:") == (
        Promise("Mr. Teague", "pay stubs"), Promise("", "brings the lease"), Promise("", "Agent:"),
    )  # fmt: skip


def test_key_facts_are_a_few_words_each() -> None:
    assert key_facts(
        monthly=Money(40000), owed=Money(123456), last_paid=(date(2026, 10, 4), Money(31900)), children=1, continued=2
    ) == ("$400.00 a month", "owes $1,234.56", "last paid $319.00 on Oct 4, 2026", "1 child", "continued 2 times")
    assert key_facts(monthly=None, owed=None, last_paid=None, children=3, continued=0) == ("3 children",)
    assert key_facts(monthly=Money(1), owed=Money(0), last_paid=None, children=2, continued=1) == (
        "$0.01 a month", "owes nothing", "never paid", "2 children", "continued 1 time",
    )  # fmt: skip
