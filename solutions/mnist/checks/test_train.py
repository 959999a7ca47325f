"""train(model, images, labels, epochs): trains the given model and returns the History"""

import numpy as np
import pytest

from autograder import Network, expect
from autograder.expectations.network import Dense

from words import BRIGHT, COUNTING, OnePixelHistory, OnePixelTraining

IMAGES = 120
EPOCHS, MORE_EPOCHS = 2, 3
PIXELS, EACH = 640, 10  # 6,400 images: the first 500, 1,000 or 5,000 leave too many out

# How well one layer reads after five epochs on 1,000 drawn digits. Its first weights are a tenth of Keras's, so that even
# five steps, one for each epoch, show an effect. Measured with 20 seeds for each row; the MNIST columns are the same on MNIST.
#
#                                                digits  sd     min    MNIST  sd     min
#   adam at 0.01, batches of 1                   0.757   0.031  0.649  0.779  0.019  0.742
#   batches of 16, 32, 100 (the lowest)          0.812   0.011  0.794  0.818  0.009  0.797
#   batches of 128, 256 (the lowest)             0.771   0.006  0.760  0.789  0.005  0.781
#   all 1,000 at once (nothing random)           0.650   0      0.650  0.705  0      0.705
#   an adam at 0.001, batches of 32              0.738   0.007  0.723  0.763  0.002  0.759
#   an adam at 0.001, all 1,000 at once          0.397   0      0.397  0.574  0      0.574
#                                                digits  sd     max    MNIST  sd     max
#   labels in another order, 32 or all at once   0.101   0.027  0.167  0.113  0.029  0.165
#   not trained                                  0.179   0      0.179  0.118  0      0.118
#
# So the threshold is 6 sd above labels in another order, and 15 sd below batches of 1. Another optimizer or a tiny
# learning rate is found without this reading: plain SGD reads 0.62 in batches of 32.
READS = 0.28


@pytest.fixture(scope="module")
def labels(module_rng):
    return module_rng.integers(0, 10, IMAGES).astype(np.uint8)


def blank(**settings) -> Network:
    """A model whose weights are all zero."""
    layer = Dense(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax")
    return Network((layer,), (28, 28), **settings)


def one_pixel_each(pixels: int, each: int = 1) -> np.ndarray:
    """Images with one bright pixel: the first pixel in the first ``each`` images, and so on."""
    images = np.zeros((pixels * each, 784), np.float32)
    images[np.arange(pixels * each), np.arange(pixels * each) // each] = BRIGHT
    return images.reshape(-1, 28, 28)


def lesson_of(train, labels, epochs):
    """A blank model learns images with one bright pixel each, no two the same.

    Its weights then show exactly which images it has seen, and with which label: the weights of a pixel that was never
    bright are still zero, and those of every other pixel point to the label of its image. The model learns very little
    each time, and its optimizer adds up the gradients: this shows how often it has seen each image.
    """
    network = blank(learning_rate=1e-4, betas=COUNTING)
    return train(network, one_pixel_each(IMAGES), labels, epochs)


@pytest.fixture(scope="module")
def lesson(train, labels):
    return lesson_of(train, labels, EPOCHS)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.training
def test_the_history_tells_each_epoch(train, lesson, labels):
    """two epochs give a History with two losses, and three epochs give one with three"""
    expect(lesson).is_a_history()
    expect(lesson).is_a(OnePixelHistory).is_a_training_of(EPOCHS, (lesson_of(train, labels, MORE_EPOCHS), MORE_EPOCHS))


@pytest.mark.points(2)
@pytest.mark.training
def test_all_images_are_used(train, lesson):
    """the model learns from all the images it is given, even from thousands"""
    expect(lesson).is_a(OnePixelTraining).used_images(IMAGES)
    answer = train(blank(eager=False), one_pixel_each(PIXELS, EACH), np.arange(PIXELS * EACH) // EACH % 10, 1)
    expect(answer).is_a(OnePixelTraining).used_images(PIXELS, each=EACH)


@pytest.mark.points(2)
@pytest.mark.training
def test_each_image_with_its_own_label(lesson, labels):
    """the model learns each image exactly as it is given, with its own label"""
    learned = expect(lesson).is_a(OnePixelTraining)
    learned.took_images_as_they_are()
    learned.learned_pairs(labels)


@pytest.mark.points(1)
@pytest.mark.training
def test_the_given_number_of_epochs(lesson):
    """the model sees each image once in each epoch, in batches of any size"""
    expect(lesson).is_a(OnePixelTraining).saw_each_image(EPOCHS)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.training
def test_the_images_are_left_alone(lesson):
    """the images and labels are not changed"""
    expect(lesson).leaves_its_arguments_alone()


@pytest.mark.points(2)
@pytest.mark.training
def test_it_learns_to_read(train, digits):
    """after five epochs on a thousand drawn digits, the model reads many other digits correctly"""
    start = np.random.default_rng(1)  # always the same, so the result depends on the training only
    network = Network.random((28, 28), [10], start, learning_rate=0.01, eager=False)
    network = network.with_weights([0.1 * weights for weights in network.weights()])
    images = (digits.train[0][:1000] / 255).astype(np.float32)
    answer = train(network, images, digits.train[1][:1000], 5)
    others = (digits.test[0] / 255).astype(np.float32)
    learned = expect(answer).changed_the_model()
    learned.kept_its_optimizer("Adam")
    learned.reads(others, digits.test[1], at_least=READS)


@pytest.mark.points(1)
@pytest.mark.training
def test_no_other_images(lesson, digits):
    """the model learns only from the images it is given"""
    others = (digits.test[0][:500] / 255).astype(np.float32)
    learned = expect(lesson).is_a(OnePixelTraining)
    learned.moved()
    learned.reads(others, digits.test[1][:500], at_most=0.5)
