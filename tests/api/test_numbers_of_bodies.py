"""Numbers, amounts and answers of yes or no in JSON bodies: taken as they are meant, or refused in one sentence."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, get_args

import pytest

from api.patterns import PageForm, Strict
from tests.desks import Desks
from tests.law.nc_guideline.asking import written

CASE, HEARING = "/api/v1/cases/{case_no}", "/api/v1/hearings/{hearing}"
HUGE = 10**30
PROOF = "pay stub of November 18"
BODIES: dict[str, tuple[str, dict[str, Any]]] = {
    "step": (f"{CASE}/money/steps", {"on": "2026-10-01", "amount": "400.00", "why": "order", "proof": PROOF}),
    "credit": (f"{CASE}/money/credits", {"on": "2026-10-01", "amount": "100.00", "why": "benefits", "proof": PROOF}),
    "direct payment": (
        f"{CASE}/money/direct-payments",
        {"paid_on": "2026-10-01", "amount": "50.00", "proof_kind": "cancelled check", "proof": PROOF},
    ),
    "adjustment": (
        f"{CASE}/money/adjustments",
        {"on": "2026-11-02", "bucket": "family", "amount": "-50.00", "reason": "charged twice", "proof": PROOF},
    ),
    "plan": (
        f"{CASE}/plans",
        {
            "basis": "court order", "source": "order of June 1, 2026", "made_on": "2026-06-01",
            "first_due_on": "2026-06-15", "instalment": "75.00", "first_payment": "10.00", "days_late": 5,
            "percent_short": 5, "failures": 2,
        },
    ),
    "stub": (f"{CASE}/pay-stubs", {"paid_on": "2026-10-02", "withheld": "98.65", "evidence": PROOF}),
    "what if": (f"{CASE}/what-if", {"support": "300.00", "support_from": "2026-12-01", "instalment": "20.00"}),
    "guideline": (f"{CASE}/guideline", {"input": written(worksheet="B", children=2, plaintiff={
        "gross": 250_000, "pre_existing": 1, "other_children": 1, "childcare": 1, "insurance": 1, "extraordinary": 1,
        "overnights": 330, "children_living": 0}, defendant={"gross": 300_000, "overnights": 400})}),
    "contempt": (
        f"{HEARING}/ability/contempts",
        {"found_on": "2025-10-01", "kind": "civil", "purge": "10.00", "outcome": "purged", "proof": PROOF},
    ),
    "asset": (
        f"{HEARING}/ability/assets",
        {
            "what": "boat", "value": "500.00", "seen_on": "2026-11-01", "lien": "1.00", "exempt": "1.00",
            "exemption": "G.S. 1C-1601", "proof": PROOF,
        },
    ),
    "household": (
        f"{HEARING}/ability/household",
        {
            "people": 2, "needs": [{"what": "rent", "monthly": "400.00"}], "orders": 1, "supports_others": True,
            "disposable": "900.00", "proof": PROOF,
        },
    ),
    "purge": (
        f"{HEARING}/ability/purge",
        {
            "amount": "300.00", "pay_on": "2026-12-08", "needs_first": "200.00", "proof": PROOF,
            "funds": [{"what": "pay", "amount": "640.00", "available_on": "2026-12-04", "shown_by": "stub",
                       "seen_on": "2026-11-19"}],
        },
    ),
}  # fmt: skip
AMOUNTS = {"amount", "instalment", "first_payment", "withheld", "support", "purge", "value", "lien", "exempt",
           "monthly", "disposable", "needs_first"}  # fmt: skip
NO_AMOUNT = [
    "1e3", "NaN", "Infinity", "-0.01", "10000000.01", "999999999999.00", "1.5", "1.555", "0x10", "1_000", "\u0661",
]  # fmt: skip
SIGNED = {"adjustment"}
"""Bodies whose amount may take something off."""
NO_NUMBER = [True, False, 1.5, 2.0, "1", HUGE, -HUGE, -1, float("nan"), float("inf"), [], {}]
NO_WORDS = [True, False, 1, 1.5, HUGE, float("nan"), [], {}]
NO_ANSWER = [0, 1, 1.0, "true", "yes", None, [], {}]


def leaves(body: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(body, dict | list):
        for key, value in body.items() if isinstance(body, dict) else enumerate(body):
            yield from leaves(value, (*path, key))
    else:
        yield path, body


def wrong(name: str, field: str | int, value: Any) -> list[Any]:
    """What the field of such a value does not take."""
    if isinstance(value, bool):
        return NO_ANSWER
    if isinstance(value, int):
        return NO_NUMBER
    if field not in AMOUNTS:
        return NO_WORDS
    return NO_WORDS + [each for each in NO_AMOUNT if not (name in SIGNED and each == "-0.01")]


MUTATIONS = [
    (name, path, bad)
    for name, (_, body) in BODIES.items()
    for path, value in leaves(body)
    for bad in wrong(name, path[-1], value)
    if not (path[-1] == "children" and isinstance(bad, list))
]


def changed(body: Any, path: tuple[str | int, ...], value: Any) -> Any:
    found = deepcopy(body)
    at = found
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return found


def post(desks: Desks, name: str, body: Any) -> Any:
    path = BODIES[name][0].format(case_no=desks.case_no, hearing=desks.hearing)
    sent = body if isinstance(body, str) else json.dumps(body)
    return desks.bearer("agent").post(path, content=sent, headers={"content-type": "application/json"})


@pytest.mark.parametrize("name", BODIES)
def test_the_body_that_the_others_are_changed_from_is_taken(name: str, desks: Desks) -> None:
    answer = post(desks, name, BODIES[name][1])
    assert answer.status_code in (200, 201), answer.text


def test_a_value_of_another_kind_or_beyond_meaning_is_refused_in_one_sentence(same_desks: Desks) -> None:
    assert len(MUTATIONS) > 600
    client = same_desks.bearer("agent")
    taken = []
    for name, path, bad in MUTATIONS:
        place, body = BODIES[name]
        answer = client.post(
            place.format(case_no=same_desks.case_no, hearing=same_desks.hearing),
            content=json.dumps(changed(body, path, bad)), headers={"content-type": "application/json"},
        )  # fmt: skip
        told = answer.json()
        if not (400 <= answer.status_code < 500 and list(told) == ["error"] and told["error"].endswith(".")):
            taken.append((name, path, bad, answer.status_code))
    assert taken == []


@pytest.mark.parametrize("digits", [400, 5000, 100_000])
@pytest.mark.parametrize("name", ["plan", "household", "guideline"])
def test_a_number_of_thousands_of_digits_is_refused_in_one_sentence(name: str, digits: int, same_desks: Desks) -> None:
    _, body = BODIES[name]
    sent = json.dumps(body)
    for number in ('"days_late": 5', '"people": 2', '"gross": 250000'):
        sent = sent.replace(number, number.rpartition(" ")[0] + " " + "9" * digits)
    answer = post(same_desks, name, sent)
    assert (400 <= answer.status_code < 500, list(answer.json())) == (True, ["error"])


def test_every_number_and_every_yes_or_no_of_a_json_body_is_taken_strictly() -> None:
    bodies = list(_bodies())
    loose = [
        f"{model.__name__}.{name}"
        for model in bodies
        for name, field in model.model_fields.items()
        if {int, bool, float} & set(_kinds(field.annotation))
        if "strict=True" not in repr(field)
    ]
    assert len(bodies) > 30, "the application is not imported"
    assert loose == []


def _bodies(of: type[Strict] = Strict) -> Iterator[type[Strict]]:
    """Every kind of body that the API takes, and of those inside it; forms of pages send nothing but text."""
    for each in of.__subclasses__():
        if not issubclass(each, PageForm):
            yield each
            yield from _bodies(each)


def _kinds(kind: Any) -> Iterator[Any]:
    yield kind
    for each in get_args(kind):
        yield from _kinds(each)
