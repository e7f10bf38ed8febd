"""A mapping that cannot work is refused in one sentence before anything is read."""

import pytest

from cases.errors import MappingBroken
from cases.mapping import read_mapping
from hearings.records import kinds

HEAD = 'source = "S"\nstate = "NC"\ndate = "%m/%d/%Y"\n'
FILE = """
[[file]]
name = "P.csv"
record = "payment"
key = ["receipt_no"]
[file.fields]
case_no = "C"
receipt_no = "R"
collected_on = "D"
amount = "A"
"""

REFUSED = {
    "no file": (HEAD, "", "the mapping lacks 'file'"),
    "a file that is no table": (HEAD + "file = [5]\n", "", "every file is a table of its own, headed [[file]]"),
    "a two-digit year": (HEAD.replace("%Y", "%y"), FILE, "a four-digit %Y"),
    "a month in full": (HEAD.replace("%m/", "%B "), FILE, "a format of %m or %b"),
    "a time without minutes": (HEAD + 'time = "%H"\n', FILE, "'time' must be a format"),
    "dated_by without a column": (HEAD + 'dated_by = { file = "P.csv" }\n', FILE, "'dated_by' lacks 'column'"),
    "dated_by of an unread column": (
        HEAD + 'dated_by = { file = "P.csv", column = "Z" }\n', FILE, "names a column that fills no date"),
    "dated_by of money": (
        HEAD + 'dated_by = { file = "P.csv", column = "A" }\n', FILE, "names a column that fills no date"),
    "an unknown key": (HEAD + 'delimiter = ";"\n', FILE, "the mapping has the unknown key 'delimiter'"),
    "an unknown record": (HEAD, FILE.replace("payment", "receipt"), "fills an unknown record 'receipt'"),
    "an unknown field": (HEAD, FILE + 'origin = "O"\n', "fills 'origin', which a payment record does not have"),
    "a required field unfilled": (HEAD, FILE.replace('amount = "A"\n', ""), "does not fill 'amount'"),
    "a key of unfilled fields": (HEAD, FILE.replace('["receipt_no"]', '["posted_on"]'), "needs a 'key' made of fields"),
    "a key that is no list": (HEAD, FILE.replace('["receipt_no"]', '"receipt_no"'), "has a 'key' that is not a list"),
    "a nameless file": (HEAD, FILE.replace('name = "P.csv"\n', ""), "lacks 'name'"),
    "a file twice": (HEAD, FILE + FILE, "it has the file 'P.csv' twice"),
    "equals on money": (HEAD, FILE.replace('"A"', '{ from = "A", equals = "5" }'), "fills yes-or-no fields only"),
    "a code that is a number": (HEAD, FILE.replace('"A"', '{ from = "A", codes = { X = 1 } }'), "quotation marks"),
    "a constant number": (HEAD, FILE.replace('"A"', "{ constant = 5 }"), "quotation marks"),
    "both from and constant": (HEAD, FILE.replace('"A"', '{ from = "A", constant = "5" }'), "needs either 'from'"),
    "a column read and dropped": (HEAD, FILE + '[file.drop]\nA = "secret"\n', "both reads and drops the column 'A'"),
    "a drop that is no table": (HEAD, FILE.replace("[file.fields]", 'drop = "A"\n[file.fields]'), "has a 'drop' that"),
}  # fmt: skip


def test_the_mapping_from_which_the_broken_ones_are_made_is_sound() -> None:
    (file,) = read_mapping((HEAD + FILE).encode(), kinds(), name="sound").files
    assert file.needed == {"C", "R", "D", "A"}


@pytest.mark.parametrize("what", REFUSED)
def test_a_mapping_that_cannot_work_is_refused_in_words(what: str) -> None:
    head, file, words = REFUSED[what]
    with pytest.raises(MappingBroken) as refused:
        read_mapping((head + file).encode(), kinds(), name="broken")
    assert words in str(refused.value)
    assert str(refused.value).startswith("The mapping 'broken' cannot be used: ")
