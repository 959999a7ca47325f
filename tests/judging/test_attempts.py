"""What a worker says its code tried can be read in another language, whatever it says."""

import pytest

from autograder.core.languages import Message
from autograder.judging import attempts
from autograder.sandbox import audit_hook

PHRASES = [
    *audit_hook.WORDS.values(),
    f"{audit_hook.OPENED}/etc/passwd, in a page.py, line 3 (2 times)",
    "to link a file, in mnist.ipynb, cell 12, line 3",
    "to link a file (1000000000000000 times)",
    "anything at all, in {name}, line 7",
    "",
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_english_sentence_is_what_the_worker_says(phrase):
    assert attempts.sentence("total", phrase) == f"total tried {phrase}."


@pytest.mark.parametrize("phrase", PHRASES[:-3])
def test_what_the_kits_own_worker_says_can_be_translated(phrase):
    assert isinstance(attempts.sentence("total", phrase).values["what"], Message)
