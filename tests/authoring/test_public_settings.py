"""However an author writes the settings, students get their values, and no threshold."""

import tomllib

import pytest

from autograder.authoring.public_settings import public_settings

HEAD = "format = 1\ntitle = 'C# and more: 100 %'\ndata = \"digits\"  # threshold 0.79\n"
EXERCISE = '[exercises.double]\nlibraries = ["numpy"]\nhints = ["""\nTwo lines\n# of "text",\n[not.a.table]\n""", "\\u00e9 \\t"]\n'
WRITTEN = {
    "tables": "[budgets.quick]\nimages = 600\nthreshold = 0.75  # measured\nthreshold_digits = 0.8\n[budgets.quick.thresholds.recall]\ndigits = 0.5\n",
    "in one line": "[budgets]\nquick = {images = 600, threshold = 0.75, thresholds = {recall = {digits = 0.5}}}\n",
    "with dots": "[budgets]\nquick.images = 600\nquick.threshold = 0.75\nquick.thresholds.recall.digits = 0.5\n",
    "with dots at the top": "",
}
TOP = "budgets.quick.images = 600\nbudgets.quick.threshold = 0.75\n"


@pytest.mark.parametrize("way", WRITTEN)
def test_thresholds_are_left_out_however_they_are_written(way):
    top = TOP if way == "with dots at the top" else ""
    text = public_settings(f"{HEAD}{top}{WRITTEN[way]}[variants]\nwhite = [255, 100]\n{EXERCISE}", "counting", {"double": 12.5})
    told = tomllib.loads(text)
    assert told["budgets"] == {"quick": {"images": 600}} and "variants" not in told
    assert not any(secret in text for secret in ("0.75", "0.8", "0.79", "0.5", "recall"))


def test_everything_else_is_as_it_was():
    before = tomllib.loads(HEAD + "[limits]\ncall = 0.123456789\nload = 60\n" + EXERCISE)
    text = public_settings(HEAD + "[limits]\ncall = 0.123456789\nload = 60\n" + EXERCISE, "counting", {"double": 12.5, "other": 3}, "https://example.org/kit.git")
    before["exercises"]["double"]["points"] = 12.5
    assert tomllib.loads(text) == {"name": "counting", "home": "https://example.org/kit.git", **before}
    assert text.startswith('name = "counting"\nformat = 1\n')
