"""A docket on paper: in call order, each row whole on one page, with room to write, whatever the names."""

import io

import pytest
from pypdf import PdfReader

from documents import fonts
from documents.docket_print import LEFT, RIGHT, SIZE, PrintedDocket, PrintedMatter, docket_pdf
from documents.reading import page_texts

LONG = "Mecklenburg County o/b/o María José Nuñez-O'Dell de la Cruz Whitworth-Caldwell v. 李 Jürgen Müller-Lüdenscheidt"


def matter(place: int, **changed: object) -> PrintedMatter:
    told = {
        "at": "9:00 AM", "number": f"25CV{place:06}-590", "case_no": f"70000{place:05}",
        "caption": f"Mecklenburg County v. Person {place}", "hearing": "Review of the order",
        "attorney": "Jordan A. Sample", "readiness": ("Ready", "Service: done", "Notice: done"),
    }  # fmt: skip
    return PrintedMatter(**(told | changed))  # type: ignore[arg-type]


def printed(*matters: PrintedMatter) -> bytes:
    return docket_pdf(PrintedDocket("Docket of Tuesday, December 8, 2026", "County · docket", ("Room 8110",), matters))


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (10, 1), (11, 2), (21, 2), (22, 3), (120, 11)])
def test_no_row_is_split_and_every_page_is_numbered(count: int, pages: int) -> None:
    matters = [matter(number) for number in range(count)]
    texts = page_texts(printed(*matters))
    assert len(texts) == pages
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {pages}" in text
    for one in matters:
        (whole,) = [text for text in texts if one.number in text]
        assert one.case_no in whole
        assert one.caption in " ".join(whole.split())


def test_long_names_take_more_lines_and_every_letter_prints() -> None:
    number = "W" * 40
    text = " ".join("".join(page_texts(printed(matter(1, caption=LONG, number=number)))).split())
    assert LONG in text
    assert "".join(text.split()).count("W" * 40) == 1


def test_nothing_reaches_into_the_next_column() -> None:
    one = matter(1, caption=LONG, hearing="Failure to comply with a court order (show cause) " * 3, number="W" * 40)
    reached: list[tuple[int, float]] = []

    def place(text: str, _cm: object, at: list[float], font: dict[str, str], _size: object) -> None:
        column = next((place for place, left in enumerate(LEFT) if abs(left - at[4]) < 1), None)
        if column is not None and text.strip():
            face = fonts.SANS_BOLD if "Bold" in font["/BaseFont"] else fonts.SANS
            reached.append((column, at[4] + fonts.width(text.strip(), face, SIZE)))

    PdfReader(io.BytesIO(printed(one))).pages[0].extract_text(visitor_text=place)
    edges = (*LEFT[1:], RIGHT)
    assert {column for column, _ in reached} >= {0, 1, 2, 3}
    assert [(column, end) for column, end in reached if column and end > edges[column]] == []
