"""What is copied of an assignment's folder."""

import pytest

from autograder.content.source_files import source_files

OWN = ["README.md", "assignment.toml", "checks/sub/table.py", "checks/test_a.py", "data/a.csv", "data.py", "mistakes/a__b.py", "words.py"]
OTHER = [".git/config", ".env", "assignments/words/words.py", "checks/__pycache__/a.pyc", "checks/.pytest_cache/a", "grades/a.json", "a.pyc"]


@pytest.fixture
def folder(tmp_path):
    for name in OWN + OTHER:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_the_assignments_own_files_and_nothing_beside_them(folder):
    assert sorted(source_files(folder)) == sorted(OWN)
    assert all(path.read_text() == name for name, path in source_files(folder).items())


def test_the_order_is_always_the_same(folder):
    assert list(source_files(folder)) == list(source_files(folder))
