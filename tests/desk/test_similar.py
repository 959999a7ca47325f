"""Similar answers in the course's local server: a list of pairs, two answers beside each other, and no name that becomes a path or markup."""

import datetime
import html
import re

import course_sample
import miniature
import pytest
import similar_class
from desk_visitor import PORT, Visitor
from similar_class import PAIR, STUDENTS

from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import read_course
from autograder.desk.server import DeskServer
from autograder.desk.similar_page import LinePart, _parts
from autograder.desk.store import Graded, Store

NOON = datetime.datetime(2026, 5, 30, 12, tzinfo=datetime.UTC)
EVIL = "</pre><script>alert(1)</script>"
PAGES = STUDENTS | {"a1": PAIR["ann"], "b1": PAIR["bob"].replace("zwei", "ganz_anders").replace("k[1]\n", f"k[1]  # {EVIL}\n")}
QUERY = {"assignment": "miniature"}


@pytest.fixture
def course(tmp_path):
    """A course whose pages are in its database, without judging."""
    folder = course_sample.write_course(tmp_path)
    with Store(read_course(folder)) as store:
        store.record("miniature", [graded(name, text) for name, text in PAGES.items()])
    return folder


def graded(name, text, when=NOON):
    return Graded(similar_class.report(name, text), text.encode(), "miniature.py", when, "file")


@pytest.fixture
def visitor(course):
    def opened():
        read = read_course(course)
        return CourseDesk(read, Store(read), 1)

    server = DeskServer(opened, PORT)
    yield Visitor(server)
    server.close()


def addresses(page):
    return [html.unescape(one) for one in re.findall(r'href="(/[^"]*/beside[^"]*)"', page)]


def test_the_course_leads_to_its_pairs_and_a_pair_to_both_answers(visitor):
    assert f"{visitor.base}/similar?assignment=miniature" in visitor.get().text
    listed = visitor.get("similar", **QUERY).text
    assert "1 pair shares more than others of its exercise do." in listed and "is not an accusation" in listed
    (address,) = addresses(listed)
    page = visitor.client.get(address).text
    assert "These two answers share more than others of this exercise do." in page
    assert "Ada Lovelace" in page and "Ben Bo" in page and page.count("<mark>") > 4 and "array_split" in page
    assert page.count('class="scroll" tabindex="0"') == 2 and "Next pair" not in page and "Previous pair" not in page
    assert f"{visitor.base}/student?assignment=miniature&amp;student=a1" in page


def test_markup_in_an_answer_is_text(visitor):
    page = visitor.client.get(addresses(visitor.get("similar", **QUERY).text)[0]).text
    assert "<script" not in page and html.escape(EVIL) in page


def test_no_mark_and_no_entry_of_the_log_comes_of_it(visitor, course):
    def state():
        with Store(read_course(course)) as store:
            return [(one.number, one.gradings, one.report.score) for one in store.attempts()], store.log()

    before = state()
    visitor.client.get(addresses(visitor.get("similar", **QUERY).text)[0])
    assert state() == before


@pytest.mark.parametrize("change", [{"one": "../../etc/passwd"}, {"one": "b1", "other": "a1", "exercise": "x"}, {"exercise": "</h1>"}, {"other": ""}])
def test_a_pair_that_is_not_listed_is_not_shown(visitor, change):
    answer = visitor.get("beside", **QUERY | {"exercise": "total", "one": "a1", "other": "b1"} | change)
    assert answer.status_code == 404 and "There is no such pair of answers any more." in answer.text
    assert visitor.get("similar", assignment="x").status_code == 404


def test_another_page_that_counts_is_compared_anew(visitor, course):
    assert len(addresses(visitor.get("similar", **QUERY).text)) == 1
    with Store(read_course(course)) as store:
        store.record("miniature", [graded("b1", miniature.page(), NOON + datetime.timedelta(hours=1))])
    assert addresses(visitor.get("similar", **QUERY).text) == []


def test_the_command_lists_the_pairs_of_a_course(course, typed, monkeypatch):
    monkeypatch.chdir(course.parent)
    code, out, error = typed("similar course")
    assert (code, error) == (0, "") and out.startswith("1. total: Ada Lovelace and Ben Bo\n")
    assert out.endswith("Next: see them beside each other   autograder desk course\n")
    assert typed("similar course --submissions pages")[0] == 2


def test_a_line_is_divided_where_shared_parts_begin_and_end():
    text = "é = größe + 1".encode()
    begin = text.index("größe".encode())
    assert _parts(text, [(begin, begin + 7), (begin + 3, begin + 7)]) == [LinePart("é = ", False), LinePart("größe", True), LinePart(" + 1", False)]
