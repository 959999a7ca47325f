"""The templates of the local server: each one escapes what it shows, and none can switch that off."""

import pytest
from engine_imports import ENGINE

from autograder.reports.html.rendering import environment

TEMPLATES = ENGINE / "desk" / "templates"
NAMES = sorted(path.name for path in TEMPLATES.glob("*.j2"))


@pytest.mark.parametrize("name", NAMES)
def test_each_template_escapes(name):
    made = environment("autograder.desk")
    source = made.loader.get_source(made, name)[0]
    assert made.autoescape is True and "str(environment.finalize(" not in made.compile(source, name, raw=True)
    assert not any(word in source for word in ("|safe", "| safe", "autoescape", "tojson", "xmlattr", "<script", "javascript:", "onclick"))


@pytest.mark.parametrize("name", [name for name in NAMES if "<form" in (TEMPLATES / name).read_text("utf-8")])
def test_each_form_has_its_secret(name):
    source = (TEMPLATES / name).read_text("utf-8")
    changes = source.count('method="post"')
    assert changes == source.count('name="form" value="{{ form }}"') and source.count("<form") == changes + source.count('method="get"')
