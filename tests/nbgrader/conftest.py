"""One nbgrader for all tests, and a course that is made once and copied."""

import pytest
from nbgrader_course import new_course, new_kit, started


@pytest.fixture(scope="session")
def commands(tmp_path_factory):
    with started(tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture(scope="session")
def kit(tmp_path_factory, commands):
    """A clone of the kit with the assignment in miniature, built."""
    return new_kit(tmp_path_factory.mktemp("kit"), commands)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory, commands, kit):
    """A course whose assignment has been generated and that nobody has handed in to. To be copied."""
    return new_course(tmp_path_factory.mktemp("courses") / "untouched", kit, commands)


@pytest.fixture
def course(untouched, tmp_path):
    return untouched.copy(tmp_path / "course")
