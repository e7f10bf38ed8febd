"""Gathers the facts of California's papers."""

from collections.abc import Callable
from typing import Any

from documents.gather.matter import Matter

GATHER: dict[str, Callable[[Matter], Any]] = {}
