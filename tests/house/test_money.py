"""Money is whole cents; a float never touches it."""

import ast
from collections.abc import Iterator

from tests.house.tree import Module, modules

COUNTS_MONEY = {"kernel", "law", "cases", "hearings", "documents", "filings"}
DRAWS = {
    "documents.chart": "lengths of bars on paper",
    "documents.forms.inventory": "places of fields on paper",
    "documents.packet.measures": "places on a page",
}
"""Modules of documents that may use a float, each with what it measures."""


def test_no_module_that_counts_money_makes_a_float() -> None:
    found = [
        f"{module.name}:{line}"
        for module in modules()
        if module.package in COUNTS_MONEY and module.name not in DRAWS
        for line in _floats(module)
    ]
    assert found == []


def _floats(module: Module) -> Iterator[int]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield node.lineno
