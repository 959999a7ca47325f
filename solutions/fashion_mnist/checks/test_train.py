"""train(model, training, validation, epochs, patience): trains until the validation loss no longer falls, keeps the best weights"""

import pytest

from autograder import expect
from autograder.expectations.counted_rows import CountedRows, RowsLearned
from autograder.expectations.planned_training import PlannedTraining
from autograder.expectations.stopping_words import EarlyStopping

LISTS = ("loss", "accuracy", "val_loss", "val_accuracy")
SHAPE, CLASSES, IMAGES = (28, 28), 10, 128

# The images of ROWS can be told apart in the weights of the model: they show which images it has learned from, and how often.
ROWS = CountedRows(SHAPE, CLASSES, rows=IMAGES, held_back=40)

# With PLAN the validation loss is lowest after about 20 steps: in batches of 32 after the fifth epoch. With DETOUR it falls,
# rises, falls a little deeper, and then rises for good: in batches of 32 it is low after the second and lowest after the fifth.
PLAN = PlannedTraining(SHAPE, CLASSES, rows=IMAGES, turns=(20,))
DETOUR = PlannedTraining(SHAPE, CLASSES, rows=IMAGES, turns=(8, 13, 22))
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


@pytest.mark.points(2)
@pytest.mark.training
def test_the_best_weights_where_it_stopped(stopped):
    """after an early stop, the model has the weights of the epoch with the lowest validation loss"""
    expect(stopped).is_a(EarlyStopping).keeps_the_best(PLAN)


@pytest.mark.points(1)
@pytest.mark.training
def test_the_best_weights_where_the_epochs_end(not_stopped):
    """after all epochs, the model has the weights of the epoch with the lowest validation loss, too"""
    expect(not_stopped).is_a(EarlyStopping).keeps_the_best(PLAN)


@pytest.mark.points(2)
@pytest.mark.training
def test_the_patience_counts_from_the_lowest_loss(train):
    """the patience counts the epochs since the lowest validation loss so far, even if the loss rises and falls between"""
    for patience in (2, 3):
        answer = train(DETOUR.network, DETOUR.training, DETOUR.validation, EPOCHS, patience)
        learned = expect(answer).is_a(EarlyStopping)
        learned.stops_in_time(DETOUR, EPOCHS, patience)
        learned.keeps_the_best(DETOUR)


@pytest.mark.points(1)
@pytest.mark.training
def test_all_training_images(lesson):
    """the model learns each training image once in each epoch, as it is given and with its own label"""
    learned = expect(lesson).is_a(RowsLearned)
    learned.learned_from_all(ROWS)
    learned.took_the_rows_as_they_are(ROWS)
    learned.learned_its_own_labels(ROWS)
    learned.saw_each_row(3, ROWS)


@pytest.mark.points(1)
@pytest.mark.training
def test_no_validation_images(lesson, stopped):
    """the model does not learn from the validation images; its validation accuracy is measured on them"""
    expect(lesson).is_a(RowsLearned).holds_back_the_validation_rows(ROWS)
    expect(stopped).is_a(EarlyStopping).records_the_other_lists(PLAN)


@pytest.mark.points(1)
@pytest.mark.training
def test_the_given_settings(lesson):
    """the model keeps the optimizer with which it was given, and all classes count alike"""
    learned = expect(lesson).is_a(RowsLearned)
    learned.kept_its_settings(ROWS)
    learned.weighs_rows_alike(ROWS)
