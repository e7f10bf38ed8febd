"""The main job: from a state's extract to the papers, packets and binder of a court day."""

import html
import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from law.states import law_of
from tests.cases.test_arrears_of_the_county import owed, state_says
from tests.cli.courtready import courtready
from tests.county import DAY, PAYMENT_SOURCES, rows
from tests.main_job.conftest import AS_OF, KILLS, PARTS, SESSION, Prepared

SHEET, MOTION, HISTORY = "fact-sheet", "motion-and-order-to-show-cause", "payment-history"
LISTED = {row["IVD_CASE_NO"]: row["SCHED_CD"] for row in rows("HEARINGS.csv") if row["HRG_DT"] == "12/10/2026"}
PEOPLE = [row for row in rows("PARTICIPANTS.csv") if row["IVD_CASE_NO"] in LISTED]
HIDDEN = {row["MPI_NO"] for row in rows("PARTICIPANTS.csv") if "Y" in (row["FVI"], row["PROT_ORDER"])}
NUMBERS = (("CASES.csv", "IVD_CASE_NO"), ("CASES.csv", "DOCKET_NO"), ("PARTICIPANTS.csv", "MPI_NO"))


def flat(text: str) -> str:
    """The text with one blank between words."""
    return re.sub(r"\s+", " ", text)


def squeezed(text: str) -> str:
    """Letters and digits alone, in capitals: a line that breaks in a paper is found all the same."""
    return re.sub(r"[\W_]+", "", text).upper()


def word_texts(data: bytes) -> str:
    """Every text, property and name of a part of a Word file, by no code of ours."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        parts = [package.read(name).decode() for name in names if name.endswith((".xml", ".rels"))]
    said = [html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<w:(?:p|tab|br)[ >/]", " \\g<0>", part))) for part in parts]
    return " ".join([*names, *said, *(value for part in parts for value in re.findall(r'="([^"]*)"', part))])


def page_words(data: bytes) -> list[str]:
    """The text of each page of a PDF, by pdfium alone."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def pdf_texts(data: bytes) -> str:
    """Every page's text, every bookmark and every entry of the metadata of a PDF."""
    reader = PdfReader(io.BytesIO(data))
    info = [f"{key} {value}" for key, value in (reader.metadata or {}).items()]
    xmp = reader.root_object.get("/Metadata")
    marks = [title for title, _, _ in _bookmarks(reader, reader.outline, 0)]
    return " ".join([*page_words(data), *info, str(xmp and xmp.get_data()), *marks])


@pytest.fixture(scope="session")
def texts(prepared: Prepared) -> dict[tuple[str, str], tuple[str, str]]:
    """All that the Word file and the PDF of every paper hold, by case and kind."""
    return {
        (case_no, paper["kind"]): (
            word_texts(Path(paper["word"]).read_bytes()), pdf_texts(Path(paper["pdf"]).read_bytes()),
        )
        for case_no, paper in prepared.documents
    }  # fmt: skip


def owes(case_no: str) -> bool:
    """Whether a case owes anything on the day of the papers, by a sum of our own."""
    return owed(case_no, DAY) > 0


def test_ten_processes_of_the_worker_were_killed_and_the_command_reports_it(prepared: Prepared) -> None:
    assert len(prepared.killed) == KILLS
    assert set(prepared.killed) == set(PARTS)
    assert prepared.told["worker_deaths"] >= KILLS


def test_no_job_was_lost_refused_or_done_twice(prepared: Prepared) -> None:
    jobs = prepared.rows("SELECT state, attempts, error, losses FROM job WHERE kind = 'documents.render'")
    assert len(jobs) == len(prepared.documents)
    assert Counter((state, attempts, error) for state, attempts, error, _ in jobs) == {("done", 0, None): len(jobs)}
    assert sum(losses for _, _, _, losses in jobs) > 0


def test_every_hearing_has_its_papers_once(prepared: Prepared) -> None:
    expected = sorted(
        (case_no, kind)
        for case_no, code in LISTED.items()
        for kind in (SHEET, HISTORY, *([MOTION] if code == "HOSC" and owes(case_no) else []))
    )
    assert sorted((case_no, paper["kind"]) for case_no, paper in prepared.documents) == expected
    made = prepared.rows(
        "SELECT hearing.case_no, document.kind, count(*), max(revision.number) FROM revision "
        "JOIN document ON document.id = revision.document_id JOIN hearing ON hearing.id = document.hearing_id "
        "GROUP BY document.id"
    )
    assert sorted(made) == [(case_no, kind, 1, 1) for case_no, kind in expected]
    assert len({paper["revision"] for _, paper in prepared.documents}) == len(expected)


def test_prepare_tells_the_shape_that_others_read(prepared: Prepared) -> None:
    told = prepared.told
    assert told["session"] == SESSION
    assert told["seconds"] > 0
    assert len(told["hearings"]) == len(LISTED) == 20
    for one in told["hearings"]:
        assert one.keys() >= {"hearing", "case_no", "documents", "gaps"}
        for paper in one["documents"]:
            assert paper.keys() >= {"kind", "revision", "word", "pdf", "pages"}
            assert Path(paper["word"]).read_bytes().startswith(b"PK")
            assert len(PdfReader(paper["pdf"]).pages) == paper["pages"] > 0
        for gap in one["gaps"]:
            assert gap.keys() == {"what", "cause", "owner"}
            assert all(gap.values())


def test_a_hearing_whose_papers_come_later_shows_them_as_gaps(prepared: Prepared) -> None:
    for case_no, code in LISTED.items():
        gaps = {gap["what"] for gap in prepared.hearings[case_no]["gaps"]}
        later = law_of("nc").hearing_type_or_other(code).later
        expected = {f"{paper[0].upper()}{paper[1:]} is not prepared here" for paper in later}
        assert {gap for gap in gaps if gap.endswith("is not prepared here")} == expected


def test_a_show_cause_without_anything_owed_says_so_instead_of_a_motion(prepared: Prepared) -> None:
    paid_up = [case_no for case_no, code in LISTED.items() if code == "HOSC" and not owes(case_no)]
    for case_no in paid_up:
        causes = [gap["cause"] for gap in prepared.hearings[case_no]["gaps"]]
        assert any(cause.startswith(f"Nothing is overdue in case {case_no}") for cause in causes)


def _establishes(case_no: str) -> bool:
    return law_of("nc").hearing_type(LISTED[case_no]).kind == "establishment"


def test_what_the_record_says_stands_in_word_and_in_pdf(
    prepared: Prepared, texts: dict[tuple[str, str], tuple[str, str]]
) -> None:
    """For each paper: both parties, the children, the docket and the arrears, as the extract and a sum of ours say."""
    for (case_no, kind), both in texts.items():
        said = [case_no] + [
            f"{given} {family}"
            for row in PEOPLE
            if row["IVD_CASE_NO"] == case_no and (row["PART_TYPE"] != "CHILD" or kind != HISTORY)
            for family, given in [row["NAME"].split(", ")]
        ]
        cents = owed(case_no, DAY)
        if not (kind == SHEET and _establishes(case_no)):  # whose sheet turns on what will be owed
            said.append(f"{'-' if cents < 0 else ''}${abs(cents) // 100:,}.{abs(cents) % 100:02}")
        for text in both:
            tight = re.sub(r"\s+", "", text)
            assert [word for word in said if re.sub(r"\s+", "", word) not in tight] == [], (case_no, kind)


def test_names_that_break_careless_programs_print_exactly(texts: dict[tuple[str, str], tuple[str, str]]) -> None:
    odd = {
        (row["IVD_CASE_NO"], name)
        for row in PEOPLE
        for name in re.findall(r"[^\s,]+", row["NAME"])
        if "'" in name or not name.isascii()
    }
    assert {name for _, name in odd} >= {"NUÑEZ", "NUÑEZ-ANA", "O'DELL", "D'ANGELO"}
    for case_no, name in odd:
        assert all(name in re.sub(r"\s+", "", text) for text in texts[case_no, SHEET]), (case_no, name)
    employer = "Smith & Sons <Concrete>"
    employed = [case_no for case_no in LISTED if all(employer in flat(text) for text in texts[case_no, SHEET])]
    assert len(employed) == 2


def test_no_address_of_a_protected_person_reaches_any_paper_its_properties_or_its_name(
    prepared: Prepared, texts: dict[tuple[str, str], tuple[str, str]]
) -> None:
    lines = {row["LINE1"] for row in rows("ADDRESSES.csv") if row["MPI_NO"] in HIDDEN}
    here = HIDDEN & {row["MPI_NO"] for row in PEOPLE}
    assert (len(lines) > 10, len(here)) == (True, 3)
    said = [squeezed(text) for both in texts.values() for text in both]
    said += [squeezed(f"{paper['word']} {paper['pdf']}") for _, paper in prepared.documents]
    assert [line for line in lines for text in said if squeezed(line) in text] == []


def test_addresses_of_unprotected_obligors_do_reach_the_sheet(
    texts: dict[tuple[str, str], tuple[str, str]]
) -> None:
    homes = {
        squeezed(row["LINE1"])
        for row in rows("ADDRESSES.csv")
        if row["MPI_NO"] in {one["MPI_NO"] for one in PEOPLE if one["PART_TYPE"] == "NCP"}
    }
    sheets = [squeezed(pdf) for (_, kind), (_, pdf) in texts.items() if kind == SHEET]
    assert sum(any(home in sheet for sheet in sheets) for home in homes) > 20


def test_no_whole_identifier_reaches_any_paper(texts: dict[tuple[str, str], tuple[str, str]]) -> None:
    numbers = {row["SSN"] for row in rows("PARTICIPANTS.csv")} | {row["FEIN"] for row in rows("EMPLOYERS.csv")}
    whole = re.compile("|".join(r"[-\s.]?".join(re.sub(r"\D", "", one)) for one in sorted(numbers) if one))
    assert whole.search("SSN 921 80 7955")
    assert [key for key, both in texts.items() for text in both if whole.search(text)] == []


def test_no_paper_speaks_of_another_case(texts: dict[tuple[str, str], tuple[str, str]]) -> None:
    named = ((row["IVD_CASE_NO"], row[column]) for name, column in NUMBERS for row in rows(name))
    of_case = {number: case_no for case_no, number in named}
    numbered = re.compile(r"(?<!\w)(?:\d{10}|\d\d ?CVD? ?\d+(?:-\d{3})?)(?!\w)")
    told = {
        (ours, kind, of_case[number])
        for (ours, kind), both in texts.items()
        for text in both
        for number in numbered.findall(text)
        if number in of_case
    }
    assert {(ours, kind) for ours, kind, _ in told} == set(texts)
    assert [(ours, kind, theirs) for ours, kind, theirs in told if theirs != ours] == []


def test_no_source_of_a_payment_is_found_in_database_blobs_logs_or_outputs(
    prepared: Prepared, bound: tuple[Path, dict[str, Any]]
) -> None:
    """All files of the data folder and the binder. Codes of five letters or more are looked for in the bytes as such.

    The short ones (IWO, UIB, LUMP, SELF) stand by chance in compressed or encrypted bytes, so they are looked for as
    whole words in what the files say: the text of Word and PDF files, and the readable runs of everything else.
    """
    codes = {row["SRC_CD"] for row in rows("PAYMENTS.csv")}
    assert codes == set(PAYMENT_SOURCES)
    long = re.compile("|".join(code for code in codes if len(code) > 4).encode())
    word = re.compile(rf"(?<![A-Za-z0-9]){'(?:' + '|'.join(sorted(codes)) + ')'}(?![A-Za-z0-9])")
    files = [path for path in prepared.data.rglob("*") if path.is_file()] + [bound[0]]
    assert len(files) > 200
    found = []
    for path in files:
        data = path.read_bytes()
        if long.search(data) or word.search(_readable(data)):
            found.append(path.name)
    assert found == []
    assert word.search(_readable(b"\x00\x01SRC:IWO,200.00\x00"))


def _readable(data: bytes) -> str:
    if data.startswith(b"PK"):
        return word_texts(data)
    if data.startswith(b"%PDF"):
        return pdf_texts(data)
    if data.startswith(b"\x89PNG"):
        return ""
    return "\n".join(run.decode() for run in re.findall(rb"[\x20-\x7e]{6,}", data))


def test_no_whole_ssn_stands_in_database_logs_or_outputs(
    prepared: Prepared, bound: tuple[Path, dict[str, Any]]
) -> None:
    ssns = {row["SSN"] for row in rows("PARTICIPANTS.csv") if row["SSN"]}
    canaries = re.compile("|".join(f"{one}|{one.replace('-', '')}" for one in ssns).encode())
    files = [path for path in prepared.data.rglob("*") if path.is_file()] + [bound[0]]
    assert [path.name for path in files if canaries.search(path.read_bytes())] == []


def test_the_state_balance_that_is_off_is_told_on_the_sheet_and_by_how_much(
    texts: dict[tuple[str, str], tuple[str, str]],
) -> None:
    off = {case_no for case_no in LISTED if state_says(case_no) != owed(case_no, DAY)}
    tell_arrears = [case_no for case_no in LISTED if not _establishes(case_no)]
    assert off & set(tell_arrears)
    for case_no in tell_arrears:
        for text in texts[case_no, SHEET]:
            assert ("differs by $125.00" in flat(text)) == (case_no in off), case_no


def test_preparing_again_makes_nothing_anew(prepared: Prepared) -> None:
    before = prepared.rows("SELECT count(*) FROM revision")
    told = courtready(prepared.data, "prepare", "--session", str(SESSION), *AS_OF, "--json").json
    assert [one["documents"] for one in told["hearings"]] == [one["documents"] for one in prepared.told["hearings"]]
    assert prepared.rows("SELECT count(*) FROM revision") == before


def test_binder_tells_its_pages_and_packets_and_writes_them(
    prepared: Prepared, bound: tuple[Path, dict[str, Any]]
) -> None:
    file, told = bound
    assert (told["session"], told["file"]) == (SESSION, str(file))
    assert len(PdfReader(file).pages) == told["pages"]
    assert [one["hearing"] for one in told["packets"]] == [one["hearing"] for one in prepared.told["hearings"]]
    assert [len(PdfReader(one["file"]).pages) for one in told["packets"]] == [one["pages"] for one in told["packets"]]


def test_every_bookmark_and_link_of_the_binder_lands_on_what_it_names(
    prepared: Prepared, bound: tuple[Path, dict[str, Any]]
) -> None:
    """Read back with pypdf, and compared with how the papers themselves begin."""
    reader = PdfReader(bound[0])
    marks = _bookmarks(reader, reader.outline, 0)
    pages = [re.sub(r"\s+", "", text) for text in page_words(bound[0].read_bytes())]
    begins = {
        (case_no, place): re.sub(r"\s+", "", page_words(Path(paper["pdf"]).read_bytes())[0])[:100]
        for case_no, one in prepared.hearings.items()
        for place, paper in enumerate(one["documents"])
    }
    packets = [page for _, page, depth in marks if depth == 0]
    papers = [page for _, page, depth in marks if depth == 1]
    assert len(packets) == 20
    assert all(case_no in pages[page] for case_no, page in zip(prepared.hearings, packets, strict=True))
    placeholders = [page for page in papers if "Nothingisoverdueincase" in pages[page]]
    assert len(papers) - len(placeholders) == len(begins) == len(prepared.documents)
    real = [page for page in papers if page not in placeholders]
    assert all(beginning in pages[page] for beginning, page in zip(begins.values(), real, strict=True))
    back, down = _linked(reader)
    assert sorted(down) == sorted(page for _, page, _ in marks)
    assert len(back) > len(pages) / 2
    assert all("Index" in pages[page] for page in back)


def _bookmarks(reader: PdfReader, items: list[Any], depth: int) -> list[tuple[str, int, int]]:
    found = []
    for item in items:
        if isinstance(item, list):
            found += _bookmarks(reader, item, depth + 1)
        else:
            found.append((str(item.title), int(reader.get_destination_page_number(item) or 0), depth))
    return found


def _destination(reader: PdfReader, target: Any) -> Any:
    """The page of a link, which names it by a page address or holds it itself."""
    held = target.get_object()
    if isinstance(held, str):
        return reader.named_destinations[held].page.indirect_reference  # type: ignore[union-attr]
    return held[0].get_object().indirect_reference


def _linked(reader: PdfReader) -> tuple[list[int], list[int]]:
    """Where the links at the feet of pages lead, and where those of the indexes do."""
    numbers = {page.indirect_reference: place for place, page in enumerate(reader.pages)}
    back: list[int] = []
    down: list[int] = []
    for page in reader.pages:
        for held in page.get("/Annots", ()):
            link = held.get_object()
            found = back if link["/Contents"].startswith("Back to") else down
            found.append(numbers[_destination(reader, link["/A"]["/D"])])
    return back, down


def test_the_audit_of_the_whole_job_verifies_and_names_every_paper(prepared: Prepared) -> None:
    made = prepared.rows("SELECT count(*) FROM audit WHERE verb = 'made document'")
    assert made == [(len(prepared.documents),)]
    audits = [one for one in courtready(prepared.data, "doctor", "--json").json if "audit" in one["part"]]
    assert [one["ok"] for one in audits] == [True] * len(audits)


def test_the_log_of_the_workers_holds_no_name_of_a_person(prepared: Prepared) -> None:
    log = "".join(path.read_text() for path in (prepared.data / "log").glob("*.log"))
    assert log
    assert [row["NAME"] for row in PEOPLE if row["NAME"] in log or row["NAME"].split(",")[0] in log] == []


def test_jobs_tells_of_the_work_in_a_kept_shape(prepared: Prepared) -> None:
    told = courtready(prepared.data, "jobs", "--json").json
    papers = [one for one in told if one["kind"] == "documents.render"]
    keys = {"id", "kind", "state", "attempts", "losses", "error", "progress", "batch", "made_at", "done_at"}
    assert len(papers) == len(prepared.documents)
    assert all(one.keys() >= keys and one["state"] == "done" and one["done_at"] for one in papers)
    assert len({one["batch"] for one in papers}) == 1
