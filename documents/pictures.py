"""The pictures that papers and screens may show, by the name under which a template holds them."""

from collections.abc import Callable
from typing import Any

from documents.chart import ChartedMonth, payment_drawing
from documents.timeline import Tried, timeline_drawing
from kernel.money import ZERO


def payment_chart(facts: Any) -> Any:
    """Ordered, paid, credited and arrears of each month of the facts."""
    return payment_drawing(
        [
            ChartedMonth(
                one.month.value, one.ordered.value, one.paid.value, one.balance.value, one.credited.value or ZERO
            )
            for one in facts.months
        ]
    )


def service_timeline(facts: Any) -> Any:
    """What became of each paper sent out for service, up to the hearing."""
    return timeline_drawing(
        [
            Tried(
                one.paper.value,
                one.issued_on.value,
                one.attempted_on.value,
                one.served_on.value if one.served.value else None,
                one.returned_on.value,
            )
            for one in facts.services
        ],
        hearing_on=facts.hearing.on.value,
        last_day_to_serve=next((one.last_day_to_serve.value for one in facts.notice), None),
    )


PICTURES: dict[str, Callable[[Any], Any]] = {"payment-chart": payment_chart, "service-timeline": service_timeline}
"""Each draws itself from the facts of a paper as a reportlab drawing; ``documents.drawn`` gives PNG or SVG."""
