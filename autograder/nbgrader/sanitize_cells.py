"""A student's Markdown and outputs as graders and students may see them: rendered, with nothing in them that acts.

Formgrader and the feedback show a notebook's text and outputs on the instructor's own origin, as they are. So Markdown is
rendered here, by nbconvert's own renderer, and of the HTML only plain elements are kept (by bleach, which nbconvert
brings along); images are made again from their pixels; of outputs text and PNG stay.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping

import bleach
from bs4 import BeautifulSoup, NavigableString
from nbconvert.filters import markdown2html_mistune
from nbformat import NotebookNode, v4

from autograder.core.languages import message, shown, spoken
from autograder.reports.sanitize import clean_png, plain

LONGEST = 20_000  # characters of one text
LONGEST_OUTPUT = 4000
MOST_OUTPUTS = 20  # of one cell
BUDGET = 4 * 2**20  # bytes of images in one cell
WIDEST = 1200  # pixels
AS_HANDED_IN = message("Outputs as submitted; the cell was not run again.")
TAGS = frozenset(
    "a b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s span strong sub sup table tbody td"
    " th thead tr u ul".split()
)
PROTOCOLS = ("http", "https", "mailto", "data")  # data for images only, see _is_kept
LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
PICTURE = "data:image/png;base64,"
ATTACHMENT = "attachment:"
# What TeX can say that is more than a formula: links, styles, ids, classes, files, extensions, names put together.
ORDERS = re.compile(
    r"(?<!\\)\\++(?=(?:href|url|style|class|cssId|id|html\w*|data|require|unicode|bbox|enclose|mmlToken|includegraphics|input|include"
    r"|csname|texttip|mathtip|tooltip|action|toggle|def|gdef|edef|xdef|let|catcode|loadExtension)(?![A-Za-z]))"
)


def markdown(source: str, attachments: Mapping[str, Mapping[str, str]] | None = None) -> str | None:
    """A text rendered and cleaned, as Markdown of one line: an HTML block, which every renderer takes as it is.

    Args:
        attachments: file's name -> type -> base64, of the cell.

    Returns:
        None where the text cannot be rendered.

    Example:
        >>> markdown("*well* <script>alert(1)</script>")
        '<div><p><em>well</em> &lt;script&gt;alert(1)&lt;/script&gt;</p></div>'
    """
    try:
        rendered = markdown2html_mistune(plain(source, LONGEST))
        pictures = BeautifulSoup(rendered, "html.parser")
        budget = BUDGET
        for image in pictures.find_all("img"):
            data = _picture(str(image.get("src") or ""), attachments or {})
            picture = clean_png(data, WIDEST)
            if picture is None or len(picture) > budget:
                image.replace_with(NavigableString(spoken("[image left out: {what}]", what=image.get("alt") or message("not a PNG"))))
                continue
            budget -= len(picture)
            image.attrs = {"alt": str(image.get("alt") or ""), "src": PICTURE + base64.b64encode(picture).decode()}
        kept = bleach.clean(str(pictures), tags=TAGS, attributes=_is_kept, protocols=PROTOCOLS)
        return f"<div>{_without_orders(kept)}</div>"
    except Exception:  # whatever a text can do to a renderer: it is shown as it was typed
        return None


def clean_outputs(found: object) -> list[NotebookNode]:
    """A code cell's outputs: text, bounded, and PNG images made again; of errors what they say. No HTML, no scripts.

    Args:
        found: as the notebook has them; anything.
    """
    kept, budget = [], BUDGET
    for output in list(found)[:MOST_OUTPUTS] if isinstance(found, list) else []:
        if not isinstance(output, Mapping):
            continue
        kind, data = output.get("output_type"), output.get("data")
        if kind == "stream":
            kept.append(_text(_joined(output.get("text"))))
        elif kind == "error":
            kept.append(_text(f"{_joined(output.get('ename'))}: {_joined(output.get('evalue'))}"))
        elif kind in ("display_data", "execute_result") and isinstance(data, Mapping):
            picture = clean_png(_decoded(_joined(data.get("image/png"))), WIDEST)
            if picture is not None and len(picture) <= budget:
                budget -= len(picture)
                content = {"image/png": base64.b64encode(picture).decode(), "text/plain": spoken("an image")}
                kept.append(v4.new_output("display_data", content))
            else:
                kept.append(_text(_joined(data.get("text/plain"))))
    kept = [one for one in kept if one.output_type != "stream" or one.text.strip()]
    return [_text(shown(AS_HANDED_IN)), *kept] if kept else []


def _is_kept(tag: str, name: str, value: str) -> bool:
    if tag == "a":
        return name == "href" and bool(LINK.fullmatch(value))
    return tag == "img" and (name == "alt" or (name == "src" and value.startswith(PICTURE)))


def _without_orders(markup: str) -> str:
    """HTML in one line, with formulas that are only formulas, and links that do not report where they were followed."""
    soup = BeautifulSoup(markup, "html.parser")
    for text in soup.find_all(string=True):
        if not text.find_parent(["pre", "code"]):  # there nothing is typeset
            text.replace_with(NavigableString(ORDERS.sub(" ", str(text))))
    for link in soup.find_all("a"):
        link["rel"], link["target"] = "noopener noreferrer nofollow", "_blank"
    return str(soup).strip().replace("\r", "").replace("\n", "&#10;")


def _picture(address: str, attachments: Mapping) -> bytes:
    if address.startswith(PICTURE):
        return _decoded(address.removeprefix(PICTURE))
    if address.startswith(ATTACHMENT):
        found = attachments.get(address.removeprefix(ATTACHMENT))
        return _decoded(_joined(found.get("image/png"))) if isinstance(found, Mapping) else b""
    return b""  # an image from elsewhere would reveal who looks at it, and when


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return b""


def _joined(text: object) -> str:
    """Text that a notebook may hold in one piece or in lines."""
    parts: Iterable = text if isinstance(text, list) else [text]
    return "".join(part for part in parts if isinstance(part, str))


def _text(text: str) -> NotebookNode:
    return v4.new_output("stream", name="stdout", text=f"{plain(text, LONGEST_OUTPUT)}\n")
