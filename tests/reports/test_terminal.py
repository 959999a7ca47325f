"""What the terminal shows: the wording is part of the product, so it is pinned."""

import io
from dataclasses import replace

import pytest
from reports_sample import (
    BY_256,
    EVIL_BIDI,
    EVIL_MARKUP,
    EVIL_TERMINAL,
    PAGE,
    hostile,
    nothing,
    our_bug,
    report,
    sample_class,
    untouched,
)
from rich.console import Console

from autograder.core.records import CheckResult, ExerciseResult, Outcome, Status
from autograder.reports import as_text, print_class, print_exercise, print_report
from autograder.reports.wording import points


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch):
    """What the person who runs the tests likes in a terminal is not under test."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def only(made, *names):
    """The report with these exercises alone."""
    return replace(made, exercises=tuple(one for one in made.exercises if one.name in names))


def shown(*checks, **options):
    """One exercise as the terminal shows it."""
    console = Console(file=io.StringIO(), width=80)
    print_exercise(ExerciseResult("normalize", checks, line=12), console, **options)
    return console.file.getvalue()


def check(outcome=Outcome.FAILED, title="white becomes 1.0", name="test_a", points=0.0, **more):
    return CheckResult(name, title, outcome, points, 2.0, **more)


def test_a_report_reads_as_promised():
    made = only(report("ben", normalize=BY_256), "count_pixel_values", "normalize")
    waiting = only(untouched("ben"), "plot_image").exercises
    made = replace(made, exercises=made.exercises + waiting)
    numbers = {name: number for number, name in enumerate(PAGE, 1)}
    assert (
        as_text(made, numbers=numbers)
        == """\
  5  count_pixel_values    5 of 5
  6  normalize             4 of 10
       ✗ black (0) becomes 0.0 and white (255) becomes 1.0
           normalize([[[0, 255]]]) gave 0.99609375 at [0, 0, 1]; expected 1.0.
           You divided by 256. Pixel values run from 0 to 255, so the largest
           one must become exactly 1.0.
       ✗ every pixel is scaled alike, wherever it stands
           The same mistake shows here.
       ✓ the argument is left alone (uint8)
       ✓ the argument is left alone (float32)
  7  plot_image            not started

9 of 21 points on MNIST (quick training), fully isolated.
Next: mnist.py line 112, then   autograder check mnist.py normalize
"""
    )


def test_a_solved_exercise_is_one_line_and_a_remark_is_kept():
    passed = check(Outcome.PASSED, points=2.0)
    assert shown(passed) == "  1  normalize    2 of 2\n"
    assert "Note: float16 is coarse." in shown(replace(passed, remark="float16 is coarse."))


@pytest.mark.parametrize(
    "outcome, line",
    [
        (Outcome.FAILED, "✗ white becomes 1.0"),
        (Outcome.ERROR, "✗ white becomes 1.0 (error)"),
        (Outcome.TIMEOUT, "✗ white becomes 1.0 (time ran out)"),
        (Outcome.MEMORY, "✗ white becomes 1.0 (out of memory)"),
        (Outcome.CRASHED, "✗ white becomes 1.0 (crashed)"),
        (Outcome.SKIPPED, "– white becomes 1.0 (waiting)"),
        (Outcome.BROKEN, "! white becomes 1.0 (our bug)"),
    ],
)
def test_every_outcome_has_its_word(outcome, line):
    assert shown(check(outcome)).splitlines()[1].strip() == line


@pytest.mark.parametrize("message", ["Waiting for: the shape stays", "the shape stays"])
def test_a_skipped_check_names_what_it_waits_for(message):
    text = shown(check(Outcome.SKIPPED, message=message), check(Outcome.SKIPPED, message=message, name="test_b"))
    assert text.count("           Waiting for: the shape stays\n") == 1, "it is said once"
    assert text.count("(waiting)") == 1, "and the other is marked"


@pytest.mark.parametrize("backend, title", [("tensorflow", "TensorFlow"), ("jax", "JAX"), ("torch", "PyTorch"), ("newer", "newer")])
def test_the_backend_is_said(backend, title):
    text = " ".join(as_text(replace(our_bug("jonas"), backend=backend)).split())
    assert f"on MNIST (quick training, Keras on {title}), fully isolated" in text
    assert "Keras on" not in as_text(our_bug("jonas")), "where no exercise needs Keras"


def test_a_broken_check_costs_nothing_and_says_so():
    text = as_text(our_bug("jonas"))
    assert "! the loss falls (our bug)" in text
    assert "This is our bug. It costs you nothing." in text
    assert "100 of 100 points on MNIST (quick training), fully isolated, not final." in text
    assert text.endswith(
        "Next: there is nothing for you to do. Please tell your instructor about our bug.\n"
    )


def test_the_same_message_is_said_once():
    first = check(Outcome.ERROR, message="NameError: x", line=7)
    text = shown(first, replace(first, name="test_b"), source="mnist.py")
    assert text.count("NameError: x") == 1
    assert text.count("mnist.py, line 7") == 1
    assert text.count("The same happens here.") == 1


def test_a_line_that_the_message_names_is_not_named_again():
    text = shown(check(Outcome.ERROR, message="NameError: x\n    mnist.py, line 7: x", line=7), source="mnist.py")
    assert text.count("line 7") == 1


def test_two_different_mistakes_are_both_explained():
    text = shown(
        check(mistake="divides_by_256", feedback="You divided by 256."),
        check(mistake="returns_nothing", feedback="The result is lost.", name="test_b"),
    )
    assert "You divided by 256." in text and "The result is lost." in text
    assert "The same mistake" not in text


def test_partial_points_are_shown():
    assert "✗ white becomes 1.0 (1.5 of 2 points)" in shown(check(points=1.5))


def test_what_was_printed_shows_only_for_public_checks_unless_the_instructor_looks():
    hidden, public = (
        check(output="secret input"),
        check(output="a hint to myself", public=True, name="test_b"),
    )
    assert "secret input" not in shown(hidden, public)
    assert "It printed:\n             a hint to myself\n" in shown(hidden, public)
    assert "secret input" in shown(hidden, public, for_student=False)


def test_of_a_progress_bar_only_the_end_is_shown():
    bar = "Epoch 1/2\n\r1/8 --- 1s\b\b\b\r5/8 --- 0s\b\b\b\r8/8 --- 0s - loss: 0.5\nmy own\r\n"
    text = shown(check(output=bar, public=True))
    assert "It printed:\n             Epoch 1/2\n             8/8 --- 0s - loss: 0.5\n             my own\n" in text


def test_an_unreadable_page_keeps_its_caret_under_the_slip():
    lines = as_text(nothing("luis", Status.UNREADABLE, "line 2 is not Python:\n    def f[x):\n         ^")).splitlines()
    assert lines == [
        "Unreadable: line 2 is not Python:",
        "      def f[x):",
        "           ^",
        "Next: fix mnist.py, then   autograder check mnist.py",
    ]


def test_the_next_step_fits_the_case():
    def last(made, **options):
        return as_text(made, width=120, **options).splitlines()[-1]

    wrong = report("dev", normalize={"test_alike": {"outcome": Outcome.ERROR, "line": 118}})
    assert last(wrong) == "Next: mnist.py line 118, then   autograder check mnist.py normalize"
    assert last(wrong, path="my work/mnist.py").endswith("autograder check 'my work/mnist.py' normalize")
    assert (
        last(wrong, path="mnist.ipynb")
        == "Next: normalize in mnist.ipynb, then   autograder check mnist.ipynb normalize"
    )
    assert last(report("ada"), when_done="hand it in.") == "Next: hand it in."
    part = only(report("ada"), "normalize")
    assert last(part, numbers={"normalize": 6, "train": 9}) == "Next: check the whole page with   autograder check mnist.py"


def test_the_closing_line_names_data_isolation_and_public_checks():
    made = only(report("ada"), "plot_image")
    assert "6 of 6 points on MNIST (public checks only, quick training), fully isolated." in as_text(made)
    made = replace(made, dataset="digits", isolation="none", budget="")
    assert "6 of 6 points on drawn digits (public checks only), not isolated." in as_text(made)
    assert "(public checks only).\nNo walls here." in as_text(made, isolation="No walls here.")


def test_notes_come_first():
    text = as_text(report("iris", notes=("cell 9: ignored, because it is not Python: %time",)))
    assert text.startswith("  Note: cell 9: ignored, because it is not Python: %time\n\n")


def test_hostile_text_is_shown_as_text_and_does_nothing():
    text = as_text(hostile())
    assert EVIL_MARKUP[:18] in text
    assert not set("\x1b\x07\x9b\u202e\u2066\u200b") & set(text)
    assert "owned" not in text
    assert EVIL_TERMINAL not in text and EVIL_BIDI not in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    for made in sample_class():
        assert max(map(len, as_text(made, width=width).splitlines())) <= width


def test_no_line_ends_in_spaces():
    console = Console(file=io.StringIO(), width=80)
    print_class(sample_class(), console)
    text = console.file.getvalue() + "".join(map(as_text, sample_class()))
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "latin-1"])
def test_an_old_terminal_gets_signs_it_can_show(encoding):
    raw = io.BytesIO()
    console = Console(file=io.TextIOWrapper(raw, encoding, errors="strict"), width=80)
    for made in sample_class():
        print_report(made, console)
    print_class(sample_class(), console)
    console.file.flush()
    text = raw.getvalue().decode(encoding)
    assert "x black (0) becomes 0.0" in text
    assert "+ the argument is left alone (uint8)" in text


def test_colours_only_where_there_is_a_terminal():
    def printed(**options):
        console = Console(file=io.StringIO(), width=80, **options)
        print_report(report("ben", normalize=BY_256), console)
        return console.file.getvalue()

    assert "\x1b[" not in printed()
    assert "\x1b[" in printed(force_terminal=True, color_system="standard", no_color=False)


def table(reports, width=100, **more):
    console = Console(file=io.StringIO(), width=width)
    print_class(reports, console, **more)
    return console.file.getvalue()


def test_the_class_table_says_how_many_wrong_answers_have_no_name():
    unknown = {"test_alike": dict(message="other numbers")}
    assert "has no name" not in table([report("ada"), report("ben", normalize=BY_256)])
    text = table([report("ada", normalize=unknown), report("ben", normalize=BY_256), report("eve", plot_predictions={})])
    assert "1 answer goes wrong in a way that has no name yet.\n   See them in groups:   autograder discover DIR\n" in text
    text = table([report(name, normalize=unknown) for name in ("ada", "ben")], folder="course/reports/mnist")
    assert "See them in groups:   autograder discover course/reports/mnist\n" in text
    assert "2 answers go wrong in a way that has no name yet." in text


def test_the_class_table_tells_of_other_checks():
    """Their pages are out of other points, so what is said of all is in per cent."""
    old = only(report("old"), *[one.name for one in report("old").exercises[:-1]])
    text = table([report("ada"), report("ben", normalize=BY_256), old])
    assert "3 submissions, 3 graded: from 94 to 100 per cent of the points, median 100." in text
    assert "1 report was graded with a different version of the checks: the pages are out of 93 and 100 points." in text
    assert "points. Grade all of them again. old Known mistakes" in " ".join(text.split())
    assert "checks" not in table([report("ada"), report("ben", normalize=BY_256)])


def test_the_class_table_tells_of_another_version():
    made = [replace(report(name), assignment_version=version) for name, version in (("ada", "a1"), ("ben", "a1"), ("old", "b2"))]
    assert "1 report is of another version of the assignment than the others. Grade all of them again. old" in " ".join(table(made).split())
    assert "version" not in table(made[:2])


def test_the_class_table():
    made = [report("ada"), report("ben", normalize=BY_256), untouched("kemi"), our_bug("jonas")]
    made.append(nothing("luis", Status.UNREADABLE, "mnist.py is empty."))
    assert (
        table(made)
        == """\
                   1  2  3  4  5   6  7   8    9  10  11  12  total
  points possible  4  9  9  9  5  10  6  16   11   9   5   7    100
  ada              4  9  9  9  5  10  6  16   11   9   5   7    100
  ben              4  9  9  9  5   4  6  16   11   9   5   7     94
  kemi             ·  ·  ·  ·  ·   ·  ·   ·    ·   ·   ·   ·      0
  jonas            4  9  9  9  5  10  6  16  11!   9   5   7      ?
                   not graded: Some checks are broken: this is our bug, and it costs no points.
  luis             unreadable: mnist.py is empty.

  1 dataset_shapes, 2 count_labels, 3 plot_label_counts, 4 plot_images, 5 count_pixel_values,
  6 normalize, 7 plot_image, 8 build_model, 9 train, 10 evaluate, 11 predict_labels,
  12 plot_predictions
  · not started   ! our bug, costs no points; the total is not final

5 submissions, 3 graded: from 0 to 100 points, median 94.

Known mistakes, the most frequent first
   1 ×  normalize: divides_by_256   ben
"""
    )


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_class_table_fits(width):
    assert max(map(len, table(sample_class(), width).splitlines())) <= width


def test_mistakes_are_ranked_and_long_lists_of_names_are_counted():
    made = [report(f"s{number:02}", normalize=BY_256) for number in range(15)] + [
        report("one", plot_predictions={"test_both_numbers": {"mistake": "writes_label_twice"}})
    ]
    lines = table(made).split("first\n")[1].splitlines()
    assert lines[0].startswith("  15 ×  normalize: divides_by_256")
    assert lines[0].split()[4] == "s00,"
    assert lines[1].strip().endswith("s11 and 3 more")
    assert lines[-1].startswith("   1 ×  plot_predictions: writes_label_twice   one")


def test_an_empty_class_is_no_trouble():
    assert "0 submissions." in table([])


def test_points_have_no_needless_decimals():
    assert [points(number) for number in (0.0, 8.0, 2.5, 1 / 3, 100.0)] == ["0", "8", "2.5", "0.33", "100"]
