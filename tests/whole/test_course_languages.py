"""What instructors read of a course is translated, too: the local server's pages, and the commands."""

import re
import shlex

import course_class
import pytest
from desk_visitor import STUDENT, judge_again, visiting
from plain_english import plain_english
from pseudo_locale import NAME, pseudo_locale

from autograder import cli

pytestmark = pytest.mark.usefixtures("warm_servers")
TYPED = re.compile(r"Counting together|Ada Lovelace|see me after class|almost all of it|Grace|Ben Bo|Cleo Xu")  # by people
CHECK = {"assignment": "miniature", "what": "double::test_each_number"}
OF_A_COURSE = {"assignment": "miniature"}
PAGES = {
    "course": ("", {}), "student": ("student", STUDENT), "check": ("check", CHECK), "checks": ("checks", OF_A_COURSE),
    "history": ("history", CHECK), "compare": ("compare", OF_A_COURSE), "similar": ("similar", OF_A_COURSE), "log": ("log", {}),
    "why": ("why", STUDENT | {"exercise": "double"}), "class": ("class", OF_A_COURSE), "report": ("report", STUDENT),
    "no such student": ("student", STUDENT | {"student": "x"}), "no such assignment": ("checks", {"assignment": "x"}),
}  # fmt: skip


@pytest.fixture
def here(tmp_path, monkeypatch):
    found = course_class.copy_to(tmp_path / "here")
    monkeypatch.chdir(found)
    return found


def left(text: str) -> list[str]:
    return plain_english(TYPED.sub("", text))


@pytest.fixture
def corrected(here, monkeypatch):
    """The server of a course in which a person has corrected marks, and pages were judged again."""
    judge_again(here / "course", monkeypatch)
    with visiting(here / "course") as visitor:
        visitor.correct(kind="points", what="double", points="5", reason="almost all of it")
        visitor.correct(kind="comment", what="double", reason="see me after class")
        visitor.correct(kind="extension", until="2026-06-30T12:00", reason="almost all of it")
        yield visitor


def test_the_pages_of_the_desk(corrected):
    with pseudo_locale():
        shown = {name: corrected.get(page, **query) for name, (page, query) in PAGES.items()}
        found = {name: left(answer.text) for name, answer in shown.items()}
        refused = [corrected.correct(**fields).text for fields in ({"kind": "points", "what": "double", "points": "99"}, {"kind": "x"}, {"by": " "})]
    assert {name: texts for name, texts in found.items() if texts} == {}
    assert [left(text) for text in refused if left(text)] == []
    assert all(f'lang="{NAME}"' in answer.text for answer in shown.values())


COMMANDS = [
    "course status course", "course status .", "override ben double::3 --points 15 --reason almost --by Grace --course course",
    "override --check double::test_each_number --off --reason almost --by Grace --course course", "override --log --course course",
    "override --undo 1 --by Grace --reason almost --course course", "override --undo 9 --by Grace --course course",
    "override nobody double --points 1 --reason almost --by Grace --course course", "override ben none --points 1 --reason almost --by Grace --course course",
    "override ben double --points 99 --reason almost --by Grace --course course", "override ben double::99 --points 1 --reason almost --by Grace --course course",
    "override --points 3", "override ben --points 3 --course course", "override ben --exempt --by Grace --course course",
    "course regrade course --dry-run", "course regrade course", "course new course --without-nbgrader --assignment miniature",
    "course new other --without-nbgrader --assignment solutions/miniature", "course add other --assignment solutions/miniature",
    "similar course", "grade --course course", "compare course/reports/miniature course/reports/miniature",
]  # fmt: skip


def test_the_commands_of_a_course(here, monkeypatch, capsys):
    monkeypatch.setattr("autograder.core.languages.choice.chosen", lambda *_given, **_more: NAME)
    found, codes = {}, {}
    with pseudo_locale():
        for command in COMMANDS:
            codes[command] = cli.main(shlex.split(command))
            said = capsys.readouterr()
            found[command] = left(said.out + said.err)
            assert not (said.out + said.err).isascii(), command
    assert {command: texts for command, texts in found.items() if texts} == {}
    assert 0 in codes.values() and 2 in codes.values()
