"""The hearing types of California's IV-D calendar."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from law.hearing_types import HearingType
from law.rows import read_rows

STATE = "CA"


@cache
def hearing_types() -> dict[str, HearingType]:
    """Every hearing type by its schedule code."""
    rows = read_rows(Path(__file__).parent / "hearing_types.toml", "hearing_type", HearingType)
    return {row.code: replace(row, state=STATE) for row in rows}
