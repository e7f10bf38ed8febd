"""The zip that a Word file is."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from documents.package import FIRST_DAY, as_it_is, bound, contents, quickly, settled, tightly

NAMES = st.text(
    st.characters(min_codepoint=33, exclude_characters="\\/:", exclude_categories=("Cs",)), min_size=1, max_size=9
)
PARTS = st.dictionaries(NAMES, st.binary(max_size=300), max_size=6)


@given(PARTS)
def test_what_is_bound_is_read_by_another_program(parts: dict[str, bytes]) -> None:
    ways = (quickly, tightly, as_it_is)
    file = bound(ways[place % 3](name, content) for place, (name, content) in enumerate(parts.items()))
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == parts
        assert {part.date_time for part in package.infolist()} <= {FIRST_DAY}


def test_the_same_parts_are_the_same_bytes_whenever_they_are_packed() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(zipfile.ZipInfo("a.xml", (2026, 12, 8, 9, 30, 0)), b"<a/>")
        package.writestr(zipfile.ZipInfo("b/ñ.png", (2027, 1, 1, 0, 0, 0)), b"x" * 500)
    file = settled(held.getvalue())
    assert list(contents(file)) == [("a.xml", b"<a/>"), ("b/ñ.png", b"x" * 500)]
    assert settled(file) == file == bound([tightly("a.xml", b"<a/>"), tightly("b/ñ.png", b"x" * 500)])


def test_a_compressed_part_is_smaller_and_a_picture_is_left_alone() -> None:
    text = b"".join(b"<w:p>support due on day %d: $%d.00</w:p>" % (day, day * 37) for day in range(300))
    assert max(len(tightly("a", text).data), len(quickly("a", text).data)) < len(text) / 3
    assert as_it_is("a", text).data == text
