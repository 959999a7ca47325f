"""Sentences as templates and values, so that each can be read in the reader's language.

What judges says ``message``; it is an English text, and stays one. What prints says ``spoken``, in the language that was chosen.
"""

from autograder.core.languages.lists import with_and, with_or
from autograder.core.languages.messages import Message, authored, authored_plural, joined, message, plural, what_it_says
from autograder.core.languages.rendering import in_language, number_shown, shown, spoken, spoken_plural

__all__ = [
    "Message", "in_language", "number_shown", "joined", "message", "authored", "authored_plural", "plural", "spoken", "spoken_plural", "shown", "what_it_says",
    "with_and", "with_or",
]  # fmt: skip
