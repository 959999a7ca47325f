"""The kit's own assignments with their answers come out of the wheel's archive, and nothing else does."""

import zipfile

import pytest

from autograder.content import packed_solutions


@pytest.fixture
def archive(tmp_path, monkeypatch):
    path = tmp_path / "solutions.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name in ("mnist/mnist.py", "mnist/checks/test_a.py", "bank/bank.py", "mnist_more/mnist.py"):
            made.writestr(name, f"# {name}")
    monkeypatch.setattr(packed_solutions, "extra_file", lambda _name: path)
    monkeypatch.setattr(packed_solutions, "PACKAGE", tmp_path / "package")
    return path


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_what_is_in_the_archive_has_names(archive):
    assert packed_solutions.names() == ["bank", "mnist", "mnist_more"]


def test_an_assignment_is_unpacked_alone(archive, tmp_path):
    packed_solutions.unpack("mnist", tmp_path / "out")
    assert content(tmp_path / "out") == {"mnist.py": "# mnist/mnist.py", "checks/test_a.py": "# mnist/checks/test_a.py"}


@pytest.mark.parametrize("released", [True, False])
def test_for_one_command_both_forms_lie_as_in_a_clone(archive, tmp_path, released):
    if released:
        (tmp_path / "package" / "assignments" / "bank").mkdir(parents=True)
        (tmp_path / "package" / "assignments" / "bank" / "bank.py").write_text("# a stub")
    folder = packed_solutions.unpack_for_now("bank", tmp_path / "now")
    assert folder == (tmp_path / "now" / "solutions" / "bank").resolve()
    stub = {"assignments/bank/bank.py": "# a stub"} if released else {}
    assert content(tmp_path / "now") == {"solutions/bank/bank.py": "# bank/bank.py", **stub}
    assert packed_solutions.is_for_now(folder) and not packed_solutions.is_for_now(folder.parent)


def test_a_clone_has_no_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(packed_solutions, "extra_file", lambda _name: None)
    assert packed_solutions.names() == []
    with pytest.raises(FileNotFoundError):
        packed_solutions.unpack("mnist", tmp_path)
