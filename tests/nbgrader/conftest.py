"""One nbgrader for all tests, and a course that is made once and copied."""

from importlib.metadata import PackageNotFoundError, version

import miniature
import pytest
from nbgrader_course import Commands, Course


@pytest.fixture(scope="session")
def commands(tmp_path_factory):
    try:
        version("nbgrader")
    except PackageNotFoundError:
        pytest.skip("nbgrader is not installed: pip install '.[nbgrader]'")
    running = Commands(tmp_path_factory.mktemp("home"))
    yield running
    running.close()


@pytest.fixture(scope="session")
def kit(tmp_path_factory, commands):
    """A clone of the kit with the assignment in miniature, built."""
    folder = tmp_path_factory.mktemp("kit")
    miniature.write(folder)
    done = commands("autograder", "build", cwd=folder)
    assert done.code == 0, done.output
    return folder


@pytest.fixture(scope="session")
def untouched(tmp_path_factory, commands, kit):
    """A course whose assignment has been generated and that nobody has handed in to. To be copied."""
    folder = tmp_path_factory.mktemp("courses") / "untouched"
    done = commands("autograder", "course", "new", folder, cwd=kit)
    assert done.code == 0, done.output
    course = Course(folder, commands, "miniature")
    done = course.nbgrader("generate_assignment", "miniature")
    assert done.code == 0, done.output
    return course


@pytest.fixture
def course(untouched, tmp_path):
    return untouched.copy(tmp_path / "course")
