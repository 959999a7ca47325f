"""Reports that are kept beside a course are fresh only as long as all they depend on is the same."""

import miniature

from autograder.nbgrader import kept
from autograder.settings import Settings


def test_marks_depend_on_the_kit_and_its_libraries(tmp_path, monkeypatch):
    """After an update of the kit, or of Keras, a class is judged again."""
    folder = miniature.write(tmp_path)
    before = kept.stamp(folder, Settings())
    assert kept.stamp(folder, Settings()) == before
    monkeypatch.setattr("autograder.versions.stamp", lambda: "another engine, or another Keras")
    assert kept.stamp(folder, Settings()) != before
