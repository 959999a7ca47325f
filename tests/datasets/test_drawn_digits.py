"""The drawn digits: MNIST's types and shapes, the same bytes every time, cached with care, hard in the right way."""

import os
import subprocess
import sys

import numpy as np
import pytest

from autograder.datasets import drawn_digits, image_files


@pytest.fixture(scope="module")
def drawn():
    return drawn_digits.draw()


@pytest.fixture
def cache(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def drawings(monkeypatch, drawn):
    """Counts how often ``load`` draws, without drawing again."""
    calls = []
    monkeypatch.setattr(drawn_digits, "draw", lambda: calls.append("drawn") or drawn)
    return calls


# -- what is drawn ---------------------------------------------------------------------------------------------------


def test_types_and_shapes_are_those_of_mnist(drawn):
    (train_images, train_labels), (test_images, test_labels) = drawn
    assert (train_images.shape, train_labels.shape) == ((6000, 28, 28), (6000,))
    assert (test_images.shape, test_labels.shape) == ((1000, 28, 28), (1000,))
    assert {array.dtype for part in drawn for array in part} == {np.dtype("uint8")}
    assert all(array.flags.c_contiguous and array.flags.writeable for part in drawn for array in part)


def test_every_digit_occurs_and_not_equally_often(drawn):
    for images, labels in drawn:
        counts = np.bincount(labels, minlength=10)
        assert len(counts) == 10 and counts.min() >= 0.06 * len(images) and counts.max() > 1.15 * counts.min()


def test_images_are_white_on_black_and_roughly_centred(drawn):
    images = drawn[0][0]
    edges = np.concatenate([images[:, 0], images[:, -1], images[:, :, 0], images[:, :, -1]], axis=1)
    assert (edges == 0).mean() > 0.98  # hardly a digit touches the edge
    assert 0.10 < images.mean() / 255 < 0.16  # MNIST: 0.1307
    assert 0.7 < (images == 0).mean() < 0.9  # MNIST: 0.81
    assert (images.max(axis=(1, 2)) > 200).all()
    rows = (images.sum(axis=2) * np.arange(28)).sum(axis=1) / images.sum(axis=(1, 2))
    assert abs(rows.mean() - 13.5) < 1 and rows.std() < 3


def test_no_two_images_are_alike(drawn):
    everything = np.concatenate([images for images, _ in drawn])
    assert len({image.tobytes() for image in everything}) == len(everything)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    first, again, other = (image_files.digest_of(drawn_digits.draw(40, 20, seed=seed)) for seed in (3, 3, 4))
    assert first == again != other


def test_train_and_test_are_drawn_independently():
    both, alone = drawn_digits.draw(30, 20), drawn_digits.draw(0, 20)
    assert np.array_equal(both[1][0], alone[1][0]) and alone[0][0].shape == (0, 28, 28)
    assert not np.array_equal(both[0][0][:20], both[1][0])


def test_the_drawing_is_the_one_that_was_measured(drawn):
    """After a change of the drawing: measure again (tests/benchmarks/digits_table.py), then write down the new sum."""
    assert image_files.digest_of(drawn) == drawn_digits.DIGEST


@pytest.mark.parametrize("threads", ["1", "4"])
def test_another_process_with_any_number_of_threads_draws_the_same_bytes(threads):
    program = "from autograder.datasets import drawn_digits, image_files; print(image_files.digest_of(drawn_digits.draw(300, 20)))"
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    environment = {**os.environ, **dict.fromkeys(names, threads)}
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
    )
    assert result.stdout.strip() == image_files.digest_of(drawn_digits.draw(300, 20))


def test_every_way_of_writing_has_room_for_the_pen():
    for glyphs in drawn_digits.GLYPHS:
        for strokes in glyphs:
            paths = drawn_digits._pen_paths(strokes, 2, np.random.default_rng(0))
            assert np.isfinite(paths).all()
            steps = np.sqrt(((paths[:, 1:] - paths[:, :-1]) ** 2).sum(axis=2))
            assert np.median(steps) < 1.2  # closer than the pen is wide


# -- how hard it is --------------------------------------------------------------------------------------------------


def flat(images):
    return images.reshape(len(images), -1).astype(np.float32) / 255


def test_readable_for_a_rule_that_compares_and_too_hard_for_one_that_only_weighs_pixels(drawn):
    """The nearest neighbour reads at least 0.9; the best linear rule is at least 0.07 worse. (No Keras needed.)"""
    (train_images, train_labels), (test_images, test_labels) = drawn
    train, test = flat(train_images), flat(test_images)
    distances = (train**2).sum(axis=1) - 2 * test @ train.T
    neighbour = (train_labels[distances.argmin(axis=1)] == test_labels).mean()
    train, test = (np.column_stack([part, np.ones(len(part), np.float32)]) for part in (train, test))
    weights = np.linalg.solve(train.T @ train + np.eye(785, dtype=np.float32), train.T @ np.eye(10)[train_labels])
    linear = ((test @ weights).argmax(axis=1) == test_labels).mean()
    assert neighbour >= 0.9 and 0.6 < linear < neighbour - 0.07, (neighbour, linear)


# -- the cache -------------------------------------------------------------------------------------------------------


def test_drawn_once_then_read(cache, drawings, drawn):
    for _ in range(2):
        assert image_files.digest_of(drawn_digits.load()) == image_files.digest_of(drawn)
    assert drawings == ["drawn"] and drawn_digits.cache_file().is_file() and drawn_digits.cache_file().parent == cache


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-100]),
        lambda path: path.write_bytes(b"\x80\x04N."),  # a pickle
        lambda path: np.savez(path, x_train=np.zeros(3)),
        lambda path: np.savez(path, **dict.fromkeys(image_files.KEYS, np.zeros(3))),
    ],
    ids=["empty", "cut off", "a pickle", "other keys", "other arrays"],
)
def test_a_damaged_cache_is_drawn_again_and_repaired(cache, drawings, drawn, damage):
    drawn_digits.load()
    damage(drawn_digits.cache_file())
    drawings.clear()
    assert image_files.digest_of(drawn_digits.load()) == drawn_digits.DIGEST and drawings == ["drawn"]
    drawn_digits.load()
    assert drawings == ["drawn"]


def test_whole_digits_that_somebody_exchanged_are_not_believed(cache, drawings, drawn):
    drawn_digits.load()
    (images, labels), test = drawn
    np.savez(drawn_digits.cache_file(), x_train=images, y_train=(labels + 1) % 10, x_test=test[0], y_test=test[1])
    assert np.array_equal(drawn_digits.load()[0][1], labels)


def test_the_cache_is_written_whole_or_not_at_all(cache, drawings, monkeypatch):
    def breaks_off(file, **arrays):
        file.write(b"half of it")
        raise OSError("no space left on device")

    monkeypatch.setattr(drawn_digits.np, "savez", breaks_off)
    assert image_files.digest_of(drawn_digits.load()) == drawn_digits.DIGEST
    assert not cache.exists() or not list(cache.iterdir())


def test_a_cache_that_cannot_be_made_is_no_problem(monkeypatch, tmp_path, drawings):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "file" / "cache"))
    assert image_files.digest_of(drawn_digits.load()) == drawn_digits.DIGEST


def test_without_the_variable_the_cache_is_where_the_system_keeps_caches(monkeypatch):
    import platformdirs

    monkeypatch.delenv("AUTOGRADER_CACHE", raising=False)
    assert str(drawn_digits.cache_file()).startswith(platformdirs.user_cache_dir("autograder", appauthor=False))
