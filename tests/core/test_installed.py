"""How the kit says what it was installed from, and on which Python it was tried."""

import re
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.core import installed

TRIED = [f"Programming Language :: Python :: {version}" for version in ("3", "3.11", "3.12")]


@pytest.mark.parametrize(("version", "said"), [((3, 12), ""), ((3, 14), "Python 3.11 and 3.12, not on 3.14"), ((3, 1), "not on 3.1:")])
def test_a_python_that_the_kit_was_not_tried_on_is_named(version, said):
    sentence = installed.untried_python(version, TRIED)
    assert said in sentence and bool(sentence) == bool(said)


def test_where_it_is_unknown_nothing_is_said():
    assert installed.untried_python((3, 14), []) == ""


ENVIRONMENTS = {
    "uvx": ("/home/ada/.cache/uv/archive-v0/aB2ssW", {"UV": "/usr/bin/uv"}, "uv tool install mnist-exercise-kit"),
    "uv run in a project": ("/home/ada/work/.venv", {"UV": "/usr/bin/uv"}, ""),
    "pipx run": ("/home/ada/.cache/pipx/0a1b2c", {}, "pipx install mnist-exercise-kit"),
    "pipx run, newer": ("/home/ada/.local/share/pipx/.cache/0a1b2c", {}, "pipx install mnist-exercise-kit"),
    "pipx install": ("/home/ada/.local/share/pipx/venvs/mnist-exercise-kit", {}, ""),
    "an environment": ("/home/ada/.venv", {}, ""),
}


@pytest.mark.parametrize(("prefix", "variables", "command"), ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_an_environment_for_one_time_says_how_to_keep_the_command(monkeypatch, prefix, variables, command):
    monkeypatch.setattr(sys, "prefix", prefix)
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setattr(installed, "_installation", lambda: None)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert installed.install_for_good() == command


def test_it_is_kept_from_the_file_that_it_came_from(monkeypatch, tmp_path):
    """PEP 610: without an index, the name alone finds nothing."""
    wheel = tmp_path / "a kit.whl"
    wheel.touch()
    monkeypatch.setattr(sys, "prefix", "/cache/uv/archive-v0/aB2ssW")
    monkeypatch.setenv("UV", "uv")
    monkeypatch.setattr(installed, "_installation", lambda: SimpleNamespace(read_text=lambda _name: f'{{"url": "{wheel.as_uri()}"}}'))
    assert installed.install_for_good() == f'uv tool install "{wheel}"'
    monkeypatch.setattr(installed, "CLONE", Path("/no/such/place"))
    assert installed.extra("build") == f"uv tool install '{wheel}[build]'", "pip would change an environment that is made anew each time"


def test_a_clone_names_itself_for_an_extra(monkeypatch, tmp_path):
    monkeypatch.chdir(installed.CLONE)
    assert installed.extra("bank") == 'pip install --editable ".[bank]"'
    monkeypatch.chdir(tmp_path)
    assert installed.extra("bank") == f'pip install --editable "{installed.CLONE}[bank]"'
    monkeypatch.setattr(installed, "CLONE", Path("/no/such/place"))
    monkeypatch.setattr(installed, "_installation", lambda: None)
    assert installed.extra("bank") == "pip install 'mnist-exercise-kit[bank]'"


def test_every_extra_that_is_named_brings_its_modules():
    """Each module belongs to a package that the extra lists; its other name is here where it has one."""
    text = (installed.CLONE / "pyproject.toml").read_text("utf-8")
    extras = tomllib.loads(text)["project"]["optional-dependencies"]
    others = {"jwt": "pyjwt", "dask": "distributed", "pylti1p3": "pylti1p3next"}
    for names, modules in installed.EXTRAS.items():
        lines = [line for name in names.split(",") for line in extras[name]]
        packages = {re.match(r"[\w.-]+", line)[0] for line in lines}
        assert {others.get(one, one) for one in modules} <= packages
    assert installed.extra_of("starlette.applications") == "desk" and installed.extra_of("autograder.nothing") == ""
