"""Parameters and their values, and which of them a student has: the same on every machine, and checked whenever it is read."""

import json

import pytest

from autograder.content import variants
from autograder.content.variants import NoSuchVariant

PARAMETERS = {"white": (255, 100, 15), "key": ("light", "bright"), "label": ({"first": 0}, {"first": 1})}


def test_a_seed_and_an_id_always_give_the_same_variant():
    """Written down: another version of Python or of the kit must not hand out other pages in the middle of a term."""
    found = [variants.of_student(PARAMETERS, "autumn", name) for name in ("ada", "ben", "cleo")]
    assert found == [
        '{"key": "light", "label": {"first": 1}, "white": 255}',
        '{"key": "light", "label": {"first": 0}, "white": 255}',
        '{"key": "bright", "label": {"first": 0}, "white": 15}',
    ]
    assert variants.of_student(PARAMETERS, "spring", "ada") != found[0] and variants.of_student({}, "autumn", "ada") == ""


def test_a_new_parameter_leaves_the_others_as_they_are():
    before, after = (json.loads(variants.of_student(some, "autumn", "ada")) for some in (PARAMETERS, {"new": (1, 2), **PARAMETERS}))
    assert {name: value for name, value in after.items() if name != "new"} == before


def test_students_are_spread_over_the_values():
    found = [json.loads(variants.of_student(PARAMETERS, "autumn", f"s{number}")) for number in range(300)]
    for name, values in PARAMETERS.items():
        for value in values:
            assert sum(one[name] == value for one in found) > 200 / len(values)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not JSON", "This is not a variant"),
        ("[]", "This is not a variant"),
        ('{"whiet": 255}', "has no parameter 'whiet'. Did you mean white?"),
        ('{"white": 7, "key": "light", "label": {"first": 0}}', "7 is not an allowed value of the parameter white"),
        ('{"white": 255}', "has no value for the parameter key"),
    ],
)
def test_a_variant_that_the_assignment_does_not_have(text, said):
    with pytest.raises(NoSuchVariant, match=said.replace("?", r"\?").replace("[", r"\[")):
        variants.values_of(text, PARAMETERS)


def test_some_variants_are_different_ones_and_the_ordinary_one_is_among_them():
    many = {"a": tuple(range(20)), "b": tuple(range(20)), "c": (1, 2)}
    found = variants.some(many, ["a", "b"], 50)
    assert len(set(found)) == 50 and found[0] == variants.as_text(variants.ordinary(many))
    assert {json.loads(one)["c"] for one in found} == {1}
    assert len(variants.some(many, ["c"], 50)) == 2 == variants.how_many(many, ["c"])


def test_what_an_exercise_does_not_depend_on_has_the_ordinary_value():
    own = '{"key": "bright", "label": {"first": 0}, "white": 100}'
    assert json.loads(variants.projected(own, PARAMETERS, ["white"])) == {"key": "light", "label": {"first": 0}, "white": 100}
    assert variants.projected(own, PARAMETERS, []) == "" == variants.projected("", PARAMETERS, ["white"])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"white": 255}, "variants.white must be a list of two values or more, the ordinary one first; it is 255"),
        ({"white": [255]}, "variants.white must be a list of two values or more"),
        ({"white": [255, 255]}, "variants.white has the value 255 twice"),
        ({"white": [255, True]}, "variants.white: True is not a text, a number"),
        ({"white": [255, [1]]}, "is not a text, a number, or a table of these"),
        ({"key": ["a", 'b"']}, "cannot be a value. It must not be empty"),
        ({"key": ["a", ""]}, "cannot be a value"),
        ({"a-b": [1, 2]}, "variants.a-b: the name of a parameter has letters, digits and _ only"),
        ({"label": [{"first": 1}, {"last": 1}]}, "all have the same keys"),
        ({"label": [{"first": 1}, 2]}, "if one value is a table, all are"),
        ({"label": [{"first": 1, "_a": 1}, {"first": 1, "_a": 2}]}, "differ only in entries whose name begins with _"),
    ],
)
def test_a_table_that_cannot_be_used_names_its_key(table, said):
    with pytest.raises(ValueError) as caught:
        variants.allowed(table)
    assert said in str(caught.value)


def test_pieces_of_code_are_in_no_text_and_come_back():
    """Students get the text of their variant, and a piece may be a line of a hidden check."""
    parameters = {"first": ({"number": 0, "_drawn": "rng.permutation(5)"}, {"number": 2, "_drawn": "rng.permutation(5) + 2"})}
    text = variants.some(parameters, ["first"], 2)[1]
    assert text == '{"first": {"number": 2}}' and variants.values_of(text, parameters) == {"first": parameters["first"][1]}
    assert variants.projected(text, parameters, ["first"]) == text and variants.projected(text, parameters, []) == ""


def test_in_words():
    assert variants.in_words('{"key": "light", "label": {"first": 1, "last": 9}}') == "key = light, label.first = 1, label.last = 9"
    assert variants.in_words("") == "" and variants.in_words("{") == "{" and len(variants.code("x")) == 6
