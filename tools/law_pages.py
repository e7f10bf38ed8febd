"""Writes docs/law from the rows of law: ``python -m tools.law_pages``.

One page for each file of rows under ``law/<state>``, in a folder of its own or not, and an index. The first comment of
a file opens its page.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tools.law_words import UNVERIFIED, Row, first_up, sentence, source

ROOT = Path(__file__).resolve().parent.parent
LAW = ROOT / "law"
PAGES = ROOT / "docs" / "law"

STATES = {"nc": "North Carolina", "ca": "California", "us": "Federal"}
GROUPS = {
    "added": "Days added by the manner of service",
    "method": "Ways to serve",
    "hearing_type": "Hearing types",
    "filing_code": "Filing codes",
    "conversion": "Amounts by the month",
    "due_days": "On which days support falls due",
    "interest": "Interest on unpaid support",
    "judgment_interest": "Interest that a judgment sets",
    "application": "To what a payment goes",
    "kinds": "Which kind of support is paid first",
    "suspension": "When no support falls due",
    "vesting": "What a motion to modify can reach",
    "direct_proof": "Proof of a direct payment",
    "contempt_window": "How far back contempt reaches",
    "schedule": "Schedule",
    "worksheet": "Worksheets",
}
"""Headings of the tables whose rows have no topic of their own."""


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
    files = row_files(law)
    return {"README.md": _index(files, law), **{page_name(file, law): _page(file, law) for file in files}}


def row_files(law: Path = LAW) -> list[Path]:
    """Every file of rows, state by state."""
    return sorted(law.rglob("*.toml"), key=lambda file: file.relative_to(law).parts)


def page_name(file: Path, law: Path = LAW) -> str:
    """The name of the page that a file of rows has."""
    return "-".join(file.relative_to(law).with_suffix("").parts).replace("_", "-") + ".md"


def rows(file: Path) -> Iterator[tuple[str, Row]]:
    """Every row of a file with the name of its table."""
    for table, found in tomllib.loads(file.read_text(encoding="utf-8")).items():
        yield from ((table, row) for row in found)


def _index(files: Iterable[Path], law: Path) -> str:
    lines = [
        "# The law in rows",
        "",
        "Written by `tools/law_pages.py` from the rows under `law/`; do not edit.",
        "",
        "A number that a legislature or a court can change is a dated row with a cite. A row works before an attorney",
        "has checked it, and says so wherever it shows. To verify a row, an attorney's name and the day go into its",
        "`verified_by`, in a change that says what was read. The federal rows hold in every state.",
    ]
    for folder, its in groupby(files, key=lambda file: _state(file, law)):
        lines += ["", f"## {STATES[folder]}", "", "| Subject | Rows | Verified | About |", "|---|---|---|---|"]
        for file in its:
            found = list(rows(file))
            verified = sum(1 for _, row in found if row.get("verified_by"))
            about = ", ".join(dict.fromkeys(_group(table, row) for table, row in found))
            link = f"[{_title(file, law)}]({page_name(file, law)})"
            lines.append(f"| {link} | {len(found)} | {verified} | {first_up(about)} |")
    return "\n".join(lines) + "\n"


def _page(file: Path, law: Path) -> str:
    found = list(rows(file))
    lines = [
        f"# {STATES[_state(file, law)]}: {_title(file, law).lower()}",
        "",
        f"Written by `tools/law_pages.py` from `law/{file.relative_to(law).as_posix()}`; do not edit.",
        "",
        *_preface(file),
        *_usual_notes(found),
    ]
    groups: dict[str, list[tuple[str, Row]]] = {}
    for table, row in found:
        groups.setdefault(_group(table, row), []).append((table, row))
    for heading, its in groups.items():
        lines += [f"## {first_up(heading)}", "", *_told(its, _usual(found)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _usual_notes(found: list[tuple[str, Row]]) -> list[str]:
    """What most holidays of a kind note, said once."""
    return [
        line
        for kind, note in _usual(found).items()
        for line in (f"A day on which the courthouse is {kind}, where no note stands: {note}", "")
    ]


def _usual(found: list[tuple[str, Row]]) -> dict[str, str]:
    """The most common note of holidays on which the courthouse is closed, and of those on which it is open."""
    notes: dict[str, Counter[str]] = {}
    for table, row in found:
        if table == "holiday":
            notes.setdefault(row["courthouse"], Counter())[row.get("note", "")] += 1
    return {kind: counted.most_common(1)[0][0] for kind, counted in notes.items()}


def _told(its: list[tuple[str, Row]], usual: dict[str, str]) -> Iterator[str]:
    if its[0][0] == "holiday":
        yield from _days([row for _, row in its], usual)
        return
    for table, row in its:
        yield f"- {sentence(table, row)}" + (f" {row['note']}" if row.get("note") else "")
        yield f"  <br>{source(table, row)}"


def _days(its: list[Row], usual: dict[str, str]) -> Iterator[str]:
    yield "| Day | Kept | Courthouse | Cite | Verified by | Note |"
    yield "|---|---|---|---|---|---|"
    for row in sorted(its, key=lambda row: str(row["on"])):
        day = f"{row['on']:%a, %b} {row['on'].day}"
        checked, note = row["verified_by"] or UNVERIFIED, row.get("note", "")
        note = "" if note == usual[row["courthouse"]] else note
        yield "| " + " | ".join((day, row["name"], row["courthouse"], row["cite"], checked, note)) + " |"


def _group(table: str, row: Row) -> str:
    if table == "holiday":
        return str(row["on"].year)
    return str(row.get("topic") or GROUPS[table])


def _preface(file: Path) -> list[str]:
    """What the file says about all its rows, as its first comment."""
    said = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        said.append(line.lstrip("# ").rstrip())
    return [*said, ""] if said else []


def _state(file: Path, law: Path) -> str:
    return file.relative_to(law).parts[0]


def _title(file: Path, law: Path) -> str:
    """The name of the file after that of its folder, if it has one below the state's."""
    return first_up(", ".join(file.relative_to(law).with_suffix("").parts[1:]).replace("_", " "))


if __name__ == "__main__":
    main()
