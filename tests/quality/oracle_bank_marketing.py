"""What tells two answers to an exercise of bank_marketing apart, by what its page asks for."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import oracle_figures as drawn
import oracle_models as models
import oracle_reads as reads
from oracle import Namespace, NotAsAsked, Oracle

Rng = np.random.Generator
Calls = list[tuple[Any, ...]]
EXACT = 1e-9  # what is only passed on is not rounded
SPREADS = 0.015  # relative: a standard deviation may divide by n or by n - 1
JOBS = ["services", "student", "unknown", "retired", "admin."]


def _customers(rng: Rng, names: Namespace, rows: int) -> Any:
    words = lambda *values: rng.choice(np.array(values, object), rows)  # noqa: E731
    table = {
        "age": rng.integers(18, 90, rows),
        "job": words(*JOBS, "services"),
        "duration": rng.integers(5, 900, rows),
        "balance": rng.normal(1000, 400, rows).round(2),
        "contact": words("unknown", "cellular", "unknown to us"),
        "y": words("yes", "no", "no"),
        "day": rng.integers(1, 6, rows),
    }
    table = names["pd"].DataFrame(table, index=rng.permutation(3 * rows)[:rows])
    table.iloc[-1, [1, 4]] = "Unknown", "once"
    if rows > 5:
        table.iloc[2:4] = table.iloc[1:2].to_numpy()  # equal rows
    return table.astype({"age": int, "duration": int, "balance": float, "day": int})


def _files(rng: Rng, names: Namespace) -> Calls:
    calls: Calls = []
    folder = Path(tempfile.mkdtemp(prefix="oracle"))
    for number, rows in enumerate((3, 150)):
        table = _customers(rng, names, rows)
        table["job"] = [f"{one}; {place % 3}" for place, one in enumerate(table["job"])]
        table.iloc[-2:] = table.iloc[:1].to_numpy()
        path = folder / f"{number}.txt"
        lines = [";".join(f'"{one}"' if isinstance(one, str) else str(one) for one in row) for row in [list(table), *table.to_numpy(object).tolist()]]
        path.write_text("\n".join(lines) + "\n")
        calls.append((path if number else str(path),))
    return calls


def _tables(rng: Rng, names: Namespace) -> Calls:
    small = _customers(rng, names, 9)[["contact", "day", "job"]]
    return [(_customers(rng, names, 180),), (small,), (names["pd"].DataFrame({"job": ["unknown"] * 3, "day": [1, 2, 3]}, index=[7, 0, 4]),)]


def _by_column(result: Any, arguments: Any, _names: Namespace) -> Any:
    return reads.mapping(result, list(arguments[0].columns))


def _by(rng: Rng, names: Namespace) -> Calls:
    table = _customers(rng, names, 220)
    rare = table[["day", "y", "job"]].copy()
    rare.loc[rare["day"] == 3, "y"] = "no"
    return [(table, "job"), (rare, "day"), (_customers(rng, names, 60), "contact")]


def _by_value(result: Any, arguments: Any, _names: Namespace) -> Any:
    table, column = arguments
    return reads.mapping(result, table[column].unique().tolist())


def _sorted_bars(result: Any, arguments: Any, _names: Namespace) -> Any:
    (ax,) = drawn.axes_of(result)
    bars = drawn.bars(ax, empty=True)
    named = drawn.tick_names(ax, "x")
    order = [named.get(round(place), "") if abs(place - round(place)) < 0.1 else "" for place in sorted(bars)]
    heights = [bars[place] for place in sorted(bars)]
    inside = [one for one in drawn.across(ax, upright=False) if 0 <= one <= 1]
    return [sorted(zip(order, heights, strict=True)), heights, inside]


def _of_table(rng: Rng, names: Namespace) -> Calls:
    table = _customers(rng, names, 80)
    return [(table,), (table[["y", "duration", "job", "age"]].iloc[:20],), (table[["day", "duration", "y"]].iloc[5:17],)]


def _features(result: Any, _arguments: Any, _names: Namespace) -> Any:
    features, target = result
    found = np.asarray(target)
    if found.dtype.kind not in "iufb":
        raise NotAsAsked
    return [reads.table(features), found.astype(float)]


def _to_divide(rng: Rng, names: Namespace) -> Calls:
    calls: Calls = []
    for rows, share, seed in ((400, 0.25, 3), (90, 0.4, 0), (400, 0.25, 3), (400, 0.25, 4), (90, 0.4, 0)):
        features = names["pd"].DataFrame({"place": np.arange(rows) * 7 % rows, "job": rng.choice(JOBS, rows)}, index=rng.permutation(999)[:rows])
        target = np.arange(rows) % 6 == 0
        calls.append((features, names["pd"].Series(target.astype(int), index=features.index) if seed else target.astype(int), share, seed))
    return calls


def _parts(result: Any, arguments: Any, _names: Namespace) -> Any:
    """Sizes of both classes in the test part, whether each row is there once with all its own, and whether it is drawn."""
    features, target, share, _seed = arguments
    order = np.argsort(features["place"].to_numpy())
    known, jobs = np.asarray(target)[order], features["job"].to_numpy()[order]
    facts: list[Any] = []
    places = []
    for table, own in result:
        place = table["place"].to_numpy().astype(int)
        places.append(sorted(place.tolist()))
        facts += [sorted(table.columns), bool((known[place] == np.asarray(own)).all()), bool((jobs[place] == table["job"].to_numpy()).all())]
        if table["place"].dtype.kind not in "iu":
            raise NotAsAsked
    test = np.array(places[1])
    ones = int(known[test].sum())
    expected = share * known.sum(), share * (len(known) - known.sum())
    gaps = np.diff(test[known[test] == 0])
    return [
        *facts,
        sorted(places[0] + places[1]),
        abs(ones - expected[0]) <= 1 and abs(len(test) - ones - expected[1]) <= 1,
        len(set(gaps.tolist())) > 2,
    ]


def _again(calls: list[tuple[Any, Any]]) -> Any:
    """Of each pair of calls with the same rows: whether the same seed gave the same parts, and another one others."""
    parts = [(len(arguments[0]), arguments[3], sorted(result[1][0]["place"].tolist())) for result, arguments in calls]
    return [(one[1] == other[1]) is (one[2] == other[2]) for one, other in itertools.combinations(parts, 2) if one[0] == other[0]]


def _rows(rng: Rng, names: Namespace, count: int) -> Any:
    table = _customers(rng, names, count).drop(columns=["y", "duration"]).assign(same=3, seldom=lambda of: of["day"] // 5)
    return table[[str(one) for one in rng.permutation(table.columns)]]


def _to_learn(rng: Rng, names: Namespace) -> Calls:
    return [(_rows(rng, names, 90),), (_rows(rng, names, 40),)]


def _unlike(table: Any) -> Any:
    other = table.iloc[::-1].copy()
    other.loc[other.index[0], "job"] = "never seen"
    return other[list(table.columns[::-1])]


def _as_prepared(result: Any, arguments: Any, names: Namespace) -> Any:
    return _columns(names["prepare"](_unlike(arguments[0]), result))


def _columns(result: Any) -> Any:
    """The columns in any order."""
    found = reads.numbers(result)
    if found.ndim != 2 or isinstance(result, list):
        raise NotAsAsked
    return np.array(sorted(found.T.round(6).tolist()))


def _in_order(calls: list[tuple[Any, Any]]) -> Any:
    """Of three calls each: whether a row gives the same with other rows, other columns and alone."""
    found = [reads.numbers(result) for result, _ in calls]
    pairs = [(found[place], found[place + 1], found[place + 2]) for place in range(0, len(found), 3)]
    return [bool(np.allclose(all_[:1], one)) and bool(np.allclose(all_[1:], train[::-1][1:])) for all_, one, train in pairs]


def _to_prepare(rng: Rng, names: Namespace) -> Calls:
    calls: Calls = []
    for train in (_rows(rng, names, 90), _rows(rng, names, 40)):
        fitted = names["fit_preparation"](train)
        other = _unlike(train)
        calls += [(other, fitted), (other.iloc[:1], fitted), (train, fitted)]
    return calls


def _targets(rng: Rng, names: Namespace) -> Calls:
    rare = (rng.permutation(600) < 80).astype(int)
    return [(rare,), (np.array([0, 1, 1, 1]),), (names["pd"].Series(rare[::-1], index=rng.permutation(900)[:600]),), (np.array([1, 0], np.uint8),)]


def _scored(rng: Rng, _names: Namespace) -> list[tuple[Any, Any]]:
    found = []
    for count in (150, 41, 60):
        target = (rng.random(count) < 0.3).astype(int)
        target[:2] = 0, 1
        found.append((target, ((rng.integers(1, 48, count) + 15 * target) / 64).astype(np.float32)))
    found[1] = (found[1][0], found[1][1].reshape(-1, 1))
    return found


def _thresholds(rng: Rng, names: Namespace) -> Calls:
    calls: Calls = [(*pair, float(pair[1].ravel()[4])) for pair in _scored(rng, names)]
    target, probabilities = _scored(rng, names)[0]
    return [*calls, (target, probabilities, 0.3), (target, probabilities, 2.0), (np.zeros(150, int), probabilities, 0.2)]


def _auc(rng: Rng, names: Namespace) -> Calls:
    pairs = _scored(rng, names)
    return [*pairs, (pairs[0][0], 1 - pairs[0][1]), (np.array([1, 0, 0]), np.array([0.5, 0.5, -0.5])), (pairs[2][0], (pairs[2][1] * 8).round())]


def _profits(rng: Rng, names: Namespace) -> Calls:
    pairs = _scored(rng, names)
    by_hand = [
        (np.array([1, 0, 1, 0]), np.array([0.75, 0.5, 0.25, 0.125]), 1, 3),
        (np.array([0, 1, 0, 1, 0]), np.array([0.25, 0.75, 0.5, 0.5, 0.625]), 2, 4),
        (np.array([1, 0, 1]), np.array([0.25, 0.5, 0.75]), 2, 4),
        (np.array([0, 0, 1, 0]), np.array([1.0, 0.5, 0.75, 0.0]), 7, 9),
        (np.array([1, 1, 0]), np.array([0.5, 0.75, 0.25], np.float32), 1, 5),
        (np.array([1, 1]), np.array([0.25, 0.75]), 1, 5),
        (np.array([1, 0]), np.array([0.5, 0.25]), 2, 3),
    ]
    return [*((*pair, cost, gain) for pair, (cost, gain) in zip(pairs * 2, ((1, 4), (2, 9), (5, 40), (7, 8), (1, 2), (1, 30)), strict=True)), *by_hand]


def _threshold(result: Any, arguments: Any, _names: Namespace) -> Any:
    found, highest = reads.number(result), float(np.max(arguments[1]))
    return "nobody" if found > highest else found


def _two_scores(result: Any, _arguments: Any, _names: Namespace) -> Any:
    return reads.two_numbers(result)


ORACLES = {
    "read_table": Oracle(_files, lambda result, _arguments, _names: reads.table(result), kept=False, within=EXACT),
    "unknown_share": Oracle(_tables, _by_column),
    "yes_rate_by": Oracle(_by, _by_value),
    "plot_yes_rate": Oracle(_by, _sorted_bars),
    "features_and_target": Oracle(_of_table, _features, within=EXACT),
    "split": Oracle(_to_divide, _parts, _again),
    "fit_preparation": Oracle(_to_learn, _as_prepared, within=SPREADS),
    "prepare": Oracle(_to_prepare, lambda result, _arguments, _names: _columns(result), _in_order, within=SPREADS),
    "class_weights": Oracle(_targets, lambda result, _arguments, _names: reads.mapping(result, [0, 1])),
    "build_model": Oracle(lambda _rng, _names: [(9,), (40,)], models.yes_network),
    "precision_and_recall": Oracle(_thresholds, _two_scores),
    "roc_auc": Oracle(_auc, lambda result, _arguments, _names: reads.number(result)),
    "best_threshold": Oracle(_profits, _threshold),
}
