"""Whose a file is, by the name that a platform gives it; and what people are called in reports: never two of them alike."""

import pytest

from autograder.content.owners import Owner, display_names, fetched_folder, of_platform, own_name


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


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Bob Ross_12_assignsubmission_file", Owner("Bob Ross_12_assignsubmission_file", "Bob Ross", "moodle:12")),
        ("Bob Ross_12_assignsubmission_file_a_1.py", Owner("Bob Ross_12_assignsubmission_file", "Bob Ross", "moodle:12", file="a_1.py")),
        ("Bob Ross_12_assignsubmission_onlinetext", Owner("Bob Ross_12_assignsubmission_file", "Bob Ross", "moodle:12", online=True)),
        ("rossbob_12_345_a_1.py", Owner("rossbob_12", "rossbob", "canvas:12", file="a_1.py")),
        ("rossbob_LATE_12_345_a.py", Owner("rossbob_12", "rossbob", "canvas:12", late=True, file="a.py")),
        ("rossbob_12_text.html", Owner("rossbob_12", "rossbob", "canvas:12", online=True)),
        ("ross_bob.py", None),
    ],
)
def test_whose_a_file_is_stands_in_its_name(name, owner):
    assert of_platform(name) == owner
    assert own_name(name) == ((owner.file if owner else "") or name)


def test_what_is_fetched_is_named_after_its_student_in_letters_that_every_system_takes():
    assert fetched_folder("Ada/O'Neil-Bo Jr.", "canvas", "4711") == "Ada O'Neil-Bo Jr_4711_fetched_canvas"
    assert fetched_folder("../:", "moodle", "3") == "student_3_fetched_moodle"
