"""The assignment in miniature with its page in a second language, as a translator has left it."""

import miniature

from autograder.content.percent_cells import with_originals
from autograder.content.translated_page import hashes

LANGUAGE = "de"
NAME = "miniature.de.py"
PAGE = (
    miniature.PAGE.replace("# # Counting", "# # Zählen")
    .replace("# ## 1. Twice as much", "# ## 1. Doppelt so viel")
    .replace("# ## 2. The sum", "# ## 2. Die Summe")
    .replace('"""Twice as much.', '"""Doppelt so viel.')
    .replace('"""The sum of all numbers.', '"""Die Summe aller Zahlen.')
)
NOTED = with_originals(PAGE, hashes(miniature.PAGE))
CATALOGUE = """
msgctxt "assignment:title"
msgid "Counting: a first program"
msgstr "Zählen: ein erstes Programm"

msgctxt "title:test_double::test_each_number"
msgid "each number becomes twice as large"
msgstr "jede Zahl wird verdoppelt"

msgctxt "title:test_double::test_hidden_numbers"
msgid "numbers below zero are doubled too"
msgstr "auch negative Zahlen werden verdoppelt"

msgctxt "mistake:double__adds_two"
msgid "You added two."
msgstr "Die Funktion addiert zwei."

msgctxt "mistake:double__forgets_the_sign"
msgid "You lost the sign."
msgstr "Das Vorzeichen geht verloren."
"""
FILES = {NAME: NOTED, "locale/de.po": CATALOGUE, "README.de.md": "# Zählen\n"}
