"""The token: where it is found, and that it is not shown."""

import pickle
import sys
from types import ModuleType

import pytest

from autograder.lms.platform import LmsError, address_of
from autograder.lms.token import Token, find_token

SECRET = "7~secret-0123456789"


def test_it_shows_itself_to_nothing():
    token = Token(f" {SECRET}\n")
    assert token.reveal() == SECRET and SECRET not in f"{token} {token!r} {[token]} {vars(type(token))}"
    with pytest.raises(TypeError, match="never saved"):
        pickle.dumps(token)


def test_the_environment_goes_before_the_keyring(monkeypatch):
    asked = []
    keyring, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = RuntimeError
    keyring.get_password = lambda service, name: asked.append((service, name)) or "from-the-keyring"
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.setenv("AUTOGRADER_CANVAS_TOKEN", SECRET)
    assert find_token("canvas", "https://x.org").reveal() == SECRET and asked == []
    assert find_token("moodle", "https://x.org").reveal() == "from-the-keyring" and asked == [("autograder", "https://x.org")]


def test_no_keyring_and_a_locked_one_are_no_token(monkeypatch):
    monkeypatch.delenv("AUTOGRADER_MOODLE_TOKEN", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(LmsError, match="There is no token for https://x.org"):
        find_token("moodle", "https://x.org")


def test_what_is_not_a_token_is_not_repeated(monkeypatch):
    monkeypatch.setenv("AUTOGRADER_CANVAS_TOKEN", "two words\u2026")
    with pytest.raises(LmsError, match="is not a token") as caught:
        find_token("canvas", "https://x.org")
    assert "two words" not in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://Canvas.example.org/courses/3?x=1#y", "https://Canvas.example.org"),
        ("https://x.org/moodle/course/view.php?id=3", "https://x.org/moodle"),
        ("http://localhost:8080/login/index.php", "http://localhost:8080"),
    ],
)
def test_the_address_without_what_comes_behind(typed, address):
    assert address_of(typed) == address


@pytest.mark.parametrize("typed", ["canvas.example.org", "ftp://x.org", "http://canvas.example.org", "https://u:p@x.org", "https://"])
def test_what_is_not_an_address(typed):
    with pytest.raises(ValueError):
        address_of(typed)
