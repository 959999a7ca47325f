"""Reports that are kept beside a course are fresh only as long as all they depend on is the same."""

import miniature

from autograder.core.settings import Settings
from autograder.nbgrader import report_store


def test_marks_depend_on_the_kit_and_its_libraries(tmp_path, monkeypatch):
    """After an update of the kit, or of Keras, a class is judged again."""
    folder = miniature.write(tmp_path)
    before = report_store.stamp(folder, Settings())
    assert report_store.stamp(folder, Settings()) == before
    monkeypatch.setattr("autograder.core.versions.stamp", lambda: "another engine, or another Keras")
    assert report_store.stamp(folder, Settings()) != before
