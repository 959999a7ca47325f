"""A card of nbgrader's feedback has one number for one exercise, also where a course has given it other points."""

import re

import pytest
from reports_sample import BY_256, report

from autograder.nbgrader import feedback
from autograder.nbgrader.cell_scores import CellScore, scaled


@pytest.mark.parametrize("points", [3.0, 4.0, 10.0, 17.0])
@pytest.mark.parametrize("wrong", [{}, {"normalize": BY_256}], ids=["right", "wrong"])
def test_a_card_has_one_number_for_one_exercise(points, wrong):
    """It said "6 of 6 points" above and "4 of 4 points in this course" below."""
    made = report("ada", **wrong)
    exercise = next(one for one in made.exercises if one.name == "normalize")
    score = scaled(exercise, points)
    html = feedback.output(made, "normalize_check", CellScore(score), points, 6)["text/html"]
    of = [
        (float(a), float(b))
        for a, b in re.findall(r"([\d.]+) of ([\d.]+)", re.sub("<pre.*?</pre>|<p [^>]*pre-wrap.*?</p>", "", html))
    ]
    whole, *parts = of
    assert whole == (pytest.approx(score, abs=0.01), points) and "in this course" not in html
    assert sum(a for a, _b in parts) == pytest.approx(score, abs=0.05)
    assert sum(b for _a, b in parts) == pytest.approx(points, abs=0.05)
