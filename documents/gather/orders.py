"""Gathers the facts of North Carolina's proposed orders."""

from collections.abc import Callable
from typing import Any

from documents.gather.matter import Matter

GATHER: dict[str, Callable[[Matter], Any]] = {}
