"""The bank's table: from the file itself, from UCI's zip, from the cache, from the network, or made up by the kit."""

import io
import urllib.request
import zipfile

import pytest

from autograder import datasets
from autograder.datasets import bank_marketing, drawn_digits, places

TABLE = b'"age";"y"\n30;"no"\n40;"yes"\n'


@pytest.fixture(autouse=True)
def small_and_offline(monkeypatch, tmp_path):
    """Two rows are the official ones; nothing is anywhere, and the network does not answer."""
    monkeypatch.delenv("AUTOGRADER_DATA", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(bank_marketing, "OFFICIAL", bank_marketing.values_digest(TABLE.decode()))
    monkeypatch.setattr(bank_marketing, "ROWS", 2)
    monkeypatch.setattr(places, "_reachable", lambda url: False)
    places._say_once.cache_clear()


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def put(monkeypatch, folder, name: str, content: bytes):
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    monkeypatch.setenv("AUTOGRADER_DATA", str(folder))
    return folder / name


def test_a_file_in_the_environments_folder_is_used_where_it_is(monkeypatch, tmp_path):
    path = put(monkeypatch, tmp_path / "mine", "bank.csv", TABLE)
    assert datasets.file("bank_marketing") == path
    found = datasets.find("bank_marketing")
    assert (found.name, found.origin, found.path, found.train) == ("bank_marketing", str(path), path, None)
    monkeypatch.setenv("AUTOGRADER_DATA", str(path))
    assert datasets.file("bank_marketing") == path


def test_ends_of_lines_and_quotes_are_not_values(monkeypatch, tmp_path):
    put(monkeypatch, tmp_path / "mine", "bank.csv", b"age;y\r\n30;no\r\n40;yes\r\n")
    assert datasets.find("bank_marketing").name == "bank_marketing"


@pytest.mark.parametrize(
    "name, content",
    [("bank.zip", zipped(bank_csv=TABLE)), ("bank+marketing.zip", zipped(bank_zip=zipped(bank_csv=TABLE), notes_txt=b"x"))],
)
def test_the_zip_is_used_as_uci_gives_it(monkeypatch, tmp_path, name, content):
    put(monkeypatch, tmp_path / "mine", name, content)
    found = datasets.find("bank_marketing")
    assert found.path.read_bytes() == TABLE and found.path.suffix == ".csv" and found.origin.endswith(name)
    monkeypatch.delenv("AUTOGRADER_DATA")
    assert datasets.find("bank_marketing").path.read_bytes() == TABLE  # it is in the cache


DAMAGES = {
    "another table": ("bank.csv", b'"age";"y"\n30;"no"\n41;"yes"\n', "2 rows but different values"),
    "the large table": ("bank.csv", TABLE + b'50;"no"\n', "3 rows, expected 2. The file to use is bank.csv, not bank-full"),
    "not text": ("bank.csv", b"\xff\xfe\x00", "cannot be read: UnicodeDecodeError"),
    "a zip without it": ("bank.zip", zipped(other_csv=TABLE), "there is no bank.csv in it"),
    "a zip that is damaged": ("bank.zip", zipped(bank_csv=TABLE).replace(b"30;", b"31;"), "cannot be read: BadZipFile"),
}


@pytest.mark.parametrize("name, content, said", DAMAGES.values(), ids=DAMAGES)
def test_a_file_that_is_not_the_table_is_named(monkeypatch, tmp_path, name, content, said):
    put(monkeypatch, tmp_path / "mine", name, content)
    with pytest.raises(datasets.DamagedDataset) as caught:
        datasets.file("bank_marketing")
    assert said in str(caught.value) and "AUTOGRADER_DATA leads to it" in str(caught.value) and name in str(caught.value)


def test_the_network_is_asked_once(monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(places, "_reachable", lambda url: True)
    monkeypatch.setattr(urllib.request, "urlopen", lambda url: asked.append(url) or io.BytesIO(zipped(bank_csv=TABLE)))
    assert datasets.find("bank_marketing").origin == "downloaded from UCI"
    assert datasets.file("bank_marketing").read_bytes() == TABLE and asked == [bank_marketing.ADDRESS]
    assert capsys.readouterr().out == "Downloading the bank marketing table once …\n"


def test_a_download_that_is_not_the_table_is_not_used(monkeypatch, capsys):
    monkeypatch.setattr(places, "_reachable", lambda url: True)
    monkeypatch.setattr(urllib.request, "urlopen", lambda url: io.BytesIO(zipped(other_csv=TABLE)))
    assert datasets.find("bank_marketing").name == "bank"
    assert "the download failed (DamagedDataset: The download is not" in capsys.readouterr().out


def test_without_file_and_network_one_line_says_what_is_used(capsys):
    assert datasets.find("bank_marketing").name == "bank"
    said = capsys.readouterr().out
    assert said.startswith("The bank marketing table could not be found, and there is no network: using a made-up bank table instead. ")
    assert "If you have bank.csv, set AUTOGRADER_DATA" in said and said.count("\n") == 1


def test_an_image_set_is_not_a_file_and_a_file_is_not_an_image_set(monkeypatch):
    monkeypatch.setattr(drawn_digits, "load", lambda: drawn_digits.draw(10, 5))
    with pytest.raises(datasets.WrongKind, match=r"Try   datasets.load\('digits'\)"):
        datasets.file("digits")
    with pytest.raises(datasets.WrongKind, match=r"Try   datasets.file\('bank'\)"):
        datasets.load("bank")
