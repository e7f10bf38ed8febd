"""Where a protected person lives or works stands nowhere in the bytes of a paper: text, properties, pictures, tags."""

import io
import re
import zipfile
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest

from documents.drawn import png, svg
from documents.gather import Matter, fact_sheet, matter
from documents.manifests import Template, templates
from documents.pictures import PICTURES
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.converter import to_pdf
from kernel.refusals import Refused
from tests.county import DAY, data_folder, import_, in_folder
from tests.documents.test_every_paper import gathered_or_refused
from tests.documents.troublesome import ten_cases

PROTECTED = ("7000072738", "7000073848", "7000074366")
PAPERS = templates("nc")
FILES = ten_cases()


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).upper()


def hidden(case_no: str) -> set[str]:
    """Where the protected people of a case live and work, by the extract itself, less what others' rows say too."""
    people = {row["MPI_NO"]: row for row in FILES["PARTICIPANTS.csv"] if row["IVD_CASE_NO"] == case_no}
    flagged = {number for number, row in people.items() if "Y" in (row["FVI"], row["PROT_ORDER"])}
    return _places(flagged) - _places(set(people) - flagged)


def _places(people: set[str]) -> set[str]:
    columns = (("ADDRESSES.csv", "LINE1"), ("EMPLOYERS.csv", "EMP_NAME"), ("EMPLOYERS.csv", "ADDR"))
    told = {squeezed(row[column]) for name, column in columns for row in FILES[name] if row["MPI_NO"] in people}
    return told - {""}


def of_word(word: bytes) -> str:
    """Every part of a Word file: texts, headers, properties, descriptions of pictures."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        parts = [package.read(name).decode(errors="replace") for name in package.namelist()]
    return squeezed(" ".join([*parts, *(re.sub(r"<[^>]*>", "", part) for part in parts)]))


def of_pdf(pdf: bytes) -> str:
    """Every string and stream of a PDF, unpacked, and the text of its pages."""
    said = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            said += [str(value) for value in _strings(one)]
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/XML":
                said.append(one.read_bytes().decode(errors="replace"))
    return squeezed(" ".join(said))


def _strings(one: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(one, pikepdf.String):
        yield one
    elif isinstance(one, pikepdf.Array | pikepdf.Dictionary):
        values = list(one) if isinstance(one, pikepdf.Array) else [one[key] for key in one.keys()]  # noqa: SIM118
        for value in values:
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _strings(value)


@pytest.fixture(scope="module")
def matters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Matter]]:
    """The matter of each protected case."""
    with data_folder(tmp_path_factory.mktemp("ten") / "data") as opened:
        import_(opened, in_folder(tmp_path_factory.mktemp("extract"), FILES))
        with opened.reading() as db:
            hearings = {case_no: hearings_of_case(db, 1, case_no)[0].id for case_no in PROTECTED}
            yield {case_no: matter(db, 1, id, as_of=DAY) for case_no, id in hearings.items()}


@pytest.mark.parametrize("case_no", PROTECTED)
def test_there_is_something_to_hide(case_no: str, matters: dict[str, Matter]) -> None:
    assert hidden(case_no)
    told = {squeezed(word) for word in matters[case_no].record.protected_words}
    assert {canary for canary in hidden(case_no) if not any(canary in word for word in told)} == set()


@pytest.mark.parametrize("case_no", PROTECTED)
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.manifest.kind)
def test_no_part_of_any_paper_tells_where_she_is(paper: Template, case_no: str, matters: dict[str, Matter]) -> None:
    facts = gathered_or_refused(paper, matters[case_no])
    if isinstance(facts, Refused):
        assert [canary for canary in hidden(case_no) if canary in squeezed(str(facts))] == []
        return
    pictures = {each.name: png(PICTURES[each.name](facts)) for each in paper.manifest.pictures}
    word = merge(paper.word, context(facts, paper.manifest.audience), pictures=pictures, title="x", author="y").word
    told = of_word(word) + of_pdf(to_pdf(word).data)
    assert [canary for canary in hidden(case_no) if canary in told] == []


@pytest.mark.parametrize("case_no", PROTECTED)
@pytest.mark.parametrize("name", PICTURES)
def test_no_picture_of_a_hearing_tells_where_she_is(name: str, case_no: str, matters: dict[str, Matter]) -> None:
    drawn = squeezed(svg(PICTURES[name](fact_sheet(matters[case_no]))).decode())
    assert [canary for canary in hidden(case_no) if canary in drawn] == []
