"""A text in a TOML file is read back as it was."""

import json
import tomllib

import pytest

from autograder.core.toml_text import quoted


@pytest.mark.parametrize("text", ['a "b"', "back\\slash", "line\nline", "del \x7f", "신경망", "course 🎓", "\x00\x1f"])
def test_it_is_read_back_as_it_was(text):
    assert tomllib.loads(f"{quoted(text)} = {quoted(text)}") == {text: text}


def test_json_with_escapes_would_not_do():
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(f"title = {json.dumps('course 🎓')}")
