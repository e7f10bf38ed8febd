"""The hearing's pictures on the screen."""

import pytest

from tests.desks import Desks


@pytest.mark.parametrize(
    ("name", "says"),
    [("payment-chart", b"Arrears at the end of each month"), ("service-timeline", b"Last day to serve")],
)
def test_a_hearing_shows_its_payments_and_its_service(same_desks: Desks, name: str, says: bytes) -> None:
    answer = same_desks.browser("agent").get(f"/hearings/{same_desks.hearing}/pictures/{name}.svg")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert says in answer.content


def test_pictures_of_another_office_or_of_nothing_are_not_found(same_desks: Desks) -> None:
    path = f"/hearings/{same_desks.hearing}/pictures"
    assert same_desks.browser("agent", "elsewhere").get(f"{path}/payment-chart.svg").status_code == 404
    assert same_desks.browser("agent").get(f"{path}/pie.svg").status_code == 404


def test_a_clerk_sees_none_of_them(same_desks: Desks) -> None:
    answer = same_desks.browser("clerk").get(f"/hearings/{same_desks.hearing}/pictures/service-timeline.svg")
    assert answer.status_code in (403, 404)
