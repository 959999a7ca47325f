# ruff: noqa: B905, E402, F821  cells, which run in the kernel of a student's page and use its names
"""What an instructor writes for a grader that tests in the student's kernel: one cell of asserts for each exercise.

Each cell is a test cell for stock nbgrader and for otter. ``BUDGET`` stands above the cells that use it.
"""

# %% dataset_shapes
_train = np.zeros((7, 28, 28), np.uint8), np.zeros(7, np.uint8)
_test = np.zeros((3, 28, 28), np.uint8), np.zeros(3, np.uint8)
assert dataset_shapes((_train, _test)) == {
    "train_images": (7, 28, 28),
    "train_labels": (7,),
    "test_images": (3, 28, 28),
    "test_labels": (3,),
}

# %% count_labels
_labels = np.random.default_rng(1).integers(0, 9, 1000).astype(np.uint8)
_counts = dict(count_labels(_labels))
for _label in range(10):
    assert _counts.get(_label, 0) == sum(1 for one in _labels if one == _label)
assert not any(dict(count_labels(np.array([], np.uint8))).values())

# %% plot_label_counts
_rng = np.random.default_rng(2)
_parts = [np.repeat(np.arange(10), _rng.permutation(np.arange(300, 310))), np.repeat(np.arange(10), range(40, 50))]
_figure = plot_label_counts(*_parts)
_bars = [
    {round(bar.get_x() + bar.get_width() / 2): bar.get_height() for bar in ax.patches}
    for ax in _figure.axes
    if ax.patches
]
assert _bars == [{digit: int((part == digit).sum()) for digit in range(10)} for part in _parts]
plt.close(_figure)

# %% plot_images
_rng = np.random.default_rng(3)
_images, _labels = _rng.random((40, 28, 28), np.float32), _rng.integers(0, 10, 40)
_figure = plot_images(_images, _labels)
assert len(_figure.axes) == 25
for _place, _ax in enumerate(_figure.axes):
    assert np.allclose(_ax.images[0].get_array(), _images[_place])
    assert str(_labels[_place]) in _ax.get_xlabel() + _ax.get_title()
    assert not len(_ax.get_xticks()) and not len(_ax.get_yticks())
_figure.canvas.draw()
plt.close(_figure)

# %% count_pixel_values
_image = np.random.default_rng(4).integers(0, 256, (28, 28)).astype(np.uint8)
_counts = dict(count_pixel_values(_image))
for _value in range(256):
    assert _counts.get(_value, 0) == sum(1 for row in _image for pixel in row if pixel == _value)

# %% normalize
_images = np.random.default_rng(5).integers(0, 256, (3, 28, 28)).astype(np.uint8)
_before = _images.copy()
_slowly = [[[pixel / 255 for pixel in row] for row in image] for image in _images.tolist()]
assert np.allclose(normalize(_images), _slowly)
assert np.array_equal(_images, _before)
assert np.allclose(normalize(np.array([[[0, 255]]], np.uint8)), [[[0.0, 1.0]]])

# %% plot_image
_image = np.random.default_rng(6).random((28, 28))
_figure = plot_image(_image)
assert len(_figure.axes) == 2
_picture = _figure.axes[0].images[0]
assert np.allclose(_picture.get_array(), _image)
assert _picture.colorbar is not None
_figure.canvas.draw()
plt.close(_figure)

# %% build_model
_model = build_model()
_rows = _model.predict(np.random.default_rng(7).random((5, 28, 28), np.float32), verbose=0)
assert _rows.shape == (5, 10)
assert np.allclose(_rows.sum(axis=1), 1, atol=1e-5)
assert [weight.shape for weight in _model.get_weights()] == [(784, 128), (128,), (128, 10), (10,)]
assert _model.optimizer.name == "adam"
assert "accuracy" in _model.evaluate(np.zeros((5, 28, 28)), np.zeros(5), verbose=0, return_dict=True)
assert build_model() is not _model

# %% train
import contextlib
import io

keras.utils.set_random_seed(17)
_model, _some, _epochs = build_model(), BUDGET["images"], BUDGET["epochs"]
with contextlib.redirect_stdout(io.StringIO()):
    _history = train(_model, (train_images[:_some] / 255).astype(np.float32), train_labels[:_some], _epochs)
assert len(_history.history["loss"]) == _epochs
assert _history.history["loss"][-1] < _history.history["loss"][0]
_read = _model.predict((test_images / 255).astype(np.float32), batch_size=500, verbose=0).argmax(axis=1)
assert (_read == test_labels).mean() >= BUDGET["threshold"]

# %% evaluate
_model = build_model()
_rng = np.random.default_rng(8)
_images, _labels = _rng.random((100, 28, 28), np.float32), _rng.integers(0, 10, 100)
_chances = _model.predict(_images, verbose=0)
_loss, _accuracy = evaluate(_model, _images, _labels)
assert np.isclose(_loss, np.mean([-np.log(row[label]) for row, label in zip(_chances, _labels)]), rtol=1e-3)
assert np.isclose(_accuracy, np.mean([row.argmax() == label for row, label in zip(_chances, _labels)]))

# %% predict_labels
_model = build_model()
_images = np.random.default_rng(9).random((50, 28, 28), np.float32)
_chances = _model.predict(_images, verbose=0)
assert np.array_equal(predict_labels(_model, _images), [int(row.argmax()) for row in _chances])

# %% plot_predictions
_rng = np.random.default_rng(10)
_images, _labels, _chances = _rng.random((30, 28, 28)), _rng.integers(0, 10, 30), _rng.random((30, 10))
_figure = plot_predictions(_images, _labels, _chances)
assert len(_figure.axes) == 25
for _place, _ax in enumerate(_figure.axes):
    assert np.allclose(_ax.images[0].get_array(), _images[_place])
    _text = _ax.get_xlabel() + _ax.get_title()
    assert _text.replace(" ", "") == f"{_chances[_place].argmax()}/{_labels[_place]}"
_figure.canvas.draw()
plt.close(_figure)
