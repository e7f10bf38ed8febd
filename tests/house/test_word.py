"""Word files are merged in one place, behind the sandbox."""

from tests.house.tree import imports, modules


def test_one_module_opens_templates_with_docxtpl() -> None:
    users = {module.name for module in modules() for name in imports(module) if name.split(".")[0] == "docxtpl"}
    assert users == {"documents.word.stock"}


def test_no_module_executes_text_or_unpickles_bytes() -> None:
    banned = {"pickle", "marshal", "shelve", "dill"}
    users = {module.name for module in modules() for name in imports(module) if name.split(".")[0] in banned}
    assert users == set()
