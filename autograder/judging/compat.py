"""What the judge needs of pytest beyond its public interface: a session that stays open between submissions.

``pytest.main`` runs a session from its start to its end, and its public hook ``pytest_runtestloop`` is called in between.
A judge cannot work inside that hook: it lives as long as the process that grades, gets one submission after the other from
outside, and is forked after the checks are collected (``grading.prefork``), so no thread can wait inside the hook either. A
check itself runs by the public hook ``pytest_runtest_protocol``.

Checked with pytest 8.4 and 9.2 (``tests/judging/test_compat.py``); ``pyproject.toml`` excludes versions that are not checked.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import pytest
from _pytest.config import _prepareconfig


def open_session(arguments: list[str], plugins: Sequence[object]) -> pytest.Session:
    """A session whose checks can be collected, as ``pytest.main`` makes it.

    Rests on ``_pytest.config._prepareconfig``, on ``Session.from_config``, and on ``Config._do_configure`` and
    ``_ensure_unconfigure``, which come in pairs.
    """
    config = _prepareconfig(arguments, plugins)
    try:
        session = pytest.Session.from_config(config)
        config._do_configure()
        config.hook.pytest_sessionstart(session=session)
    except BaseException:
        config._ensure_unconfigure()
        raise
    return session


def close_session(session: pytest.Session) -> None:
    """Ends all fixtures, and what pytest holds. Rests on ``Config._ensure_unconfigure``."""
    try:
        session.config.hook.pytest_sessionfinish(session=session, exitstatus=pytest.ExitCode.OK)
    finally:
        session.config._ensure_unconfigure()


def run_check(item: pytest.Function, following: pytest.Item | pytest.Session) -> None:
    """Runs a check, with its fixtures; ends those that do not reach as far as what follows.

    Rests on the item's ``_initrequest``, without which a check that was interrupted could not be run again, and on something
    that pytest does not promise: the session in the place of the next item ends all fixtures but those of the session.
    """
    item._initrequest()
    item.ihook.pytest_runtest_protocol(item=item, nextitem=following)


def given_fixtures(item: pytest.Function) -> set[str]:
    """Names of the fixtures that a check uses and gets from a plugin, not from its own file.

    Rests on the item's ``_fixtureinfo``: of several of one name the last one counts, and ``baseid`` is where it holds.
    """
    return {name for name, found in item._fixtureinfo.name2fixturedefs.items() if not found[-1].baseid}


def unknown_fixtures(item: pytest.Function) -> list[str]:
    """Names that a check, or a fixture of it, asks for and that nothing gives: pytest finds out only when it runs the check.

    Rests on the item's ``_fixtureinfo``: what is asked for, and what is known of it.
    """
    given = {"request", *item._fixtureinfo.name2fixturedefs, *getattr(getattr(item, "callspec", None), "params", ())}
    return [name for name in item._fixtureinfo.names_closure if name not in given]


def make_session_fixtures(item: pytest.Function) -> None:
    """Makes what a check asks for with ``scope="session"``, and nothing else. An error in it reaches the checks that ask.

    Rests on the item's ``_fixtureinfo`` and ``_request``, and on ``Session._setupstate``.
    """
    fixtures = item._fixtureinfo.name2fixturedefs
    of_session = [name for name, found in fixtures.items() if found and found[-1].scope == "session"]
    vars(item)["setup"] = lambda: None  # it would make the fixtures that need a submission
    item.session._setupstate.setup(item)
    for name in of_session:
        with contextlib.suppress(Exception):
            item._request.getfixturevalue(name)
    del vars(item)["setup"]
    end_fixtures(item.session, item.session)


def end_fixtures(session: pytest.Session, following: pytest.Item | pytest.Session) -> None:
    """Ends the fixtures that do not reach as far as what follows. Rests on ``Session._setupstate``."""
    session._setupstate.teardown_exact(following)  # type: ignore[arg-type]  # a session is not promised, see run_check
