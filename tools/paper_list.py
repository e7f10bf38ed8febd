"""Writes docs/papers.md from the templates: ``python -m tools.paper_list``.

One table for each state. How many pages a paper's sample takes is known once its print was accepted.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from documents.manifests import ANY_HEARING, ROOT, Template, templates
from documents.prints import kept_print
from kernel.disclosure import Audience

PAGE = ROOT.parent / "docs" / "papers.md"
STATES = {"nc": "North Carolina", "ca": "California"}
READERS = {
    Audience.INTERNAL: "the office alone",
    Audience.COURT: "the court and the parties",
    Audience.OTHER_PARTY: "the other party",
    Audience.PUBLIC_FILE: "the public file",
}
HEADER = ("Paper", "For", "Hearings", "Prepared", "Pages of the sample", "Drafted from")


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"docs/{PAGE.name}")


def page(root: Path = ROOT) -> str:
    """The whole page."""
    return "\n".join(_lines(root)) + "\n"


def _lines(root: Path) -> Iterator[str]:
    every = {state: templates(state, root) for state in STATES}
    yield "# The papers"
    yield ""
    yield "Written by `tools/paper_list.py` from the manifests under `templates/`; do not edit."
    yield ""
    many = sum(map(len, every.values()))
    yield f"{many} papers, each a Word template with a manifest, made-up sample facts and a kept print of its sample."
    yield "They are drafted from what the law demands; none is a copy of a court's form. An attorney edits the Word"
    yield "file; facts, captions and signature blocks come from the record and from the office's settings."
    yield ""
    yield "Hearings are named by code, by kind, or any. Of several papers of one kind a hearing takes the one that"
    yield "names it most closely."
    for state, found in every.items():
        yield ""
        yield f"## {STATES[state]}"
        yield ""
        yield _row(HEADER)
        yield "|" + "---|" * len(HEADER)
        yield from (_row(_cells(each, root)) for each in sorted(found, key=_in_a_packet))


def _cells(each: Template, root: Path) -> tuple[str, ...]:
    told = each.manifest
    printed = kept_print(root / told.id)
    return (
        f"{told.title}<br>`{told.id}`",
        READERS[told.audience],
        ", ".join("any" if named == ANY_HEARING else named for named in told.hearings),
        told.prepared,
        str(len(printed.pages)) if printed else "not accepted yet",
        "; ".join(told.cites),
    )


def _in_a_packet(each: Template) -> tuple[int, str]:
    return each.manifest.position, each.manifest.id


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    main()
