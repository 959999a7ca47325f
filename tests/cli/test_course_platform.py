"""``autograder course connect``, ``fetch`` and ``push``: what would change is shown, then done, and nothing is done twice."""

import json
import logging
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import course_sample
import miniature
import platform_course
import pytest
from loopback_server import Fault
from platform_course import FIRST, SERVERS, feedback_of, mark_of, set_mark

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture(autouse=True)
def waits(monkeypatch):
    return platform_course.patient(monkeypatch)


@pytest.fixture(params=platform_course.KINDS)
def kind(request):
    return request.param


FILES = pytest.mark.parametrize("kind", ["canvas", "moodle"], indirect=True)  # whose own interface is used: with a token, and files


@pytest.fixture
def server(kind, monkeypatch):
    with platform_course.serving(kind, monkeypatch) as running:
        yield running


@pytest.fixture
def here(tmp_path, monkeypatch, server, kind):
    found = platform_course.course_at(tmp_path / "here", server, kind)
    monkeypatch.chdir(found)
    return found


@pytest.fixture
def canvas(tmp_path, monkeypatch):
    """The class at a Canvas: the server."""
    with platform_course.serving("canvas", monkeypatch) as running:
        monkeypatch.chdir(platform_course.course_at(tmp_path / "here", running, "canvas"))
        yield running


def row(out, name):
    return next(line for line in out.splitlines() if line.strip().startswith(name))


# -- push ---------------------------------------------------------------------------------------------------------------


def test_marks_are_shown_first_and_sent_with_yes(here, server, kind, typed):
    ada = FIRST[kind]
    code, out, error = typed("course push course")
    assert code == 0 and "3 to send" in out and "Nothing was changed yet." in out, out + error
    assert row(out, "Ben Bo").split() == ["Ben", "Bo", "–", "50", "new,", "with", "feedback"]
    assert [mark_of(server, kind, ada + number) for number in range(3)] == [None, None, None]
    code, out, error = typed("course push course --yes")
    assert code == 0 and "Sent to Miniature in" in out and "for 3 students." in out, out + error
    assert [mark_of(server, kind, ada + number) for number in range(3)] == [100, 50, 80]
    (file,) = feedback_of(server, kind, ada + 1)
    assert file == "50 of 100 points.\ndouble: 0 of 50. You added two." if kind == "lti" else file.startswith("miniature-feedback-") and file.endswith(".html")
    code, out, _ = typed("course push course --yes")
    assert code == 0 and "There is nothing to send." in out and "3 there already" in out
    assert all(len(feedback_of(server, kind, ada + number)) == 1 for number in range(3))


def test_what_goes_out_is_the_students_page_without_hidden_checks(canvas, typed):
    typed("course push course --yes")
    page = next(one["content"] for one in canvas.files.values() if one["user"] == 12).decode()
    assert "Ben Bo" in page and "You added two." in page and "<script" not in page and 'src="http' not in page
    typed("report course/reports/miniature --for-students handouts")
    assert page == next(Path("handouts").glob("Ben*")).read_text("utf-8")
    assert canvas.work[12].comments[0]["comment"].startswith("50 of 100 points.")


def test_a_mark_that_a_person_has_changed_is_kept_and_shown(here, server, kind, typed):
    ben = FIRST[kind] + 1
    typed("course push course --yes")
    set_mark(server, kind, ben, 65)
    typed("override ben double::3 --points 15 --reason almost --by Grace --course course")
    typed("override cleo double::3 --points 17 --reason almost --by Grace --course course")
    set_mark(server, kind, ben, 64)
    code, out, _ = typed("course push course --yes")
    assert code == 1 and "since the last push: kept" in row(out, "Ben Bo") and row(out, "Ben Bo").split()[2:4] == ["64", "65"]
    assert "changes, with feedback" in row(out, "Cleo Xu") and (mark_of(server, kind, ben), mark_of(server, kind, ben + 1)) == (64, 97)
    code, out, _ = typed("course push course --overwrite ben --yes")
    assert code == 0 and mark_of(server, kind, ben) == 65


def test_a_mark_from_before_the_first_push_is_kept_too(here, server, kind, typed):
    set_mark(server, kind, FIRST[kind], 99)
    code, out, _ = typed("course push course --yes")
    assert code == 1 and "before the first push: kept" in row(out, "Ada Lovelace") and '--overwrite "Ada Lovelace"' in out
    assert mark_of(server, kind, FIRST[kind]) == 99 and not feedback_of(server, kind, FIRST[kind])


def test_who_has_left_gets_nothing_and_the_others_do(here, server, kind, typed):
    server.people[FIRST[kind]].active = False
    code, out, _ = typed("course push course --yes")
    assert code == 1 and "is not in the course in" in row(out, "Ada Lovelace") and "for 2 students." in out
    assert mark_of(server, kind, FIRST[kind]) is None


def test_who_leaves_between_the_plan_and_the_push_is_said(canvas, typed):
    canvas.faults = [Fault("GET .*/submissions/11", lambda _asked: setattr(canvas.people[11], "active", False), skip=0, times=1)]
    code, out, _ = typed("course push course --yes")
    assert code == 1 and "Ada Lovelace: Canvas does not have courses/4711/assignments/88/submissions/11" in out and "for 2 students." in out


def test_two_users_with_one_name_get_no_mark(here, server, kind, typed):
    ada, ben = server.people[FIRST[kind]], server.people[FIRST[kind] + 1]
    for one in (ada, ben):
        one.name, one.email, one.login = "Ada Lovelace", "", ""
        one.sis = one.idnumber = one.username = one.sourcedid = ""
    code, out, _ = typed("course push course --yes")
    assert code == 1 and "could be several people" in row(out, "Ada Lovelace") and "is not in the course in" in row(out, "Ben Bo")
    assert [mark_of(server, kind, FIRST[kind] + number) for number in range(3)] == [None, None, 80]


def test_exempt_is_excused_in_canvas_and_nothing_elsewhere(here, server, kind, typed):
    typed("override cleo --exempt --reason ill --by Grace --course course")
    code, out, _ = typed("course push course --yes")
    if kind == "canvas":
        assert code == 0 and server.work[13].excused and server.work[13].score is None
        assert "3 there already" in typed("course push course")[1]
    else:
        title = "Moodle" if kind == "moodle" else "127.0.0.1"
        assert f"exempt, for which {title} has no word" in row(out, "Cleo Xu") and mark_of(server, kind, FIRST[kind] + 2) is None


def test_an_assignment_of_another_worth_needs_a_word(here, server, kind, typed):
    server.assignment["points_possible"] = server.assignment["grade"] = server.assignment["scoreMaximum"] = 10
    code, _, error = typed("course push course --yes")
    assert code == 1 and "is out of 10, the marks are out of 100" in error and "--scale" in error
    code, out, _ = typed("course push course --scale --yes --marks-only")
    assert code == 0 and mark_of(server, kind, FIRST[kind] + 1) == 5 and feedback_of(server, kind, FIRST[kind] + 1) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"published": False}, "Miniature is not published in Canvas"),
        ({"grading_type": "pass_fail"}, "shows marks as complete or incomplete in Canvas"),
        ({"anonymize_students": True}, "is graded anonymously in Canvas"),
    ],
)
def test_an_assignment_that_takes_no_points_is_said(canvas, typed, changes, said):
    canvas.assignment |= changes
    code, _, error = typed("course push course --yes")
    assert code == 1 and said in error and "points cannot be written into it" in error


def test_a_scale_in_moodle_takes_no_points(here, server, kind, typed):
    if kind == "moodle":
        server.assignment["grade"] = -2
        assert "is marked by a scale in Moodle" in typed("course push course")[2]


def test_marks_of_a_group_that_differ_are_kept(canvas, typed):
    canvas.assignment["group_category_id"] = 5
    canvas.work[11].group = canvas.work[12].group = 77
    code, out, _ = typed("course push course --yes")
    assert code == 1 and "the group has one mark in Canvas" in row(out, "Ada Lovelace") and mark_of(canvas, "canvas", 11) is None
    typed("override ben double --points 50 --reason team --by Grace --course course")
    code, out, _ = typed("course push course --yes")
    assert code == 0 and [canvas.work[number].score for number in (11, 12, 13)] == [100, 100, 80]
    assert len(canvas.feedback(11)) == len(canvas.feedback(12)) == 1


def test_points_that_canvas_takes_off_too_are_said(canvas, typed):
    canvas.work[12].score, canvas.work[12].taken_off = 50, 5
    assert "Canvas itself takes off points for lateness: Ben Bo" in typed("course push course")[1]


# -- the token ------------------------------------------------------------------------------------------------------------


@FILES
def test_the_token_is_in_nothing_that_is_written(here, server, kind, typed, caplog, monkeypatch):
    """Also not when the platform repeats it in an error, with all of the libraries' logs switched on."""
    caplog.set_level(logging.DEBUG)
    token = SERVERS[kind].TOKEN
    said = [typed("course fetch course --yes"), typed("course push course --yes")]
    monkeypatch.setenv(f"AUTOGRADER_{kind.upper()}_TOKEN", wrong := "wrong-token-0123456789")
    code, out, error = typed("course push course")
    assert code == 1 and f"{kind.title()} does not accept the token" in error
    said += [(code, out, error), typed("course connect course --canvas http://127.0.0.1:1/courses/3")]
    for text in (token, wrong):
        assert text not in caplog.text and not any(text in out + error for _code, out, error in said)
        assert not [path for path in here.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]
    assert any(token in json.dumps([one.headers, one.form]) for one in server.asked)  # or nothing would be found
    assert not any(token in one.path + json.dumps(one.query) for one in server.asked)


@FILES
def test_without_a_token_the_way_to_one_is_said(here, server, kind, typed, monkeypatch):
    monkeypatch.delenv(f"AUTOGRADER_{kind.upper()}_TOKEN")
    monkeypatch.setattr("autograder.lms.token._from_keyring", lambda _address: "")
    code, _, error = typed("course push course")
    assert code == 1 and f"There is no token for {server.address}." in error and f"keyring set autograder {server.address}" in error
    assert server.asked == []


@FILES
def test_a_token_in_the_settings_is_refused(here, typed):
    settings = here / "course" / "course.toml"
    settings.write_text(settings.read_text() + 'token = "abc"\n')
    assert "lms.token is not read: a token in a file is soon known to others" in typed("course status course")[2]


def test_a_course_without_a_platform_loads_none_of_its_libraries():
    code = "import sys, autograder.cli.course, autograder.desk.standing, autograder.desk.push_plan\n"
    code += "print([name for name in ('canvasapi', 'requests', 'httpx', 'keyring', 'tomlkit') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(("name", "command"), [("tomlkit", "fetch"), ("canvasapi", "push"), ("sqlalchemy", "connect")])
def test_a_package_that_is_missing_is_named(canvas, typed, monkeypatch, name, command):
    for module in [one for one in sys.modules if one.startswith(("autograder.desk", "autograder.lms", f"{name}."))]:
        monkeypatch.delitem(sys.modules, module)
    for package in ("desk", "lms"):
        monkeypatch.delattr(f"autograder.{package}", raising=False)
    monkeypatch.setitem(sys.modules, name, None)
    code, _, error = typed(f"course {command} course {'--canvas https://x.org/courses/3' if command == 'connect' else ''}")
    assert code in (1, 2) and f"packages that are not installed ({name}" in error and "lms" in error and canvas.asked == []


# -- connect and fetch ------------------------------------------------------------------------------------------------------


@pytest.fixture
def empty(tmp_path, monkeypatch, server, kind):
    """A new course without a list of students, connected to the platform."""
    miniature.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


ADDRESS = {"canvas": "--canvas {}/courses/4711/assignments", "moodle": "--moodle {}/course/view.php?id=7"}


def connect(typed, server, kind):
    return typed(f"course connect c {ADDRESS[kind].format(server.address)}")


@FILES
def test_from_nothing_to_marks(empty, server, kind, typed):
    """Connect, fetch, grade, push; a second attempt comes in, and nothing is fetched twice."""
    first = FIRST[kind]
    typed("course new c --without-nbgrader")
    code, out, error = connect(typed, server, kind)
    assert code == 0 and "is connected to 'Counting together'" in out and "miniature: 'Miniature' (number" in out, out + error
    server.submit(first, "miniature.py", course_sample.RIGHT.encode())
    server.submit(first + 1, "miniature.py", course_sample.ADDS_TWO.encode())
    code, out, _ = typed("course fetch c")
    assert code == 0 and "3 new students: Ada Lovelace, Ben Bo, Cleo Xu." in out and "2 submissions, 2 to fetch." in out and "Nothing was changed yet." in out
    assert not (empty / "c" / "roster.csv").exists() and "→" in next(line for line in out.splitlines() if "deadline none" in line)
    code, out, error = typed("course fetch c --yes --grade --jobs 1")
    assert code == 0 and "2 files fetched." in out and "2 submissions judged, 2 new gradings saved" in out, out + error
    assert stat.S_IMODE((empty / "c" / "submissions").stat().st_mode) == 0o700 and stat.S_IMODE((empty / "c" / "roster.csv").stat().st_mode) == 0o600
    code, out, _ = typed("course status c")
    assert code == 0 and "2 of 3 submitted, 2 with a mark, deadline" in out and row(out, "Ben Bo").split()[2] == "50"
    assert "Nothing is new." in typed("course fetch c")[1]
    again = {"at": "2026-05-31T10:00:00Z"} if kind == "canvas" else {"at": 1780200000, "attempt": 1}
    server.submit(first + 1, "mini (1).py", course_sample.RIGHT.encode(), **again)
    code, out, _ = typed("course fetch c --yes")
    assert "1 file fetched." in out and out.rstrip().endswith("autograder grade c/submissions/miniature/attempt-2 --course c --assignment miniature")
    typed("grade c/submissions/miniature/attempt-2 --course c --jobs 1")
    assert row(typed("course status c")[1], "Ben Bo").split()[2:5] == ["100", "(2", "attempts)"]
    assert typed("course push c --yes")[0] == 0 and [mark_of(server, kind, first + number) for number in range(3)] == [100, 100, None]


@FILES
def test_a_late_page_and_an_extension(here, server, kind, typed):
    """The platform's own time decides, and its extension is an entry of the log that a person can take back."""
    ben = FIRST[kind] + 1
    late = {"at": "2026-06-02T10:00:00Z"} if kind == "canvas" else {"at": 1780394400}
    server.submit(ben, "miniature.py", course_sample.RIGHT.encode(), **late)
    typed("course fetch course --yes --grade --jobs 1")
    assert row(typed("course status course")[1], "Ben Bo").split()[2:5] == ["80", "late", "2d"]
    if kind == "canvas":
        server.assignment["overrides"] = [{"id": 1, "student_ids": [ben], "due_at": "2026-06-03T23:59:00Z"}, {"id": 2, "title": "Section B", "course_section_id": 4, "due_at": "2026-07-01T00:00:00Z"}]
    else:
        server.extensions[ben] = 1780531140
    code, out, _ = typed("course fetch course --yes")
    assert "1 new extension: Ben Bo until 3 June 2026" in out and ("Section B" in out) == (kind == "canvas")
    assert row(typed("course status course")[1], "Ben Bo").split()[2] == "*100"
    assert "1 new extension" not in typed("course fetch course --yes")[1]
    page = next((here / "course/reports/miniature/pages").glob("Ben*")).read_text("utf-8")
    assert "Extension until 3 June 2026" in page and f"extension in {kind.title()}" in page


def test_your_own_list_stays_as_it_is_and_gets_a_column(here, server, kind, typed):
    number = FIRST[kind]
    server.people[number + 7] = type(server.people[number])("=Dan, Ng")
    code, out, _ = typed("course fetch course --yes")
    assert code == 0 and "1 new student: =Dan, Ng." in out and "3 students of your list" in out
    lines = (here / "course" / "roster.csv").read_text().splitlines()
    assert lines[0] == f"id,name,email,{kind} id" and lines[1] == f"a1,Ada Lovelace,ada@x.org,{number}"
    assert lines[4].startswith(f'{number + 7},"\'=Dan, Ng"') and len(lines) == 5
    assert typed("override ben --comment Hello --by Grace --course course")[0] == 0


def test_who_has_left_stays_in_the_list(here, server, kind, typed):
    typed("course fetch course --yes")
    server.people[FIRST[kind]].active = False
    code, out, _ = typed("course fetch course --yes")
    assert "Not in the course in" in out and "Ada Lovelace. Their rows and marks stay here." in out
    assert "Ada Lovelace" in (here / "course" / "roster.csv").read_text()


def test_file_names_of_students_lead_nowhere(canvas, typed, tmp_path):
    canvas.submit(11, "../../../evil.py", course_sample.RIGHT.encode())
    canvas.people[12].name = "../../Ben \x1b[31m"
    canvas.submit(12, "timestamp.txt", b"2020-01-01")
    canvas.submit(13, "CON.py", course_sample.RIGHT.encode())
    typed("course fetch course --yes")
    inside = {path.name for path in (tmp_path / "here/course/submissions").rglob("*") if path.is_file()}
    assert inside == {"evil.py", "timestamp.txt", "2-timestamp.txt", "_CON.py"} and not list(tmp_path.glob("**/evil.py"))[1:]


@FILES
def test_what_was_fetched_and_never_graded_is_graded_later(here, server, kind, typed):
    """A command that fetches and grades may be interrupted between the two; then nothing is new, and the pages would lie there for ever."""
    server.submit(FIRST[kind], "miniature.py", course_sample.FORGETS.encode())
    typed("course fetch course --yes")
    code, out, _ = typed("course fetch course")
    assert code == 0 and "Nothing is new." in out and out.rstrip().endswith("--course course --assignment miniature"), out
    code, out, _ = typed("course fetch course --yes --grade --jobs 1")
    assert "1 submission judged, 1 new grading saved" in out
    assert typed("course fetch course --yes --grade")[1].endswith("Nothing is new.\n\nNext:   autograder course status course\n")


def test_a_file_that_a_student_takes_back_goes(here, server, kind, typed):
    if kind == "moodle":  # in Canvas, another file is another attempt
        server.submit(31, "old.py", b"x = 1")
        typed("course fetch course --yes")
        server.submit(31, "miniature.py", course_sample.RIGHT.encode(), at=1780150000)
        typed("course fetch course --yes")
        names = {path.name for path in (here / "course/submissions").rglob("*") if path.is_file()}
        assert names == {"miniature.py", "timestamp.txt"} and "Nothing is new." in typed("course fetch course")[1]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("course push course", "This course is not connected to Canvas or Moodle yet."),
        ("course connect course", "Say where the course is: --canvas ADDRESS or --moodle ADDRESS"),
        ("course connect course --canvas https://x.org", "does not name a course. Open the course in a browser"),
        ("course connect course --canvas http://x.org/courses/3", "is without encryption, so others could read the token"),
        ("course connect course --canvas https://me:secret@x.org/courses/3", "holds a name or a password"),
        ("course fetch nowhere", "There is no course.toml in nowhere."),
    ],
)
def test_what_is_wrong_is_said(canvas, typed, command, said, tmp_path):
    settings = tmp_path / "here" / "course" / "course.toml"
    settings.write_text(settings.read_text().partition("[lms]")[0])
    code, _, error = typed(command)
    assert code in (1, 2) and said in error and "me:secret" not in error


@FILES
def test_settings_of_people_survive_connect(here, server, kind, typed):
    settings = here / "course" / "course.toml"
    settings.write_text(settings.read_text().partition("[lms]")[0].replace(f"lms = {SERVERS[kind].ASSIGNMENT}\n", "") + "# mine\n")
    before = settings.read_text()
    shutil.copytree(here / "course", here / "c")
    assert connect(typed, server, kind)[0] == 0
    after = (here / "c" / "course.toml").read_text()
    assert set(before.splitlines()) <= set(after.splitlines()) and f'kind = "{kind}"' in after
    connect(typed, server, kind)
    assert (here / "c" / "course.toml").read_text() == after
