"""Logs say what happened and to which row, never what is confidential."""

import json
import logging
import subprocess
import sys

from infra.log import without_confidential

PROGRAM = """
import logging, structlog
from infra.log import set_up_log
set_up_log()
structlog.get_logger().info("imported", job=7, ssn="987-65-4320", party={"address": "12 Elm St", "role": "obligor"})
rows = [{"phone": "704-555-0100"}]
structlog.get_logger().warning("row 987-65-4320 refused", note="987 65 4320 and 987654320", rows=rows)
logging.getLogger("a.library").warning("bad value %s", "987-65-4320")
try:
    raise ValueError("Maria lives at 12 Elm St, ssn 987-65-4320")
except ValueError:
    structlog.get_logger().exception("defect")
"""


def _lines() -> list[dict[str, object]]:
    said = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert said.stdout == ""
    assert "987" not in said.stderr
    assert "Elm" not in said.stderr
    return [json.loads(line) for line in said.stderr.splitlines()]


def test_each_line_is_one_json_object_without_confidential_values() -> None:
    imported, refused, library, defect = _lines()
    assert (imported["event"], imported["job"], imported["ssn"]) == ("imported", 7, "[withheld]")
    assert imported["party"] == {"address": "[withheld]", "role": "obligor"}
    assert (refused["event"], refused["note"]) == ("row [SSN] refused", "[SSN] and [SSN]")
    assert refused["rows"] == [{"phone": "[withheld]"}]
    assert library["event"] == "bad value [SSN]"
    assert defect["exception"] == ["ValueError < <module> <string>:10"]


def test_numbers_that_are_no_ssn_stay_as_they_are() -> None:
    event = {"event": "done", "hash": "a" * 64, "at": "2026-12-01T14:00:00.123456789Z", "cents": 123456789}
    assert without_confidential(logging.getLogger(), "info", event) == event
