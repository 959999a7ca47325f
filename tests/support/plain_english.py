"""What of a shown page is not translated."""

import html
import re

from pseudo_locale import untranslated

OF_STUDENTS = re.compile(r"user txt|alert|click|not red|no link|def plot_predictions|return None")  # what the sample's students wrote
COMMAND = re.compile(r"autograder [a-z]+(?: [A-Za-z_]+)?")


def plain_english(text: str) -> list[str]:
    """The parts of a page or of a terminal's text that are plain English; tags and styles are no text."""
    bare = re.sub(r"<style.*?</style>|<code[^>]*>.*?</code>|<pre[^>]*>.*?</pre>", " ", text, flags=re.S)
    bare = html.unescape(re.sub(r'\b(?:alt|aria-label)="([^"]*)"', r">\1<", bare))
    found = untranslated(COMMAND.sub("", re.sub(r"<[^>]*>", "\n", bare)))
    return [one for one in found if not OF_STUDENTS.search(one)]
