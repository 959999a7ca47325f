"""Reports of two languages are compared in whole, and what differs is named."""

from dataclasses import replace

import class_in_languages as languages
import pytest
import reports_sample

from autograder.core.languages import message
from autograder.reports.folder import write_report


@pytest.fixture
def compared(tmp_path):
    """``compared(change)``: what is found where the second language's first report is changed by a function."""
    sample = reports_sample.sample_class()[1:3]

    def found(change):
        for language, reports in (("en", sample), ("ko", [change(sample[0]), *sample[1:]])):
            for one in reports:
                write_report(one, tmp_path / language, one.submission)
        return languages.compare([tmp_path / "en", tmp_path / "ko"])

    return found


def test_equal_reports(compared):
    found = compared(lambda report: replace(report, seconds=9.0))
    assert (found.pages, found.exercises, found.different) == (2, 24, [])
    assert (found.checks, found.failed, found.mistakes) == (50, 6, 6)


def with_check(report, **changes):
    first = report.exercises[0]
    return replace(report, exercises=(replace(first, checks=(replace(first.checks[0], **changes), *first.checks[1:])), *report.exercises[1:]))


@pytest.mark.parametrize(
    ("changes", "different"),
    [({"points": 1.0}, "marks"), ({"outcome": "failed"}, "outcomes"), ({"mistake": "divides_by_256"}, "mistakes"), ({"message": "다른 말"}, "the page that is read in en")],
)
def test_what_differs_is_named(compared, changes, different):
    found = compared(lambda report: with_check(report, **changes)).different
    assert f"ben.json: {different}" in found and "ben.json: something in the file" in found


@pytest.mark.parametrize(("points", "different"), [(2.0, []), (1.0, ["ben.json: marks", "ben.json: something in the file"])])
def test_another_accuracy_is_counted_apart_and_hides_nothing(tmp_path, points, different):
    """A network that is trained itself learns its classes in another order each time."""
    sample = reports_sample.sample_class()[1:3]
    for language, accuracy in (("en", 0.97), ("ko", 0.96)):
        said = message("The accuracy is {accuracy}.", accuracy=accuracy)
        own = with_check(sample[0], measurements={"accuracy": accuracy}, message=said, points=points if language == "ko" else 2.0)
        for one in (own, sample[1]):
            write_report(one, tmp_path / language, one.submission)
    found = languages.compare([tmp_path / "en", tmp_path / "ko"])
    assert (found.trained, found.measured) == (1, 1) and found.different[:2] == different


def test_weights_that_came_with_the_page(compared):
    assert "ben.json: fingerprints" in compared(lambda report: replace(report, fingerprints=("1234",))).different


def test_a_report_that_is_missing_is_not_compared(tmp_path):
    (tmp_path / "en").mkdir()
    write_report(reports_sample.sample_class()[0], tmp_path / "ko", "ada")
    found = languages.compare([tmp_path / "en", tmp_path / "ko"])
    assert (found.pages, found.of, found.different) == (0, 12, [])


def test_the_section_has_a_row_for_each_assignment():
    text = languages.section({"mnist": languages.Comparison(pages=11, of=12, checks=1040, failed=40, mistakes=30, trained=9)})
    assert "| mnist | 11 of 12 | 1,040 | 40 | 30 | 9 | 0 | 0 |" in text
