"""The bytes of a file and its text, however it was saved."""

import pytest
from page_texts import refused, sources

from autograder.content import page, page_file
from autograder.core.faults import Unreadable

# -- encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    ["x = 'é'\ny = 2".encode(), b"\xef\xbb\xbf" + "x = 'é'\ny = 2".encode(), "x = 'é'\ny = 2".encode("utf-16"),
     "\ufeffx = 'é'\ny = 2".encode("utf-16-be"), "x = 'é'\ny = 2".encode("latin-1"), "x = 'é'\r\ny = 2".encode(),
     "x = 'é'\ry = 2".encode()],
    ids=["utf-8", "byte order mark", "utf-16", "utf-16 big-endian", "latin-1", "Windows lines", "old Mac lines"],
)  # fmt: skip
def test_a_script_reads_the_same_however_it_was_saved(data):
    assert sources(data) == ["x = 'é'\ny = 2"]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_as_empty(data):
    assert refused(data) == "mnist.py is empty."


@pytest.mark.parametrize("data", [b"x = 1\0", b"\xff\xfex", b"\x7fELF\x02\x01\x01\0\0"])
def test_a_binary_file_is_told_as_no_text(data):
    assert refused(data) == "mnist.py is not a text file."


def test_a_file_that_is_not_there_is_told_with_its_path(tmp_path):
    with pytest.raises(Unreadable, match="There is no file .*mnist.py"):
        page.read_page(tmp_path / "mnist.py")


def test_a_folder_is_told_as_unreadable(tmp_path):
    with pytest.raises(Unreadable, match="cannot be read"):
        page.read_page(tmp_path)


def test_a_huge_file_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(page_file, "MAX_BYTES", 10)
    (tmp_path / "mnist.py").write_text("x = 1\n" * 100)
    with pytest.raises(Unreadable, match="has 600 bytes; a page may have at most 10"):
        page.read_page(tmp_path / "mnist.py")
