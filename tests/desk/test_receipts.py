"""A receipt: its signature holds for exactly one text, and its page gives the same mark again, or it is said what is another."""

import json
import os
import random
import stat
from dataclasses import replace

import course_class
import pytest

from autograder.content import assignment_folder
from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import CourseUnusable, read_course
from autograder.desk.keys import CourseKey, PublicKey
from autograder.desk.receipts import make, read, settings_of
from autograder.desk.store import Store
from autograder.desk.verifying import verify_all

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def course(tmp_path):
    return read_course(course_class.copy_to(tmp_path / "here") / "course")


def receipt(course, name="Ben-Bo"):
    return next((course.folder / "reports" / "miniature").glob(f"{name}*.receipt")).read_bytes()


def verified(course, *files):
    with Store(course) as store:
        return verify_all(CourseDesk(course, store, 1), files)


def test_it_names_what_the_mark_was_made_from(course):
    found = read(receipt(course), CourseKey(course.folder).public)
    assert (found["score"], found["max_score"], found["settings"]) == (50, 100, {"budget": "quick", "off": [], "seed": 17})
    assert set(found["page"]["functions"]) == set(found["checks"]) == {"double", "total"} and found["versions"]["python"]
    assert found["outcome"]["double"][0] == ["test_each_number", "failed", 0.0, 20.0]


def test_it_names_what_keras_computed_with_and_that_is_taken_again(course):
    key = CourseKey(course.folder)
    assignment = assignment_folder.load(course.folder.parent / "solutions" / "miniature")
    with Store(course) as store:
        one = store.attempts("miniature")[0]
        content = store.blob(one.page)
    text = make(replace(one.report, backend="jax"), content, one.file, assignment, course.settings, key)
    found = read(text.encode(), key.public)
    assert found["settings"]["keras"] == "jax" and settings_of(found, course.settings).backend == "jax"
    without, torch = read(receipt(course), key.public), replace(course.settings, backend="torch")
    assert "keras" not in without["settings"] and settings_of(without, torch).backend == "torch"


def test_the_page_gives_the_same_mark_again(course):
    for one in verified(course, *(receipt(course, name) for name in ("Ada", "Ben", "Cleo"))):
        assert (one.problem, one.same_mark, one.differences) == ("", True, ())


def test_every_byte_counts(course):
    data, public, rng = receipt(course), CourseKey(course.folder).public, random.Random(5)
    changed = [
        data.replace(b'"score": 50.0', b'"score": 90.0'), data + b" ", data[:-1], data.replace(b"\n", b"\r\n"), data.replace(b" 50.0", b" 5e1"),
        data.replace(b'"seed": 17', b'"seed": 17, "seed": 17'), json.dumps(json.loads(data)).encode(), b"", b"[]", b"{}", b"\xff", b"[" * 9999,
    ]  # fmt: skip
    for _ in range(200):
        place = rng.randrange(len(data))
        changed.append(data[:place] + bytes([data[place] ^ 1 << rng.randrange(8)]) + data[place + 1 :])
    for one in changed:
        assert one != data
        with pytest.raises(CourseUnusable):
            read(one, public)


def test_another_courses_receipt_says_so(course, tmp_path):
    (tmp_path / "other").mkdir()
    other = CourseKey(tmp_path / "other").public
    with pytest.raises(CourseUnusable, match=f"It names the key {CourseKey(course.folder).public.fingerprint}, and this course has"):
        read(receipt(course), other)


def test_a_changed_check_is_named_and_the_mark_compared(course):
    checks = course.folder.parent / "solutions" / "miniature" / "checks" / "test_double.py"
    checks.write_text(checks.read_text().replace("[2.0, 4.0], hidden", "[3.0, 4.0], hidden"))
    (ada,) = verified(course, receipt(course, "Ada"))
    assert not ada.same_mark and ada.differences == (
        "These checks were changed since then: double.",
        "double, test_each_number: passed with 20 points in the receipt, failed with 0 points now.",
        "double, test_the_argument: passed with 10 points in the receipt, waiting with 0 points now.",
    )


def test_the_secret_key_is_for_this_user_only(course):
    path = course.folder / "course.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and b"PRIVATE" not in (course.folder / "course.pub").read_bytes()
    os.chmod(path, 0o644)
    with pytest.raises(CourseUnusable, match="Other users can read"):
        CourseKey(course.folder)


@pytest.mark.parametrize("content", [b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_what_is_not_a_key_is_said(tmp_path, content):
    (tmp_path / "course.key").write_bytes(content)
    os.chmod(tmp_path / "course.key", 0o600)
    with pytest.raises(CourseUnusable, match="is not a key"):
        CourseKey(tmp_path)
    with pytest.raises(CourseUnusable, match="is not the public key"):
        PublicKey.read(tmp_path / "course.key")


def test_an_unreadable_page_has_no_receipt(course, typed, monkeypatch):
    monkeypatch.chdir(course.folder.parent)
    (course.folder.parent / "dan.py").write_text("def double(:\n")
    typed("grade dan.py --course course")
    assert not list((course.folder / "reports" / "miniature").glob("dan*.receipt"))
