"""A zip from a stranger: pages come out of it, and nothing else happens."""

import io
import os
import struct
import zipfile

import pytest

from autograder.content import archives
from autograder.content.archives import Bounds, Unpackable, unpack


@pytest.fixture
def zipped(tmp_path):
    """``zipped({name: bytes})`` is a zip's path; names may be whole entries."""

    def make(files, method=zipfile.ZIP_DEFLATED):
        path = tmp_path / "handed.zip"
        with zipfile.ZipFile(path, "w", method) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return path

    return make


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_pages_come_out_whole_and_of_other_files_the_name(zipped, tmp_path):
    path = zipped({"a/mnist.py": b"x = 1", "a/b/MNIST.IPYNB": b"{}", "a/photo.png": b"pixels", "a/empty/": b""})
    assert unpack(path, tmp_path / "out") == []
    assert content(tmp_path / "out") == {"a/mnist.py": b"x = 1", "a/b/MNIST.IPYNB": b"{}", "a/photo.png": b""}


LEADS_OUT = ["../x.py", "a/../../x.py", "/x.py", "C:\\x.py", "..\\x.py", "\\\\server\\x.py", "a\\..\\..\\x.py"]


@pytest.mark.parametrize("name", LEADS_OUT)
def test_nothing_comes_out_of_the_folder(zipped, tmp_path, name):
    path = zipped({zipfile.ZipInfo(name): b"x = 1", "mnist.py": b""})
    left_out = unpack(path, tmp_path / "in" / "out")
    assert len(left_out) == 1 and left_out[0].endswith("leads out of the archive")
    assert content(tmp_path / "in") == {"out/mnist.py": b""} and not list(tmp_path.glob("x.py"))


def test_links_stay_packed(zipped, tmp_path):
    link = zipfile.ZipInfo("mnist.py")
    link.create_system, link.external_attr = 3, (0o120777 << 16)
    assert unpack(zipped({link: b"/etc/passwd"}), tmp_path / "out") == ['"mnist.py" is a link']
    assert content(tmp_path / "out") == {}


def test_names_with_windows_slashes_are_paths(zipped, tmp_path):
    unpack(zipped({zipfile.ZipInfo("a\\mnist.py"): b"x"}), tmp_path / "out")
    assert content(tmp_path / "out") == {"a/mnist.py": b"x"}


def test_a_page_with_the_name_of_a_device_gets_one_that_windows_can_write(zipped, tmp_path):
    assert unpack(zipped({"ada/aux.py": b"x", "NUL/mnist.py": b"y"}), tmp_path / "out") == []
    assert content(tmp_path / "out") == {"_NUL/mnist.py": b"y", "ada/_aux.py": b"x"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_entries_of_one_name_the_first_is_taken(tmp_path):
    with zipfile.ZipFile(tmp_path / "handed.zip", "w") as archive:
        for name, text in (("mnist.py", "first"), ("mnist.py", "second"), ("MNIST.py", "third")):
            archive.writestr(name, text)
    assert len(unpack(tmp_path / "handed.zip", tmp_path / "out")) == 2
    assert content(tmp_path / "out") == {"mnist.py": b"first"}


def test_a_bomb_is_noticed_while_it_grows(zipped, tmp_path):
    path = zipped({"mnist.py": b"\0" * (30 * 2**20)})
    assert path.stat().st_size < 40_000
    with pytest.raises(Unpackable, match="becomes far too large"):
        unpack(path, tmp_path / "out")
    assert sum(map(len, content(tmp_path / "out").values())) < 8 * archives.SMALL


def test_a_size_that_is_a_lie_changes_nothing(zipped, tmp_path):
    """The directory of the zip says that the page has ten bytes."""
    path = zipped({"mnist.py": b"\0" * (30 * 2**20)})
    data = bytearray(path.read_bytes())
    place = data.rindex(b"PK\1\2")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    path.write_bytes(data)
    with pytest.raises(Unpackable, match="damaged"):
        unpack(path, tmp_path / "out")


BOUNDS = Bounds(entries=4, pages=2, size=1000)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({f"{n}.txt": b"" for n in range(5)}, "contains 5 files; at most 4 are allowed"),
        ({f"{n}.py": b"" for n in range(3)}, "more than 2 pages"),
        ({"a.py": os.urandom(600), "b.py": os.urandom(600)}, "its content is too large"),
    ],
    ids=["files", "pages", "bytes"],
)
def test_there_is_an_end_to_everything(zipped, tmp_path, files, why):
    with pytest.raises(Unpackable, match=why):
        unpack(zipped(files), tmp_path / "out", BOUNDS)


def test_many_other_files_cost_no_room_on_the_disk(zipped, tmp_path):
    unpack(zipped({f"{n}.txt": b"" for n in range(4)}), tmp_path / "out", BOUNDS)
    assert len(content(tmp_path / "out")) == BOUNDS.pages


@pytest.mark.parametrize("flags", [0x1, 0x41], ids=["as every program does", "strongly"])
def test_a_locked_zip_is_told(zipped, tmp_path, flags):
    path = zipped({"mnist.py": b"x"}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + offset] |= flags
    path.write_bytes(data)
    with pytest.raises(Unpackable, match="locked with a password"):
        unpack(path, tmp_path / "out")


def test_an_unknown_method_is_told(zipped, tmp_path):
    path = zipped({"mnist.py": b"x"}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        data[data.index(mark) + offset] = 97
    path.write_bytes(data)
    with pytest.raises(Unpackable, match="a method that Python does not know"):
        unpack(path, tmp_path / "out")


def test_every_damage_is_told(zipped, tmp_path):
    """Cut off anywhere, or with any byte changed: a sentence or a page, never another exception."""
    whole = zipped({"mnist.py": b"x = 1\n" * 20, "b.ipynb": b"{}"}).read_bytes()
    damaged = [whole[:end] for end in range(0, len(whole), 3)]
    damaged += [whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :] for place in range(0, len(whole))]
    path = tmp_path / "damaged.zip"
    for number, data in enumerate(damaged):
        path.write_bytes(data)
        try:
            unpack(path, tmp_path / "out" / str(number))
        except Unpackable as error:
            assert str(error)
    assert sorted(os.listdir(tmp_path)) == ["damaged.zip", "handed.zip", "out"]


NAMES = {
    "Korean": ("김철수_숙제/숙제.py", "cp949"),
    "Japanese": ("山田_課題/課題.py", "cp932"),
    "kana": ("ノート/かだい.py", "cp932"),
    "German, DOS": ("Müller/übung.py", "cp437"),
    "UTF-8 without its flag": ("Müller/김철수.py", "utf-8"),
}


@pytest.mark.parametrize(("name", "encoding"), NAMES.values(), ids=NAMES)
def test_names_in_old_encodings_are_read(tmp_path, name, encoding):
    raw = name.encode(encoding)
    stand_in = "n" * (len(raw) - 3) + ".py"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(stand_in, "x = 1")
    (tmp_path / "handed.zip").write_bytes(made.getvalue().replace(stand_in.encode(), raw))
    unpack(tmp_path / "handed.zip", tmp_path / "out")
    assert list(content(tmp_path / "out")) == [name]


def test_a_long_name_is_cut_and_keeps_its_ending(zipped, tmp_path):
    unpack(zipped({f"{'ü' * 200}.py": b"x"}), tmp_path / "out")
    (name,) = content(tmp_path / "out")
    assert name.endswith(".py") and len(name.encode()) < 250


def test_a_name_that_every_system_takes_stays_as_it_is(zipped, tmp_path):
    name = f"{'x' * 90}.part-one-of-two"
    unpack(zipped({f"{name}/mnist.py": b"x"}), tmp_path / "out")
    assert list(content(tmp_path / "out")) == [f"{name}/mnist.py"]


def test_a_zip_that_is_too_large_is_not_opened(zipped, tmp_path, monkeypatch):
    path = zipped({"mnist.py": b"x = 1"})
    monkeypatch.setattr(archives, "LARGEST_ZIP", path.stat().st_size)
    assert unpack(path, tmp_path / "out") == []
    monkeypatch.setattr(archives, "LARGEST_ZIP", path.stat().st_size - 1)
    with pytest.raises(Unpackable, match="it is too large"):
        unpack(path, tmp_path / "again")


def test_a_name_that_says_its_encoding_does_not_disturb_others():
    new, old = zipfile.ZipInfo("\u00e4.py"), zipfile.ZipInfo("gr\u00f6\u00dfe.py".encode().decode("cp437"))
    new.flag_bits = archives.FLAG_UTF8
    assert archives.entry_names([new, old]) == ["\u00e4.py", "gr\u00f6\u00dfe.py"]
