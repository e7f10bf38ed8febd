"""Refusals of the balances of a county."""

from dataclasses import dataclass

from kernel.refusals import Refused


@dataclass(eq=False)
class NothingToCount(Refused):
    def __str__(self) -> str:
        return "This office has no case yet; import an extract first."
