"""train(model, images, labels, epochs): teaches the given model and returns the History"""

import numpy as np
import pytest

from autograder import Network, expect
from autograder.networks import Dense

PICTURES = 120
EPOCHS = 2
READS = 0.56  # the reference reads 0.87, in batches of 256 0.76; plain SGD 0.45, a tenth of the images 0.48 (measured)


@pytest.fixture(scope="module")
def labels(module_rng):
    return module_rng.integers(0, 10, PICTURES).astype(np.uint8)


@pytest.fixture(scope="module")
def lesson(train, labels):
    """A model with nothing but zeros learns pictures of one bright pixel each, no two alike.

    Afterwards its weights tell exactly which pictures it was shown, and with which label: those of a pixel that never
    was bright are still zero, and those of any other lean towards the label that came with it.
    """
    images = np.zeros((PICTURES, 784), np.float32)
    images[np.arange(PICTURES), np.arange(PICTURES)] = 1.0
    blank = Network((Dense(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax"),))
    return train(blank, images.reshape(PICTURES, 28, 28), labels, EPOCHS)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.training
def test_the_history_tells_each_epoch(lesson):
    """two epochs make a history with two entries, a loss in each"""
    expect(lesson).is_a_training_of(EPOCHS)


@pytest.mark.points(2)
@pytest.mark.training
def test_all_images_are_used(lesson):
    """the model learns from all the images it is given"""
    expect(lesson).changed_the_model().used_pictures(PICTURES)


@pytest.mark.points(2)
@pytest.mark.training
def test_each_image_with_its_own_label(lesson, labels):
    """each image is learned together with its own label"""
    expect(lesson).changed_the_model().learned_pairs(labels)


@pytest.mark.points(1)
@pytest.mark.training
def test_the_given_number_of_epochs(lesson):
    """the given model takes as many steps as the epochs ask for, no more and no less"""
    expect(lesson).changed_the_model().took_the_steps_of_its_history()


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.training
def test_the_images_are_left_alone(lesson):
    """images and labels are left alone"""
    expect(lesson).leaves_its_arguments_alone()


@pytest.mark.points(2)
@pytest.mark.training
def test_it_learns_to_read(train, digits):
    """five epochs on a thousand drawn digits are enough to read most of the others"""
    start = np.random.default_rng(1)  # always the same: how well it reads then depends on the training alone
    network = Network.random((28, 28), [32, 10], start, learning_rate=0.005, eager=False)
    images = (digits.train[0][:1000] / 255).astype(np.float32)
    answer = train(network, images, digits.train[1][:1000], 5)
    others = (digits.test[0] / 255).astype(np.float32)
    expect(answer).changed_the_model().reads(others, digits.test[1], at_least=READS)


@pytest.mark.points(1)
@pytest.mark.training
def test_shuffled_labels_teach_nothing(lesson, digits):
    """from labels in a random order nothing can be learned about reading"""
    others = (digits.test[0][:500] / 255).astype(np.float32)
    learned = expect(lesson).changed_the_model()
    learned.moved()
    learned.reads(others, digits.test[1][:500], at_most=0.5)
