"""The drawn garments: Fashion-MNIST's types and shapes, the same bytes every time, alike in the right places."""

import numpy as np
import pytest

from autograder.datasets import drawn_garments, image_files

SLEEVES = (0, 2, 4, 6)  # T-shirt, pullover, coat, shirt


@pytest.fixture(scope="module")
def drawn():
    return drawn_garments.draw()


@pytest.fixture(scope="module")
def images(drawn):
    """The training images of each kind."""
    everything, labels = drawn[0]
    return [everything[labels == kind].astype(float) for kind in range(10)]


def test_types_and_shapes_are_those_of_fashion_mnist(drawn):
    (train_images, train_labels), (test_images, test_labels) = drawn
    assert (train_images.shape, train_labels.shape) == ((6000, 28, 28), (6000,))
    assert (test_images.shape, test_labels.shape) == ((1000, 28, 28), (1000,))
    assert {array.dtype for part in drawn for array in part} == {np.dtype("uint8")}
    assert all(array.flags.c_contiguous and array.flags.writeable for part in drawn for array in part)


def test_every_kind_occurs_equally_often_and_in_no_order(drawn):
    for images, labels in drawn:
        assert (np.bincount(labels) == len(images) / 10).all()
        assert len(set(labels[:30].tolist())) > 5


def test_no_two_images_are_alike(drawn):
    everything = np.concatenate([images for images, _ in drawn])
    assert len({image.tobytes() for image in everything}) == len(everything)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    first, again, other = (image_files.digest_of(drawn_garments.draw(40, 20, seed=seed)) for seed in (3, 3, 4))
    assert first == again != other


def test_train_and_test_are_drawn_independently():
    both, alone = drawn_garments.draw(30, 20), drawn_garments.draw(0, 20)
    assert np.array_equal(both[1][0], alone[1][0]) and alone[0][0].shape == (0, 28, 28)
    assert not np.array_equal(both[0][0][:20], both[1][0])


def test_the_drawing_is_the_one_that_was_measured(drawn):
    """After a change of the drawing: measure again (tests/benchmarks/substitutes.py), then write down the new sum."""
    assert image_files.digest_of(drawn) == drawn_garments.DIGEST


def test_what_has_sleeves_looks_alike_on_average_and_the_rest_does_not(images):
    means = [kind.mean(axis=0) for kind in images]

    def apart(one: int, other: int) -> float:
        return float(np.abs(means[one] - means[other]).mean())

    alike = [apart(one, other) for one in SLEEVES for other in SLEEVES if one < other]
    others = [apart(one, other) for one in range(10) for other in range(one) if not {one, other} <= set(SLEEVES)]
    assert max(alike) < np.percentile(others, 20)


def test_only_pullovers_are_knitted(images):
    """Rows that are two apart are alike, and rows side by side are not."""
    near, far = ([np.abs(kind[:, 10:18, 11:17] - kind[:, 10 + by : 18 + by, 11:17]).mean() for kind in images] for by in (1, 2))
    ratios = np.array(near) / np.array(far)
    assert ratios[2] > 1.5 > 1.3 > max(np.delete(ratios, 2))


def test_buttons_and_zips_are_at_no_fixed_place(images):
    """The darkest column of the middle, once without the mean of its kind: it is anywhere."""
    for kind in (4, 6):
        middle = images[kind][:, 10:20, 9:19].mean(axis=1)
        places = np.bincount(middle.argmin(axis=1), minlength=10) / len(middle)
        assert (places > 0.02).sum() >= 7 and places.max() < 0.3
