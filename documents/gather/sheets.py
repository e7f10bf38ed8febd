"""Gathers the facts of the other North Carolina fact sheets and of the agent's testimony outline."""

from collections.abc import Callable
from typing import Any

from documents.gather.matter import Matter

GATHER: dict[str, Callable[[Matter], Any]] = {}
