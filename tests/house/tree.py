"""The project's own source, as the house tests read it."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".venv", ".git", "build", "dist", "data", "demo"}


@dataclass(frozen=True)
class Module:
    """One Python file of the product."""

    name: str
    path: Path

    @property
    def package(self) -> str:
        return self.name.split(".")[0]

    @property
    def lines(self) -> int:
        return len(self.path.read_text().splitlines())

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.path)


@cache
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


@cache
def packages() -> tuple[str, ...]:
    """Every top-level folder that holds an ``__init__.py``; tests and migrations are not product code."""
    found = {file.parent.name for file in ROOT.glob("*/__init__.py")}
    return tuple(sorted(found - NOT_OURS - {"tests", "migrations", "tools", "bench"}))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the product."""
    files = [file for package in packages() for file in sorted((ROOT / package).rglob("*.py"))]
    return tuple(Module(_name(file), file) for file in files)


def imports(module: Module) -> Iterator[str]:
    """The dotted name of everything that a module imports, anywhere in it."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def classes(module: Module) -> Iterator[ast.ClassDef]:
    """Every class of a module that is not private to it."""
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node


def documents() -> tuple[Path, ...]:
    """What people read: README.md and everything under docs/."""
    return (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))


def _name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(), filename=str(file))
