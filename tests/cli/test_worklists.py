"""``courtready today`` and ``courtready law diff``: JSON as other programs read it."""

from pathlib import Path

from tests.cli.courtready import courtready
from tests.county import OFFICE, county_of, in_folder
from tests.hearings.calendar.court import REVIEW, SHOW_CAUSE


def test_today_sweeps_first_and_tells_each_line_with_its_rule(tmp_path: Path) -> None:
    data, extract = tmp_path / "data", in_folder(tmp_path / "extract", county_of(REVIEW, SHOW_CAUSE))
    courtready(data, "import", str(extract), "--mapping", "nc-acts", "--office", OFFICE)
    courtready(data, "users", "add", "ana@example.gov", "--role", "agent", "--name", "Ana", "--agent-code", "CS000")
    told = courtready(data, "today", "--person", "ana@example.gov", "--as-of", "2026-11-20", "--json").json
    assert (told["person"], told["on"], told["until"], told["total"]) == ("Ana", "2026-11-20", "2026-12-01", 1)
    (line,) = told["lines"]
    assert (line["case_no"], line["by"], line["rule"]) == (REVIEW, "2026-11-25", "nc.notice.motion")
    assert (line["who"], line["urgency"], line["verified"]) == ("", "soon", False)
    assert courtready(data, "law", "diff", "--json").json == []
    assert "No open date would move." in courtready(data, "law", "diff").out
