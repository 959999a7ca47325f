"""What can be said about an answer: a small, closed vocabulary, each word with its own wording and evidence."""

from autograder.expectations.answer import Answer, Failure
from autograder.expectations.handed import Callback, File
from autograder.expectations.small_inputs import telling_inputs
from autograder.expectations.values import Expectation, expect
from autograder.transport.tables import Table

__all__ = ["Answer", "Callback", "Expectation", "Failure", "File", "Table", "expect", "telling_inputs"]
