"""A text that a person marks, from a page to the report: read from the source, whatever the page does, and kept with it."""

import miniature
import pytest
import text_miniature

from autograder.cache.result_cache import ResultCache
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.settings import Settings
from autograder.grading.grader import Grader

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def folder(tmp_path):
    return miniature.write(tmp_path, text_miniature.FILES)


def graded(folder, page, cache=None, settings=None):
    settings = settings or Settings()
    path = folder.parent.parent / "ada.py"
    path.write_text(page)
    with Grader(folder, settings, cache=cache) as grader:
        return grader.grade(Handed("ada", path))


def test_the_report_holds_the_text_beside_the_points(folder):
    report = graded(folder, text_miniature.page("Because."))
    (text,) = report.for_a_person
    assert (text.answer, text.max_points, text.points, text.sample) == ("Because.", 5.0, None, text_miniature.SAMPLE)
    assert report.score == report.max_score == 100.0


def test_one_exercise_alone_is_asked_for_without_the_text(folder):
    assert graded(folder, text_miniature.page("Because."), settings=Settings(exercises=("double",))).for_a_person == ()


def test_what_is_remembered_of_a_page_follows_the_settings(folder, tmp_path):
    def cached():
        return ResultCache(assignment_folder.load(folder), Settings(), tmp_path / "results")

    page = text_miniature.page("Because.")
    assert graded(folder, page, cached()).for_a_person[0].max_points == 5.0
    settings = folder / "assignment.toml"
    settings.write_text(settings.read_text().replace("points = 5\n", "points = 8\n"))
    assert graded(folder, page, cached()).for_a_person[0].max_points == 8.0
    assert graded(folder, page, cached()).for_a_person[0].answer == "Because."


def test_the_stub_is_not_started(folder):
    (text,) = graded(folder, assignment_folder.load(folder).stub).for_a_person
    assert not text.started
