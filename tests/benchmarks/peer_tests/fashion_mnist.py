# ruff: noqa: B905, E402, F821  cells, which run in the kernel of a student's page and use its names
"""What an instructor writes for a grader that tests in the student's kernel: one cell of asserts for each exercise.

``BUDGET`` stands above the cells that use it.
"""

# %% name_labels
_labels, _names = np.random.default_rng(1).integers(0, 4, 30), ["cat", "dog", "cow", "hen"]
assert list(name_labels(_labels, _names)) == [_names[int(one)] for one in _labels]

# %% plot_examples
_rng = np.random.default_rng(2)
_images, _labels = _rng.random((60, 28, 28)), np.array([0, 2, 3] * 19 + [4] * 3)
_names = ["cat", "dog", "cow", "hen", "bee"]
_figure = plot_examples(_images, _labels, _names)
_figure.canvas.draw()
_drawn = [ax.images[0].get_array() for ax in _figure.axes if ax.images]
_wanted = [image for kind in (0, 2, 3, 4) for image in _images[_labels == kind][:5]]
assert len(_drawn) == len(_wanted) and all(np.allclose(*pair) for pair in zip(_drawn, _wanted))
_texts = " ".join(ax.get_ylabel() + ax.get_title() + ax.get_xlabel() for ax in _figure.axes)
assert all(_names[kind] in _texts for kind in (0, 2, 3, 4)) and _names[1] not in _texts
plt.close(_figure)

# %% split_validation
_images = np.arange(100.0)[:, None, None] * np.ones((1, 28, 28))
_labels = np.arange(100)
_before = _images.copy()
(_images_a, _labels_a), (_images_b, _labels_b) = split_validation(_images, _labels, 0.23, 3)
assert len(_images_b) == len(_labels_b) == 23
assert sorted([*_labels_a, *_labels_b]) == list(range(100))
assert np.array_equal(_images_a[:, 0, 0], _labels_a) and np.array_equal(_images_b[:, 5, 5], _labels_b)
assert np.array_equal(split_validation(_images, _labels, 0.23, 3)[1][1], _labels_b)
assert not np.array_equal(np.sort(split_validation(_images, _labels, 0.23, 4)[1][1]), np.sort(_labels_b))
assert np.array_equal(_images, _before)

# %% build_baseline
from autograder import datasets

(_images, _labels), (_others, _others_labels) = datasets.load("garments")  # as our checks: see assignment.toml
_images, _others = (_images / 255).astype(np.float32), (_others / 255).astype(np.float32)
LESSONS, EXAM = (_images[: BUDGET["images"]], _labels[: BUDGET["images"]]), (_others, _others_labels)
keras.utils.set_random_seed(17)
_model = build_baseline()
_rows = _model.predict(np.random.default_rng(4).random((5, 28, 28), np.float32), verbose=0)
assert _rows.shape == (5, 10)
assert np.allclose(_rows.sum(axis=1), 1, atol=1e-5)
assert [weight.shape for weight in _model.get_weights()] == [(784, 128), (128,), (128, 10), (10,)]
assert _model.optimizer.name == "adam"
assert "accuracy" in _model.evaluate(np.zeros((5, 28, 28)), np.zeros(5), verbose=0, return_dict=True)
assert build_baseline() is not _model
_model.fit(*LESSONS, epochs=BUDGET["epochs"], batch_size=BUDGET["batch_size"], verbose=0)
assert _model.evaluate(*EXAM, verbose=0, return_dict=True)["accuracy"] >= 0.79

# %% build_model
keras.utils.set_random_seed(17)
_model = build_model()
_rows = _model.predict(np.random.default_rng(5).random((5, 28, 28), np.float32), verbose=0)
assert _rows.shape == (5, 10)
assert np.allclose(_rows.sum(axis=1), 1, atol=1e-5)
assert _model.count_params() <= 300_000
assert "accuracy" in _model.evaluate(np.zeros((5, 28, 28)), np.zeros(5), verbose=0, return_dict=True)
assert build_model() is not _model
_model.fit(*LESSONS, epochs=BUDGET["epochs"], batch_size=BUDGET["batch_size"], verbose=0)
assert _model.evaluate(*EXAM, verbose=0, return_dict=True)["accuracy"] >= BUDGET["threshold"]

# %% train
import contextlib
import io

_rng = np.random.default_rng(6)
_part = _rng.random((64, 28, 28), np.float32), _rng.integers(0, 10, 64)
_others = _rng.random((32, 28, 28), np.float32), (_rng.integers(0, 10, 32))
keras.utils.set_random_seed(17)
_model = build_baseline()
with contextlib.redirect_stdout(io.StringIO()):
    _history = train(_model, _part, _others, 30, 2)
_losses = _history.history["val_loss"]
_best = int(np.argmin(_losses))
assert len(_losses) == min(30, _best + 1 + 2)
_loss = _model.evaluate(*_others, verbose=0, return_dict=True)["loss"]
assert np.isclose(_loss, min(_losses), rtol=1e-3)

# %% best_epoch
_losses = [0.9, float("nan"), 0.4, 0.7, 0.4, 0.5]
assert best_epoch({"loss": [0.5, 0.4, 0.3, 0.2, 0.1, 0.0], "val_loss": _losses}) == 3

# %% plot_history
_rng = np.random.default_rng(7)
_history = {name: _rng.random(6).tolist() for name in ("loss", "val_loss", "accuracy", "val_accuracy")}
_best = int(np.argmin(_history["val_loss"])) + 1
_figure = plot_history(_history)
_figure.canvas.draw()
assert len(_figure.axes) == 2
for _ax, _name in zip(_figure.axes, ("loss", "accuracy")):
    _lines = [line for line in _ax.lines if len(line.get_xdata()) == 6]
    assert np.allclose([line.get_xdata() for line in _lines], range(1, 7))
    assert {tuple(line.get_ydata()) for line in _lines} == {tuple(_history[_name]), tuple(_history[f"val_{_name}"])}
    assert any(len(line.get_xdata()) == 2 and np.allclose(line.get_xdata(), _best) for line in _ax.lines)
    assert _ax.get_legend() is not None
plt.close(_figure)

# %% confusion_matrix
_rng = np.random.default_rng(8)
_labels, _guesses = _rng.integers(0, 5, 400), _rng.integers(0, 5, 400)
_matrix = np.asarray(confusion_matrix(_labels, _guesses, 6))
assert _matrix.shape == (6, 6)
for _true in range(6):
    for _guess in range(6):
        assert _matrix[_true, _guess] == sum((a, b) == (_true, _guess) for a, b in zip(_labels, _guesses))

# %% plot_confusion_matrix
_matrix = np.random.default_rng(9).permutation(np.arange(10, 26)).reshape(4, 4)
_names = ["cat", "dog", "cow", "hen"]
_figure = plot_confusion_matrix(_matrix, _names)
_figure.canvas.draw()
_ax = _figure.axes[0]
assert np.allclose(_ax.images[0].get_array(), _matrix)
assert [tick.get_text() for tick in _ax.get_xticklabels()] == _names
assert [tick.get_text() for tick in _ax.get_yticklabels()] == _names
_numbers = {tuple(np.round(text.get_position()).astype(int)): text.get_text() for text in _ax.texts}
for _row in range(4):
    for _column in range(4):
        assert str(_matrix[_row, _column]) in _numbers[_column, _row]
assert _ax.get_xlabel() and _ax.get_ylabel()
plt.close(_figure)

# %% class_recall
_matrix = np.array([[30, 10, 0, 0], [4, 12, 4, 0], [0, 0, 0, 0], [1, 2, 3, 4]])
_before = _matrix.copy()
assert np.allclose(class_recall(_matrix), [0.75, 0.6, np.nan, 0.4], equal_nan=True)
assert np.array_equal(_matrix, _before)

# %% most_confused
_matrix = np.array([[90, 3, 7, 1], [2, 80, 1, 7], [7, 0, 70, 5], [4, 6, 2, 60]])
_before = _matrix.copy()
assert tuple(int(one) for one in most_confused(_matrix)) == (0, 2)
assert np.array_equal(_matrix, _before)
