"""Where a rule is written."""

from typing import NewType

Cite = NewType("Cite", str)
