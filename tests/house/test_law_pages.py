"""The pages of law say what the rows say, and every row says where it comes from."""

from pathlib import Path

import pytest

from tools.law_pages import LAW, PAGES, page_name, pages, row_files, rows

FILES = row_files()
WRITE_THEM = "run: python -m tools.law_pages"


def test_there_are_rows_of_law() -> None:
    assert len(FILES) >= 4
    assert sum(len(list(rows(file))) for file in FILES) > 50


def test_every_page_of_law_is_there_and_none_is_left_over() -> None:
    assert {file.name for file in PAGES.glob("*.md")} == set(pages()), WRITE_THEM


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_of_law_says_what_the_rows_say(name: str) -> None:
    assert (PAGES / name).read_text(encoding="utf-8") == pages()[name], WRITE_THEM


@pytest.mark.parametrize("file", FILES, ids=page_name)
def test_every_row_of_law_has_a_cite_and_says_whether_an_attorney_verified_it(file: Path) -> None:
    assert [row for _, row in rows(file) if not row.get("cite", "").strip() or "verified_by" not in row] == []


@pytest.mark.parametrize("file", FILES, ids=page_name)
def test_every_row_of_law_stands_on_its_page(file: Path) -> None:
    page = pages()[page_name(file)]
    assert [row["cite"] for _, row in rows(file) if row["cite"] not in page] == []
    assert page.count("**unverified**") == sum(1 for _, row in rows(file) if not row["verified_by"])


def test_a_changed_row_makes_its_page_out_of_date(tmp_path: Path) -> None:
    (tmp_path / "nc").mkdir()
    text = (LAW / "nc" / "notice.toml").read_text(encoding="utf-8").replace("5 calendar days", "6 calendar days")
    (tmp_path / "nc" / "notice.toml").write_text(text, encoding="utf-8")
    assert pages(tmp_path)["nc-notice.md"] != pages()["nc-notice.md"]
