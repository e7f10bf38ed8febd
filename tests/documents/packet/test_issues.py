"""Page addresses that stay: what was cited from one issue is found in every later one."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from documents.packet.building import build
from documents.packet.changes import Change, ChangeSheet, What
from documents.packet.covers import Cover
from documents.packet.issues import Given, Issue, changes_since, issue_from, production_numbers, reissue
from documents.packet.leaves import WITHDRAWN
from documents.packet.parts import Contents, Part
from documents.reading import page_texts
from kernel.digest import plain
from tests.documents.packet.papers import paper

SHEET, MOTION = Given("paper sheet", "Fact sheet", "s1", 3), Given("paper motion", "Motion", "m1", 2)
LEASE, STUBS = Given("exhibit 7", "Lease", "l1", 2, exhibit=True), Given("exhibit 9", "Stubs", "t1", 4, exhibit=True)


def first(*given: Given) -> Issue:
    return reissue(None, given, tab="14")


def marks(issue: Issue) -> list[str]:
    return [one.mark for one in issue.listed]


def changed(one: Given, sha: str | None, pages: int) -> Given:
    return Given(one.key, one.title, sha, pages, one.exhibit)


def test_papers_are_numbered_and_exhibits_lettered_in_the_order_they_are_given() -> None:
    assert marks(first(SHEET, MOTION, LEASE, STUBS)) == ["1", "2", "A", "B"]


def test_nothing_is_called_a_change_where_nothing_changed() -> None:
    issue = first(SHEET, LEASE)
    again = reissue(issue, [SHEET, LEASE], tab="99")
    assert (again.number, again.tab) == (2, "14")
    assert changes_since(issue, again) == ()


def test_a_replaced_document_keeps_its_mark_and_its_place_and_gets_a_version() -> None:
    issue = first(SHEET, MOTION, LEASE)
    again = reissue(issue, [SHEET, changed(MOTION, "m2", 2), LEASE], tab="")
    assert marks(again) == ["1", "2", "A"]
    assert [one.version for one in again.listed] == [1, 2, 1]
    assert changes_since(issue, again) == (Change(What.REPLACED, "2", 1, 2, "Motion"),)


def test_pages_beyond_the_old_length_are_added_and_missing_ones_withdrawn() -> None:
    issue = first(SHEET, MOTION)
    longer = reissue(issue, [changed(SHEET, "s2", 5), MOTION], tab="")
    assert changes_since(issue, longer) == (
        Change(What.REPLACED, "1", 1, 3, "Fact sheet"),
        Change(What.ADDED, "1", 4, 5, "Fact sheet"),
    )
    shorter = reissue(longer, [changed(SHEET, "s3", 2), MOTION], tab="")
    assert changes_since(longer, shorter) == (
        Change(What.REPLACED, "1", 1, 2, "Fact sheet"),
        Change(What.WITHDRAWN, "1", 3, 5, "Fact sheet"),
    )


def test_what_comes_late_goes_behind_all_else_under_a_new_mark() -> None:
    issue = first(SHEET, LEASE)
    again = reissue(issue, [MOTION, SHEET, STUBS, LEASE], tab="")
    assert [(one.mark, one.key) for one in again.listed] == [
        ("1", "paper sheet"), ("A", "exhibit 7"), ("2", "paper motion"), ("B", "exhibit 9"),
    ]  # fmt: skip
    assert changes_since(issue, again) == (
        Change(What.ADDED, "2", 1, 2, "Motion"),
        Change(What.ADDED, "B", 1, 4, "Stubs"),
    )


def test_a_withdrawn_document_leaves_its_mark_which_nobody_gets_again() -> None:
    issue = first(SHEET, LEASE)
    without = reissue(issue, [SHEET], tab="")
    assert [(one.mark, one.withdrawn) for one in without.listed] == [("1", False), ("A", True)]
    assert changes_since(issue, without) == (Change(What.WITHDRAWN, "A", 1, 2, "Lease"),)
    later = reissue(without, [SHEET, STUBS], tab="")
    assert marks(later) == ["1", "A", "B"]
    back = reissue(later, [SHEET, STUBS, LEASE], tab="")
    assert changes_since(later, back) == (Change(What.ADDED, "A", 1, 2, "Lease"),)


def test_a_document_that_was_missing_takes_its_own_mark_when_it_comes() -> None:
    issue = first(SHEET, changed(LEASE, None, 0), STUBS)
    again = reissue(issue, [SHEET, LEASE, STUBS], tab="")
    assert marks(again) == ["1", "A", "B"]
    assert [one.version for one in again.listed] == [1, 1, 1]
    assert changes_since(issue, again) == (Change(What.ADDED, "A", 1, 2, "Lease"),)


def test_production_numbers_once_given_stay_and_new_pages_get_the_next() -> None:
    issue = first(SHEET, LEASE)
    assert [production_numbers(one, "CSE") for one in issue.listed] == [
        ("CSE000001", "CSE000002", "CSE000003"), ("CSE000004", "CSE000005"),
    ]  # fmt: skip
    again = reissue(issue, [changed(SHEET, "s2", 4), LEASE, STUBS], tab="")
    assert [production_numbers(one, "CSE") for one in again.listed][:2] == [
        ("CSE000001", "CSE000002", "CSE000003", "CSE000006"), ("CSE000004", "CSE000005"),
    ]  # fmt: skip
    assert production_numbers(again.listed[2], "CSE")[0] == "CSE000007"


def test_an_issue_comes_back_from_a_record() -> None:
    issue = reissue(first(SHEET, LEASE), [changed(SHEET, "s2", 5)], tab="")
    assert issue_from(plain(issue)) == issue


sets = st.lists(
    st.builds(
        Given, st.sampled_from("abcdefgh"), st.just("x"), st.sampled_from(["1", "2", "3"]), st.integers(1, 5),
        st.just(False),
    ),
    unique_by=lambda one: one.key,
)  # fmt: skip


@given(st.lists(sets, min_size=2, max_size=6))
def test_no_mark_is_ever_given_to_another_document(history: list[list[Given]]) -> None:
    known: dict[str, str] = {}
    issue = None
    for wanted in history:
        issue = reissue(issue, wanted, tab="1")
        for one in issue.listed:
            assert known.setdefault(one.mark, one.key) == one.key
        assert {one.key for one in issue.listed if not one.withdrawn} == {one.key for one in wanted}
        numbers = [
            number for one in issue.listed for start, count in one.numbers for number in range(start, start + count)
        ]
        assert len(set(numbers)) == len(numbers)


FILES = {
    "s1": paper("sheet-one", 3), "s2": paper("sheet-two", 5), "m1": paper("motion", 2), "l1": paper("lease", 2),
    "t1": paper("stubs", 4),
}  # fmt: skip


def contents(issue: Issue, previous: Issue | None) -> Contents:
    parts = tuple(
        Part(
            one.mark,
            one.title,
            None if one.withdrawn or one.sha is None else FILES[one.sha],
            WITHDRAWN if one.withdrawn else None,
            one.mark,
            one.version,
        )
        for one in issue.listed
    )
    sheet = ChangeSheet(f"Issue {issue.number}", "Changes.", changes_since(previous, issue)) if previous else None
    return Contents(Cover("Packet 7", "", "Packet"), parts, tab=issue.tab, changes=sheet)


def cited(contents: Contents) -> dict[str, str]:
    """The text of every page under the address by which it is cited, read back from the file."""
    pdf = build(contents).pdf
    return dict(zip(PdfReader(io.BytesIO(pdf)).page_labels, page_texts(pdf), strict=True))


def test_an_address_cited_from_the_first_issue_leads_to_the_same_page_in_the_fourth() -> None:
    history = [
        [SHEET, MOTION, LEASE],
        [SHEET, changed(LEASE, "l1", 2), STUBS, MOTION],
        [changed(SHEET, "s2", 5), MOTION, STUBS],
        [changed(SHEET, "s2", 5), MOTION, STUBS, Given("exhibit 11", "Late", "m1", 2, exhibit=True)],
    ]
    issues: list[Issue] = []
    read: list[dict[str, str]] = []
    for wanted in history:
        previous = issues[-1] if issues else None
        issues.append(reissue(previous, wanted, tab="14"))
        read.append(cited(contents(issues[-1], previous)))

    for page in (1, 2):
        assert read[3][f"14-2-{page}"] == read[0][f"14-2-{page}"]
    for page in (1, 2, 3):
        assert f"sheet-one {page}/3" in read[0][f"14-1-{page}"]
        assert f"sheet-two {page}/5" in read[3][f"14-1-{page}"]
        assert "(version 2)" in read[3][f"14-1-{page}"]
    assert "lease 1/2" in read[0]["14-A-1"]
    assert "was withdrawn" in " ".join(read[3]["14-A"].split())
    assert not any(address.startswith("14-A-") for address in read[3])
    assert "stubs 4/4" in read[3]["14-B-4"]
    assert "motion 1/2" in read[3]["14-C-1"]


def test_the_change_sheet_says_what_was_replaced_added_and_withdrawn() -> None:
    issue = first(SHEET, MOTION, LEASE)
    again = reissue(issue, [changed(SHEET, "s2", 5), MOTION, STUBS], tab="")
    sheet = " ".join(cited(contents(again, issue))["14-iii"].split())
    for row in (
        "replaced 14-1-1 to 3 Fact sheet", "added 14-1-4 to 5 Fact sheet", "withdrawn 14-A-1 to 2 Lease",
        "added 14-B-1 to 4 Stubs",
    ):  # fmt: skip
        assert row in sheet


@pytest.mark.parametrize("many", [60])
def test_a_change_sheet_longer_than_a_page_goes_on(many: int) -> None:
    sheet = ChangeSheet("Issue 2", "x", tuple(Change(What.ADDED, str(n), 1, 1, f"Paper {n}") for n in range(many)))
    texts = page_texts(build(Contents(Cover("P", "", "P"), (), tab="14", changes=sheet)).pdf)
    assert len(texts) == 5
    assert "Paper 0" in texts[2]
    assert f"Paper {many - 1}" in texts[4]
