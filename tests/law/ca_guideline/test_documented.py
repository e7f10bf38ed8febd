"""What the guide to the guideline shows is what the program says."""

import json
import re
from pathlib import Path
from typing import Any

from law.ca.guideline import guideline, read_input

GUIDE = Path(__file__).parents[3] / "docs" / "guideline.md"


def _section(text: str) -> str:
    return text.split("\n## California\n")[1].split("\n## ", maxsplit=1)[0]


def _examples() -> list[Any]:
    blocks = re.findall(r"```json\n(.*?)```", _section(GUIDE.read_text(encoding="utf-8")), flags=re.DOTALL)
    return [json.loads(block) for block in blocks]


def test_the_example_of_california_gives_the_answer_that_stands_below_it() -> None:
    told, answer = _examples()
    found = json.loads(json.dumps(guideline(read_input(told)).as_json()))
    found["steps"] = [step for step in found["steps"] if step in answer["steps"]]
    found["rows"] = [row for row in found["rows"] if row in answer["rows"]]
    assert found.pop("input") == told
    assert re.fullmatch("CA guideline [0-9a-f]{12}", found.pop("pack"))
    assert found == answer
    assert len(answer["steps"]) == len(answer["rows"]) == 1
