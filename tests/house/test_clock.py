"""Only skins and infrastructure read the clock; a rule is told the day."""

import ast
from collections.abc import Iterator

from tests.house.tree import Module, modules

MAY_READ_THE_CLOCK = {"api", "worker", "cli", "infra"}
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("func", "now"),
    ("func", "current_timestamp"),
}


def test_nothing_below_the_skins_but_infrastructure_reads_the_clock() -> None:
    readers = [
        f"{module.name}:{line}"
        for module in modules()
        if module.package not in MAY_READ_THE_CLOCK
        for line in _clock_readings(module)
    ]
    assert readers == []


def _clock_readings(module: Module) -> Iterator[int]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in CLOCKS:
            yield node.lineno


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
