"""Files are whole or not there."""

import os
from pathlib import Path

import pytest

from autograder.core import files
from autograder.core.files import cache_folder, whole_folder, write_atomically


def test_a_file_is_written(tmp_path):
    write_atomically(tmp_path / "a.txt", b"one")
    write_atomically(str(tmp_path / "a.txt"), b"two")
    assert (tmp_path / "a.txt").read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, step, fail)
    with pytest.raises(OSError, match="No space left") as told:
        write_atomically(path, b"new")
    assert told.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_the_old_content_stays_until_the_new_is_whole(tmp_path, monkeypatch):
    path, seen, fsync = tmp_path / "a.txt", [], os.fsync
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", lambda file: (seen.append(path.read_bytes()), fsync(file)))
    write_atomically(path, b"new")
    assert seen == [b"old"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "precious").write_bytes(b"old")
    (tmp_path / "a.txt").symlink_to("precious")
    write_atomically(tmp_path / "a.txt", b"new")
    assert (tmp_path / "precious").read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="files have no such mode there")
def test_what_is_private_is_so_from_the_first_byte_on(tmp_path, monkeypatch):
    modes, replace = [], os.replace
    monkeypatch.setattr(
        files.os, "replace", lambda part, path: (modes.append(part.stat().st_mode), replace(part, path))
    )
    write_atomically(tmp_path / "key", b"secret", private=True)
    assert modes[0] & 0o077 == 0
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def all_below(folder):
    return [str(one.relative_to(folder)) for one in files.below(folder)]


@pytest.mark.parametrize("there", [None, {}, {"mine.txt": "mine"}], ids=["not there", "empty", "with files"])
def test_a_folder_is_whole_at_the_end(tmp_path, there):
    target = tmp_path / "deep" / "new"
    if there is not None:
        target.mkdir(parents=True)
        for name, text in there.items():
            (target / name).write_text(text)
    with whole_folder(target) as fresh:
        (fresh / "a").mkdir()
        (fresh / "a" / "b.txt").write_text("b")
        assert not (target / "a").exists()
    assert all_below(tmp_path) == ["deep", "deep/new", "deep/new/a", "deep/new/a/b.txt", *(f"deep/new/{name}" for name in there or ())]
    assert target.stat().st_mode == (tmp_path / "deep").stat().st_mode


@pytest.mark.parametrize("there", [False, True])
def test_of_a_folder_that_cannot_be_filled_nothing_is_left(tmp_path, there):
    target = tmp_path / "deep" / "new"
    if there:
        target.mkdir(parents=True)
        (target / "mine.txt").write_text("mine")
    before = all_below(tmp_path)

    def fill():
        with whole_folder(target) as fresh:
            (fresh / "a.txt").write_text("a")
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        fill()
    assert all_below(tmp_path) == before


def test_a_folder_that_came_in_between_is_not_written_over(tmp_path):
    target = tmp_path / "new"
    target.mkdir()

    def fill():
        with whole_folder(target) as fresh:
            for name in ("a.txt", "b.txt", "c.txt"):
                (fresh / name).write_text("ours")
            (target / "b.txt").write_text("somebody else's")

    with pytest.raises(FileExistsError, match=r"b\.txt"):
        fill()
    assert all_below(tmp_path) == ["new", "new/b.txt"] and (target / "b.txt").read_text() == "somebody else's"


def test_the_cache_is_where_the_variable_says(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.setenv("AUTOGRADER_CACHE", "~/somewhere")
    assert cache_folder() == Path.home() / "somewhere"


# -- Windows: a file that another program has open --------------------------------------------------------------------------


@pytest.fixture
def locked(monkeypatch):
    """``locked(times, winerror)``: so often a file cannot be replaced. Gives the list of seconds that were waited."""

    def lock(times, winerror=5):
        real, left, waited = os.replace, [times], []

        def replace(source, target):
            if left[0]:
                left[0] -= 1
                error = PermissionError(13, "Access is denied")
                error.winerror = winerror
                raise error
            real(source, target)

        monkeypatch.setattr(files.os, "replace", replace)
        monkeypatch.setattr(files.time, "sleep", waited.append)
        return waited

    return lock


@pytest.mark.parametrize("winerror", files.IN_USE)
def test_a_file_in_use_is_written_when_it_is_free(tmp_path, locked, winerror):
    waited = locked(2, winerror)
    write_atomically(tmp_path / "page.py", b"new")
    assert (tmp_path / "page.py").read_bytes() == b"new" and waited == [*files.WAITS[:2]]


def test_a_file_that_stays_in_use_is_left_as_it_was_and_the_tries_end(tmp_path, locked):
    (tmp_path / "page.py").write_bytes(b"old")
    waited = locked(99)
    with pytest.raises(PermissionError, match="another program has it open") as caught:
        write_atomically(tmp_path / "page.py", b"new")
    assert caught.value.filename == str(tmp_path / "page.py") and waited == [*files.WAITS]
    assert os.listdir(tmp_path) == ["page.py"] and (tmp_path / "page.py").read_bytes() == b"old"


def test_a_folder_without_the_right_to_write_is_not_tried_again(tmp_path, locked):
    waited = locked(1, None)
    with pytest.raises(PermissionError, match="Access is denied"):
        write_atomically(tmp_path / "page.py", b"new")
    assert waited == []
