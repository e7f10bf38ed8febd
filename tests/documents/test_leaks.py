"""Identifiers and protected words in a finished text."""

import re
from string import ascii_lowercase

import pytest

from documents.leaks import Leak, find_leaks
from kernel.identifiers import folded

LEAKING = [
    ("SSN 921-80-7955.", "a Social Security number"),
    ("number 983-49\u0002\r\n3961 of", "a Social Security number"),
    ("921\u201380\u20137955", "a Social Security number"),
    ("his 921 80 7955 is", "a Social Security number"),
    ("his 921807955 is", "a Social Security number"),
    ("FEIN 56-1234567", "an employer tax number"),
    ("Employer ID: 561234567", "an employer tax number"),
    ("her driver's license no. 12345678", "a driver licence number"),
    ("Driver licence\nA123-4567", "a driver licence number"),
    ("State ID card # 9988776", "a state identification number"),
    ("Passport: C01234567", "a passport number"),
    ("checking account 000123456", "an account number"),
    ("Acct. No. 00-1234-99", "an account number"),
    ("account DE89 370400440532013000", "an account number"),
    ("4111 1111 1111 1111", "a card number"),
    ("3782-822463-10005", "a card number"),
    ("PIN: 4471", "a PIN"),
    ("the password is hunter2", "a password"),
    ("Date of birth 02/14/2002", "a full birth date"),
    ("born on February 14, 2002", "a full birth date"),
    ("DOB: 2002-02-14", "a full birth date"),
    ("by federal tax refund", "where a payment came from"),
    ("FEDTAX", "where a payment came from"),
    ("UIB", "where a payment came from"),
    ("the IRS\nintercept", "where a payment came from"),
    ("an Economic  Impact payment", "where a payment came from"),
    ("D.L. A1234567", "a driver licence number"),
    ("OLN: 99887766", "a driver licence number"),
    ("Identification Card 99887766", "a state identification number"),
    ("IBAN DE893704004405", "an account number"),
    ("D.OB 02/14/2002", "a full birth date"),
    ("employer tax id 561234567", "an employer tax number"),
    ("tax\noffset of 2025", "where a payment came from"),
]

HARMLESS = [
    "Social Security number ending 7955",
    "Case 7000070074, participant 4000700011",
    "24 CVD 001234-590",
    "24CVD001234-590",
    "CHECKING ACCT ENDING 4471, FIRST CATAWBA BANK",
    "NC CLASS C DRIVER LICENSE\n12/08/2026",
    "17 FT BASS TRACKER NC-4471-BT",
    "$1,234.00 12/08/2026 $400.00",
    "(704) 555-0100",
    "704-555-0100",
    "Charlotte, NC 28202-1234",
    "G.S. 50-13.9(d)",
    "1 415 20 2026",
    "account of 2026-11-20",
    "paid $100,000,000.00",
    "100,000,000",
    "42 U.S.C. 666(a)(16)",
    "Born in Charlotte",
    "15 60 2026",
    "R0700000001",
    "1234-5678-9012-3456",
    "account 4471",
    "State Bar No. 12345",
    "page 12 of 480",
]


@pytest.mark.parametrize(("text", "kind"), LEAKING)
def test_an_identifier_beyond_its_last_four_digits_is_found(text: str, kind: str) -> None:
    assert kind in {leak.kind for leak in find_leaks(f"The record says {text} today.")}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_a_court_paper_says_every_day_is_no_leak(text: str) -> None:
    assert find_leaks(f"The record says {text} today.") == ()


@pytest.mark.parametrize(("text", "kind"), LEAKING)
def test_an_identifier_is_found_in_any_case_of_letters(text: str, kind: str) -> None:
    for written in (text.upper(), text.lower(), text.title(), text.replace("i", "\u0131").replace("s", "\u017f")):
        assert kind in {leak.kind for leak in find_leaks(f"The record says {written} today.")}, written


@pytest.mark.parametrize("letter", ascii_lowercase)
def test_every_character_that_a_pattern_takes_for_a_letter_folds_to_it(letter: str) -> None:
    taken = re.findall(letter, "".join(map(chr, range(0xD800))), re.IGNORECASE)
    assert [folded(char) for char in taken] == [letter] * len(taken)
    assert len(taken) >= 2


def test_a_birth_date_may_stand_where_the_paper_must_name_it() -> None:
    assert find_leaks("Date of birth: 02/14/2002", birth_dates=True) == ()


def test_protected_words_are_found_in_any_case_and_across_lines() -> None:
    told = "lives at 12 oak\r\nstreet, apt. 4, charlotte"
    found = find_leaks(told, protected=["12 OAK STREET", "Apt 4", "Acme, Inc."])
    assert found == (Leak("protected words", 9, "xx xxx xxxxet"), Leak("protected words", 25, "xxx. 4"))


def test_protected_words_are_whole_words() -> None:
    assert find_leaks("2112 Oak Streets", protected=["12 Oak Street", "", "  "]) == ()


def test_a_leak_does_not_tell_what_it_found() -> None:
    assert str(find_leaks("SSN 921-80-7955")[0]) == "a Social Security number (xxx-xx-xx55)"
