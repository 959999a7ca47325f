"""Sentences as templates and values, so that each can be read in the reader's language.

What judges says ``message``; it is an English text, and stays one. What prints says ``say``, in the language that was chosen.
"""

from autograder.core.languages.messages import Message, authored, joined, message, plural, what_it_says
from autograder.core.languages.rendering import in_language, say, say_plural, shown

__all__ = ["Message", "in_language", "joined", "message", "authored", "plural", "say", "say_plural", "shown", "what_it_says"]
