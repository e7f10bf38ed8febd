"""The same two papers in the tags of four template engines, drawn by the benchmark itself."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import docx
from docx.document import Document
from docx.shared import Pt

COLUMNS = ("month", "due", "paid", "interest", "balance", "source", "note")
ROWS = 60


class Dialect(Protocol):
    """How an engine says a value, repeats a row, and leaves paragraphs out."""

    def value(self, name: str) -> str: ...

    def rows(self, many: str, columns: tuple[str, ...]) -> Iterator[list[str]]: ...

    def only_if(self, flag: str) -> tuple[str, str]: ...


class Docxtpl:
    """Jinja tags in Word."""

    def value(self, name: str) -> str:
        return f"{{{{ {name} }}}}"

    def rows(self, many: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
        yield [f"{{%tr for row in {many} %}}"]
        yield [f"{{{{ row.{column} }}}}" for column in columns]
        yield ["{%tr endfor %}"]

    def only_if(self, flag: str) -> tuple[str, str]:
        return f"{{%p if {flag} %}}", "{%p endif %}"


class Braces:
    """docxtemplater and easy-template-x."""

    def value(self, name: str) -> str:
        return f"{{{name}}}"

    def rows(self, many: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
        first, *middle, last = (f"{{{column}}}" for column in columns)
        yield [f"{{#{many}}}{first}", *middle, f"{last}{{/{many}}}"]

    def only_if(self, flag: str) -> tuple[str, str]:
        return f"{{#{flag}}}", f"{{/{flag}}}"


class Carbone:
    """Carbone repeats what stands between the first row of a list and the next."""

    def value(self, name: str) -> str:
        return f"{{d.{name}}}"

    def rows(self, many: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
        for place in ("i", "i+1"):
            yield [f"{{d.{many}[{place}].{column}}}" for column in columns]

    def only_if(self, flag: str) -> tuple[str, str]:
        return f"{{d.{flag}:ifEQ(true):showBegin}}", f"{{d.{flag}:ifEQ(true):showEnd}}"


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper holds: tables of labels and values, sentences, sentences under a condition, a ledger."""

    tables: int
    sentences: int
    conditions: int
    ledger: bool


SHEET = Paper(tables=8, sentences=6, conditions=10, ledger=True)
MOTION = Paper(tables=1, sentences=24, conditions=6, ledger=False)
SENTENCE = "of this county was ordered to pay current support each month, beginning on the first day, and has paid"


def template(paper: Paper, dialect: Dialect) -> bytes:
    """The paper with tags."""
    drawn = docx.Document()
    drawn.add_heading("In the matter of support", 1)
    for number in range(paper.tables):
        _pairs(drawn, number, dialect)
    for number in range(paper.sentences):
        drawn.add_paragraph(
            f"{number + 1}. {dialect.value(f'who_{number}')} {SENTENCE} {dialect.value(f'sum_{number}')}."
        )
    for number in range(paper.conditions):
        begin, end = dialect.only_if(f"if_{number}")
        for text in (begin, f"Moreover {dialect.value(f'more_{number}')} {SENTENCE} nothing.", end):
            drawn.add_paragraph(text)
    if paper.ledger:
        _ledger(drawn, dialect)
    held = io.BytesIO()
    drawn.save(held)
    return held.getvalue()


def _pairs(drawn: Document, number: int, dialect: Dialect) -> None:
    made = drawn.add_table(0, 2, style="Table Grid")
    for line in range(7):
        cells = made.add_row().cells
        cells[0].text, cells[1].text = f"Fact {line}", dialect.value(f"fact_{number}_{line}")


def _ledger(drawn: Document, dialect: Dialect) -> None:
    made = drawn.add_table(0, len(COLUMNS), style="Table Grid")
    for texts in ([column.title() for column in COLUMNS], *dialect.rows("months", COLUMNS)):
        for cell, text in zip(made.add_row().cells, texts, strict=False):
            font = cell.paragraphs[0].add_run(text).font
            font.name, font.size, font.bold = "Arial", Pt(8), False


def facts(paper: Paper) -> Mapping[str, Any]:
    """Texts for every tag; half of the conditions hold."""
    named = {
        f"fact_{table}_{line}": f"O'DELL & Co {table}.{line}" for table in range(paper.tables) for line in range(7)
    }
    said = {f"{word}_{number}": f"{word} <{number}>" for number in range(paper.sentences) for word in ("who", "sum")}
    more = {f"more_{number}": f"NUÑEZ {number}" for number in range(paper.conditions)}
    flags = {f"if_{number}": number % 2 == 0 for number in range(paper.conditions)}
    return named | said | more | flags | {"months": [_month(number) for number in range(ROWS)]}


def _month(number: int) -> dict[str, str]:
    amounts = {column: f"${number * 37 + place:,}.00" for place, column in enumerate(COLUMNS)}
    return amounts | {"month": f"{number % 12 + 1:02}/2026", "source": "ACTS & state", "note": f"entry {number}"}
