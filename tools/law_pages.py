"""Writes docs/law from the rows of law: ``python -m tools.law_pages``.

One page for each file of rows under ``law/<state>``, and an index. A table of rows that has no words here is refused.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LAW = ROOT / "law"
PAGES = ROOT / "docs" / "law"

Row = dict[str, Any]
STATES = {"nc": "North Carolina", "ca": "California"}
SUBJECTS = {
    "notice": "Notice before a hearing",
    "holidays": "Court holidays",
    "hearing_types": "Hearing types",
    "filing_codes": "Filing codes",
    "service": "Service of process",
    "summons": "Life of a summons",
    "answers": "Time to answer",
    "contests": "Time to contest",
    "set_aside": "Setting aside",
    "clocks": "Clocks of a case",
}
HEADER = ("Rule", "Value", "Cite", "In force from", "Verified by", "Note")
UNVERIFIED = "**unverified**"


def main() -> None:
    """Writes every page and removes pages whose rows are gone."""
    PAGES.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in PAGES.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (PAGES / name).write_text(text, encoding="utf-8")
        print(f"docs/law/{name}")


def pages(law: Path = LAW) -> dict[str, str]:
    """Every page by its file name."""
    made = {_page_name(file): _page(file) for file in sorted(law.glob("*/*.toml"))}
    return {"README.md": _index(sorted(law.glob("*/*.toml"))), **made}


def rows(file: Path) -> Iterator[tuple[str, Row]]:
    """Every row of a file with the name of its table."""
    for table, found in tomllib.loads(file.read_text(encoding="utf-8")).items():
        yield from ((table, row) for row in found)


def _index(files: Iterable[Path]) -> str:
    lines = [
        "# The law in rows",
        "",
        "Written by `tools/law_pages.py` from the rows under `law/`; do not edit.",
        "",
        "A number that a legislature or a court can change is a dated row with a cite. A row works before an attorney",
        "has checked it, and says so wherever it shows. To verify a row, an attorney's name and the day go into its",
        "`verified_by`, in a change that says what was read.",
        "",
        "| State | Subject | Rows | Verified |",
        "|---|---|---|---|",
    ]
    for file in files:
        found = [row for _, row in rows(file)]
        verified = sum(1 for row in found if row.get("verified_by"))
        subject = f"[{SUBJECTS[file.stem]}]({_page_name(file)})"
        lines.append(_line((STATES[file.parent.name], subject, str(len(found)), str(verified))))
    return "\n".join(lines) + "\n"


def _page(file: Path) -> str:
    found = list(rows(file))
    lines = [
        f"# {STATES[file.parent.name]}: {SUBJECTS[file.stem][0].lower()}{SUBJECTS[file.stem][1:]}",
        "",
        f"Written by `tools/law_pages.py` from `law/{file.parent.name}/{file.name}`; do not edit.",
        "",
        *_preface(file),
        _line(HEADER),
        "|" + "---|" * len(HEADER),
        *(_line(_cells(table, row)) for table, row in found),
    ]
    return "\n".join(lines) + "\n"


def _preface(file: Path) -> list[str]:
    """What the file says about all its rows, as its first comment."""
    said = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        said.append(line.lstrip("# ").rstrip())
    return [*said, ""] if said else []


def _cells(table: str, row: Row) -> tuple[str, ...]:
    rule, value = SAYS[table](row)
    since, until = row.get("in_force_from") or row.get("on") or "not dated", row.get("in_force_until")
    return (
        rule,
        value,
        str(row.get("cite", "")),
        f"{since} until {until}" if until else str(since),
        str(row.get("verified_by") or UNVERIFIED),
        str(row.get("note", "")),
    )


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _page_name(file: Path) -> str:
    return f"{file.parent.name}-{file.stem.replace('_', '-')}.md"


def _rule(row: Row) -> tuple[str, str]:
    way = "before" if row.get("counts") == "back" else "after"
    days = f"{row['period']} {way} the {row['trigger']}"
    longer = "; longer by the method of service" if row.get("added") else ""
    return f"`{row['id']}`: {row['what']}, {row.get('answers', 'last day')}", days + longer


def _added(row: Row) -> tuple[str, str]:
    return f"`{row['id']}`: service by {row['method']}, {row['family']}", f"{row['period']} more"


def _method(row: Row) -> tuple[str, str]:
    complete = f"{row['completes']} after" if row.get("completes") else "at"
    return (
        f"`{row['id']}`: {row['name']}",
        f"complete {complete} the {row['from_act']}; under {', '.join(row['under'])}",
    )


def _holiday(row: Row) -> tuple[str, str]:
    return row["name"], f"{row['on']:%a, %b} {row['on'].day}, {row['on'].year}: courthouse {row['courthouse']}"


def _hearing_type(row: Row) -> tuple[str, str]:
    later = f"; papers still prepared elsewhere: {', '.join(row['later'])}" if row["later"] else ""
    return f"`{row['code']}`: {row['name']}", f"{row['kind']}; notice `{row['notice']}`{later}"


def _filing_code(row: Row) -> tuple[str, str]:
    return f"`{row['id']}`", f"`{row['code']}` ({row['name']})"


SAYS: dict[str, Callable[[Row], tuple[str, str]]] = {
    "rule": _rule,
    "added": _added,
    "method": _method,
    "holiday": _holiday,
    "hearing_type": _hearing_type,
    "filing_code": _filing_code,
}
"""The rule and its value in words, for each table of rows."""


if __name__ == "__main__":
    main()
