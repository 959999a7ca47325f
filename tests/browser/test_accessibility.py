"""What axe-core finds in every page that the kit writes, in light and dark, and whether the keyboard alone is enough.

axe-core comes with the package axe-playwright-python, so nothing is downloaded. A contrast that it cannot determine counts as a
fault: every text is on a ground that can be measured.
"""

import contextlib
import functools
import random
import tempfile
from dataclasses import replace
from pathlib import Path

import course_class
import pytest
from desk_visitor import STUDENT, judge_again, visiting
from reports_sample import hostile, large_class, report, sample_class

from autograder import reports
from autograder.content.shown_answers import ShownAnswer
from autograder.core.records import Outcome
from autograder.core.written_answer import WrittenAnswer
from autograder.reports.html.card import card

LONG = "line\n" * 60
ANSWERS = (
    ShownAnswer(
        "def normalize(images):\n    return images / 256",
        smallest="normalize([[255]]) gave 0.99609375 and 1.0 was expected.",
    ),
    ShownAnswer(
        "import numpy as np\n\n\ndef normalize(images):\n    value = np.asarray(images, dtype='float32')\n    return value * (1 / 256)"
    ),
    ShownAnswer(
        "\n".join(f"value_{number} = a_long_name_without_a_space * another_name_that_is_long" for number in range(24)),
        left_out=9,
    ),
)
TABLES = dict(outcome=Outcome.FAILED, message="24 images; expected 25.")
AXE = """async (rules) => {
    const found = await axe.run(document, {resultTypes: ['violations', 'incomplete'], ...rules});
    const told = (kind) => found[kind].flatMap(one => one.nodes.map(node => `${kind}: ${one.id}: ${node.html.slice(0, 150)}`));
    return [...told('violations'), ...told('incomplete')];
}"""
ALL: dict = {}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}  # in the dark the same page has other colours
NO_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}  # on a narrow screen it has the same ones, and other parts
SCHEMES = ("default", "slate")  # of the site, as its switch orders them
PARTS = 8  # of a date and a time, each of which is a stop of its own
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
REACHABLE = "a[href]:not([tabindex='-1']), summary, [tabindex='0'], button, input:not([type=hidden]), select, textarea"
STOPS = f"""() => {{
    const groups = new Set(), all = [...document.querySelectorAll("{REACHABLE}")];
    const later = (one) => one.type === 'radio' && (groups.has(one.name) || !groups.add(one.name));  // the arrow keys reach these
    return all.flatMap((one, place) => one.checkVisibility() && !later(one) ? [place] : []);
}}"""
FOCUSED = f"""() => {{
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    const inside = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    const all = [...document.querySelectorAll("{REACHABLE}")];
    return [all.indexOf(one), inside && seen, one.outerHTML.slice(0, 120)];
}}"""


def class_page(made) -> str:
    answers = {("normalize", "divides_by_256"): ANSWERS}
    return reports.class_page(
        list(reports.named(made).values()), title="MNIST", when="today", isolation="Isolation: full.", answers=answers
    )


def with_everything():
    """A page with figures that are wrong, a text for a person, and long outputs."""
    made = report(
        "maria",
        notes=("cell 9: left out.",),
        plot_images={"test_25_tiles": TABLES},
        normalize={"test_black_and_white": dict(message=LONG, output=LONG)},
    )
    text = WrittenAnswer("WHY", "why", "Why is it so?", "Because " * 30, 5, sample="Because of this.")
    return replace(made, for_a_person=(text,), suspicions=("line 12: a long text.",))


def in_a_notebook(made) -> str:
    """A card as an output of a cell, with the colours of a notebook's page."""
    numbers = {exercise.name: number for number, exercise in enumerate(made.exercises, 1)}
    inside = card(made, numbers, ("change it. Try", "hint()"), ["Run the cell above again."])
    style = "body{background:#fff;color:#000;font-family:sans-serif}@media(prefers-color-scheme:dark){body{background:#111;color:#fff}}"
    head = f'<html lang="en"><head><title>Notebook</title><meta name="viewport" content="width=device-width"><style>{style}</style></head>'
    return f"<!doctype html>{head}<body><main><h1>Page</h1><h2>Exercises</h2>{inside}</main></body></html>"


@functools.cache
def desk_pages() -> dict[str, str]:
    """Every page of the local server, of a course with corrections and a page that was judged twice."""
    with contextlib.ExitStack() as stack:
        here = course_class.copy_to(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "here")
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        judge_again(here / "course", patch)
        visitor = stack.enter_context(visiting(here / "course"))
        visitor.correct(
            kind="points", what="double", points="20", reason="The idea is right, and the sign is a slip. " * 6
        )
        visitor.correct(kind="extension", until="2026-06-03T12:00")
        mine = {"assignment": "miniature"}
        what = {"what": "double::test_hidden_numbers"}
        asked = {
            "desk": ("", {}),
            "desk student": ("student", STUDENT),
            "desk unfair check": ("check", mine | what),
            "desk log": ("log", {}),
            "desk checks": ("checks", mine),
            "desk history": ("history", mine | what),
            "desk compare": ("compare", mine),
            "desk why": ("why", STUDENT | {"exercise": "double"}),
            "desk problem": ("student", mine | {"student": "x"}),
            "desk lti": ("lti", {}),
        }
        return {name: visitor.get(page, **query).text for name, (page, query) in asked.items()}


DESK = ("desk", "desk student", "desk unfair check", "desk log", "desk checks", "desk history", "desk compare", "desk why", "desk problem", "desk lti")
PAGES = {
    "large class": lambda: class_page(large_class(20)),
    "class with texts": lambda: class_page([with_everything(), *sample_class()]),
    "student": lambda: reports.submission_page(with_everything()),
    "instructor": lambda: reports.submission_page(with_everything(), for_student=False, back="../report.html"),
    "hostile": lambda: reports.submission_page(hostile(("a",)), for_student=False),
    "card": lambda: in_a_notebook(with_everything()),
    **{name: lambda name=name: desk_pages()[name] for name in DESK},
}  # fmt: skip


@pytest.fixture(scope="module")
def axe() -> str:
    """The text of axe-core."""
    base = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is not installed")
    return Path(base.AXE_FILE_PATH).read_text("utf-8")


@pytest.fixture(scope="module", params=PAGES)
def content(request) -> tuple[str, str]:
    return request.param, PAGES[request.param]()


def unfold(page) -> None:
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")


def test_axe_finds_nothing_and_can_determine_every_contrast(view, axe, screenshot, content):
    """In light and dark on a wide screen, and on a narrow one, which has the same colours. One page, which is turned."""
    name, html = content
    named = f"accessible-{name.replace(' ', '-')}"
    page = view(width=1280)
    page.set_content(html)
    unfold(page)
    page.evaluate(axe)
    assert page.evaluate(AXE, ALL) == []
    screenshot(page, f"{named}-light", full_page=True)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(AXE, CONTRAST) == []
    screenshot(page, f"{named}-dark", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate(AXE, NO_CONTRAST) == []
    screenshot(page, f"{named}-light-320", full_page=True)


def test_nothing_scrolls_sideways(view, content):
    """A zoom to 200 % halves the width of the page, and letters alone may be twice as large, too."""
    _name, html = content
    page = view(width=320, height=700)
    page.set_content(html)
    unfold(page)
    assert page.evaluate(WIDER) == 0
    page.set_viewport_size({"width": 640, "height": 700})
    page.add_style_tag(content="html { font-size: 32px }")
    assert page.evaluate(WIDER) == 0


def test_the_keyboard_reaches_everything_and_shows_where_it_is(view, content):
    _name, html = content
    page = view(width=900, height=700)
    page.set_content(html)
    wanted = page.evaluate(STOPS)
    reached = []
    for _ in range(len(wanted) + PARTS * page.locator("input[type=datetime-local]").count()):
        page.keyboard.press("Tab")
        place, seen, what = page.evaluate(FOCUSED)
        if place < 0:
            break  # behind the last one
        assert seen, what
        reached.append(place)
    assert list(dict.fromkeys(reached)) == wanted


def test_details_open_and_scroll_by_keyboard(view):
    page = view(width=900, height=700)
    page.set_content(PAGES["student"]())
    page.focus("details.in-words > summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    for _ in range(100):  # the page's own policy lets no text be evaluated while waiting
        if page.evaluate("() => document.activeElement.scrollTop > 0"):
            break
        page.wait_for_timeout(50)
    assert page.evaluate("() => document.activeElement.scrollTop > 0")


def test_a_figures_words_are_its_alt_text_and_its_table(view):
    page = view(width=900)
    page.set_content(PAGES["student"]())
    alt = page.evaluate("[...document.images].map(one => one.alt)")
    assert alt and all(text.startswith("25 images in 5 rows of 5; at them") for text in alt)
    assert page.evaluate("document.querySelectorAll('details.in-words tbody tr').length") == 25 * len(alt)


def test_the_pages_of_the_site(view, axe, site, pytestconfig):
    """In light and dark; and none scrolls sideways on a narrow screen.

    It opens the first page and a sixth of the others, others with each change of the site; ``--whole`` opens all. Without 404.html: a server gives it
    for an address of any depth, so it finds no style sheet from the disk.
    """
    pages = sorted(set(site.rglob("*.html")) - {site / "404.html", site / "index.html"})
    chance = random.Random(b"".join(place.read_bytes() for place in pages))
    page = view(width=1280)
    found, wide = {}, {}
    some = pages if pytestconfig.getoption("--whole") else chance.sample(pages, -(-len(pages) // 6))
    for place in (site / "index.html", *some):
        name = str(place.relative_to(site))
        page.goto(place.as_uri(), wait_until="load")
        unfold(page)
        page.evaluate(axe)
        found[name] = []
        for number, scheme in enumerate(SCHEMES):
            page.evaluate(f"__palette_{number}.click()")
            page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
            found[name] += page.evaluate(AXE, CONTRAST if scheme == "slate" else ALL)
        page.set_viewport_size({"width": 320, "height": 700})
        wide[name] = page.evaluate(WIDER)
        page.set_viewport_size({"width": 1280, "height": 900})
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert {name: more for name, more in wide.items() if more} == {}
