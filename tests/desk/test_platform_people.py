"""Which student is which user of a platform; never a guess between two people."""

import pytest

from autograder.desk.platform_people import match_people
from autograder.desk.roster import Student, students_of
from autograder.desk.roster_update import noted, updated_roster
from autograder.lms.csv_sheet import parse
from autograder.lms.platform import LmsUser

ADA = LmsUser("11", "Ada Lovelace", "ada@x.org", "ada", ("a1",))


def matched(students, users, kind="canvas"):
    found = match_people(kind, students, users, "Canvas")
    return {key: user.number for key, user in found.users.items()}, found


@pytest.mark.parametrize(
    "student",
    [
        Student("a1", "A. Lovelace", ("a1",)),
        Student("x", "Somebody", ("ADA@X.org",)),
        Student("x", "Somebody", ("q", "ada")),
        Student("11", "Lovelace, Ada", ("11",)),
        Student("Ada Lovelace", "Ada  lovelace"),
        Student("z", "Married Name", platforms=("canvas:11",)),
    ],
)
def test_by_id_login_address_number_and_name(student):
    assert matched([student], [ADA])[0] == {student.key: "11"}


def test_a_number_of_another_system_is_not_the_platforms():
    """Ben's id at the university is 11, and so is Ada's number in Canvas."""
    assert matched([Student("11", "Ben Bo", ("11",))], [ADA])[0] == {}


def test_a_number_of_another_platform_says_nothing():
    assert matched([Student("b", "Ben Bo", platforms=("moodle user:11",))], [ADA])[0] == {}


def test_an_id_goes_before_a_name():
    students = [Student("b1", "Ada Lovelace", ("b1",)), Student("a1", "Ben Bo", ("a1",))]
    assert matched(students, [ADA, LmsUser("12", "Ada Lovelace")])[0] == {"a1": "11", "b1": "12"}


def test_of_two_with_one_name_neither_is_taken_nor_added():
    found, people = matched([Student("x", "Ada Lovelace")], [ADA, LmsUser("12", "Ada Lovelace")])
    assert found == {} and people.unsure == {"x": "could be several people in Canvas"} and people.new == [] and people.held == {"11", "12"}
    found, people = matched([Student("x", "Ada Lovelace"), Student("y", "Ada Lovelace")], [ADA])
    assert found == {} and set(people.unsure) == {"x", "y"} and people.new == []


def test_who_has_left_is_not_found_under_another_number():
    """A namesake has come, and the number that was noted is gone."""
    found, people = matched([Student("x", "Ada Lovelace", platforms=("canvas:10",))], [ADA])
    assert found == {} and people.unsure == {"x": "is not in the course in Canvas any more"} and people.new == [ADA]


def test_a_list_with_first_and_last_names_and_semicolons(tmp_path):
    before = b'First name;Last name;ID number;Email address\r\n"Ada";Lovelace;a1;ada@x.org'
    (tmp_path / "roster.csv").write_bytes(before)
    students = [one for _row, one in students_of(parse(before, "roster.csv"))]
    people = match_people("moodle", students, [ADA, LmsUser("12", "Ben van Bo", "ben@x.org", "ben"), LmsUser("13", "Ben van Bo")])
    after = updated_roster(tmp_path / "roster.csv", "moodle", people)
    assert after.startswith(b'First name;Last name;ID number;Email address;moodle id\r\n"Ada";Lovelace;a1;ada@x.org;11')
    found = {one.key: (one.name, *one.platforms) for _row, one in students_of(parse(after, "roster.csv"))}
    assert found == {"a1": ("Ada Lovelace", "moodle user:11"), "ben": ("Ben van Bo", "moodle user:12"), "13": ("Ben van Bo", "moodle user:13")}


def test_nothing_new_is_the_same_file(tmp_path):
    (tmp_path / "roster.csv").write_bytes(b"id,name\r\na1,Ada Lovelace\r\n")
    people = match_people("canvas", [], [])
    assert updated_roster(tmp_path / "roster.csv", "canvas", people) == b"id,name\r\na1,Ada Lovelace\r\n"


def test_a_course_that_has_moved_to_another_platform(tmp_path):
    """The numbers of both are in the list, each for its platform, and nothing is new the next time."""
    (tmp_path / "roster.csv").write_bytes(b"id,name,canvas id\na1,Ada Lovelace,11\n")

    def updated():
        students = [one for _row, one in students_of(parse((tmp_path / "roster.csv").read_bytes(), "roster.csv"))]
        people = match_people("lti", students, [LmsUser("51", "Ada Lovelace")])
        (tmp_path / "roster.csv").write_bytes(updated_roster(tmp_path / "roster.csv", "lti", people))
        return students, [one.key for one in noted("lti", students, people)]

    assert updated()[1] == ["a1"]
    students, news = updated()
    assert news == [] and (students[0].number_on("canvas"), students[0].number_on("lti")) == ("11", "51")
