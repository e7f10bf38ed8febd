"""How much work a question is, told without a clock."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def work_of(asked: Callable[[], object]) -> int:
    """How many lines of the program are run."""
    lines = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        asked()
    finally:
        sys.settrace(before)
    return lines
