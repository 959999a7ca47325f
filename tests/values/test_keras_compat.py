"""Keras is still as the description of a model needs it; each test says what has changed if it is not."""


import numpy as np
import pytest
from other_side import OtherSideChanged, unchanged

from autograder.values.keras import compat, recognise

pytestmark = pytest.mark.keras


@pytest.fixture
def functional(keras):
    """``functional(as_list=…)``: a model of two layers, made from its input and its output."""

    def made(as_list: bool = False, twice: bool = False):
        start = keras.layers.Input((4, 4))
        dense = keras.layers.Dense(4)
        end = dense(start)
        end = keras.layers.Flatten()(dense(end) if twice else end)
        return keras.Model(start, [end] if as_list else end)

    return made


def unchanged_keras(what: str):
    return unchanged("keras", "values/keras/compat.py", what)


def test_the_class_of_functional_models(functional):
    with unchanged_keras("models made from inputs and outputs are of keras.src.models.functional.Functional"):
        assert type(functional()) is compat.functional_class()


def test_all_layers(keras, functional):
    with unchanged_keras("_layers holds the layers in order, that of the input first"):
        sequential = keras.Sequential([keras.layers.Input((4, 4)), keras.layers.Dense(4), keras.layers.Flatten()])
        for model in (sequential, functional()):
            assert [type(layer).__name__ for layer in compat.all_layers(model)] == ["InputLayer", "Dense", "Flatten"]


def test_one_tensor_or_a_list_of_one(functional):
    with unchanged_keras("_outputs_struct is the output as it was given: a KerasTensor, or a list of one"):
        assert compat.gives_one_tensor(functional())
        assert not compat.gives_one_tensor(functional(as_list=True))


def test_how_often_layers_are_called(functional):
    with unchanged_keras("_nodes holds each call of a layer, and the input"):
        assert compat.number_of_calls(functional()) == 3
        assert compat.number_of_calls(functional(twice=True)) == 4


def test_the_class_of_an_object(keras):
    with unchanged_keras("__new__ of an optimizer chooses the class of its objects, and initialises nothing"):
        assert compat.class_of_objects(keras.optimizers.Adam) is type(keras.optimizers.Adam())


def test_what_a_compilation_makes_again(keras, functional):
    with unchanged_keras("compile makes _compile_loss and _compile_metrics again each time"):
        model, adam = functional(), keras.optimizers.Adam()
        found = []
        for _ in range(2):
            model.compile(adam, "mse", metrics=["mae"])
            found.append(compat.compilation(model))
        first, second = found
        assert first[0] is second[0] is adam and first[1] is not second[1] and first[2] is not second[2]


def test_what_an_adam_remembers(keras):
    with unchanged_keras("_momentums and _velocities are lists of variables, moved by (1 - beta) of the gradient and of its square"):
        weight = keras.Variable(np.zeros(2, np.float32))
        adam = keras.optimizers.Adam(beta_1=0.75, beta_2=0.5)
        adam.build([weight])
        adam.apply([keras.ops.convert_to_tensor(np.array([4.0, -8.0], np.float32))])
        means, squares = compat.adam_memory(adam)
        assert np.allclose([np.asarray(one) for one in means], [[1.0, -2.0]])
        assert np.allclose([np.asarray(one) for one in squares], [[8.0, 32.0]])
        assert compat.adam_memory(keras.optimizers.SGD()) is None


def test_when_a_checkpoint_decides_to_save(keras, functional, tmp_path):
    with unchanged_keras("ModelCheckpoint asks _should_save_model(epoch, …) before it saves, and saves where that is true"):
        model = functional()
        checkpoint = keras.callbacks.ModelCheckpoint(tmp_path / "best.weights.h5", save_best_only=True, save_weights_only=True)
        checkpoint.set_model(model)
        noted = []
        with pytest.MonkeyPatch.context() as patches:
            patches.setattr(keras.callbacks.ModelCheckpoint, "_should_save_model", lambda *_given: noted.append(_given[1]) or False)
            checkpoint.on_epoch_begin(4)
            checkpoint.on_epoch_end(4, {"val_loss": 1.0})
        assert noted == [4] and not list(tmp_path.iterdir())


def test_what_early_stopping_restores(keras, functional):
    with unchanged_keras("EarlyStopping keeps best_weights and best_epoch, and on_train_end puts them back, also if it has not stopped"):
        model = functional()
        stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
        stop.set_model(model)
        stop.on_train_begin()
        stop.on_epoch_end(0, {"val_loss": 1.0})
        best = [one.copy() for one in model.get_weights()]
        model.set_weights([one + 1 for one in best])
        stop.on_epoch_end(1, {"val_loss": 2.0})
        stop.on_train_end()
        assert compat.has_restored(stop) and stop.best_epoch == 0
        assert all(map(np.array_equal, model.get_weights(), best))


def test_what_keras_writes_over_in_each_part(keras):
    """An ordinary model of the newest Keras is recognised as one."""
    recognise.remember()
    with unchanged_keras("a plain network has the parts and settings in recognise.LAYERS, and hides only the methods in recognise.WRAPPED"):
        model = keras.Sequential([keras.layers.Input((4, 4)), keras.layers.Flatten(), keras.layers.Dense(3, activation="softmax")])
        model.compile(optimizer="adam", loss=recognise.CROSS_ENTROPY, metrics=["accuracy"])
        assert recognise.is_ordinary(model, recognise.compile_settings(model))


def test_a_change_would_be_said(keras, functional):
    """The tests above can fail, and say what to do."""
    model = functional()
    del model._outputs_struct
    with pytest.raises(OtherSideChanged, match=r"^keras [\d.]+ has changed. autograder/values/keras/compat.py .*_outputs_struct"):
        with unchanged_keras("a model knows its output"):
            compat.gives_one_tensor(model)
