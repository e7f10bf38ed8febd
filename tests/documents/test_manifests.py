"""Manifests are read strictly, and a template is known by its bytes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from documents.manifests import (
    ALWAYS,
    ManifestBroken,
    NoSuchTemplate,
    Template,
    manifest,
    papers_for,
    template,
    template_named,
    templates,
)
from kernel.disclosure import Audience
from law.states import law_of

NC = templates("nc")
WRITTEN = """
id = "nc/letter"
title = "Letter"
state = "nc"
version = 1
position = 1
in_force = 2026-01-01
audience = "court"
facts = "PaymentHistory"
hearings = ["HOSC"]
file_name = "{case_number}-letter"
cites = ["G.S. 50-13.9(d)"]
"""


def read(written: str) -> object:
    return manifest(written.encode(), "letter")


def test_a_manifest_says_what_its_template_is_for() -> None:
    made = manifest(WRITTEN.encode(), "letter")
    assert (made.audience, made.in_force, made.hearings) == (Audience.COURT, date(2026, 1, 1), ("HOSC",))
    assert made.name_of_file(case_number="7000099999", hearing_on=date(2026, 12, 8)) == "7000099999-letter"


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ('title = "Letter"', "", "has no 'title'"),
        ("version = 1", 'version = "1"', "has no 'version', or not as a int"),
        ("version = 1", "version = 0", "a version from 1 on"),
        ('audience = "court"', 'audience = "everybody"', "names no audience that there is: 'everybody'"),
        ('facts = "PaymentHistory"', 'facts = "Gossip"', "names no facts that there are: 'Gossip'"),
        ('id = "nc/letter"', 'id = "nc/other"', "says that it is 'nc/other'"),
        ("{case_number}-letter", "{obligor}-letter", "file name"),
        ("{case_number}-letter", "letter", "file name"),
        ('cites = ["G.S. 50-13.9(d)"]', "cites = []", "one cite"),
        ("version = 1", "version = 1\nsurprise = 2", "the key 'surprise', which nothing reads"),
        ("version = 1", "version = ", "cannot be read as TOML"),
    ],
)
def test_a_manifest_that_is_wrong_is_refused_in_words(was: str, now: str, words: str) -> None:
    assert was in WRITTEN
    with pytest.raises(ManifestBroken, match=words.replace("(", r"\(")):
        read(WRITTEN.replace(was, now))


def test_the_show_cause_motion_belongs_to_show_cause_hearings_and_the_fact_sheet_to_every_hearing() -> None:
    def kinds(code: str) -> list[str]:
        found = papers_for(law_of("nc").hearing_type(code), date(2026, 12, 8), NC)
        return [each.manifest.kind for each in found if each.manifest.prepared == ALWAYS]

    assert kinds("HOSC") == ["fact-sheet", "motion-and-order-to-show-cause", "payment-history"]
    assert kinds("HREV") == ["fact-sheet", "payment-history"]


def test_a_template_is_not_used_before_it_is_in_force() -> None:
    assert papers_for(law_of("nc").hearing_type("HOSC"), date(2025, 12, 31), NC) == ()


def test_a_template_that_does_not_exist_is_missing_by_name() -> None:
    with pytest.raises(NoSuchTemplate, match="There is no template 'nc/sonnet'"):
        template_named("nc/sonnet", NC)


def test_the_digest_changes_with_the_word_file_and_with_the_manifest_but_not_with_the_sample(tmp_path: Path) -> None:
    folder = tmp_path / "letter"
    folder.mkdir()
    for name, held in {"manifest.toml": WRITTEN, "template.docx": "word", "sample.json": "{}"}.items():
        (folder / name).write_text(held)
    first = template(folder).digest

    (folder / "sample.json").write_text('{"facts": {}}')
    assert template(folder).digest == first
    (folder / "template.docx").write_text("other word")
    second = template(folder).digest
    (folder / "manifest.toml").write_text(WRITTEN.replace("Letter", "Epistle"))
    assert len({first, second, template(folder).digest}) == 3


def test_of_several_templates_of_one_kind_a_hearing_takes_the_one_that_names_it_most_closely() -> None:
    def named(id: str, *hearings: str) -> Template:
        return replace(NC[0], manifest=replace(NC[0].manifest, id=id, kind="fact-sheet", hearings=hearings))

    any_hearing, reviews, one_code = named("nc/any", "*"), named("nc/review", "review"), named("nc/hrev", "HREV")
    review, contempt = law_of("nc").hearing_type("HREV"), law_of("nc").hearing_type("HOSC")
    assert review.kind == "review"
    assert papers_for(review, date(2026, 12, 8), (any_hearing, reviews)) == (reviews,)
    assert papers_for(review, date(2026, 12, 8), (one_code, any_hearing, reviews)) == (one_code,)
    assert papers_for(contempt, date(2026, 12, 8), (one_code, any_hearing, reviews)) == (any_hearing,)
