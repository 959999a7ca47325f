"""A comment for a student, as Moodle keeps it: one for each mark, as HTML."""

from __future__ import annotations

import hashlib

from autograder.reports.html.rendering import render
from autograder.reports.sanitize import plain


def comment_html(text: str) -> str:
    """A few lines as HTML; nothing in them is taken for a tag.

    Example:
        >>> comment_html("5 < 6\\nfine")
        '5 &lt; 6<br>fine'
    """
    return render("comment.html.j2", lines=plain(text).split("\n"))


def text_hash(text: str) -> str:
    """What the journal keeps of a comment, to know it again."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
