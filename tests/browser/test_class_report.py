"""The class report on a phone and on a screen: nothing wider than the page, and every sign explained."""

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


@pytest.mark.parametrize("name", CLASSES)
def test_the_page_does_not_scroll_sideways(view, screenshot, name):
    named = reports.named(CLASSES[name]())
    page = view(width=WIDTHS[0], height=844)
    page.set_content(
        reports.class_page(list(named.values()), title="MNIST", when="today", isolation="Isolation: full.")
    )
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(WIDER) == [0, []], width
        if width in (min(WIDTHS), max(WIDTHS)):
            screenshot(page, f"class-report-{name.replace(' ', '-')}-{width}", full_page=True)
