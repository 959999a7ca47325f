"""What people are called in reports: never two of them alike."""

import pytest

from autograder.content.owners import display_names


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ([("ross_7", "ross"), ("ada", "")], ["ross", "ada"]),
        ([("ross_7", "ross"), ("ross_8", "ross")], ["ross (7)", "ross (8)"]),
        ([("ross_7", "ross"), ("ross_8", "ross"), ("ross_9", "ross")], ["ross (7)", "ross (8)", "ross (9)"]),
        ([("ross_7", "ross"), ("ross", ""), ("ada_1", "ada")], ["ross (7)", "ross", "ada"]),
    ],
    ids=["alone", "two", "three", "a name that another one is called"],
)
def test_who_would_be_called_alike_is_told_apart(people, shown):
    assert display_names(people) == dict(zip([name for name, _person in people], shown, strict=True))
