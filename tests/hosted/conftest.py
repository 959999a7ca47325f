"""What the tests of the packs share: a clone's folder with an assignment, and the command in it."""

import miniature
import pytest

from autograder import cli
from autograder.authoring import fingerprints
from autograder.content import assignment_folder, mistake_fingerprints


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone's folder with the assignment in miniature, built."""
    folder = tmp_path_factory.mktemp("clone")
    solutions = miniature.write(folder)
    assignment = assignment_folder.load(solutions)
    store = fingerprints.signatures(assignment, lambda _name: None)
    (solutions / "mistakes" / mistake_fingerprints.STORE).write_text(fingerprints.as_json(store), "utf-8")
    return folder


@pytest.fixture(scope="module")
def counting(clone):
    """The assignment in miniature, in the instructors' form."""
    return assignment_folder.load(clone / "solutions" / "miniature")


@pytest.fixture
def run(clone, monkeypatch, capsys):
    """``run("pack …")`` in the clone: (exit code, printed, printed as an error)."""
    monkeypatch.chdir(clone)

    def called(*words: str):
        code = cli.main([str(word) for word in words])
        out, error = capsys.readouterr()
        assert "Traceback" not in out + error
        return code, out, error

    return called
