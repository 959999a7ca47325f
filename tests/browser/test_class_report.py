"""The class report on a phone and on a screen: nothing wider than the page, and every sign explained."""

import re
from dataclasses import replace

import pytest
from reports_sample import large_class, nothing, our_bug, sample_class

from autograder import reports
from autograder.core.records import Status

WIDTHS = (320, 390, 768, 1280)
LONG = "a_name_without_a_space_that_is_as_long_as_names_in_a_directory_may_be_" * 2
CLASSES = {
    "sample": sample_class,
    "large": lambda: large_class(40),
    "long words": lambda: [
        *(replace(one, submission=f"{LONG}{number}", suspicions=(LONG * 3,)) for number, one in enumerate(sample_class()[:3])),
        nothing("x", Status.UNREADABLE, LONG * 3),
        replace(our_bug("jonas"), person="Jonas Müller", late=True),
    ],
}  # fmt: skip

WIDER = """() => {
    const wide = document.documentElement.clientWidth, found = [];
    for (const one of document.querySelectorAll('body *')) {
        const box = one.getBoundingClientRect();
        if (one.closest('.scroll') && !one.matches('.scroll') || one.closest('.unseen, .skip')) continue;
        if (box.right > wide + 1 || box.left < -1) found.push(one.outerHTML.slice(0, 120));
    }
    return [document.documentElement.scrollWidth - wide, found.slice(0, 5)];
}"""


@pytest.fixture(params=CLASSES.values(), ids=CLASSES)
def content(request):
    named = reports.named(request.param())
    return reports.class_page(list(named.values()), title="MNIST", when="today", isolation="Isolation: full.")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_does_not_scroll_sideways(browser, artifacts, content, width, request):
    page = browser.new_page(viewport={"width": width, "height": 844})
    try:
        page.set_content(content)
        name = re.sub(r"\W+", "-", request.node.name)
        page.screenshot(path=artifacts / f"class-report-{name}.png", full_page=True)
        assert page.evaluate(WIDER) == [0, []]
    finally:
        page.close()
