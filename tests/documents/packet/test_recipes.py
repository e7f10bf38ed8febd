"""What goes into a packet, for whom and in which order, as rows that are read strictly."""

import pytest

from documents.packet.audiences import may_be_given
from documents.packet.recipes import RecipeBroken, read_recipes, recipe_for, recipes
from kernel.disclosure import Audience
from law.states import law_of

ROW = """
[[recipe]]
name          = "bench"
title         = "Bench copy"
hearings      = ["contempt"]
audience      = "court"
papers        = ["order", "*", "payment-history"]
exhibits      = true
exhibit_label = "EXHIBIT {mark}"
sheets        = true
duplex        = true
prefix        = ""
note          = ""
"""


def test_papers_stand_as_the_recipe_names_them_and_the_rest_where_the_star_is() -> None:
    (recipe,) = read_recipes(ROW, "nc")
    assert [recipe.place(kind) for kind in ("order", "anything", "payment-history")] == [0, 1, 2]
    (short,) = read_recipes(ROW.replace(', "*"', ""), "nc")
    assert short.place("anything") is None


def test_the_recipe_that_names_a_hearing_most_closely_is_taken() -> None:
    any_hearing = ROW.replace('"contempt"', '"*"').replace('"bench"', '"any"')
    found = read_recipes(any_hearing + ROW, "nc")
    law = law_of("nc")
    assert recipe_for(law.hearing_type("HOSC"), Audience.COURT, found).name == "bench"
    other = next(one for one in law.hearing_types().values() if one.kind == "review")
    assert recipe_for(other, Audience.COURT, found).name == "any"
    with pytest.raises(RecipeBroken, match="no recipe is for this audience"):
        recipe_for(other, Audience.OTHER_PARTY, found)


@pytest.mark.parametrize("state", ["nc", "a state without recipes of its own"])
@pytest.mark.parametrize("audience", list(Audience))
def test_there_is_a_recipe_for_every_audience_and_every_type_of_hearing(state: str, audience: Audience) -> None:
    for one in law_of("nc").hearing_types().values():
        assert recipe_for(one, audience, recipes(state)).audience == audience


def test_an_office_gets_the_recipes_of_its_state_as_offices_write_it() -> None:
    assert recipes("NC") == recipes("nc")
    assert [one.name for one in recipes("NC")] == ["attorney", "bench", "other party", "filing"]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("x = 1", "something else than rows"),
        ("[[recipe]\n", "cannot be read as TOML"),
        (ROW.replace("duplex        = true", ""), "has no 'duplex'"),
        (ROW.replace("duplex        = true", 'duplex = "yes"'), "has no 'duplex', or not as a bool"),
        (ROW + "color = 1\n", "has the key 'color', which nothing reads"),
        (ROW.replace('"court"', '"everybody"'), "names no audience that there is: 'everybody'"),
        (ROW.replace('["contempt"]', "[]"), "needs at least one hearing"),
        (ROW.replace('"order", ', '"*", '), "each paper once"),
        (ROW.replace("{mark}", "{letter}"), "an exhibit label with something else"),
    ],
)
def test_a_recipe_that_does_not_say_what_it_must_is_refused_in_words(written: str, why: str) -> None:
    with pytest.raises(RecipeBroken, match="packet recipe") as refused:
        read_recipes(written, "nc")
    assert why in str(refused.value)


def test_a_paper_goes_to_those_who_may_see_all_that_it_may_say() -> None:
    allowed = {(of, to) for of in Audience for to in Audience if may_be_given(of, to)}
    court, other, public, internal = Audience.COURT, Audience.OTHER_PARTY, Audience.PUBLIC_FILE, Audience.INTERNAL
    assert allowed == {
        (internal, internal),
        (court, internal), (court, court), (court, other),
        (other, internal), (other, court), (other, other),
        (public, internal), (public, court), (public, other), (public, public),
    }  # fmt: skip
