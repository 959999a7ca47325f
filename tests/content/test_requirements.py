"""Packages that an assignment requires: what is accepted, and what is said when one is missing."""

from types import SimpleNamespace

import miniature
import pytest

from autograder.content import assignment_folder, requirements
from autograder.content.assignment import AssignmentBroken
from autograder.core import installed, keras_backend
from autograder.core.settings import Settings
from autograder.hosted import pack_engine, pack_github_actions, pack_gradescope
from autograder.judging.judge import SubmissionJudge


def write(folder, line: str):
    return miniature.write(folder, {"assignment.toml": miniature.SETTINGS.replace("[limits]", f"requires = [{line!r}]\n[limits]", 1)})


@pytest.mark.parametrize("line", ["numpy", "numpy>=1,<9", "numpy>=1; python_version > '3'", "none-such; python_version < '3'"])
def test_what_is_installed_or_not_needed_is_no_problem(line):
    requirements.ensure_installed((line,), "Prices")


def test_a_missing_package_is_named_and_how_to_install_it():
    with pytest.raises(requirements.PackageMissing) as caught:
        requirements.ensure_installed(("numpy", "none-such>=2"), "Prices")
    assert str(caught.value) == (
        "Prices needs none-such>=2, which is not installed here. Install it, then try again:   "
        "python -m pip install 'none-such>=2'"
    )


def test_another_version_is_named_too():
    with pytest.raises(requirements.PackageMissing, match=r"Prices needs numpy<1; [\d.]+ is installed here\. Install another"):
        requirements.ensure_installed(("numpy<1",), "Prices")


@pytest.mark.parametrize("line", ["pandas 2", "", ">=2", "pandas @ https://example.com/pandas.whl"])
def test_a_line_that_names_no_package_is_refused_when_the_settings_are_read(tmp_path, line):
    with pytest.raises(AssignmentBroken, match="requires in the settings must be a list of packages"):
        assignment_folder.load(write(tmp_path, line))


def test_it_is_never_a_students_fault(tmp_path):
    """It ends the run before any submission is judged: no report, so no zero."""
    assignment = assignment_folder.load(write(tmp_path, "none-such"))
    with pytest.raises(requirements.PackageMissing, match="needs none-such, which is not installed here"):
        SubmissionJudge(assignment, Settings(), starters=None)


def test_a_library_that_is_not_here_is_named_before_any_process_starts(tmp_path):
    """The process that loads it would only end."""
    files = {"assignment.toml": miniature.SETTINGS.replace('["numpy"]', '["nunpy.random"]', 1)}
    assignment = assignment_folder.load(miniature.write(tmp_path, files))
    with pytest.raises(requirements.PackageMissing, match=r"Counting: a first program lists the library 'nunpy\.random', which is not installed here\."):
        SubmissionJudge(assignment, Settings(), starters=None)
    requirements.ensure_libraries(("numpy.random", "numpy"), "Prices")


def test_packs_install_it(tmp_path):
    assignment = assignment_folder.load(write(tmp_path, "none-such>=2"))
    assert ' "." \'none-such>=2\'\n' in pack_gradescope._setup(assignment, "")
    assert ' "." \'none-such>=2\'\n' in pack_github_actions.workflow("prices", 60, assignment.requires)
    assert 'constraints.txt "."\n' in pack_github_actions.workflow("prices", 60)


def test_a_backend_is_asked_for_only_where_keras_is_needed(monkeypatch):
    monkeypatch.setattr(installed, "in_clone", lambda: False)
    monkeypatch.setattr(keras_backend, "is_installed", {"torch"}.__contains__)
    requirements.ensure_backend("jax", ["numpy", "matplotlib.pyplot"])
    requirements.ensure_backend("torch", ["numpy", "keras"])
    with pytest.raises(requirements.PackageMissing) as missing:
        requirements.ensure_backend("jax", ["keras.layers"])
    assert str(missing.value) == (
        "Keras is to compute with JAX, which is not installed here. Install it, then try again:   "
        "pip install 'mnist-exercise-kit[jax]'   or use what is installed:   --backend torch"
    )
    monkeypatch.setattr(keras_backend, "is_installed", set().__contains__)
    assert keras_backend.missing("torch").endswith("try again:   pip install 'mnist-exercise-kit[torch]'")
    monkeypatch.undo()
    monkeypatch.setattr(keras_backend, "is_installed", set().__contains__)
    assert keras_backend.missing("torch").endswith('[torch]"') and "--editable" in keras_backend.missing("torch"), "a clone installs itself"


def test_packs_install_the_backend_of_an_assignment_that_needs_keras(tmp_path):
    assignment = assignment_folder.load(write(tmp_path, "none-such>=2"))
    assert pack_engine.extra(assignment, "jax") == ""
    with_keras = SimpleNamespace(libraries=lambda: [("numpy",), ("numpy", "keras")])
    assert pack_engine.extra(with_keras, "jax") == "[jax]"
    assert ' ".[jax]"' in pack_gradescope._setup(assignment, "[jax]")
    text = pack_github_actions.workflow("prices", 60, (), "[jax]", "jax")
    assert ' ".[jax]"\n' in text and "KERAS_BACKEND: jax\n" in text
