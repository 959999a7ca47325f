"""The old place of ``expectations.network``: checks that instructors have written import it from here."""

from autograder.expectations.network import Dense, Network

__all__ = ["Dense", "Network"]
