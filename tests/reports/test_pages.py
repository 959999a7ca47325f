"""The class report and the student's page: whole, harmless, and usable without seeing colours."""

import base64
import io
import re
from collections import Counter
from dataclasses import replace

import pytest
from PIL import Image
from reports_sample import (
    BY_256,
    EVIL_BIDI,
    EVIL_SCRIPT,
    hostile,
    nothing,
    our_bug,
    picture,
    report,
    sample_class,
    untouched,
)
from strict_html import ALLOWED, Page

from autograder.core.records import Outcome, Status
from autograder.reports import class_page, file_stems, page_addresses, submission_page
from autograder.reports.html import charts
from autograder.reports.html.images import exercise_images


@pytest.fixture(scope="module")
def class_text():
    made = sample_class()
    pages = page_addresses(file_stems(report.submission for report in made))
    return class_page(made, when="24 November 2024, 10:15", pages=pages)


@pytest.fixture(scope="module")
def page(class_text):
    return Page(class_text)


def test_the_policy_forbids_scripts_and_the_network(class_text):
    for text in (class_text, submission_page(hostile())):
        (policy,) = [
            tag["content"] for tag in Page(text).all("meta") if tag.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline';")
        assert "script" not in policy
        assert text.index("Content-Security-Policy") < text.index("<title>") < text.index("<style>")


@pytest.mark.parametrize(
    "make",
    [
        lambda: class_page(
            [*sample_class(), hostile(suspicions=(EVIL_SCRIPT + EVIL_BIDI,), measured="</svg><script>")]
        ),
        lambda: submission_page(hostile(), for_student=False),
    ],
)
def test_hostile_text_makes_no_tags(make):
    text = make()
    page = Page(text)
    assert {tag for tag, _attributes in page.tags} <= ALLOWED
    names = {name for _tag, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on")]
    assert text.count("<style>") == 1
    assert '<script>alert("1")</script>' in page.text  # it is there, as text
    assert not set("\x1b\x07\x9b\u202e\u2066\u200b") & set(text)


def test_the_page_needs_nothing_from_elsewhere(page):
    for _tag, attributes in page.tags:
        for name in ("src", "href", "action", "data", "poster"):
            assert re.match(r"#|data:image/png;base64,|pages/[\w.-]+\.html$", attributes.get(name) or "#")
    assert not page.all("link") and not page.all("script")


def test_every_link_leads_somewhere_and_every_id_is_unique(page):
    ids = Counter(attributes["id"] for _tag, attributes in page.tags if "id" in attributes)
    assert set(ids.values()) == {1}
    links = {link["href"] for link in page.all("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert len(links) > 13


def test_a_phone_and_a_dark_room_are_thought_of(class_text, page):
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in page.all("meta")
    assert "prefers-color-scheme: dark" in class_text and "@media print" in class_text


def test_the_page_can_be_used_without_seeing_it(page):
    assert page.all("html") == [{"lang": "en"}]
    assert all(head.get("scope") in ("col", "row") for head in page.all("th"))
    assert all(len(image["alt"]) > 20 for image in page.all("img"))
    assert all(svg.get("aria-label") or svg.get("aria-hidden") for svg in page.all("svg"))
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(later <= earlier + 1 for earlier, later in steps)


def test_the_class_report_says_what_happened(page):
    for words in [
        "24 November 2024, 10:15 · data: MNIST · training: quick · seed 17 · fully isolated",
        "13 submissions",
        "82 median of 100 points",
        "3 without a mark, see below",
        "2 not graded The kit could not grade these. This is not a mark, and not a zero. Grade them again. jonas: Some checks are broken",
        "1 unreadable There was no readable page, so there are no points. luis: mnist.py is not Python: line 231",
        "The middle half of the class has 78.12 to 93 of 100 points, the median 82.",
        "All points: 2 of 10. Some exercises not started: 1. No exercise started: 1.",
        "2 of 13 normalize · divides_by_256 You divided by 256.",
        "ben, chloe",
        "unreadable: mnist.py is not Python: line 231",
        "Median 5.2 s for one submission.",
    ]:
        assert words in page.text
    assert page.text.index("2 not graded") < page.text.index("The middle half")


def test_a_submissions_page_says_what_happened():
    emil, jonas = (next(one for one in sample_class() if one.submission == name) for name in ("emil", "jonas"))
    page = Page(submission_page(emil, for_student=False, back="../report.html"))
    assert {"href": "../report.html"} in page.all("a")
    assert "✗ time ran out the History of fit is returned 0 of 5" in page.text
    assert "– waiting the loss falls 0 of 6 · hidden Waiting for: the History of fit is returned" in page.text
    assert "For instructors" in page.text and "For instructors" not in Page(submission_page(emil)).text
    assert "This is our bug. It costs you nothing." in Page(submission_page(jonas, for_student=False)).text


def test_cells_say_in_words_what_their_colours_say():
    text = class_page(
        [
            report("ada", normalize=BY_256),
            untouched("kemi"),
            our_bug("jonas"),
            nothing("luis", Status.UNREADABLE, "Empty."),
        ]
    )
    assert '<td class="part">4</td>' in text
    assert '<td class="full">9</td>' in text
    assert '<td class="still"><span aria-hidden="true">·</span><span class="unseen">not started</span></td>' in text
    assert '<td class="ours">11 !</td>' in text
    assert '<td class="said" colspan="14"><div>unreadable: Empty.</div></td>' in text


def instructors(made):
    return submission_page(made, for_student=False)


def pictures(text):
    return [Image.open(io.BytesIO(base64.b64decode(tag["src"].partition(",")[2]))) for tag in Page(text).all("img")]


def test_each_picture_is_shown_once_and_made_anew():
    text = instructors(report("ada", plot_images={"test_25_tiles": {"figure": picture() + b"payload"}}))
    # three checks of one exercise, one of them with other bytes, and one check of another exercise
    assert len(pictures(text)) == 3
    assert base64.b64encode(b"payload").decode()[:8] not in text
    assert text.count('alt="25 images in 5 rows of 5; at them, row by row: 5 / 5;') == 3
    assert "<figcaption>failed: there are 25 tiles, five by five" in text


def test_damaged_pictures_are_left_out_with_a_word():
    text = instructors(hostile())
    assert "2 figures left out: too large for this page, or damaged." in Page(text).text


def test_pictures_of_failed_checks_come_first_when_space_is_short():
    made = report("ben", plot_predictions={"test_both_numbers": {"figure": picture(2)}})
    found = exercise_images(made, for_student=False, budget=len(picture(2)) + 3000)
    assert [one.check.name for one in found["plot_predictions"].shown] == ["test_both_numbers"]
    assert found["plot_images"].left_out == 1 and not found["plot_images"].shown


def test_large_pictures_are_made_smaller():
    text = instructors(report("ada", plot_images={"test_25_tiles": {"figure": picture(1, 12.0)}}))
    assert {max(image.size) for image in pictures(text)} == {800, 320}


def test_a_student_sees_nothing_that_code_took_out_of_hidden_checks():
    made = report(
        "ada",
        count_labels={
            "test_a_case_by_hand": {"output": "my own print"},
            "test_a_missing_class": {"output": "hidden input"},
        },
    )
    student, instructor = submission_page(made), submission_page(made, for_student=False)
    assert "my own print" in student and "hidden input" not in student
    assert "hidden input" in instructor
    assert "seed" not in Page(student).text and "seed 17" in Page(instructor).text
    hidden_only = report("ada", plot_images={"test_labels_below": {"figure": picture(2)}})
    assert (
        len(pictures(submission_page(hidden_only, for_student=False)))
        == len(pictures(submission_page(hidden_only))) + 1
    )


def test_a_students_page_stands_alone():
    page = Page(submission_page(report("ben", normalize=BY_256)))
    assert page.text.startswith("ben: mnist ben: mnist data: MNIST")
    assert "94 of 100 points" in page.text


def test_the_backends_of_a_class_are_said():
    """Marks of two backends in one class are not of one kind."""
    made = [replace(one, backend=backend) for one, backend in zip(sample_class()[:3], ("jax", "torch", "jax"), strict=True)]
    assert "training: quick · Keras on JAX · Keras on PyTorch · seed 17" in Page(class_page(made)).text


def test_a_page_that_no_data_was_needed_for_says_nothing_about_data():
    page = Page(submission_page(replace(report("ben", normalize=BY_256), dataset="")))
    assert "data:" not in page.text and "training: quick" in page.text
    assert "You divided by 256." in page.text
    assert "divides_by_256" not in page.text
    assert "The same mistake shows here." in page.text
    assert page.headings[:2] == [1, 2]


def test_a_score_that_is_not_final_says_so():
    assert "100 of 100 points, not final" in Page(submission_page(our_bug("jonas"))).text


def test_an_empty_class_makes_a_page():
    page = Page(class_page([]))
    assert "0 submissions" in page.text and "No known mistakes were found." in page.text
    assert Page(submission_page(nothing("x", Status.NOT_GRADED, "Gone."))).text.endswith("Not graded: Gone.")


def test_the_chart_of_marks_tells_its_numbers():
    tenths = [[("ada", "1")] * count for count in (1, 0, 0, 0, 0, 0, 0, 0, 2, 5)]
    chart = charts.distribution("marks", tenths, median=92.5)
    assert chart.words == "Bar chart of the marks. 0 to 9 per cent: 1; 80 to 89 per cent: 2; 90 to 100 per cent: 5."
    assert len(chart.bars) == 3 and chart.mark == (92.5, "median 92.5")
    assert charts.shares(1, 0, 3) == [("solved", 0, 25), ("untouched", 25, 75)]


def test_a_bar_leads_to_the_submissions_in_it(page, class_text):
    """Each bar is a link to a list; the lists of a chart, and those of an exercise, have every graded submission once."""
    bars = [link["href"][1:] for link in page.all("a") if link.get("class") == "column"]
    assert {bar.partition("-")[0] for bar in bars} == {"marks", "time"}
    listed = dict(re.findall(r'<dt id="([\w-]+)">[^<]*</dt>\n<dd>(.*)</dd>', class_text))
    assert set(bars) <= set(listed)
    graded = sum(one.status is Status.GRADED for one in sample_class())
    for some in ("marks", "e1", "e3"):
        assert sum(text.count("<bdi>") for id, text in listed.items() if id.partition("-")[0] == some) == graded
    assert "<bdi>ben</bdi></a> 94" in listed["marks-9"] and any("<bdi>ben</bdi>" in text for id, text in listed.items() if id.endswith("-begun"))


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_class_and_a_word(outcome):
    points = {"points": 4.0} if outcome is Outcome.PASSED else {}
    made = report("x", evaluate={"test_order": {"outcome": outcome, "message": "Why.", **points}})
    assert Page(submission_page(made)).text.count("the loss comes first, then the accuracy") == 1
