"""The card of a check: harmless, readable without its styles and colours, and made of what notebooks keep."""

import html as markup
import re
from dataclasses import replace

import pytest
from reports_sample import BY_256, hostile, our_bug, picture, report, sample_class, untouched

from autograder.core.records import Outcome
from autograder.reports.check_texts import check_texts
from autograder.reports.html.card import BLUE, GREEN, STYLES, card, outcome
from autograder.reports.html.rendering import environment

KEPT = {"div", "p", "h3", "span", "ul", "li", "pre", "code", "strong", "figure", "figcaption", "img", "details", "summary",
        "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
ATTRIBUTES = {"style", "role", "aria-label", "aria-hidden", "alt", "src", "width", "height", "open", "scope", "tabindex"}


def made(shown, *names: str, **settings) -> str:
    numbers = {exercise.name: number for number, exercise in enumerate(shown.exercises, 1)}
    if names:
        shown = replace(shown, exercises=tuple(one for one in shown.exercises if one.name in names))
    return card(shown, numbers, **settings)


def text(html: str) -> str:
    return " ".join(markup.unescape(re.sub("<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("shown", sample_class(), ids=lambda one: one.submission[:12])
def test_only_what_notebooks_keep_is_in_it(shown):
    html = made(shown)
    tags = re.findall(r"<(/?)([a-z0-9]+)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>", html)
    assert len(tags) == html.count("<"), "there is a tag of another form"
    assert {name for _, name, _ in tags} <= KEPT
    assert {name for _, _, rest in tags for name in re.findall(r" ([a-z-]+)(?==|>|$| )", re.sub('"[^"]*"', '""', rest))} <= ATTRIBUTES  # fmt: skip
    assert "class=" not in html and "var(" not in html and "url(" not in html
    assert all(source.startswith("data:image/png;base64,") for source in re.findall('src="([^"]*)', html))


def test_hostile_text_is_shown_and_does_nothing():
    html = made(hostile(), notes=["<script>alert(3)</script>"], step=("<b>now</b>", "<i>hint()</i>"))
    assert "<script" not in html and "onerror=alert(1)>" not in html
    assert "&lt;script&gt;alert(3)" in html and "&lt;b&gt;now" in html and "&lt;i&gt;hint()" in html
    assert "\x1b" not in html and "\u202e" not in html


def test_every_class_of_the_reports_has_its_style():
    """A new class in a report would be lost here without a word."""
    quiet = {"checks"}  # it stands around, and looks like nothing
    checks = environment().get_template("checks.html.j2").module.checks
    for shown in sample_class():
        for exercise in shown.exercises:
            made = checks(check_texts(exercise), for_student=True)
            classes = {name for found in re.findall('class="([^"]*)"', made) for name in found.split()}
            assert classes - quiet <= set(STYLES), classes


def test_what_is_told_does_not_need_colours():
    html = made(report("you", normalize=BY_256), "normalize", step=("change it. Try", 'hint("normalize")'))
    assert text(html).startswith("✗ not yet 6 normalize 4 of 10 points ✗ failed black (0) becomes 0.0")
    assert "✓ passed the argument is left alone (uint8) 2 of 2" in text(html)
    assert text(html).endswith('Next: change it. Try hint("normalize")')
    assert 'aria-label="Check of normalize, not yet"' in html


def test_what_passed_is_folded_up_unless_there_is_something_to_see():
    plain = report("you")
    assert "<details><summary" in made(plain, "normalize")
    drawn = report("you", plot_image={"test_colour_bar": dict(outcome=Outcome.PASSED, figure=picture())})
    assert "<details open><summary" in made(drawn, "plot_image")
    remark = report("you", normalize={"test_alike": dict(outcome=Outcome.PASSED, remark="float16 is coarse.")})
    assert "<details" not in made(remark, "normalize") and "Note: float16 is coarse." in text(made(remark, "normalize"))


def test_one_figure_is_shown_and_it_is_the_one_that_is_wrong():
    wrong = report(
        "you",
        plot_images={
            "test_25_tiles": dict(outcome=Outcome.PASSED, figure=picture(3)),
            "test_labels_below": dict(message="No label.", figure=picture(4), public=True),
            "test_no_ticks": dict(message="Ticks.", figure=picture(5), public=True),
        },
    )
    html = made(wrong, "plot_images")
    assert html.count("<img") == 1
    assert "failed: each tile has its own label under it" in text(html)
    assert "We check:" in text(html)


def test_what_was_drawn_for_a_hidden_check_is_not_shown():
    """Also not where it is the one that is wrong: it could show the input. A public one takes its place."""
    shown = {"test_25_tiles": dict(message="Wrong.", figure=picture(3), public=False)}
    assert "<img" not in made(report("you", plot_images=shown), "plot_images")
    shown["test_labels_below"] = dict(outcome=Outcome.PASSED, figure=picture(4), public=True)
    assert made(report("you", plot_images=shown), "plot_images").count("<img") == 1


def test_points_are_called_what_they_are():
    graded = report("you", normalize=BY_256)
    assert "4 of 10 points " in text(made(graded)) and "public" not in text(made(graded))
    assert "4 of 10 points of the public checks" in text(made(graded, worth={"normalize": 20.0}))


def test_a_pass_of_the_public_checks_alone_is_no_full_one():
    """Another colour, no tick for the whole, and the words for it."""
    right = report("you")
    only = replace(right, exercises=right.exercises[5:6])
    worth = only.exercises[0].max_score + 5
    html = card(only, {"normalize": 6}, worth={"normalize": worth})
    head = html.partition("</h3>")[0]
    said = f"passed the public checks ({only.score:g} of {worth:g} points); the others run when your work is graded"
    assert text(head) == f"so far 6 normalize {said}"
    assert BLUE in head and GREEN not in head
    assert GREEN in card(only, {"normalize": 6}).partition("</h3>")[0]


def test_outcomes_of_a_whole_exercise():
    words = {
        outcome(exercise)[1] for one in (report("a", normalize=BY_256), untouched("b")) for exercise in one.exercises
    }
    assert words == {"passed", "not yet", "not started"}
    assert "our bug" in {outcome(exercise)[1] for exercise in our_bug("c").exercises}
