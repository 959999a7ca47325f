"""A page read strictly: every tag is closed in order."""

import re
from html.parser import HTMLParser

INLINE = {"a", "bdi", "code", "span", "strong"}
EMPTY = {"meta", "img", "rect", "path", "br", "input"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "h3", "h4", "p", "div",
    "span", "a", "ul", "ol", "li", "strong", "small", "code", "pre", "bdi", "table", "thead", "tbody", "tr", "th", "td",
    "details", "summary", "figure", "figcaption", "img", "svg", "rect", "g", "path", "text", "nav", "dl", "dt", "dd",
}  # fmt: skip


class Page(HTMLParser):
    """Reads a page strictly: every tag is closed in order; keeps tags, attributes and text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.said, self.headings = [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in EMPTY:
            self.open.append(tag)
        if tag not in INLINE:
            self.said.append(" ")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.said.append(data)

    @property
    def text(self):
        return " ".join("".join(self.said).split())

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]
