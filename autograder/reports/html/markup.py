"""HTML in small: a page with its policy, and text made fit to stand in it.

Every text goes through ``text`` or ``line``, which take out what is not plain and escape the rest. Should something
slip through all the same, the page's policy forbids the browser to run or load anything.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from importlib import resources

from autograder.reports.sanitize import one_line, plain

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def text(content: object) -> str:
    """Text with its lines, escaped for an element or an attribute."""
    return html.escape(plain(content))


def line(content: object, limit: int = 200) -> str:
    """Text in one line, escaped for an element or an attribute."""
    return html.escape(one_line(content, limit))


def person(name: str, pages: Mapping[str, str], limit: int = 200) -> str:
    """A submission's name, as a link where it has a page of its own; its direction of writing stays its own matter.

    Args:
        pages: submission's name -> address.
    """
    shown = f"<bdi>{line(name, limit)}</bdi>"
    return f'<a href="{html.escape(pages[name])}">{shown}</a>' if name in pages else shown


def page(title: str, body: str) -> str:
    """A whole page; ``title`` is any text, ``body`` is HTML."""
    style = resources.files("autograder.reports.html").joinpath("report.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{line(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
