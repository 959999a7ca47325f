"""What instructors read of a course is translated, too: the local server's pages, and the commands."""

import re
import shlex
from pathlib import Path

import course_class
import course_sample
import miniature
import platform_course
import pytest
from desk_visitor import STUDENT, judge_again, visiting
from plain_english import plain_english
from pseudo_locale import NAME, pseudo_locale

from autograder import cli
from autograder.core.languages import choice
from autograder.core.languages.messages import ENGLISH

pytestmark = pytest.mark.usefixtures("warm_servers")
TYPED = re.compile(r"Counting together|Ada Lovelace|see me after class|almost all of it|Grace|Ben Bo|Cleo Xu|Invalid access token")  # by people, and by a platform
NAMES = re.compile(r"\w+(?:, \w+){2,}")  # of settings
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
    return plain_english(NAMES.sub("", TYPED.sub("", text)))


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
    "override ben --submitted 2026-05-31T12:00 --reason almost --by Grace --course course", "override ben --submitted 2126-05-31 --reason almost --by Grace --course course",
    "override --points 3", "override ben --points 3 --course course", "override ben --exempt --by Grace --course course",
    "course regrade course --dry-run", "course regrade course", "course new course --without-nbgrader --assignment miniature",
    "course new other --without-nbgrader --assignment solutions/miniature", "course add other --assignment solutions/miniature",
    "similar course", "grade --course course", "export --course course --to marks.csv --force", "export --course course --canvas nothing.csv", "verify nothing.receipt --course course",
    "grade nothing --course course", "grade pages --course course --submitted yesterday", "grade pages --out reports --assignment solutions/miniature --jobs 1", "report reports", "report nothing",
    "export reports", "export reports --to reports", "discover reports", "doctor", "discover nothing", "compare reports nothing", "compare course/reports/miniature course/reports/miniature",
]  # fmt: skip


@pytest.fixture
def speaks(monkeypatch, capsys):
    """``speaks(commands)``: what of their output stays English, by command; and their exit codes. Only the environment says the language."""
    monkeypatch.setenv(choice.VARIABLE, NAME)

    def spoken(commands):
        found, codes = {}, {}
        capsys.readouterr()
        with pseudo_locale():
            for command in commands:
                choice.read_in(ENGLISH)
                codes[command] = cli.main(shlex.split(command))
                said = capsys.readouterr()
                found[command] = left(said.out + said.err)
                assert not (said.out + said.err).isascii(), command
        return {command: texts for command, texts in found.items() if texts}, codes

    return spoken


def test_the_commands_of_a_course(here, speaks):
    found, codes = speaks(COMMANDS)
    assert found == {}
    assert 0 in codes.values() and 2 in codes.values()


def test_a_course_and_its_platform(tmp_path, monkeypatch, speaks):
    """From the first connection to the last mark, and what a platform refuses."""
    platform_course.patient(monkeypatch)
    with platform_course.serving("canvas", monkeypatch) as server:
        monkeypatch.chdir(platform_course.course_at(tmp_path / "here", server, "canvas"))
        settings = Path("course/course.toml")
        connected = settings.read_text()
        server.submit(12, "miniature.py", course_sample.RIGHT.encode(), at="2026-06-02T10:00:00Z")
        server.assignment["overrides"] = [{"id": 5, "title": "Bo", "due_at": "2026-06-03T23:59:00Z", "student_ids": [12]}]
        address = f"{server.address}/courses/4711"
        found, codes = speaks([
            "course push course", "course fetch course", "course fetch course --yes", "course fetch course --yes --grade --jobs 1", "course push course --yes",
            "course push course --scale", f"course connect course --canvas {address}", "course connect course", "course connect course --canvas https://x.org",
            "course connect course --canvas ftp://x.org/courses/1", "course connect course --canvas http://x.org/courses/1",
            "course connect course --lti --canvas https://x.org/courses/1", "course connect course --make-columns", "course lti course", "course connect course --lti",
            "course push course --overwrite nobody", "course variants course",
        ])  # fmt: skip
        assert found == {} and {codes["course push course --yes"], codes["course fetch course --yes"]} == {0}
        server.work[12].score = 3
        server.assignment["points_possible"] = 10
        assert speaks(["course push course", "course push course --scale"])[0] == {}
        server.assignment |= {"published": False}
        assert speaks(["course push course"])[0] == {}
        monkeypatch.setenv("AUTOGRADER_CANVAS_TOKEN", "another-token-0123456789")
        assert speaks(["course push course"])[0] == {}
        monkeypatch.delenv("AUTOGRADER_CANVAS_TOKEN")
        monkeypatch.setattr("autograder.lms.token._from_keyring", lambda _address: "")
        assert speaks(["course push course"])[0] == {}
        settings.write_text(connected.partition("[lms]")[0])
        assert speaks(["course push course"])[0] == {}


@pytest.mark.parametrize("server", ["moodle", "lti"])
def test_a_push_to_another_platform(tmp_path, monkeypatch, speaks, server):
    platform_course.patient(monkeypatch)
    with platform_course.serving(server, monkeypatch) as running:
        monkeypatch.chdir(platform_course.course_at(tmp_path / "here", running, server))
        commands = ["course push course --yes", "course push course", "course fetch course --yes", "course fetch course"]
        assert speaks([*commands, "course connect course --lti", "course lti course"] if server == "lti" else commands)[0] == {}


WRONG = [
    ("format = 1", "format = 7"), ("format = 1", "format = 1\nlate = 3"), ("format = 1", "format = 1\nwigth = 1"), ("format = 1", 'format = 1\ncounts = "bset"'),
    ("format = 1", "format = 1\ntitle = 3"), ("format = 1", 'format = 1\ndatabase = "postgresql://me:secret@host/x"'),
    ("[late]", "[late]\nmost_days = 1.5"), ("[late]", "[lms]\nnumber = 1\n\n[late]"), ("[late]", '[lms]\ntoken = "x"\n\n[late]'),
    ("[late]", '[lms]\naddress = "x"\n\n[late]'), ("[late]", '[lms]\naddress = "https://x.org"\n\n[late]'), ("[late]", '[lti]\nissuer = "x"\n\n[late]'),
    ("[late]", '[lti]\ndesk = "x"\n\n[late]'), ("[judge]", "[judge]\nrecheck = 3"), ("[judge]", '[judge]\nquestions = "yes"'), ("seed = 17", "seed = -1"),
    ("weight = 1", "weight = -1"), ("weight = 1", "weight = 1\ndeadline = 3"), ("drop = []", "drop = 3"),
]  # fmt: skip


def test_what_is_wrong_in_the_settings_of_a_course(tmp_path, monkeypatch, speaks):
    miniature.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert cli.main(shlex.split("course new c --without-nbgrader --assignment solutions/miniature")) == 0
    settings = Path("c/course.toml")
    before = settings.read_text().replace("per_day = 0  # per cent of the reached points, for each day that has begun after the deadline\n", "")
    said = {}
    for old, new in WRONG:
        assert before.count(old) == 1 or old == "format = 1", old
        settings.write_text(before.replace(old, new, 1))
        found, codes = speaks(["course status c"])
        said |= {new: found} if found or codes["course status c"] != 2 else {}
    assert said == {}


def test_what_is_typed_goes_before_the_environment_and_that_before_the_course(here, typed, monkeypatch):
    settings = here / "course" / "course.toml"
    settings.write_text(f'{settings.read_text().replace("format = 1", "")}'.join(['format = 1\nlanguage = "ko"\n', ""]))
    for name in (choice.VARIABLE, *choice.OF_THE_SYSTEM):
        monkeypatch.delenv(name, raising=False)
    assert "학생 3명" in typed("course status course")[1]
    monkeypatch.setenv(choice.VARIABLE, "en")
    assert "3 students" in typed("course status course")[1] and "학생 3명" in typed("course status course --language ko")[1]
    assert "바뀐 것이 없습니다" in typed("compare course/reports/miniature course/reports/miniature --language ko")[1]
