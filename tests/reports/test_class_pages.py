"""What the class report works out: discrimination, measurements, times; and how a class of thousands stays small."""

import re
import sys
from dataclasses import replace

import matplotlib
import numpy as np
import pytest
from reports_sample import BY_256, large_class, nothing, our_bug, report, untouched
from strict_html import Page

from autograder.core.corrections import Correction, CorrectionKind
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.reports import class_page, class_stats, discrimination, file_stems, page_addresses
from autograder.reports.discrimination import Discrimination, discriminations
from autograder.reports.html import charts


def marked(name: str, *points: float) -> Report:
    """A page with one exercise of ten points for each number."""
    exercises = tuple(
        ExerciseResult(f"e{place}", (CheckResult("test_a", "a", outcome(number), float(number), 10.0),))
        for place, number in enumerate(points)
    )
    return replace(report(name), exercises=exercises)


def outcome(points: float) -> Outcome:
    return Outcome.PASSED if points == 10 else Outcome.FAILED


def a_class(*rows: tuple[float, ...]) -> list[Report]:
    return [marked(f"s{place}", *row) for place, row in enumerate(rows)]


# -- discrimination ---------------------------------------------------------------------------------------------------


def test_discrimination_is_the_correlation_with_the_other_exercises():
    """Against NumPy, on points of unequal sizes; the exercise's own points are not in the total."""
    points = np.random.default_rng(3).integers(0, 11, (25, 4)).astype(float)
    points[:, 1] = np.minimum(10, points[:, 0] + 1)
    found = discriminations(a_class(*points.tolist()))
    for place in range(4):
        others = np.delete(points, place, axis=1).sum(axis=1)
        assert found[f"e{place}"].correlation == pytest.approx(np.corrcoef(points[:, place], others)[0, 1])


def test_discrimination_by_hand():
    """The strong half solves both; so each tells all about the other, and one the other way round tells the opposite."""
    rows = [(10, 10)] * 6 + [(0, 0)] * 6
    assert discriminations(a_class(*rows))["e0"].correlation == pytest.approx(1)
    assert discriminations(a_class(*((a, 10 - b) for a, b in rows)))["e1"].correlation == pytest.approx(-1)


def test_its_interval_is_fishers():
    """r = 0.5 of 28 pages: atanh 0.5 = 0.5493, and 1.96 / 5 = 0.392 to either side, by a table of tanh."""
    rng = np.random.default_rng(1)
    x, noise = rng.normal(size=(2, 28))
    x, noise = x - x.mean(), noise - noise.mean()
    noise -= x * (noise @ x) / (x @ x)
    y = 0.5 * x / np.linalg.norm(x) + np.sqrt(0.75) * noise / np.linalg.norm(noise)
    found = discriminations(a_class(*((5 + a, 5 + 4 * b) for a, b in zip(x, y, strict=True))))["e0"]
    assert (found.correlation, found.lowest, found.highest) == pytest.approx((0.5, 0.156, 0.736), abs=1e-3)


def test_untouched_pages_do_not_make_exercises_look_good():
    rows = [(10, 0), (0, 10)] * 6
    made = a_class(*rows)
    still = [ExerciseResult(f"e{n}", (CheckResult("test_a", "a", Outcome.NOT_STARTED, 0.0, 10.0),)) for n in (0, 1)]
    with_blanks = made + [replace(marked(f"blank{n}"), exercises=tuple(still)) for n in range(30)]
    assert discriminations(with_blanks)["e0"] == discriminations(made)["e0"]
    assert discriminations(made)["e0"].correlation == pytest.approx(-1)


def test_what_has_no_mark_does_not_count():
    made = a_class(*[(10, 0), (0, 10)] * 6)
    others = [nothing("x", Status.UNREADABLE, "Empty."), replace(made[0], status=Status.NOT_GRADED)]
    assert discriminations(made + others) == discriminations(made)


def test_a_small_class_is_told_nothing_but_why():
    made = a_class(*[(10, 0), (0, 10)] * 4, (5, 5))
    assert discriminations(made) == {}
    text = Page(class_page(made)).text
    assert "is calculated from at least 10 pages with an exercise started; here there are 9." in text
    assert "discrimi" not in text.partition("How well each exercise separates")[0]
    assert discriminations([*made, marked("tenth", 5, 6)])


def test_where_all_have_the_same_points_nothing_can_be_told():
    rows = [(10, place / 2) for place in range(12)]
    found = discriminations(a_class(*rows))
    assert found["e0"] == Discrimination(None) and found["e0"].word == "all alike"
    assert found["e1"].correlation is None  # nothing to compare it with
    assert "all alike" in Page(class_page(a_class(*rows))).text


def test_sums_that_differ_in_the_last_bit_are_equal():
    """0.1 + 0.2 and 0.3 are the same points: they must not pass for a difference between students."""
    rows = [(place % 2 * 10.0, 0.1, 0.2) if place % 3 else (place % 2 * 10.0, 0.2, 0.1) for place in range(12)]
    assert discriminations(a_class(*rows))["e0"].correlation is None


@pytest.mark.parametrize(
    ("correlation", "word"),
    [(0.3, "well"), (0.29, "a little"), (0.05, "hardly"), (-0.05, "hardly"), (-0.2, "the wrong way round")],
)
def test_a_beginner_reads_a_word(correlation, word):
    assert Discrimination(correlation).word == word


def test_the_explanation_is_on_the_page():
    text = Page(class_page(large_class(40))).text
    assert discrimination.EXPLAINED in text and "Calculated from the 37 graded pages" in text


# -- measurements and times -------------------------------------------------------------------------------------------


def measured(name: str, accuracy: float, **more: float) -> Report:
    numbers = {"accuracy": accuracy, "accuracy_needed": 0.93, **more}
    return report(name, build_model={"test_accuracy": dict(outcome=Outcome.PASSED, measurements=numbers)})


def test_the_models_of_a_class():
    made = [measured("ada", 0.97, loss=0.1), measured("ben", 0.41), measured("eve", 0.95, loss=0.2), our_bug("jonas")]
    accuracy, loss = class_stats.measured(made)
    assert (accuracy.exercise, accuracy.name, accuracy.needed) == ("build_model", "accuracy", 0.93)
    assert accuracy.values == (("ada", 0.97), ("ben", 0.41), ("eve", 0.95))
    assert (loss.name, loss.needed, loss.values) == ("loss", None, (("ada", 0.1), ("eve", 0.2)))
    text = Page(class_page(made)).text
    assert "Median 95 %. Lowest: ben 41 %, eve 95 %, ada 97 %. Below the required 93 %: 1 of 3." in text
    assert "Median 0.15. Highest: eve 0.2, ada 0.1." in text
    assert "build_model: trained for three epochs it recognises at least 93 of 100 test images" in text


@pytest.mark.parametrize(
    ("names", "sentence"), [(["ada"], "97.12 % for 1 model."), (["ada", "ben", "eve"], "97.12 % for all 3 models.")]
)
def test_models_that_read_alike_are_told_in_a_sentence(names, sentence):
    """Most of a class has the same network, which the same protocol trains to the same number."""
    page = class_page([measured(name, 0.9712) for name in names])
    assert f"{sentence} Below the required 93 %: 0 of {len(names)}." in Page(page).text
    assert "Lowest" not in page


def test_without_measurements_nothing_is_said_about_models():
    assert "models" not in Page(class_page([report("ada")])).text


def test_the_slowest_submissions_are_named():
    made = [replace(report(name), seconds=took) for name, took in (("ada", 3.0), ("ben", 75.4), ("eve", 4.0))]
    text = Page(class_page([*made, nothing("luis", Status.UNREADABLE, "Empty.")])).text
    assert "Median 4.0 s for one submission. Longest: ben 1 min 15 s, eve 4.0 s, ada 3.0 s." in text
    assert "1 min 22 s in total" in text


@pytest.mark.parametrize(
    "values", [[0.97], [0.97] * 50, [0.0], [0.0, 0.0, 1e9], [-1.0, 1.0], [1e-9, 2e-9], list(np.linspace(0, 1, 200))],
    ids=["one", "equal", "nought", "far apart", "below zero", "tiny", "many"],
)  # fmt: skip
@pytest.mark.parametrize("needed", [None, 0.93])
def test_every_number_stands_in_one_bar(values, needed):
    chart = charts.spread("c", named_numbers(values), "accuracy", "{:g}".format, needed)
    assert sum(bar.count for bar in chart.bars) == len(values)
    assert (chart.mark is not None and chart.mark[1] == "needed 0.93") is (needed is not None)
    assert chart.words.startswith(f"Bar chart of accuracy: {len(values)} numbers from {min(values):g} to {max(values):g}.")


def named_numbers(values: list[float]) -> list[tuple[str, float]]:
    return [(f"s{place}", value) for place, value in enumerate(values)]


NARROW, SMALLEST = 240, 10  # pixels: a chart on a phone, and its letters there


@pytest.mark.parametrize("values", [[0.5, 0.5], [0.93, 0.95], [0.1, 0.97], [0.0001, 0.0002]], ids=str)
def test_labels_under_the_bars_do_not_run_into_each_other(values):
    ticks = charts.spread("c", named_numbers(values), "x", lambda number: f"{100 * number:.4g} %").ticks
    places, labels = [NARROW * left / 100 for left, _text in ticks], [text for _left, text in ticks]
    widest = max(map(len, labels)) * 0.55 * SMALLEST  # a letter is about so wide
    assert len(labels) > 2
    assert min(b - a for a, b in zip(places, places[1:], strict=False)) > widest


def test_a_number_on_an_edge_counts_to_the_right():
    chart = charts.spread("c", named_numbers([0.0, 0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 1.0]), "x", "{:g}".format)
    assert [bar.count for bar in chart.bars] == [1, 1, 1, 1, 1, 1, 2]  # the last edge closes the last bar
    assert chart.bars[-1].who == [("s6", "0.9"), ("s7", "1")] and chart.bars[-1].said == "0.9 to 1: 2"


def tenths(*counts: int) -> list[list[tuple[str, str]]]:
    return [[("ada", "5")] * count for count in counts]


def test_an_instructors_own_settings_of_matplotlib_change_no_chart():
    """With LaTeX for all texts, as some have it for their papers, the class page needed LaTeX. And two pages of a class can be compared."""
    plain = class_page(MIXED)
    with matplotlib.rc_context({"text.usetex": True, "font.size": 30, "axes.facecolor": "red", "axes.linewidth": 5}):
        assert class_page(MIXED) == plain


@pytest.mark.parametrize(("median", "anchor"), [(50.0, "over"), (93.0, "after"), (97.0, "before"), (None, "over")])
def test_the_number_above_a_bar_is_not_crossed_by_the_line(median, anchor):
    (bar,) = charts.distribution("marks", tenths(*[0] * 9, 7), median).bars
    assert (bar.side, bar.count) == (anchor, 7)


# -- who has no mark --------------------------------------------------------------------------------------------------


def test_a_class_in_which_all_have_a_mark_is_not_alarmed():
    assert 'class="alarm"' not in class_page([report("ada")])


def test_many_without_a_mark_are_folded_not_cut():
    made = [nothing(f"s{place:02}", Status.UNREADABLE, f"Empty {place}.") for place in range(30)]
    page = Page(class_page(made))
    assert "30 unreadable" in page.text and "and 18 more" in page.text
    assert all(f"s{place:02}: Empty {place}." in page.text for place in range(30))


# -- judged by other checks ------------------------------------------------------------------------------------------


def of_older_checks(name: str, points: float = 12.0) -> Report:
    """A page of an exercise of twelve points, and one of ten; everything right, unless said otherwise."""
    first = CheckResult("test_a", "a", Outcome.PASSED if points == 12 else Outcome.FAILED, points, 12.0)
    return replace(marked(name, 10, 10), exercises=(ExerciseResult("e0", (first,)), marked(name, 10, 10).exercises[1]))


MIXED = [marked("ada", 10, 10), marked("ben", 5, 10), marked("cem", 10, 0), of_older_checks("old"), nothing("x", Status.UNREADABLE, "")]  # fmt: skip


def test_each_page_is_measured_at_what_it_could_reach():
    """22 of 22 points are everything, and 20 of 20 are, too."""
    assert class_stats.worth(MIXED) == 20 and [class_stats.share(one) for one in MIXED] == [1, 0.75, 0.5, 1, 0]
    assert [class_stats.tenth(one) for one in class_stats.graded(MIXED)] == [9, 7, 5, 9]
    assert [column.max_score for column in class_stats.columns(MIXED)] == [10, 10]
    text = Page(class_page(MIXED)).text
    assert "All points: 2 of 4." in text and "has 68.75 to 100 per cent of the points, the median 87.5." in text
    assert "87.5 median per cent of the points" in text and "50 to 100 lowest and highest" in text
    assert "points possible 10 10 20" in text and "22 of 22" in text


def test_that_some_are_of_other_checks_is_told_first():
    sentence = (
        "1 report was graded with a different version of the checks: the pages are out of 20 and 22 points. Grade all of them again."
    )
    assert class_stats.other_checks(MIXED) == sentence
    page = class_page(MIXED, pages={"old": "pages/old.html"})
    alarm = page.partition('<section class="alarm">')[2].partition("</section>")[0]
    assert sentence in alarm and '<a href="pages/old.html"><bdi>old</bdi></a>: 22 of 22' in alarm
    several = class_stats.other_checks([*MIXED, of_older_checks("older"), marked("oldest", 3)])
    assert several.startswith("3 reports were graded with a different version of the checks: the pages are out of 10, 20 and 22 points.")


def of_version(name, version):
    return replace(marked(name, 10, 10), assignment_version=version)


def test_that_some_are_of_another_version_is_told_first():
    """Their points may be out of as many: of another assignment of the same name, or of an earlier state."""
    made = [of_version("ada", "2.1 (aaaa1111)"), of_version("ben", "2.1 (aaaa1111)"), of_version("old", "2.0 (bbbb2222)"), marked("before", 10, 10)]
    assert class_stats.of_other_versions(made) == [made[2]]
    page = class_page(made)
    alarm = page.partition('<section class="alarm">')[2].partition("</section>")[0]
    assert "1 report is of another version of the assignment than the others. Grade all of them again." in alarm
    assert "<bdi>old</bdi>: version 2.0 (bbbb2222)" in alarm and "ada" not in alarm
    assert "version 2.1 (aaaa1111)" in Page(page).text
    assert class_stats.other_versions(made[:2]) == class_stats.other_versions([]) == "" and "another version" not in class_page(made[:2])


def test_a_class_of_one_set_of_checks_is_told_nothing_of_it():
    for made in ([], [marked("ada", 1, 2)], MIXED[:3], [*MIXED[:3], MIXED[-1]], large_class(40)):
        assert class_stats.other_checks(made) == "" and "different checks" not in class_page(made)
    assert class_stats.worth([]) == 0 and class_stats.scores(MIXED[:3]) == [10, 15, 20]


def test_of_two_sets_of_checks_that_are_as_frequent_the_larger_counts():
    assert class_stats.worth([marked("ada", 1, 1), of_older_checks("old")]) == 22


def test_the_medians_label_is_rounded():
    """It was not, where pages are out of different points: 93 of 102 are 91.17647 per cent."""
    assert charts.distribution("marks", tenths(*[0] * 9, 1), 100 * 93 / 102).mark[1] == "median 91.18"


# -- a large class ----------------------------------------------------------------------------------------------------


def test_an_outline_makes_the_same_class_page():
    """Whatever the class page shows is still there."""
    made = large_class(40)
    stems = file_stems(one.submission for one in made)
    pages = page_addresses(stems)
    assert class_page([class_stats.outline(one) for one in made], pages=pages) == class_page(made, pages=pages)


def test_outlines_share_what_is_alike():
    one, other = (class_stats.outline(report(name)) for name in ("ada", "ben"))
    assert all(a is b for a, b in zip(one.exercises, other.exercises, strict=True))
    assert not any(check.figure or check.message or check.output for check in one.checks)


def test_the_class_page_of_three_hundred_stays_small():
    """No figures in it: those are in the submissions' own pages."""
    made = large_class(300)
    text = class_page(made, pages=page_addresses(file_stems(one.submission for one in made)))
    assert "data:image" not in text
    assert len(text) < 600_000
    assert sys.getsizeof(text) < 2_000_000
    assert text.count('href="pages/student') >= 300


def test_an_untouched_class_has_a_page():
    text = Page(class_page([untouched("kemi")])).text
    assert "No exercise started: 1." in text


def test_the_tables_key_explains_each_colour_and_sign_that_is_there():
    """It said "some or none" with one colour for two, and nothing of a row without a mark."""
    made = [report("ada"), report("ben", normalize=BY_256), untouched("kemi"), our_bug("jonas")]
    made.append(nothing("luis", Status.UNREADABLE, "No page was submitted: mnist.pdf."))
    half = report("maria")
    made.append(replace(half, exercises=half.exercises[1:]))
    section = class_page(made).partition('<section id="submissions">')[2]
    table, _, key = section.partition('<p class="key')
    used = set(re.findall(r'<td class="(?:total )?(full|part|none|still|ours|said)"', table))
    explained = set(re.findall(r'swatch (\w+)"', key))
    assert used == explained and {"full", "still", "ours", "said"} <= used
    assert "our bug" in key and "· not started" in key and "empty: not among this page’s exercises" in key
    few = class_page([report("ada")]).partition('<p class="key')[2]
    assert set(re.findall(r'swatch (\w+)"', few)) == {"full"}


def test_how_many_wrong_answers_have_no_name():
    """The sentence is below the known mistakes, and leads to the command; what is unreadable or not graded does not count."""
    unknown = report("ada", normalize={"test_alike": dict(message="other numbers")})
    others = [report("ben", normalize=BY_256), nothing("x", Status.UNREADABLE, "Empty."), replace(unknown, submission="y", status=Status.NOT_GRADED)]
    text = Page(class_page([unknown, *others])).text
    assert "1 answer goes wrong in a way that has no name yet." in text and "autograder discover" in text
    assert text.index("divides_by_256") < text.index("1 answer goes wrong")
    assert "has no name" not in Page(class_page(others)).text


def test_what_was_changed_for_all_students_is_said_once():
    """A class of sixty would read one sentence sixty times, and not find the two marks that a person has changed."""
    off = Correction(CorrectionKind.OFF, "unclear", "Grace", "3 May 2026", "e0", "test_a")
    own = Correction(CorrectionKind.POINTS, "right idea", "Grace", "3 May 2026", "e1", before=0.0, after=4.0)
    made = [replace(one, corrections=(off, own) if place == 1 else (off,)) for place, one in enumerate(a_class((10, 0), (10, 0), (0, 0)))]
    (part,) = re.findall(r'id="corrections".*?</section>', class_page(made), re.DOTALL)
    assert part.count("this check does not count") == 1 and "<dt>3 students</dt>" in part
    assert part.count("4 points instead of 0") == 1 and "s1" in part and "s0" not in part
