"""What can be said about an answer: a small, closed vocabulary, each word with its own wording and evidence."""

from autograder.expectations.answer import Answer, Failure
from autograder.expectations.values import Expectation, expect

__all__ = ["Answer", "Expectation", "Failure", "expect"]
