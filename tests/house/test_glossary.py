"""One noun, one meaning, one spelling: every row of the record is a word of the glossary."""

import ast
import re

import pytest

from tests.house.tree import ROOT, classes, modules

GLOSSARY = ROOT / "GLOSSARY.md"


def _words() -> set[str]:
    """The first cell of every table row, split where it names several words, without spaces and capitals."""
    rows = re.findall(r"^\|([^|]+)\|", GLOSSARY.read_text(), flags=re.MULTILINE)
    return {_plain(word) for row in rows for word in re.split(r"[,/;]|\bor\b", row)}


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", word.lower())


def _is_row(node: ast.ClassDef) -> bool:
    assigned = [target for item in node.body if isinstance(item, ast.Assign) for target in item.targets]
    return any(isinstance(target, ast.Name) and target.id == "__tablename__" for target in assigned)


ROWS = [
    pytest.param(node.name, id=f"{module.name}.{node.name}")
    for module in modules()
    for node in classes(module)
    if _is_row(node)
]


@pytest.mark.parametrize("noun", ROWS)
def test_every_row_of_the_record_is_named_by_a_word_of_the_glossary(noun: str) -> None:
    assert _plain(noun) in _words()
