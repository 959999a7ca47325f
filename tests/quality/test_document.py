"""The document of figures: each program replaces its own section."""

import document
import pytest


def test_a_section_is_replaced_and_the_others_stay_in_order():
    text = document.with_section("# Head\n\nwords\n", "strength", "## Strong")
    text = document.with_section(text, "fairness", "## Fair\n\n1")
    text = document.with_section(text, "fairness", "## Fair\n\n2")
    assert text.index("words") < text.index("## Fair\n\n2") < text.index("## Strong")
    assert "\n1\n" not in text and text.count("<!-- fairness -->") == 1
    assert document.with_section(text, "strength", "## Strong") == text


def test_an_unknown_section_is_refused():
    with pytest.raises(ValueError, match="no section 'fair'"):
        document.with_section("", "fair", "")
