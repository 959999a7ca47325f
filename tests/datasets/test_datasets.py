"""Where the data come from, in which order, and that a damaged file is named and never used."""

import gzip
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder import datasets
from autograder.datasets import (
    drawn_digits,
    drawn_garments,
    fashion_mnist,
    image_files,
    mnist,
    places,
    published_images,
)

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def some_arrays(seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {
        "x_train": rng.integers(0, 256, (6, 28, 28), dtype=np.uint8),
        "y_train": rng.integers(0, 10, 6, dtype=np.uint8),
        "x_test": rng.integers(0, 256, (2, 28, 28), dtype=np.uint8),
        "y_test": rng.integers(0, 10, 2, dtype=np.uint8),
    }


ARRAYS = {"mnist": some_arrays(1), "fashion_mnist": some_arrays(2)}


def pairs(name: str):
    arrays = ARRAYS[name]
    return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])


def write_npz(path: Path, **arrays) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)
    return path


def write_idx(folder: Path, arrays: dict[str, np.ndarray]) -> Path:
    folder.mkdir(parents=True)
    for key, file in fashion_mnist.IMAGES.idx.items():
        header = bytes(image_files.IDX_HEADER[key[0]])
        (folder / file).write_bytes(gzip.compress(header + arrays[key].tobytes()))
    return folder


@pytest.fixture(autouse=True)
def small_and_offline(monkeypatch, tmp_path):
    """Eight pictures are the official ones; nothing is anywhere, and the network does not answer."""
    monkeypatch.delenv("AUTOGRADER_DATA", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    for images in (mnist.IMAGES, fashion_mnist.IMAGES):
        for key, array in ARRAYS[images.name].items():
            monkeypatch.setitem(published_images.SHAPES, key, array.shape)
            monkeypatch.setitem(images.official, key, hashlib.sha256(array).hexdigest())
    monkeypatch.setattr(places, "_reachable", lambda url: False)
    monkeypatch.setattr(drawn_digits, "load", lambda: drawn_digits.draw(10, 5))
    monkeypatch.setattr(drawn_garments, "load", lambda: drawn_garments.draw(10, 5))
    places._say_once.cache_clear()


@pytest.fixture
def keras_files(tmp_path):
    return tmp_path / "keras" / "datasets"


@pytest.fixture
def network(monkeypatch):
    """The network answers, and counts the downloads."""
    downloads = []

    def download(name):
        downloads.append(name)
        return ARRAYS[name]

    monkeypatch.setattr(places, "_reachable", lambda url: True)
    monkeypatch.setattr(image_files, "downloaded", download)
    return downloads


def same(found: datasets.Dataset, name: str) -> bool:
    here = (*found.train, *found.test)
    return found.name == name and all(map(np.array_equal, here, ARRAYS[name].values()))


# -- the order -------------------------------------------------------------------------------------------------------


def test_a_folder_in_the_environment_comes_first(monkeypatch, tmp_path, keras_files, network):
    path = write_npz(tmp_path / "mine" / "mnist.npz", **ARRAYS["mnist"])
    write_npz(keras_files / "mnist.npz", **ARRAYS["mnist"])
    monkeypatch.setenv("AUTOGRADER_DATA", str(path.parent))
    found = datasets.find("mnist")
    assert same(found, "mnist") and found.origin == str(path) and network == []


def test_the_environment_may_name_the_file_itself(monkeypatch, tmp_path):
    path = write_npz(tmp_path / "course_data.npz", **ARRAYS["mnist"])
    monkeypatch.setenv("AUTOGRADER_DATA", str(path))
    assert same(datasets.find("mnist"), "mnist")


def test_a_folder_or_file_for_another_data_set_is_passed_over(monkeypatch, tmp_path, keras_files):
    other = write_npz(tmp_path / "mine" / "fashion_mnist.npz", **ARRAYS["fashion_mnist"])
    kept = write_npz(keras_files / "mnist.npz", **ARRAYS["mnist"])
    for setting in (other, other.parent):
        monkeypatch.setenv("AUTOGRADER_DATA", str(setting))
        assert datasets.find("mnist").origin == str(kept)
        assert same(datasets.find("fashion_mnist"), "fashion_mnist")


def test_fashion_mnist_may_be_there_as_zalando_publishes_it(monkeypatch, tmp_path):
    folder = write_idx(tmp_path / "mine" / fashion_mnist.IMAGES.folder, ARRAYS["fashion_mnist"])
    for setting in (folder.parent, folder):
        monkeypatch.setenv("AUTOGRADER_DATA", str(setting))
        assert same(datasets.find("fashion_mnist"), "fashion_mnist")


def test_what_keras_keeps_comes_before_the_network(keras_files, network):
    path = write_npz(keras_files / "mnist.npz", **ARRAYS["mnist"])
    found = datasets.find("mnist")
    assert same(found, "mnist") and found.origin == str(path) and network == []


def test_without_keras_home_the_home_folder_counts(monkeypatch, tmp_path):
    monkeypatch.delenv("KERAS_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    path = write_npz(tmp_path / ".keras" / "datasets" / "mnist.npz", **ARRAYS["mnist"])
    assert datasets.find("mnist").origin == str(path)


def test_fashion_mnist_is_read_from_the_four_files_that_keras_keeps(keras_files):
    folder = write_idx(keras_files / "fashion-mnist", ARRAYS["fashion_mnist"])
    found = datasets.find("fashion_mnist")
    assert same(found, "fashion_mnist") and found.origin == str(folder)
    found.train[0][0] = 0  # as with Keras's other data, one may write into them


def test_the_network_is_asked_when_no_file_is_there(network, capsys):
    found = datasets.find("mnist")
    assert same(found, "mnist") and found.origin == "downloaded by Keras" and network == ["mnist"]
    assert capsys.readouterr().out == "Downloading MNIST once …\n"


def test_offline_one_line_says_so_once_and_drawn_digits_stand_in(capsys):
    for _ in range(3):
        found = datasets.find("mnist")
        assert found.name == "digits" and found.origin == "drawn by the kit"
    output = capsys.readouterr()
    assert output.err == "" and output.out.count("\n") == 1
    assert output.out.startswith("MNIST could not be found, and there is no network: using drawn digits instead. ")
    assert "AUTOGRADER_DATA" in output.out


def test_digits_need_no_file_and_no_network_and_say_nothing(monkeypatch, network, capsys):
    monkeypatch.setenv("AUTOGRADER_DATA", "/nowhere")
    assert datasets.find("digits").name == "digits"
    assert network == [] and capsys.readouterr().out == ""


def test_load_has_the_structure_of_keras(keras_files):
    write_npz(keras_files / "mnist.npz", **ARRAYS["mnist"])
    (train_images, train_labels), (test_images, test_labels) = datasets.load("mnist")
    assert (train_images.shape, train_labels.shape) == ((6, 28, 28), (6,))
    assert (test_images.shape, test_labels.shape) == ((2, 28, 28), (2,))
    assert {a.dtype for a in (train_images, train_labels, test_images, test_labels)} == {np.dtype("uint8")}


# -- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, near", [("minst", "mnist"), ("fashion-mnist", "fashion_mnist"), ("MNIST", None), ("banks", "bank")]
)
def test_an_unknown_name_is_told_the_nearest_and_all(name, near):
    with pytest.raises(datasets.UnknownDataset) as caught:
        datasets.load(name)
    said = str(caught.value)
    assert f"There is no data set {name!r}." in said and "Known: mnist, fashion_mnist, bank_marketing, digits" in said
    assert near is None or f"Did you mean {near}?" in said
    assert isinstance(caught.value, ValueError)


# -- damaged files ---------------------------------------------------------------------------------------------------


def without(key):
    return {k: a for k, a in ARRAYS["mnist"].items() if k != key}


def one_pixel_more():
    images = ARRAYS["mnist"]["x_test"].copy()
    images[1, 27, 27] ^= 1
    return {**ARRAYS["mnist"], "x_test": images}


DAMAGES = {
    "a key is missing": (without("y_test"), "it has no y_test"),
    "a shape is wrong": (
        {**ARRAYS["mnist"], "x_train": np.zeros((5, 28, 28), np.uint8)},
        r"x_train has shape \(5, 28, 28\), expected \(6, 28, 28\)",
    ),
    "a dtype is wrong": (
        {**ARRAYS["mnist"], "y_train": ARRAYS["mnist"]["y_train"].astype(np.int64)},
        "y_train has dtype int64, expected uint8",
    ),
    "one pixel differs": (one_pixel_more(), "is not MNIST: x_test has the right shape but different numbers"),
    "another data set": (ARRAYS["fashion_mnist"], "is not MNIST: x_train has the right shape but different numbers"),
    "a pickle inside": (
        {**ARRAYS["mnist"], "y_test": np.array([{}, []], object)},
        "cannot be read: ValueError: Object arrays",
    ),
}


@pytest.mark.parametrize("arrays, said", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_that_was_asked_for_is_an_error_that_names_file_and_damage(monkeypatch, tmp_path, arrays, said):
    path = write_npz(tmp_path / "mnist.npz", **arrays)
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    with pytest.raises(datasets.DamagedDataset, match=said) as caught:
        datasets.load("mnist")
    assert str(path) in str(caught.value) and "unset the variable" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"not an npz file", b"PK\x03\x04" + bytes(50)])
def test_a_file_that_is_no_npz_says_so(monkeypatch, tmp_path, content):
    (tmp_path / "mnist.npz").write_bytes(content)
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    with pytest.raises(datasets.DamagedDataset, match="it is not a complete npz file"):
        datasets.load("mnist")


def test_a_file_that_was_cut_off_says_so(monkeypatch, tmp_path):
    path = write_npz(tmp_path / "mnist.npz", **ARRAYS["mnist"])
    path.write_bytes(path.read_bytes()[:-40])
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    with pytest.raises(datasets.DamagedDataset, match="not a complete npz file"):
        datasets.load("mnist")


def test_a_place_that_does_not_exist_is_an_error_and_no_silent_fallback(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path / "typo"))
    with pytest.raises(datasets.DatasetNotFound, match="nothing is there"):
        datasets.load("mnist")


def test_a_damaged_file_of_keras_is_mentioned_once_and_left_aside(keras_files, capsys):
    path = write_npz(keras_files / "mnist.npz", **one_pixel_more())
    assert [datasets.find("mnist").name for _ in range(2)] == ["digits", "digits"]
    damage, fallback = capsys.readouterr().out.splitlines()
    assert str(path) in damage and "x_test has the right shape but different numbers" in damage and "is ignored" in damage
    assert fallback.startswith("MNIST could not be found")


def test_after_a_damaged_file_of_keras_the_network_is_asked(keras_files, network):
    write_npz(keras_files / "mnist.npz", **without("x_train"))
    assert same(datasets.find("mnist"), "mnist") and network == ["mnist"]


@pytest.mark.parametrize("key", image_files.KEYS)
def test_each_of_the_four_files_of_fashion_mnist_must_be_whole(keras_files, capsys, key):
    folder = write_idx(keras_files / "fashion-mnist", ARRAYS["fashion_mnist"])
    file = folder / fashion_mnist.IMAGES.idx[key]
    file.write_bytes(file.read_bytes()[:-9])
    assert datasets.find("fashion_mnist").name == "garments"
    assert f"{file} cannot be read" in capsys.readouterr().out


def test_a_missing_file_of_fashion_mnist_is_named(keras_files, capsys):
    folder = write_idx(keras_files / "fashion-mnist", ARRAYS["fashion_mnist"])
    file = folder / fashion_mnist.IMAGES.idx["y_test"]
    file.unlink()
    assert datasets.find("fashion_mnist").name == "garments"
    assert f"{file} is missing." in capsys.readouterr().out


# -- the network -----------------------------------------------------------------------------------------------------


def test_a_download_that_fails_is_told_in_the_one_line(monkeypatch, network, capsys):
    def fails(name):
        raise OSError("URL fetch failure:\nsecond line")

    monkeypatch.setattr(image_files, "downloaded", fails)
    assert datasets.find("mnist").name == "digits"
    last = capsys.readouterr().out.splitlines()[-1]
    assert "the download failed (OSError: URL fetch failure:): using drawn digits instead." in last


def test_a_download_of_something_else_is_not_used(monkeypatch, network, capsys):
    monkeypatch.setattr(image_files, "downloaded", lambda name: ARRAYS["fashion_mnist"])
    assert datasets.find("mnist").name == "digits"
    assert "The download is not MNIST" in capsys.readouterr().out


def test_the_loader_of_keras_is_kept_quiet_and_the_time_limit_put_back(monkeypatch, capsys):
    import socket

    class Loader:
        @staticmethod
        def load_data():
            print("11490434/11490434 ━━━━━━ 0s")
            print("a warning", file=sys.stderr)
            Loader.limit = socket.getdefaulttimeout()
            return pairs("mnist")

    asked = []
    monkeypatch.setattr(image_files.importlib, "import_module", lambda name: asked.append(name) or Loader)
    before = socket.getdefaulttimeout()
    image_files.downloaded("mnist")
    assert asked == ["keras.datasets.mnist"]
    assert capsys.readouterr() == ("", "")
    assert Loader.limit == places.STALLED_SECONDS and socket.getdefaulttimeout() == before


def test_a_network_that_never_answers_costs_seconds_and_no_more(monkeypatch):
    import socket
    import threading
    import time

    monkeypatch.undo()  # the real _reachable
    monkeypatch.setattr(places, "REACHABLE_SECONDS", 0.1)
    silent = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: silent.wait(30))
    started = time.monotonic()
    try:
        assert places._reachable("https://silent.invalid/") is False
        assert time.monotonic() - started < 5
    finally:
        silent.set()
        places._reachable.cache_clear()


# -- the import ------------------------------------------------------------------------------------------------------


def test_importing_brings_in_nothing_slow():
    heavy = {"numpy", "keras", "tensorflow", "matplotlib", "scipy", "PIL", "pandas", "urllib.request"}
    program = f"import sys, autograder.datasets; print(sorted({heavy!r} & set(sys.modules)))"
    for line, expected in ((program, "[]"), (f"import PIL; {program}", "['PIL']")):  # the second shows it can fail
        result = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
        assert result.stdout.strip() == expected


# -- the real files, where there are any -----------------------------------------------------------------------------


def real_file(name: str) -> Path | None:
    places = [SHARED / f"{name}.npz"]
    if setting := os.environ.get("AUTOGRADER_DATA"):
        places.insert(0, Path(setting) / f"{name}.npz" if Path(setting).is_dir() else Path(setting))
    return next((path for path in places if path.is_file() and path.stem == name), None)


REAL = {name: real_file(name) for name in ARRAYS}


@pytest.mark.parametrize("name", REAL)
def test_the_official_arrays_are_recognised(monkeypatch, name):
    if REAL[name] is None:
        pytest.skip(f"no {name}.npz in $AUTOGRADER_DATA or ../shared/data")
    monkeypatch.undo()  # the official sums and shapes
    monkeypatch.setenv("AUTOGRADER_DATA", str(REAL[name]))
    (train_images, train_labels), (test_images, test_labels) = datasets.load(name)
    assert train_images.shape == (60000, 28, 28) and test_labels.shape == (10000,)
    if name == "mnist":
        assert np.bincount(train_labels).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
