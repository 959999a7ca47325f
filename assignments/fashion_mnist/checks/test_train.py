"""train(model, training, validation, epochs, patience): trains until the validation loss no longer falls, keeps the best weights"""

import pytest

from autograder import expect
from autograder.expectations.counted_rows import CountedRows, RowsLearned
from autograder.expectations.planned_training import PlannedTraining
from autograder.expectations.stopping_words import EarlyStopping

LISTS = ("loss", "accuracy", "val_loss", "val_accuracy")
SHAPE, CLASSES, IMAGES = (28, 28), 10, 128
ROWS = CountedRows(SHAPE, CLASSES, rows=IMAGES, held_back=40)
PLAN = PlannedTraining(SHAPE, CLASSES, rows=IMAGES, turns=(20,))
EPOCHS, PATIENCE = 20, 3
FEW_EPOCHS = 11  # which end before the PATIENT one stops
PATIENT = 50


@pytest.fixture(scope="module")
def lesson(train):
    """Three epochs with images that can be told apart."""
    return train(ROWS.network, ROWS.training, ROWS.validation, 3, 5)


@pytest.fixture(scope="module")
def stopped(train):
    """A training in which the validation loss rises long before the epochs end."""
    return train(PLAN.network, PLAN.training, PLAN.validation, EPOCHS, PATIENCE)


@pytest.fixture(scope="module")
def not_stopped(train):
    """A training whose epochs end before its patience."""
    return train(PLAN.network, PLAN.training, PLAN.validation, FEW_EPOCHS, PATIENT)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.training
def test_the_history_tells_each_epoch(lesson):
    """three epochs give a History with four lists of three numbers: loss, accuracy, val_loss and val_accuracy"""
    expect(lesson).is_a_history()
    expect(lesson).records(LISTS, epochs=3)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.training
def test_it_stops_in_time(stopped):
    """the training stops when the validation loss has not become lower for three epochs"""
    expect(stopped).is_a(EarlyStopping).stops_in_time(PLAN, EPOCHS, PATIENCE)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.training
def test_all_epochs(not_stopped):
    """all epochs are run if they end before the patience does"""
    expect(not_stopped).is_a(EarlyStopping).stops_in_time(PLAN, FEW_EPOCHS, PATIENT)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.training
def test_the_images_are_left_alone(lesson):
    """the images and labels are not changed"""
    expect(lesson).leaves_its_arguments_alone()
