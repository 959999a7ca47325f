"""The list of the words of ``expect`` is what their docstrings say."""

import expect_words


def test_the_list_is_fresh():
    assert expect_words.TARGET.read_text("utf-8") == expect_words.text(), "Run python tests/support/expect_words.py"


def test_every_word_has_its_line():
    lines = expect_words.text()
    for word in ("is_close_to(expected, axes=(), within=", "leaves_its_arguments_alone(hint='')", "is_a(words)"):
        assert f"- `{word}" in lines
    assert "- `_" not in lines and "Failure(message, evidence)" in lines
