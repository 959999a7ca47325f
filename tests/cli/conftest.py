"""What several tests of commands share."""

import course_class
import pytest


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The folder above a course with a small graded class, and the current one."""
    found = course_class.copy_to(tmp_path / "here")
    monkeypatch.chdir(found)
    return found
