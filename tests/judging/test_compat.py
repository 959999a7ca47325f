"""Pytest is still as the judge needs it; each test says what has changed if it is not."""

import contextlib
import os

import pytest
from other_side import OtherSideChanged, unchanged

from autograder.judging import compat

CHECKS = """
import pytest

MADE = []

@pytest.fixture(scope="session")
def of_the_session():
    MADE.append("session")

@pytest.fixture(scope="module")
def of_the_file():
    MADE.append("file")
    yield
    MADE.append("end of file")

@pytest.fixture
def of_the_check():
    MADE.append("check")
    yield
    MADE.append("end of check")

def test_one(of_the_session, of_the_file, of_the_check, tmp_path_factory):
    MADE.append("one")

def test_two(of_the_session, of_the_file, of_the_check):
    MADE.append("two")
"""
OPTIONS = [
    "-s", "--disable-plugin-autoload", "--import-mode=importlib", "-c", os.devnull, "-p", "no:terminal", "-p", "no:cacheprovider",
    # As for checks: it would look for garbage when a session ends, in all that the process of the tests holds.
    "-p", "no:unraisableexception",
]  # fmt: skip


class Seen:
    """A plugin that sees what pytest does."""

    def __init__(self) -> None:
        self.hooks: list[str] = []
        self.interrupt = False

    def pytest_configure(self) -> None:
        self.hooks.append("configure")

    def pytest_sessionstart(self) -> None:
        self.hooks.append("start")

    def pytest_runtest_makereport(self, item, call) -> pytest.TestReport:
        if self.interrupt and call.when == "call":
            raise KeyboardInterrupt
        self.hooks.append(call.when)
        assert call.excinfo is None, call.excinfo.value
        return pytest.TestReport(item.nodeid, item.location, {}, "passed", None, call.when)

    def pytest_sessionfinish(self) -> None:
        self.hooks.append("finish")

    def pytest_unconfigure(self) -> None:
        self.hooks.append("unconfigure")


def unchanged_pytest(what: str):
    return unchanged("pytest", "judging/compat.py", what)


def here(folder) -> list[str]:
    """As for checks: pytest would otherwise look at everything in each folder above, and temporary folders hold much."""
    return [f"--rootdir={folder}", f"--confcutdir={folder}"]


@pytest.fixture
def seen():
    return Seen()


@pytest.fixture
def opened(tmp_path, seen):
    """A session with the two checks collected, and what their fixtures and bodies have done."""
    path = tmp_path / f"{tmp_path.name}.py"  # pytest keeps a module by its name, and each test needs its own
    path.write_text(CHECKS)
    with unchanged_pytest("a session can be opened and its checks collected without pytest.main"):
        session = compat.open_session([*OPTIONS, *here(tmp_path), str(path)], [seen])
        session.config.hook.pytest_collection(session=session)
        assert [item.name for item in session.items] == ["test_one", "test_two"]
    yield session, session.items[0].module.MADE
    with contextlib.suppress(Exception):
        compat.close_session(session)


def test_a_session_is_opened_and_closed(opened, seen):
    session, _made = opened
    with unchanged_pytest("opening and closing a session calls each hook once, in pytest's order"):
        compat.close_session(session)
        assert seen.hooks == ["configure", "start", "finish", "unconfigure"]


def test_a_session_that_cannot_start_is_closed(tmp_path, seen):
    def refuse() -> None:
        raise OSError("not today")

    seen.pytest_sessionstart = refuse
    with pytest.raises(OSError, match="not today"):
        compat.open_session([*OPTIONS, *here(tmp_path)], [seen])
    with unchanged_pytest("a session that could not start is unconfigured"):
        assert seen.hooks == ["configure", "unconfigure"]


def test_a_check_runs_several_times(opened, seen):
    session, made = opened
    one, two = session.items
    with unchanged_pytest("an item runs again with new fixtures, and the session as the next item ends those of the file"):
        for _submission in range(2):
            compat.run_check(one, two)
            compat.run_check(two, session)
        first = ["file", "check", "one", "end of check", "check", "two", "end of check", "end of file"]
        assert made == ["session"] + 2 * first
        assert seen.hooks[2:] == 4 * ["setup", "call", "teardown"]


def test_a_checks_own_fixtures_are_told_from_those_of_plugins(opened):
    session, _made = opened
    with unchanged_pytest("an item knows its fixtures, and each of them where it holds"):
        assert compat.given_fixtures(session.items[0]) == {"tmp_path_factory"}


UNKNOWN = """
import pytest

@pytest.fixture
def three(request, missing):
    return 3

@pytest.mark.parametrize("one, other", [(1, 2)])
def test_unknown(three, one, other, tmp_path, absent):
    ...
"""


def test_what_a_check_asks_for_in_vain_is_known_before_it_runs(tmp_path, seen):
    path = tmp_path / f"{tmp_path.name}.py"
    path.write_text(UNKNOWN)
    session = compat.open_session([*OPTIONS, *here(tmp_path), str(path)], [seen])
    with unchanged_pytest("an item knows all names that it and its fixtures ask for, and which of them nothing gives"):
        session.config.hook.pytest_collection(session=session)
        assert sorted(compat.unknown_fixtures(session.items[0])) == ["absent", "missing"]
    compat.close_session(session)


def test_a_check_that_was_interrupted_runs_again(opened, seen):
    session, made = opened
    seen.interrupt = True
    with pytest.raises(KeyboardInterrupt):
        compat.run_check(session.items[0], session)
    seen.interrupt = False
    with unchanged_pytest("after an interruption, the fixtures can be ended and the item runs again"):
        compat.end_fixtures(session, session)
        del made[:]
        compat.run_check(session.items[0], session)
        assert made == ["file", "check", "one", "end of check", "end of file"]


def test_session_fixtures_are_made_alone(opened, seen):
    session, made = opened
    with unchanged_pytest("the fixtures of the session can be made without the others, and are used by the check"):
        compat.make_session_fixtures(session.items[0])
        assert made == ["session"]
        compat.run_check(session.items[0], session)
        assert made.count("session") == 1 and "one" in made


def test_fixtures_of_a_file_end_where_no_check_runs(opened):
    session, made = opened
    one, two = session.items
    compat.run_check(one, two)
    with unchanged_pytest("the fixtures of a file can be ended between two checks"):
        compat.end_fixtures(session, two)
        assert "end of file" not in made
        compat.end_fixtures(session, session)
        assert made[-1] == "end of file"


def test_a_change_would_be_said(opened, monkeypatch):
    """The tests above can fail, and say what to do."""
    session, _made = opened
    monkeypatch.delattr(type(session.items[0]), "_initrequest")
    with pytest.raises(OtherSideChanged, match=r"^pytest [\d.]+ has changed. autograder/judging/compat.py needs this: .*_initrequest"):
        with unchanged_pytest("an item runs again"):
            compat.run_check(session.items[0], session)
