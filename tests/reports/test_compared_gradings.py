"""Two gradings compared: whose marks changed, by which checks, and what was different."""

from dataclasses import replace

import pytest
from reports_sample import BY_256, nothing, report

from autograder.core.corrections import Correction, CorrectionKind
from autograder.core.records import Outcome, Status
from autograder.reports.compared_gradings import causes, compare

MADE_BY = {"engine": "aaaa", "python": "3.11.2", "keras": "3.9.0"}
ADA = replace(report("ada"), judged_by=MADE_BY, backend="jax", assignment_version="1")


def compared(before, after):
    return compare({one.submission: one for one in before}, {one.submission: one for one in after})


def kinds(before, after):
    return [one.kind for one in causes(before, after)]


def test_whose_marks_changed_and_by_which_checks():
    found = compared([report("ada"), report("ben"), report("eve")], [report("ada"), report("ben", normalize=BY_256), report("cem")])
    (ben,) = found.changed
    assert (ben.student, ben.before, ben.after, ben.difference) == ("ben", "100", "94", -6)
    assert [(one.exercise, one.said, one.difference) for one in ben.checks] == [("normalize", "passed → failed (divides_by_256)", points) for points in (-2, -4)]
    assert (found.same, found.added, found.gone, found.quiet) == (1, ("cem",), ("eve",), ())
    assert found.headline == "1 mark of 2 changed."
    assert [(one.exercise, one.students, one.difference) for one in found.by_check] == [("normalize", 1, -2), ("normalize", 1, -4)]


def test_nothing_changed():
    found = compared([ADA], [replace(ADA, seconds=99.0)])
    assert found.headline == "No mark of 1 changed." and found.same == 1 and not found.by_check and not found.by_cause


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"source_sha256": "1" * 64}, "another page"),
        ({"assignment_version": "2"}, "other checks"),
        ({"judged_by": MADE_BY | {"engine": "bbbb"}}, "another engine"),
        ({"judged_by": MADE_BY | {"keras": "3.10.0"}}, "other libraries"),
        ({"judged_by": {}}, "perhaps another engine"),
        ({"backend": "torch"}, "another backend"),
        ({"seed": 18}, "another seed"),
        ({"dataset": "drawn"}, "other data"),
        ({"corrections": (Correction(CorrectionKind.COMMENT, "x"),)}, "a correction"),
        ({}, "nothing that is noted"),
    ],
)
def test_each_cause_is_told_apart(changes, kind):
    assert kinds(ADA, replace(ADA, **changes)) == [kind]


def test_several_causes_are_all_said_the_page_first():
    after = replace(ADA, backend="torch", source_sha256="1" * 64, judged_by=MADE_BY | {"keras": "3.10.0"})
    assert kinds(ADA, after) == ["another page", "other libraries", "another backend"]
    assert [one.said for one in causes(ADA, after)][1:] == ["other libraries: keras 3.9.0 → 3.10.0", "another backend: Keras on JAX → Keras on PyTorch"]


def test_without_a_mark_there_is_no_difference_in_points():
    (one,) = compared([report("ada")], [nothing("ada", Status.NOT_GRADED, "Gone.")]).changed
    assert (one.before, one.after, one.difference) == ("100 of 100", "not graded", None)


def test_a_check_that_came_out_differently_without_a_change_of_the_mark_is_not_lost():
    found = compared(*([report("ada", train={"test_learns": dict(outcome=outcome)})] for outcome in (Outcome.FAILED, Outcome.TIMEOUT)))
    assert not found.changed and [one.said for one in found.quiet[0].checks] == ["failed → time ran out"]
