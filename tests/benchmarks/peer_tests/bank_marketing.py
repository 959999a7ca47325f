# ruff: noqa: B905, E402, F821  cells, which run in the kernel of a student's page and use its names
"""What an instructor writes for a grader that tests in the student's kernel: one cell of asserts for each exercise.

``BUDGET`` stands above the cells that use it.
"""

# %% read_table
import pathlib
import tempfile

with tempfile.TemporaryDirectory() as _folder:
    _path = pathlib.Path(_folder) / "calls.csv"
    _path.write_text('"age";"job";"note"\n30;"services";"a; b"\n41;"unknown";"no"\n', "utf-8")
    _table = read_table(_path)
assert list(_table.columns) == ["age", "job", "note"]
assert _table.shape == (2, 3)
assert _table["age"].tolist() == [30, 41]
assert [str(one) for one in _table["note"]] == ["a; b", "no"]
assert read_table(path).shape[1] == 17

# %% unknown_share
_rng = np.random.default_rng(1)
_table = pd.DataFrame(
    {
        "age": _rng.integers(18, 90, 40),
        "job": _rng.choice(["unknown", "student", "services"], 40),
        "loan": ["no"] * 39 + ["unknown"],
    },
    index=_rng.permutation(40),
)
_before = _table.copy()
_shares = dict(unknown_share(_table))
for _name in _table:
    assert np.isclose(_shares[_name], sum(value == "unknown" for value in _table[_name]) / 40)
assert _table.equals(_before)

# %% yes_rate_by
_rng = np.random.default_rng(2)
_table = pd.DataFrame(
    {"job": _rng.choice(list("abcd"), 60), "y": _rng.choice(["no", "no", "yes"], 60)}, index=_rng.permutation(60)
)
_table.loc[_table["job"] == "d", "y"] = "no"
_before = _table.copy()
_rates = dict(yes_rate_by(_table, "job"))
assert set(_rates) == set(_table["job"])
for _value in "abcd":
    _answers = _table["y"][_table["job"] == _value].tolist()
    assert np.isclose(_rates[_value], _answers.count("yes") / len(_answers))
assert _table.equals(_before)

# %% plot_yes_rate
_rng = np.random.default_rng(3)
_table = pd.DataFrame({"job": _rng.choice(list("abcde"), 200), "y": _rng.choice(["no", "no", "yes"], 200)})
_wanted = {name: np.mean([one == "yes" for one in group]) for name, group in _table.groupby("job")["y"]}
_figure = plot_yes_rate(_table, "job")
_figure.canvas.draw()
(_axes,) = _figure.axes
_heights = [bar.get_height() for bar in sorted(_axes.patches, key=lambda bar: bar.get_x())]
assert np.allclose(_heights, sorted(_wanted.values(), reverse=True))
_names = [tick.get_text() for tick in _axes.get_xticklabels()]
assert np.allclose([_wanted[name] for name in _names], _heights)
_share = np.mean(_table["y"] == "yes")
assert any(np.allclose(line.get_ydata(), _share) for line in _axes.lines)
plt.close(_figure)

# %% features_and_target
_rng = np.random.default_rng(4)
_table = pd.DataFrame(
    {"age": _rng.integers(18, 90, 30), "duration": 1, "y": _rng.choice(["no", "yes"], 30), "job": "student"},
    index=_rng.permutation(30),
)
_before = _table.copy()
_features, _target = features_and_target(_table)
assert sorted(_features.columns) == ["age", "job"]
assert _features["age"].tolist() == _table["age"].tolist()
assert [int(one) for one in _target] == [int(one == "yes") for one in _table["y"]]
assert _table.equals(_before)

# %% split
_features = pd.DataFrame({"number": np.arange(200)}, index=np.random.default_rng(5).permutation(200))
_target = np.array([0] * 160 + [1] * 40)
_parts = split(_features, _target, 0.25, 3)
_numbers = [part["number"].tolist() for part, _answers in _parts]
assert sorted(_numbers[0] + _numbers[1]) == list(range(200))
for _part, _answers in _parts:
    assert [int(one) for one in _answers] == _target[_part["number"].to_numpy()].tolist()
assert abs(int(np.sum(_parts[1][1])) - 10) <= 1 and abs(len(_numbers[1]) - 50) <= 2
assert split(_features, _target, 0.25, 3)[1][0].equals(_parts[1][0])
assert not split(_features, _target, 0.25, 4)[1][0].equals(_parts[1][0])

# %% fit_preparation
_rng = np.random.default_rng(6)
_known = pd.DataFrame(
    {"age": _rng.integers(18, 90, 50), "same": 3, "job": _rng.choice(["student", "services", "retired"], 50)}
)
_before = _known.copy()
assert fit_preparation(_known) is not None
assert _known.equals(_before)

# %% prepare
_rng = np.random.default_rng(7)
_known = pd.DataFrame(
    {"age": _rng.integers(18, 90, 50), "same": 3, "job": _rng.choice(["student", "services", "retired"], 50)}
)
_known = pd.concat([_known, _known[:5]], ignore_index=True)
_preparation = fit_preparation(_known)
_all = np.asarray(prepare(_known, _preparation), float)
assert _all.shape == (55, 5) and np.isfinite(_all).all()
_wanted = (_known["age"] - _known["age"].mean()) / _known["age"].std()
assert any(np.allclose(column, _wanted, rtol=0.02) for column in _all.T)
for _job in ("student", "services", "retired"):
    assert any(np.array_equal(column, (_known["job"] == _job).to_numpy(float)) for column in _all.T)
assert np.allclose(np.asarray(prepare(_known.iloc[7:8], _preparation), float), _all[7:8])
_new = pd.DataFrame({"age": [40], "same": [3], "job": ["pilot"]})
assert np.count_nonzero(np.asarray(prepare(_new, _preparation), float)) <= 1

# %% class_weights
_target = np.array([0] * 170 + [1] * 30)
_weights = dict(class_weights(_target))
assert np.isclose(_weights[0], 200 / 340) and np.isclose(_weights[1], 200 / 60)

# %% build_model
from keras.metrics import AUC

_model = build_model(9)
_rng = np.random.default_rng(8)
_rows = _model.predict(_rng.normal(size=(12, 9)), verbose=0)
assert _rows.shape == (12, 1) and (_rows >= 0).all() and (_rows <= 1).all()
assert build_model(9) is not _model
_results = _model.evaluate(_rng.normal(size=(12, 9)), np.arange(12) % 2, verbose=0, return_dict=True)
assert any(word in name.lower() for name in _results for word in ("auc", "precision", "recall"))
_chances = _model.predict(np.ones((4, 9)), verbose=0).ravel()
_loss = _model.evaluate(np.ones((4, 9)), np.ones(4), verbose=0, return_dict=True)["loss"]
assert np.isclose(_loss, -np.log(_chances).mean(), rtol=1e-3)


def _customers(rng, count):
    rows = rng.normal(size=(count, 60)).astype(np.float32)
    score = rows[:, 0] - rows[:, 1] + 0.5 * np.abs(rows[:, 2]) + 0.3 * rng.normal(size=count)
    return rows, (score > np.quantile(score, 0.75)).astype(np.uint8)


keras.utils.set_random_seed(17)
_model = build_model(60)
_lessons, _exam = _customers(np.random.default_rng(9), BUDGET["rows"]), _customers(np.random.default_rng(10), 2000)
_model.fit(*_lessons, epochs=BUDGET["epochs"], batch_size=BUDGET["batch_size"], verbose=0)
_area = AUC(num_thresholds=1000)
_area.update_state(_exam[1], _model.predict(_exam[0], verbose=0).ravel())
assert float(_area.result()) >= BUDGET["auc"]

# %% precision_and_recall
_rng = np.random.default_rng(11)
_target, _chances = _rng.integers(0, 2, 50), _rng.integers(0, 9, 50) / 8
for _threshold in (0.0, 0.25, 0.6, 1.0):
    _called = [one for one, chance in zip(_target, _chances) if chance >= _threshold]
    _found = precision_and_recall(_target, _chances[:, None], _threshold)
    assert np.allclose(_found, (sum(_called) / len(_called), sum(_called) / sum(_target)))
assert np.allclose(precision_and_recall(_target, _chances, 2.0), (0.0, 0.0))

# %% roc_auc
_rng = np.random.default_rng(12)
_target, _chances = np.array([0, 1] + _rng.integers(0, 2, 40).tolist()), _rng.integers(0, 9, 42) / 8
_pairs = [
    (yes > no) + 0.5 * (yes == no) for yes in _chances[_target == 1] for no in _chances[_target == 0]
]
assert np.isclose(roc_auc(_target, _chances), np.mean(_pairs))
assert np.isclose(roc_auc(_target, _chances[:, None]), np.mean(_pairs))

# %% best_threshold
_rng = np.random.default_rng(13)
for _round in range(5):
    _target, _chances = _rng.integers(0, 2, 30), _rng.integers(0, 17, 30) / 16
    _profits = {one: sum(7 * yes - 3 for yes, chance in zip(_target, _chances) if chance >= one) for one in _chances}
    _best = max(_profits, key=lambda one: (_profits[one], one))
    _found = float(best_threshold(_target, _chances[:, None], 3, 7))
    assert _found == _best if _profits[_best] > 0 else _found > _chances.max()
assert float(best_threshold(np.array([0, 1, 0, 0]), np.array([0.5, 0.5, 0.5, 0.75]), 5, 6)) > 0.75
