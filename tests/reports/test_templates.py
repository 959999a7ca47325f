"""The HTML templates: each one escapes what it shows, none can switch that off, and no markup is written in Python."""

import ast
import re

import pytest
from engine_imports import ENGINE, modules
from jinja2 import Environment, UndefinedError

from autograder.reports.html.rendering import environment, render

TEMPLATES = ENGINE / "reports" / "html" / "templates"
NAMES = sorted(path.name for path in TEMPLATES.glob("*.j2"))
SWITCHED_OFF = re.compile(r"\|\s*(safe|xmlattr|tojson|urlize)\b|\bautoescape\b|__html__")
MAY_USE_SAFE: set[str] = set()  # templates
MAY_CALL_TEXT_HTML = {  # modules
    "reports.html.rendering": "base64 has no character that means anything in HTML",
}
MAY_WRITE_TAGS = {
    "nbgrader.sanitize_cells": "puts cleaned HTML of a student's into one element",
    "nbgrader.feedback_pages": "finds a link in nbgrader's own page",
}
TAG = re.compile(r"</?(a|b|bdi|br|code|dd|details|div|dl|dt|figure|h\d|img|li|p|pre|section|small|span|strong|summary|svg|table|td|th|tr|ul)(?=[\s/>]|$)")  # fmt: skip


def unescaped(name: str, made: Environment) -> bool:
    """Whether a template shows anything as it is: Jinja2 then compiles ``str`` in the place of ``escape``."""
    source = made.loader.get_source(made, name)[0]
    return "str(environment.finalize(" in made.compile(source, name, raw=True)


def written_tags(source: str) -> list[str]:
    """The tags in a module's texts, without its docstrings."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs]
    return [found[0] for text in texts for found in TAG.finditer(text)]


def test_all_templates_are_found():
    assert set(environment().list_templates()) == {*NAMES, "report.css"}


@pytest.mark.parametrize("name", NAMES)
def test_each_template_escapes(name):
    assert environment().autoescape is True
    assert not unescaped(name, environment())


def test_a_template_that_does_not_escape_would_be_found():
    assert unescaped("about.html.j2", environment().overlay(autoescape=False))


@pytest.mark.parametrize("name", NAMES)
def test_no_template_switches_escaping_off(name):
    assert name in MAY_USE_SAFE or not SWITCHED_OFF.search((TEMPLATES / name).read_text("utf-8"))


def test_text_is_made_plain_and_escaped_without_being_asked_to():
    shown = environment().from_string("<p title='{{ text }}'>{{ text }}</p>").render(text="\x1b[31m<b> & \"'\u202e\x00")
    assert shown == "<p title='&lt;b&gt; &amp; &#34;&#39;'>&lt;b&gt; &amp; &#34;&#39;</p>"


def test_a_value_that_is_not_there_is_an_error():
    """A page with a hole in it would look right."""
    with pytest.raises(UndefinedError, match="'isolation' is undefined"):
        render("about.html.j2", about=["today"])


def test_few_modules_call_a_text_html():
    """What is ``Markup`` is not escaped."""
    found = {name for name, source in modules().items() if re.search(r"\bMarkup\(", source)}
    assert found == MAY_CALL_TEXT_HTML.keys()


def test_no_markup_is_written_in_python():
    found = {name: tags for name, source in modules().items() if (tags := written_tags(source))}
    assert {name: tags for name, tags in found.items() if name not in MAY_WRITE_TAGS} == {}


def test_markup_in_python_would_be_found():
    assert written_tags("def f(x):\n    'Makes <p> of it.'\n    return f'<p class=\"{x}\">{x}</p>'") == ["<p", "</p"]
