"""The local server: what it shows, what its forms do, and what no other site, user or name can make it do."""

import html
import re
import sqlite3
from contextlib import closing

import course_class
import pytest
from anyio.from_thread import start_blocking_portal
from desk_visitor import HOST, PORT, STUDENT, judge_again, visiting
from strict_html import Page

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import places
from autograder.core.languages.choice import reading_in
from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import read_course
from autograder.desk.server import DeskServer
from autograder.desk.store import Store
from autograder.desk.web_guard import LARGEST_FORM

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def here(tmp_path):
    return course_class.copy_to(tmp_path / "here")


@pytest.fixture
def visitor(here):
    with visiting(here / "course") as found:
        yield found


def saved(here):
    with closing(sqlite3.connect(here / "course" / "course.db")) as database, database:
        return database.execute("SELECT kind, student, exercise, [check], points, reason, by FROM corrections").fetchall()


# -- what it shows ----------------------------------------------------------------------------------------------------


def test_the_course_a_student_and_the_class(visitor):
    assert "Ben Bo" in visitor.get().text and "Nothing waits for a person." in visitor.get().text
    page = visitor.get("student", **STUDENT)
    assert page.status_code == 200 and "You added two." in page.text and "was unfair?" in page.text
    assert "For instructors only" in visitor.get("report", **STUDENT).text
    assert f"{visitor.base}/student?assignment=miniature&amp;student=b1" in visitor.get("class", assignment="miniature").text


def test_points_a_comment_an_extension_and_exempt(visitor, here):
    answer = visitor.correct(kind="points", what="double::test_hidden_numbers", points="7,5")
    assert answer.status_code == 303 and "<strong>57.5</strong>" in visitor.client.get(answer.headers["location"]).text
    visitor.correct(kind="comment", what="double", reason="See me.")
    visitor.correct(kind="extension", until="2026-06-30T12:00")
    visitor.correct(kind="exempt")
    assert [row[0] for row in saved(here)] == ["points", "comment", "extension", "exempt"]
    assert "exempt" in (here / "course" / "reports" / "miniature" / "grades.csv").read_text()


def test_when_a_page_was_submitted(visitor, here):
    answer = visitor.correct(kind="submitted", submitted="2026-05-31T10:00")
    assert answer.status_code == 303
    page = visitor.get("student", **STUDENT).text
    assert "Submitted on 31 May 2026, 10:00" in page and "(typed)" in page
    for fields in ({"submitted": ""}, {"submitted": "2126-01-01T00:00"}, {"submitted": "2026-05-31T10:00", "attempt": "99"}):
        assert visitor.correct(kind="submitted", **fields).status_code == 422, fields
    assert "no page for miniature" in visitor.correct(kind="submitted", submitted="2026-05-31T10:00", attempt="99").text


@pytest.mark.parametrize("typed", ["", "x", "1_0", "nan", "inf", "1e1"])
def test_points_are_typed_as_people_write_numbers(visitor, here, typed):
    answer = visitor.correct(kind="points", what="double", points=typed)
    assert answer.status_code == 422 and "Points are a number, such as 7.5." in answer.text and saved(here) == []


def test_what_cannot_be_done_is_said_and_what_was_typed_stays(visitor, here):
    answer = visitor.correct(kind="points", what="double", points="99", reason="my long reason")
    assert answer.status_code == 422 and "expected a number from 0 to 50" in answer.text and "my long reason" in answer.text
    for fields in ({"kind": "points", "points": "x"}, {"kind": "extension", "until": "x"}, {"kind": "extension", "until": "0001-01-01T00:00"}, {"kind": "x"}, {"kind": "exempt", "by": " "}):
        assert visitor.correct(**fields).status_code == 422
    assert saved(here) == []


def test_an_unfair_check_shows_whose_marks_change_before_it_is_saved(visitor, here):
    query = {"assignment": "miniature", "what": "double::test_each_number"}
    page = visitor.get("check", **query)
    assert "3 marks change" in page.text and "50 of 100 → 60 of 80 (+10)" in page.text and saved(here) == []
    fields = visitor.secrets("check", **query) | {"kind": "off", "reason": "unclear", "by": "Grace"}
    assert visitor.post("unfair", fields).status_code == 303
    assert saved(here) == [("off", "", "double", "test_each_number", None, "unclear", "Grace")]
    assert "<strong>60</strong>" in visitor.get("student", **STUDENT).text
    assert "changed" not in visitor.get().text  # all marks are: that of a student alone would not be seen among them
    undo = visitor.secrets("log") | {"by": "Grace"}
    assert visitor.post("undo", undo).status_code == 303 and "<strong>50</strong>" in visitor.get("student", **STUDENT).text


def test_a_form_that_is_sent_twice_is_taken_once(visitor, here):
    fields = visitor.secrets("student", **STUDENT) | {"kind": "comment", "reason": "once", "by": "Grace"}
    assert [visitor.post("correct", fields).status_code for _ in range(2)] == [303, 303] and len(saved(here)) == 1


# -- red team ---------------------------------------------------------------------------------------------------------


def test_an_address_without_its_token_says_nothing(visitor):
    answers = [visitor.client.get(path) for path in ("/", "/student?assignment=miniature&student=b1", "/x/", f"/{visitor.base[1:-1]}/", f"/{visitor.base[1:].upper()}/", "//", "/%00/")]
    assert {(one.status_code, one.text) for one in answers} == {(404, "Not found. Use the whole address that autograder desk printed.\n")}


def test_each_run_has_another_token_of_many_bits(visitor):
    other = DeskServer(lambda: None, PORT)
    assert other.known.token != visitor.server.known.token and len(other.known.token) >= 43
    assert visitor.server.known.token not in repr(visitor.server.known)
    other.close()


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", f"127.0.0.1.evil.example:{PORT}", "[::1]"])
def test_another_name_that_leads_here_is_refused(visitor, host):
    """As a web page does that has its own name point to 127.0.0.1."""
    assert visitor.get(headers={"Host": host}).status_code == 403


def test_two_names_at_once_are_refused(visitor):
    """A server in front may look at the one, and this server at the other."""
    own = HOST.partition("://")[2]
    for names in ([own, "evil.example"], ["evil.example", own], [own, own]):
        assert visitor.get(headers=[("Host", name) for name in names]).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": f"https://127.0.0.1:{PORT}"}, {"Origin": f"http://127.0.0.1:{PORT + 1}"},
     {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)  # fmt: skip
def test_a_request_of_another_site_is_refused_even_with_token_and_form(visitor, here, headers):
    fields = visitor.secrets("student", **STUDENT) | {"kind": "exempt", "reason": "x", "by": "x"}
    assert visitor.post("correct", fields, headers).status_code == 403
    assert visitor.get("student", headers, **STUDENT).status_code == 403 and saved(here) == []


def test_a_form_without_an_origin_or_its_secret_is_refused(visitor, here):
    fields = visitor.secrets("student", **STUDENT) | {"kind": "exempt", "reason": "x", "by": "x"}
    assert visitor.client.post(f"{visitor.base}/correct", data=fields).status_code == 403
    for secret in ("", "x", visitor.server.known.token):
        assert visitor.post("correct", fields | {"form": secret}).status_code == 403
    assert saved(here) == []


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/json", ""])
def test_a_form_of_another_kind_is_refused(visitor, here, kind):
    answer = visitor.client.post(f"{visitor.base}/correct", content=b"form=x", headers={"Origin": HOST, "Content-Type": kind})
    assert answer.status_code == 403 and saved(here) == []


def test_a_form_that_is_too_large_or_has_a_field_twice_is_refused(visitor, here):
    fields = visitor.secrets("student", **STUDENT) | {"kind": "exempt", "by": "x"}
    assert visitor.post("correct", fields | {"reason": "x" * LARGEST_FORM}).status_code == 403
    twice = f"form={fields['form']}&form=x&kind=exempt"
    answer = visitor.client.post(
        f"{visitor.base}/correct", content=twice, headers={"Origin": HOST, "Content-Type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code == 403 and saved(here) == []


def test_a_browser_that_goes_away_in_the_middle_of_a_form_is_no_bug_of_ours(visitor, here):
    """Otherwise the terminal fills with tracebacks, and a person looks for a fault."""
    left, sent = [{"type": "http.request", "body": b"form=", "more_body": True}, {"type": "http.disconnect"}], []

    async def receive():
        return left.pop(0)

    async def send(event):
        sent.append(event)

    kind = (b"content-type", b"application/x-www-form-urlencoded")
    headers = [(b"host", HOST.removeprefix("http://").encode()), (b"origin", HOST.encode()), kind]
    scope = {"type": "http", "method": "POST", "path": f"{visitor.base}/correct", "query_string": b"", "headers": headers, "root_path": ""}
    with start_blocking_portal() as portal:
        portal.call(visitor.server.app, scope, receive, send)
    assert sent[0]["status"] == 403 and saved(here) == []


@pytest.mark.parametrize("page", ["correct", "unfair", "undo"])
def test_a_link_changes_nothing(visitor, here, page):
    assert visitor.get(page, kind="exempt", form=visitor.server.known.form, **STUDENT).status_code == 405 and saved(here) == []


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..", "/etc/passwd", "miniature/../..", "a\0b", "%2e%2e%2f", "C:\\x", "", "course.key", "\ud800".encode("utf-8", "replace").decode()]
)
def test_no_name_becomes_a_path(visitor, name):
    for query in ({"assignment": name, "student": "b1"}, {"assignment": "miniature", "student": name}):
        if query == {"assignment": "", "student": "b1"}:
            continue  # the only assignment there is
        for page in ("student", "report"):
            answer = visitor.get(page, **query)
            assert answer.status_code == 404 and "root:" not in answer.text
    assert visitor.get("check", assignment="miniature", what=f"{name}::{name}").status_code == 404
    for page in ("class", "checks", "compare", "similar", "history", "why", "beside"):
        if name:
            assert visitor.get(page, assignment=name, student="b1", exercise="double", what="double::1").status_code == 404
    for page in ("why", "beside", "history"):
        answer = visitor.get(page, assignment="miniature", student=name, exercise=name, one=name, other=name, what=name)
        assert answer.status_code == 404 and "root:" not in answer.text


@pytest.mark.parametrize("path", ["../course.key", "..%2fcourse.key", "%2e%2e/course.db", "course.toml", "static/../../course.db", "desk.css"])
def test_no_file_is_given_out(visitor, path):
    answer = visitor.client.get(f"{visitor.base}/{path}")
    assert answer.status_code == 404 and "PRIVATE KEY" not in answer.text and "SQLite" not in answer.text


EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>"


def test_markup_in_names_reasons_and_comments_is_text(visitor, here):
    roster = here / "course" / "roster.csv"
    roster.write_text(roster.read_text().replace("b1,Ben Bo,", 'b1"><script>,<script>B</script>,Ben Bo@'), "utf-8")
    (here / "course" / "course.toml").write_text((here / "course" / "course.toml").read_text().replace("Counting together", "<script>title</script>"))
    query = {"assignment": "miniature", "student": 'b1"><script>'}
    assert visitor.get("student", **query).status_code == 200
    fields = visitor.secrets("student", **query) | {"kind": "comment", "reason": EVIL, "by": EVIL}
    answer = visitor.post("correct", fields)
    assert answer.status_code == 303 and "<" not in answer.headers["location"]
    pages = [visitor.get(), visitor.get("student", **query), visitor.get("log"), visitor.get("class", assignment="miniature"), visitor.get("report", **query)]
    for page in pages:
        assert "<script" not in page.text and "<img src=x" not in page.text and "onerror=alert(2)>" not in page.text
    for path in (here / "course" / "reports").rglob("*.html"):
        assert "<script" not in path.read_text("utf-8") and "<img src=x" not in path.read_text("utf-8")


def test_a_file_name_with_markup_is_text(visitor, here, typed, monkeypatch):
    monkeypatch.chdir(here)
    folder = here / "more" / "Dan <script>x<_script> Ng_99_assignsubmission_file"
    folder.mkdir(parents=True)
    source = f"import numpy as np\n\n\ndef double(numbers):\n    # {EVIL}\n    text = {EVIL!r}\n    raise ValueError(text)  # {EVIL}\n"
    (folder / "<script>alert(1)<_script>.py").write_text(source)
    typed("grade more --course course")
    student = "Dan <script>x<_script> Ng_99_assignsubmission_file"
    mine = {"assignment": "miniature", "student": student}
    pages = [visitor.get(), visitor.get("class", assignment="miniature"), visitor.get("log"), visitor.get("student", **mine), visitor.get("report", **mine)]
    pages += [visitor.get("why", **mine, exercise="double"), visitor.get("similar", assignment="miniature"), visitor.get("checks", assignment="miniature")]
    for page in pages:
        assert page.status_code == 200 and "<script" not in page.text and "<img src=x" not in page.text
    assert "Dan" in pages[0].text and "&lt;img src=x" in pages[4].text


def test_a_bug_of_ours_shows_nothing_and_has_the_same_headers(visitor, monkeypatch):
    def broken(*_arguments):
        raise RuntimeError("secret words")

    monkeypatch.setattr("autograder.desk.web_pages.Pages.course", broken)
    visitor.client.transport.raise_app_exceptions = False
    answer = visitor.get()
    assert answer.status_code == 500 and "secret words" not in answer.text and visitor.server.known.token not in answer.text
    assert answer.headers["cache-control"] == "no-store" and "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_answers_beside_a_mistake_stay_until_another_grading_counts(visitor, here, monkeypatch):
    """They were chosen again for each view, from every page of the class."""
    from autograder.desk import course_answers

    chosen, answers = [], course_answers.answers
    monkeypatch.setattr("autograder.desk.course_answers.answers", lambda *given: chosen.append(1) or answers(*given))
    first = [visitor.get("class", assignment="miniature").text for _ in range(3)]
    assert len(set(first)) == 1 and len(chosen) == 1
    visitor.correct(kind="comment", reason="See me.")
    visitor.get("class", assignment="miniature")
    assert len(chosen) == 1  # a word to a student changes no answer
    judge_again(here / "course", monkeypatch)
    chosen.clear()
    monkeypatch.setattr("autograder.desk.course_answers.answers", lambda *given: chosen.append(1) or answers(*given))
    visitor.get("class", assignment="miniature"), visitor.get("class", assignment="miniature")
    assert len(chosen) == 1


def test_settings_that_a_command_has_changed_count_at_once(visitor, here):
    """The desk was open while a deadline was fetched: it neither shows nor writes marks by the old one."""
    settings = here / "course" / "course.toml"
    settings.write_text(settings.read_text().replace("2026-05-31T23:59:00+00:00", "2026-05-29T12:00:00+00:00"))
    assert "29 May 2026" in visitor.get("student", **STUDENT).text


def test_a_form_waits_no_longer_than_a_person_does(visitor, here, monkeypatch):
    """A class is being judged: the form says so, and what was typed stays."""
    from autograder.desk.course_lock import Work, alone

    monkeypatch.setattr("autograder.desk.server.PATIENCE", 0.0)
    query = {"assignment": "miniature", "what": "double::test_each_number"}
    fields = visitor.secrets("check", **query) | {"kind": "off", "reason": "my long reason", "by": "Grace"}
    with alone(here / "course", Work.JUDGING):
        answer = visitor.post("unfair", fields)
        assert answer.status_code == 503 and "Another command is judging pages" in answer.text and "my long reason" in answer.text
        assert visitor.correct(kind="comment", reason="one").status_code == 303
    assert visitor.post("unfair", fields).status_code == 303


def test_every_answer_forbids_scripts_frames_and_to_be_kept(visitor):
    for answer in (visitor.get(), visitor.get("student", **STUDENT), visitor.client.get("/"), visitor.get("nowhere")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "form-action 'self'" in policy and "script" not in policy
        assert answer.headers["cache-control"] == "no-store" and answer.headers["referrer-policy"] == "same-origin"
        assert "access-control-allow-origin" not in answer.headers


def test_pages_load_nothing_from_elsewhere(visitor):
    for page, query in (("", {}), ("student", STUDENT), ("log", {}), ("class", {"assignment": "miniature"})):
        text = visitor.get(page, **query).text
        assert not re.search(r'(?:src|href|action)="(?!#|data:|/' + re.escape(visitor.base[1:]) + ")", text)


def test_two_runs_side_by_side_lose_no_correction(visitor, here):
    """A command writes while the server is open."""
    course = read_course(here / "course")
    visitor.correct(kind="comment", reason="one")
    with Store(course) as store:
        desk = CourseDesk(course, store, 1)
        desk.make(desk.for_student(course.assignment(), "ben", CorrectionKind.COMMENT, "Alan", "two"))
    visitor.correct(kind="comment", reason="three")
    assert [row[5] for row in saved(here)] == ["one", "two", "three"]


def test_the_class_page_shows_answers_beside_their_mistake(visitor, here):
    """In the desk, and in the folder that the course gives out; they come from the pages in the database."""
    for text in (visitor.get("class", assignment="miniature").text, (here / "course" / "reports" / "miniature" / "report.html").read_text("utf-8")):
        shown = re.findall(r'<pre class="output">(.*?)</pre>', text, re.DOTALL)
        assert [one.split("\n")[-1].strip() for one in shown] == ["return numbers + 2", "return abs(2 * numbers)"]


# -- the next question ------------------------------------------------------------------------------------------------


@pytest.fixture
def judged_again(here, monkeypatch):
    """Ben's page was judged again a month later, by other checks: one more of them passes."""
    judge_again(here / "course", monkeypatch)


def test_a_check_over_the_weeks(visitor, judged_again):
    text = visitor.get("history", assignment="miniature", what="double::test_hidden_numbers").text
    plain = Page(text).text
    assert "numbers below zero are doubled too" in plain and "week of 25 May 2026 1 passed 2 wrong 0" in plain
    assert "1 × adds_two, 1 × forgets_the_sign 1 of 3" in plain
    ids = dict(re.findall(r'<dt id="([\w-]+)">[^<]*</dt>\n<dd>(.*)</dd>', text))
    assert "Ada Lovelace" in ids["w1-passed"] and "Ben Bo" in ids["w1-wrong"] and f"{visitor.base}/student?" in ids["w1-wrong"]
    assert {link[1:] for link in re.findall(r'href="(#[\w-]+)"', text)} == set(ids)
    changed = Page(visitor.get("history", assignment="miniature", what="double::test_the_argument").text).text
    assert "2 of 3 none" in changed and "other 1 of 1 Ben Bo" in changed  # in the first run, and in the second


def test_two_gradings_compared(visitor, judged_again):
    text = Page(visitor.get("compare", assignment="miniature").text).text
    assert "1 mark of 3 changed. Everything is the same for 2." in text and "Ben Bo: 50 → 60 (+10)" in text
    assert "double, the argument is left alone: waiting → passed (+10)" in text and "other checks: version" in text
    visitor.correct(kind="points", what="total", points="0")
    after = Page(visitor.get("compare", assignment="miniature").text).text  # it was made between the two
    assert "Ben Bo: 50 → 10 (−40)" in after and "a person or a rule of the course has changed the mark" in after
    assert visitor.get("compare", assignment="miniature", old="x", new="y").status_code == 404


def test_with_one_grading_there_is_nothing_to_compare(visitor):
    assert "There is only one grading so far." in visitor.get("compare", assignment="miniature").text


def test_each_check_leads_to_its_history(visitor):
    text = visitor.get("checks", assignment="miniature").text
    links = [html.unescape(one) for one in re.findall(r'href="([^"]*/history[^"]*)"', text)]
    assert len(links) == 6 and "2 of 3" in text
    assert all(visitor.client.get(link).status_code == 200 for link in links)
    for what in ("double", "double::nothing", "../x::y", "<script>::x"):
        answer = visitor.get("history", assignment="miniature", what=what)
        assert answer.status_code == 404 and "<script" not in answer.text


def test_titles_are_read_in_the_language_of_the_course_wherever_its_assignment_is(visitor, here, monkeypatch, tmp_path):
    """Also before a page was judged: the desk has not loaded the assignment yet, and it is not near the place where the desk runs."""
    title = "jede Zahl wird verdoppelt"
    catalogue = here / "solutions" / "miniature" / "locale" / "de.po"
    catalogue.parent.mkdir()
    catalogue.write_text(f'msgctxt "title:test_double::test_each_number"\nmsgid "each number becomes twice as large"\nmsgstr "{title}"\n', "utf-8")
    monkeypatch.delitem(places.folders, "miniature", raising=False)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    with reading_in("de"):
        assert title in visitor.get("checks", assignment="miniature").text
