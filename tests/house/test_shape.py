"""Small modules about one thing, named in the office's language."""

import ast
import re

from tests.house.tree import modules

LONGEST = 300
NAMES_THAT_SAY_NOTHING = re.compile(r"utils?|helpers?|common|misc|services|managers?|handlers?|shared|stuff|data|info")


def test_no_module_is_named_after_nothing() -> None:
    assert [module.name for module in modules() if NAMES_THAT_SAY_NOTHING.fullmatch(module.name.split(".")[-1])] == []


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    assert {module.name: module.lines for module in modules() if module.lines > LONGEST} == {}


def test_every_package_says_what_it_is_for() -> None:
    tops = [module for module in modules() if "." not in module.name]
    assert [module.name for module in tops if not ast.get_docstring(module.tree)] == []


def test_who_does_something_and_when_are_given_by_name() -> None:
    """Verbs are public functions that a person and an hour are given to."""
    positional = [
        f"{module.name}.{verb.name}"
        for module in modules()
        for verb in module.tree.body
        if isinstance(verb, ast.FunctionDef) and not verb.name.startswith("_")
        for given in [{one.arg for one in verb.args.args}]
        if {"by", "now"} <= given | {one.arg for one in verb.args.kwonlyargs} and given & {"by", "now"}
    ]
    assert positional == []
