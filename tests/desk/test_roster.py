"""Whose a submission is: names as lists, Canvas and Moodle write them; never a guess between two people."""

import pytest

from autograder.desk.course_file import CourseUnusable
from autograder.desk.roster import People, Source, read_roster

OURS = "id,name,email\na1,Ada Lovelace,ada@x.org\nb1,Ben Bo,ben@x.org\n"
CANVAS = "Student,ID,SIS User ID,Section,mini (5)\nPoints Possible,,,,100\n\"Lovelace, Ada\",4711,s1,A,\n\"Student, Test\",9,,,\n"
MOODLE = "First name,Last name,ID number,Email address\nAda,Lovelace,77,ada@x.org\n"


def listed(tmp_path, text):
    (tmp_path / "roster.csv").write_text(text)
    return read_roster(tmp_path / "roster.csv")


def test_the_lists_that_people_have(tmp_path):
    assert [(one.key, one.name) for one in listed(tmp_path, OURS)] == [("a1", "Ada Lovelace"), ("b1", "Ben Bo")]
    (ada,) = listed(tmp_path, CANVAS)
    assert (ada.key, ada.name, ada.also) == ("4711", "Ada Lovelace", ("4711", "s1"))
    (ada,) = listed(tmp_path, MOODLE)
    assert (ada.key, ada.name) == ("77", "Ada Lovelace")


def test_a_name_in_a_script_without_spaces_keeps_its_order(tmp_path):
    """A comma behind the family name is the list's, not the name's; turned round, nobody is called so."""
    text = CANVAS.replace("Lovelace, Ada", "김, 민준")
    found = listed(tmp_path, text + '"Kim, Minjun",4712,s2,A,\n"王, 小明",4713,s3,A,\n"Żółtowski, Łukasz",4714,s4,A,\n')
    assert [one.name for one in found] == ["김민준", "Minjun Kim", "王小明", "Łukasz Żółtowski"]
    assert [one.name for one in listed(tmp_path, MOODLE.replace("Ada,Lovelace", "민준,김"))] == ["김민준"]
    people = People(found, [Source("김민준_99", "김민준", "")])
    assert people.key_of("김민준_99") == "4711" and people.named("민준 김").key == "4711"


@pytest.mark.parametrize(
    ("text", "said"),
    [("id,mail\n1,2\n", "no column with names"), ("id,name\n1,A\n1,B\n", "several students with the id '1'"), ("", "is empty")],
)
def test_a_list_that_is_not_one(tmp_path, text, said):
    with pytest.raises(CourseUnusable, match=said):
        listed(tmp_path, text)


@pytest.mark.parametrize(
    "source",
    [
        Source("Ada Lovelace_12346_assignsubmission_file", "Ada Lovelace", "moodle:12346"),
        Source("lovelaceada_4711", "lovelaceada", "canvas:4711"),
        Source("ada", "", ""),
        Source("a1", "", ""),
        Source("ada@x.org", "", ""),
        Source("Ada_Lovelace", "", ""),
        Source("mnist-ada", "ada", ""),
    ],
)
def test_a_file_finds_its_student(tmp_path, source):
    people = People(listed(tmp_path, OURS), [source])
    assert people.key_of(source.submission) == "a1" and set(people.shown.values()) == {"Ada Lovelace", "Ben Bo"}


def test_canvas_own_number_goes_before_a_name(tmp_path):
    people = People(listed(tmp_path, CANVAS), [Source("smithbob_4711", "smithbob", "canvas:4711")])
    assert people.key_of("smithbob_4711") == "4711"


def test_who_fits_two_students_is_neither(tmp_path):
    two = listed(tmp_path, "id,name\n1,Ada Lovelace\n2,Ada Lovelace\n")
    people = People(two, [Source("x", "Ada Lovelace", "")])
    assert people.key_of("x") == "x" and people.shown == {"1": "Ada Lovelace (1)", "2": "Ada Lovelace (2)", "x": "Ada Lovelace (x)"}


def test_without_a_list_people_are_called_as_the_file_says():
    people = People([], [Source("Ada Lovelace_12346_assignsubmission_file", "Ada Lovelace", "moodle:12346")])
    assert list(people.shown.values()) == ["Ada Lovelace"]


def test_whom_a_person_means(tmp_path):
    people = People(listed(tmp_path, OURS), [])
    for text in ("ada", "Ada", "lovelace", "Ada Lovelace", "a1", "ada@x.org", "Lovelace, Ada"):
        assert people.named(text).key == "a1", text
    with pytest.raises(CourseUnusable, match="no student 'Adda'"):
        people.named("Adda")
    two = People(listed(tmp_path, "id,name\n1,Ada Lovelace\n2,Ada Byron\n"), [])
    with pytest.raises(CourseUnusable, match=r"Several students are called 'ada': Ada Lovelace \(1\), Ada Byron \(2\)"):
        two.named("ada")
