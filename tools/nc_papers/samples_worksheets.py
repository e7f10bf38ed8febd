"""Made-up facts for the guideline worksheets: ``python -m tools.nc_papers.samples_worksheets``.

The incomes are of worked examples; the lines are what the Guidelines' rows give for them.
"""

from dataclasses import fields
from typing import Any

from documents.facts import worksheets
from law.nc import guideline
from tools.nc_papers.samples import COMMON, FOLDER, made, written
from tools.nc_papers.samples_orders import CHILDREN
from tools.nc_papers.samples_sheets import hearing

ASKED: dict[str, dict[str, Any]] = {
    "a": {"plaintiff": {"gross": 260_000, "childcare": 50_000}, "defendant": {
        "gross": 400_000, "pre_existing": 30_000, "other_children": 1, "insurance": 12_000}, "obligor": "defendant"},
    "b": {"plaintiff": {"gross": 300_000, "overnights": 400, "childcare": 30_000},
          "defendant": {"gross": 450_000, "overnights": 330, "insurance": 15_000}},
    "c": {"plaintiff": {"gross": 300_000, "children_living": 1},
          "defendant": {"gross": 450_000, "children_living": 1, "insurance": 15_000}},
}
TYPES = {"a": worksheets.LinesOfA, "b": worksheets.LinesOfB, "c": worksheets.LinesOfC}


def worksheet(letter: str) -> dict[str, Any]:
    """The facts of one worksheet, of two children."""
    asked = {"hearing_on": "2026-12-08", "worksheet": letter.upper(), "children": 2} | ASKED[letter]
    told = guideline.worksheet_told(guideline.worksheet(guideline.read_inputs(asked)))
    rule = f"Worksheet {letter.upper()} ({told['form']})"
    kept = {name: value for name, value in COMMON.items() if name != "arrears"}

    def said(value: Any) -> dict[str, Any]:
        return made(rule, value, disclosure="party")

    def line(number: str, kind: Any) -> dict[str, Any]:
        cells = told["lines"][number]
        return {column.name: said(cells[column.name]) for column in fields(kind)}

    return kept | {
        "hearing": hearing("HEPS", "Establish paternity and support"),
        "children": [{"name": child["name"], "born_on": child["born_on"]} for child in CHILDREN],
        "recommended": said(told["amount"]), "payer": said(told["payer"]), "shaded": said(told["shaded"]),
        "minimum": said(told["minimum_order"]), "remarks": [{"words": said(note)} for note in told["notes"]],
        "rows": said("NC guideline 0123456789ab"), "unverified": said(True), "prepared_by": said("Rosalind Agent"),
        "prepared_on": said("2026-11-20"),
        "lines": {field.name: line(field.name.removeprefix("line_"), field.type) for field in fields(TYPES[letter])},
    }


if __name__ == "__main__":
    for letter in ASKED:
        place = FOLDER / f"guideline-worksheet-{letter}"
        place.mkdir(parents=True, exist_ok=True)
        (place / "sample.json").write_text(written(worksheet(letter)))
