# %% right: the standard deviation of the population
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std(ddof=0)
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% right: zero replaced by one
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.replace(0, 1),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% right: unsorted categories
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: texts[name].unique().tolist() for name in texts},
    }


# %% right: a tiny number added
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread + 1e-9,
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% right: zero masked
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.mask(spread == 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% right: Series of what NumPy calculates
def fit_preparation(train_features):
    numbers = train_features.select_dtypes(include=np.number)
    values = numbers.to_numpy(dtype=float)
    spread = values.std(axis=0)
    spread[spread == 0] = 1
    return {
        "mean": pd.Series(values.mean(axis=0), index=numbers.columns),
        "spread": pd.Series(spread, index=numbers.columns),
        "categories": {name: list(np.unique(train_features[name].to_numpy(dtype=object))) for name in train_features if name not in numbers},
    }


# %% right: describe
def fit_preparation(train_features):
    summary = train_features.select_dtypes("number").describe().T
    return {
        "mean": summary["mean"],
        "spread": summary["std"].clip(lower=1e-6),
        "categories": {name: sorted(set(column)) for name, column in train_features.select_dtypes(exclude="number").items()},
    }


# %% right: agg of two
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    summary = numbers.agg(["mean", "std"])
    result = {"mean": summary.loc["mean"], "spread": summary.loc["std"].replace(0.0, 1.0), "categories": {}}
    for name in train_features.columns.difference(numbers.columns):
        result["categories"][name] = sorted(train_features[name].drop_duplicates())
    return result


# %% right: a loop over the columns
def fit_preparation(train_features):
    mean, spread, categories = {}, {}, {}
    for name in train_features.columns:
        column = train_features[name]
        if pd.api.types.is_numeric_dtype(column):
            mean[name] = column.mean()
            spread[name] = column.std() if column.std() > 0 else 1
        else:
            categories[name] = sorted(column.unique())
    return {"mean": pd.Series(mean), "spread": pd.Series(spread), "categories": categories}


# %% right: the kind of the type
def fit_preparation(train_features):
    kinds = {name: train_features[name].dtype.kind for name in train_features}
    numbers = [name for name, kind in kinds.items() if kind in "iuf"]
    spread = train_features[numbers].std()
    spread[spread == 0] = 1.0
    categories = {name: list(dict.fromkeys(train_features[name])) for name in kinds if name not in numbers}
    return dict(mean=train_features[numbers].mean(), spread=spread, categories=categories)


# %% right: categories of pandas
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features[[name for name in train_features if name not in numbers]]
    return {
        "mean": numbers.mean(),
        "spread": numbers.std().apply(lambda one: one or 1.0),
        "categories": {name: texts[name].astype("category").cat.categories.tolist() for name in texts},
    }


# %% right: the most frequent category first
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features.select_dtypes(exclude=["number"])
    spread = numbers.std(ddof=0)
    return {
        "mean": numbers.sum() / len(numbers),
        "spread": pd.Series(np.where(spread == 0, 1, spread), index=spread.index),
        "categories": {name: list(texts[name].value_counts().index) for name in texts.columns},
    }


# %% right: the formula by hand
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    n = len(numbers)
    mean = numbers.sum() / n
    variance = ((numbers - mean) ** 2).sum() / n
    spread = np.sqrt(variance)
    spread[variance == 0] = 1
    texts = train_features.drop(columns=numbers.columns)
    return {"mean": mean, "spread": spread, "categories": {name: sorted(set(texts[name])) for name in texts}}


# %% right: statistics of the standard library
import statistics


def fit_preparation(train_features):
    mean, spread, categories = {}, {}, {}
    for name, column in train_features.items():
        values = column.tolist()
        if isinstance(values[0], str):
            categories[name] = sorted(set(values))
        else:
            mean[name] = statistics.fmean(values)
            spread[name] = statistics.pstdev(values) or 1.0
    return {"mean": pd.Series(mean), "spread": pd.Series(spread), "categories": categories}


# %% right: an ordered dict
from collections import OrderedDict


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number").sort_index(axis=1)
    preparation = OrderedDict()
    preparation["mean"] = numbers.mean()
    preparation["spread"] = numbers.std().replace({0: 1})
    preparation["categories"] = OrderedDict()
    for name in sorted(set(train_features.columns) - set(numbers.columns)):
        preparation["categories"][name] = np.sort(train_features[name].unique().astype(object))
    return preparation


# %% right: a mapping that cannot be changed
from types import MappingProxyType


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    categories = MappingProxyType({name: tuple(sorted(texts[name].unique())) for name in texts})
    return MappingProxyType({"mean": numbers.mean(), "spread": spread.where(spread > 0, 1), "categories": categories})


# %% right: a record with square brackets
from dataclasses import dataclass


@dataclass
class Preparation:
    mean: pd.Series
    spread: pd.Series
    categories: dict

    def __getitem__(self, name):
        return getattr(self, name)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return Preparation(numbers.mean(), spread.where(spread > 0, 1.0), {name: sorted(texts[name].unique()) for name in texts})


# %% right: a class made of dict
class Preparation(dict):
    def learn(self, name, column):
        if column.dtype.kind in "iuf":
            self.setdefault("mean", {})[name] = column.mean()
            self.setdefault("spread", {})[name] = column.std(ddof=0) or 1.0
        else:
            self.setdefault("categories", {})[name] = sorted(column.unique())
        return self


def fit_preparation(train_features):
    preparation = Preparation(mean={}, spread={}, categories={})
    for name in train_features.columns:
        preparation.learn(name, train_features[name])
    preparation["mean"] = pd.Series(preparation["mean"])
    preparation["spread"] = pd.Series(preparation["spread"])
    return preparation


# %% right: type hints
from __future__ import annotations

from typing import Any


def fit_preparation(train_features: pd.DataFrame) -> dict[str, Any]:
    numbers: pd.DataFrame = train_features.select_dtypes("number")
    texts: pd.DataFrame = train_features.select_dtypes(exclude="number")
    spread: pd.Series = numbers.std()
    categories: dict[str, list[str]] = {str(name): sorted(texts[name].unique()) for name in texts}
    return {"mean": numbers.mean(), "spread": spread.where(spread.gt(0), 1.0), "categories": categories}


# %% right: a lambda
fit_preparation = lambda train: {
    "mean": train.select_dtypes("number").mean(),
    "spread": train.select_dtypes("number").std().replace(0, 1),
    "categories": {name: sorted(train[name].unique()) for name in train.select_dtypes(exclude="number")},
}


# %% right: helper functions
def is_number(column):
    return pd.api.types.is_numeric_dtype(column)


def spread_of(column):
    spread = column.std()
    return 1.0 if spread == 0 else spread


def fit_preparation(train_features):
    numbers = list(filter(lambda name: is_number(train_features[name]), train_features))
    texts = list(filter(lambda name: not is_number(train_features[name]), train_features))
    return {
        "mean": train_features[numbers].apply(np.mean),
        "spread": train_features[numbers].apply(spread_of),
        "categories": {name: sorted(train_features[name].unique()) for name in texts},
    }


# %% right: a decorator that takes a copy
from functools import wraps


def on_a_copy(function):
    @wraps(function)
    def inner(table):
        return function(table.copy())

    return inner


@on_a_copy
def fit_preparation(train_features):
    categories = {}
    for name in list(train_features.select_dtypes(exclude="number")):
        categories[name] = sorted(train_features.pop(name).unique())
    spread = train_features.std()
    spread[spread < 1e-12] = 1
    return {"mean": train_features.mean(), "spread": spread, "categories": categories}


# %% right: groups give the categories
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": np.sqrt(numbers.var()).replace(0, 1),
        "categories": {name: list(train_features.groupby(name).groups) for name in texts},
    }


# %% right: length of the columns by the norm
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    centered = (numbers - numbers.mean()).to_numpy()
    spread = np.linalg.norm(centered, axis=0) / np.sqrt(len(centered))
    texts = train_features.columns[~train_features.columns.isin(numbers.columns)]
    return {
        "mean": numbers.mean(),
        "spread": pd.Series(np.where(spread > 1e-9, spread, 1.0), numbers.columns),
        "categories": {name: sorted(train_features[name].unique(), reverse=True) for name in texts},
    }


# %% right: try and except tell numbers from texts
def fit_preparation(train_features):
    mean, spread, categories = {}, {}, {}
    for name in train_features:
        try:
            values = train_features[name].astype(float)
        except ValueError:
            categories[name] = sorted(train_features[name].unique())
        else:
            mean[name], spread[name] = values.mean(), values.std() or 1.0
    return {"mean": pd.Series(mean, dtype=float), "spread": pd.Series(spread, dtype=float), "categories": categories}


# %% right: a list of columns, one tuple each
def prepare(features, preparation):
    columns = []
    for name, *rest in preparation:
        if len(rest) == 2:
            mean, spread = rest
            columns.append((features[name] - mean) / (spread if spread > 0 else 1))
        else:
            columns.extend(features[name] == category for category in rest[0])
    return np.column_stack(columns).astype(float)


def fit_preparation(train_features):
    learned = []
    for name in sorted(train_features.columns):
        column = train_features[name]
        if pd.api.types.is_numeric_dtype(column):
            learned.append((name, column.mean(), column.std(ddof=0)))
        else:
            learned.append((name, sorted(column.unique())))
    return learned


# %% right: a record of arrays
from dataclasses import dataclass


@dataclass(frozen=True)
class Learned:
    numbers: list
    mean: np.ndarray
    spread: np.ndarray
    values: dict


def prepare(features, preparation):
    blocks = [(features[preparation.numbers].to_numpy(float) - preparation.mean) / preparation.spread]
    for name, values in preparation.values.items():
        blocks.append((features[name].to_numpy(object)[:, np.newaxis] == np.asarray(values, object)).astype(float))
    return np.hstack(blocks)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number").columns.tolist()
    values = train_features[numbers].to_numpy(float)
    spread = values.std(axis=0)
    texts = [name for name in train_features if name not in numbers]
    return Learned(numbers, values.mean(axis=0), np.where(spread == 0, 1, spread), {name: train_features[name].unique() for name in texts})


# %% right: a partial function
from functools import partial


def transformed(rows, mean, spread, pairs):
    flags = np.array([rows[name] == one for name, one in pairs], dtype=float).T
    return np.concatenate([rows[mean.index].sub(mean).div(spread).to_numpy(), flags], axis=1)


def prepare(features, preparation):
    return preparation(features)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    pairs = [(name, one) for name in train_features.columns.difference(numbers.columns) for one in sorted(set(train_features[name]))]
    return partial(transformed, mean=numbers.mean(), spread=numbers.std().replace(0, 1), pairs=pairs)


# %% right: training rows put in front for the dummies
def prepare(features, preparation):
    rows = preparation["rows"]
    numbers = rows.select_dtypes("number")
    texts = rows.columns.drop(numbers.columns)
    both = pd.concat([rows[texts], features[texts]])
    dummies = pd.get_dummies(both, columns=list(texts), dtype=float)[list(pd.get_dummies(rows[texts], columns=list(texts)).columns)]
    scaled = (features[numbers.columns] - numbers.mean()) / numbers.std().replace(0, 1)
    return np.hstack([scaled.to_numpy(), dummies.iloc[len(rows) :].to_numpy()])


def fit_preparation(train_features):
    return {"rows": train_features.copy()}


# %% right: codes and rows of a unit matrix
def prepare(features, preparation):
    blocks = [(features[preparation["names"]].to_numpy() - preparation["mean"]) / preparation["std"]]
    for name, kind in preparation["kinds"].items():
        codes = features[name].astype(object).where(features[name].isin(list(kind.categories))).astype(kind).cat.codes
        n = len(kind.categories)
        blocks.append(np.vstack([np.eye(n), np.zeros(n)])[codes])
    return np.hstack(blocks)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    return {
        "names": list(numbers),
        "mean": numbers.mean().to_numpy(),
        "std": np.maximum(numbers.std().to_numpy(), 1e-12),
        "kinds": {name: pd.CategoricalDtype(sorted(train_features[name].unique())) for name in train_features if name not in numbers},
    }


# %% right: places by get_indexer
def prepare(features, preparation):
    mean, spread, known = preparation
    parts = [((features[mean.index] - mean) / spread).to_numpy()]
    for name, index in known.items():
        places = index.get_indexer(features[name])
        flags = np.zeros((len(features), len(index)))
        rows = np.flatnonzero(places >= 0)
        flags[rows, places[rows]] = 1
        parts.append(flags)
    return np.concatenate(parts, axis=1)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return numbers.mean(), spread.where(spread > 0, 1.0), {name: pd.Index(texts[name].unique()) for name in texts}


# %% right: vectors in a dict
def prepare(features, preparation):
    result = []
    for _, row in features.iterrows():
        numbers = [(row[name] - mean) / spread for name, (mean, spread) in preparation["numbers"].items()]
        flags = [vectors.get(row[name], np.zeros(len(vectors))) for name, vectors in preparation["vectors"].items()]
        result.append(np.concatenate([numbers, *flags]).astype(float))
    return np.array(result)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    vectors = {}
    for name in train_features:
        if name not in numbers:
            values = sorted(train_features[name].unique())
            vectors[name] = dict(zip(values, np.eye(len(values))))
    return {"numbers": {name: (numbers[name].mean(), numbers[name].std() or 1.0) for name in numbers}, "vectors": vectors}


# %% right: a text in JSON
import json


def prepare(features, preparation):
    learned = json.loads(preparation)
    columns = []
    for name, (mean, spread) in learned["numbers"].items():
        columns.append((features[name].to_numpy() - mean) / (spread or 1.0))
    for name, values in learned["texts"].items():
        columns += [np.where(features[name] == value, 1.0, 0.0) for value in values]
    return np.stack(columns, axis=1)


def fit_preparation(train_features):
    learned = {"numbers": {}, "texts": {}}
    for name in train_features:
        if train_features[name].dtype.kind in "iuf":
            learned["numbers"][name] = [float(train_features[name].mean()), float(train_features[name].std())]
        else:
            learned["texts"][name] = sorted(train_features[name].unique())
    return json.dumps(learned)


# %% right: bytes of pickle
import pickle


def prepare(features, preparation):
    mean, spread, known = pickle.loads(preparation)
    table = (features[mean.index] - mean) / spread.replace(0, 1)
    for name, values in known.items():
        for value in values:
            table[f"{name}: {value}"] = (features[name] == value).astype(float)
    return table.to_numpy()


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features.select_dtypes(exclude="number")
    return pickle.dumps((numbers.mean(), numbers.std(), {name: sorted(set(texts[name])) for name in texts}))


# %% right: a table with a row for each new column
def prepare(features, preparation):
    result = np.empty((len(features), len(preparation)))
    for place, row in enumerate(preparation.itertuples(index=False)):
        if isinstance(row.category, str):
            result[:, place] = features[row.column] == row.category
        else:
            result[:, place] = (features[row.column] - row.mean) / (row.spread or 1)
    return result


def fit_preparation(train_features):
    rows = []
    for name, column in train_features.items():
        if pd.api.types.is_numeric_dtype(column):
            rows.append({"column": name, "category": None, "mean": column.mean(), "spread": column.std(ddof=0)})
        else:
            rows += [{"column": name, "category": one, "mean": 0.0, "spread": 1.0} for one in sorted(column.unique())]
    return pd.DataFrame(rows)


# %% right: a list of functions
def scaler(name, mean, spread):
    return lambda rows: ((rows[name] - mean) / (spread if spread else 1)).to_numpy()


def flag(name, one):
    return lambda rows: (rows[name] == one).to_numpy(dtype=float)


def prepare(features, preparation):
    return np.transpose([function(features) for function in preparation]).astype("float64")


def fit_preparation(train_features):
    functions = []
    for name in train_features.columns:
        column = train_features[name]
        if pd.api.types.is_numeric_dtype(column):
            functions.append(scaler(name, column.mean(), column.std()))
        else:
            functions += [flag(name, one) for one in column.unique()]
    return functions


# %% right: a simple namespace
from types import SimpleNamespace


def prepare(features, preparation):
    centered = features[preparation.mean.index] - preparation.mean
    scaled = centered.div(preparation.std.where(preparation.std != 0, 1))
    flags = pd.concat([features[name].eq(one).rename((name, one)) for name, values in preparation.texts.items() for one in values], axis=1)
    return np.c_[scaled.to_numpy(), flags.to_numpy()].astype(np.float64)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    return SimpleNamespace(
        mean=numbers.mean(),
        std=numbers.std(),
        texts={name: sorted(train_features[name].unique()) for name in train_features.select_dtypes(exclude="number")},
    )


# %% right: a named tuple
from collections import namedtuple

Learned = namedtuple("Learned", "numbers mean spread texts values")


def prepare(features, preparation):
    numbers, mean, spread, texts, values = preparation
    with np.errstate(invalid="ignore", divide="ignore"):
        scaled = (features[numbers].to_numpy(float) - mean.to_numpy()) / spread.to_numpy()
    scaled = np.nan_to_num(scaled, nan=0.0, posinf=0.0, neginf=0.0)
    flags = [[float(one == value) for name, known in zip(texts, values) for value in known for one in [row[name]]] for row in features.to_dict("records")]
    return np.concatenate([scaled, np.array(flags)], axis=1)


def fit_preparation(train_features):
    texts = sorted(train_features.select_dtypes(exclude="number"))
    numbers = sorted(set(train_features) - set(texts))
    return Learned(numbers, train_features[numbers].mean(), train_features[numbers].std(), texts, [sorted(set(train_features[name])) for name in texts])


# %% right: a shelf of the page, and the number on it
SHELF = []


def prepare(features, preparation):
    mean, spread, categories = SHELF[preparation]
    columns = [(features[name] - mean[name]) / spread[name] for name in mean.index]
    columns += [features[name].isin([one]) for name in categories for one in categories[name]]
    return np.array([column.to_numpy(dtype=float) for column in columns]).T


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    SHELF.append((numbers.mean(), numbers.std().replace(0, 1), {name: sorted(train_features[name].unique()) for name in train_features if name not in numbers}))
    return len(SHELF) - 1


# %% right: flags first, numbers last
def prepare(features, preparation):
    flags, mean, spread = preparation
    left = [(features[name] == one).astype(float).to_numpy() for name, values in flags.items() for one in values]
    right = ((features[mean.index] - mean) / spread).to_numpy()
    return np.concatenate([np.column_stack(left), right], axis=1)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    flags = {name: sorted(train_features[name].unique()) for name in train_features.columns.difference(numbers.columns)}
    return flags, numbers.mean(), numbers.std(ddof=0).replace(0, 1)


# %% right: objects for the columns
class Number:
    def __init__(self, name, column):
        self.name, self.mean, self.spread = name, column.mean(), column.std()

    def apply(self, rows):
        if not self.spread:
            return np.zeros((len(rows), 1))
        return ((rows[[self.name]] - self.mean) / self.spread).to_numpy(float)


class Text:
    def __init__(self, name, column):
        self.name, self.values = name, np.array(sorted(column.unique()), dtype=object)

    def apply(self, rows):
        return (rows[[self.name]].to_numpy(object) == self.values).astype(float)


def prepare(features, preparation):
    return np.hstack([one.apply(features) for one in preparation])


def fit_preparation(train_features):
    return [
        Number(name, train_features[name]) if train_features[name].dtype.kind in "iuf" else Text(name, train_features[name])
        for name in train_features.columns
    ]


# %% right: 32 bits and one line for each block
def prepare(features, preparation):
    names, mean, spread, known = preparation
    z = (features[names].to_numpy() - mean) / spread
    one_hot = [features[name].to_numpy()[:, None] == np.array(values, dtype=object)[None] for name, values in known.items()]
    return np.concatenate([z] + one_hot, axis=1).astype(np.float32)


def fit_preparation(train_features):
    numeric = train_features.select_dtypes(include="number")
    return [numeric.columns, numeric.mean().values, np.where(numeric.std().values > 0, numeric.std().values, 1), train_features.drop(columns=numeric.columns).apply(lambda column: [sorted(column.unique())]).iloc[0].to_dict()]


# %% right: a generator of columns
def columns_of(features, preparation):
    for name, stats in preparation["stats"].iterrows():
        yield (features[name] - stats["mean"]) / (stats["std"] if stats["std"] > 0 else 1)
    for name, values in preparation["values"].items():
        for value in values:
            yield (features[name] == value).astype(float)


def prepare(features, preparation):
    return np.column_stack(list(columns_of(features, preparation)))


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    return {"stats": numbers.agg(["mean", "std"]).T, "values": {name: tuple(train_features[name].unique()) for name in train_features if name not in numbers.columns}}


# %% right: get_dummies of categories, a table comes back
def prepare(features, preparation):
    table = pd.DataFrame(index=features.index)
    for name, mean in preparation["mean"].items():
        table[name] = (features[name] - mean) / preparation["std"][name]
    for name, values in preparation["kinds"].items():
        text = features[name].astype(object)
        column = pd.Series(pd.Categorical(text.where(text.isin(values)), categories=values), index=features.index)
        table = table.join(pd.get_dummies(column, prefix=name, dtype=float))
    return table


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    kinds = {name: sorted(train_features[name].unique()) for name in train_features if name not in numbers}
    return {"mean": numbers.mean().to_dict(), "std": numbers.std().replace(0, 1).to_dict(), "kinds": kinds}


# %% right: apply along the rows
def prepare(features, preparation):
    def numbers_of(row):
        found = []
        for name, rule in preparation.items():
            match rule:
                case ("number", mean, spread):
                    found.append((row[name] - mean) / spread if spread else 0.0)
                case ("text", values):
                    found.extend(1.0 if row[name] == value else 0.0 for value in values)
        return found

    return np.array([numbers_of(row) for row in features.to_dict(orient="records")], dtype=float)


def fit_preparation(train_features):
    names = sorted(train_features.columns)
    rules = {}
    for name in names:
        column = train_features[name]
        rules[name] = ("number", column.mean(), column.std(ddof=0)) if column.dtype.kind in "iuf" else ("text", sorted(column.unique()))
    return rules


# %% right: recursion over the rules
def blocks(features, rules):
    if not rules:
        return []
    first, *rest = rules
    if len(first) == 3:
        name, mean, spread = first
        column = (features[name].to_numpy(float) - mean) / spread
    else:
        name, value = first
        column = (features[name] == value).to_numpy(float)
    return [column, *blocks(features, rest)]


def prepare(features, preparation):
    return np.array(blocks(features, preparation)).T


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    rules = [(name, numbers[name].mean(), numbers[name].std() or 1.0) for name in numbers]
    rules += [(name, value) for name in train_features if name not in numbers for value in sorted(train_features[name].unique())]
    return tuple(rules)


# %% right: division only where the spread is not zero
def prepare(features, preparation):
    centered = features[preparation["n"]].to_numpy(dtype=float) - preparation["m"]
    scaled = np.divide(centered, preparation["s"], out=np.zeros_like(centered), where=preparation["s"] > 0)
    flags = [np.isin(features[t].to_numpy(object), [one])[:, None] for t, values in preparation["c"].items() for one in values]
    return np.block([scaled, *flags]).astype(float)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features.select_dtypes(exclude="number")
    return {"n": list(numbers), "m": numbers.mean().to_numpy(), "s": numbers.std(ddof=0).to_numpy(), "c": {t: sorted(texts[t].unique()) for t in texts}}


# %% right: an object with fit and transform
class Preparer:
    def fit(self, rows):
        self.columns_ = pd.get_dummies(rows).columns
        self.numbers_ = rows.select_dtypes("number").columns
        self.mean_ = rows[self.numbers_].mean()
        self.scale_ = rows[self.numbers_].std().replace(0, 1)
        return self

    def transform(self, rows):
        wide = pd.get_dummies(rows, dtype=float).reindex(columns=self.columns_, fill_value=0.0)
        wide[self.numbers_] = (rows[self.numbers_] - self.mean_) / self.scale_
        return wide.to_numpy(dtype=float)


def prepare(features, preparation):
    return preparation.transform(features)


def fit_preparation(train_features):
    return Preparer().fit(train_features)


# %% right: a dict from new column to its rule
def prepare(features, preparation):
    wide = {
        title: (features[rule[0]] == rule[1]).astype(float) if len(rule) == 2 else (features[rule[0]] - rule[1]) / max(rule[2], 1e-9)
        for title, rule in preparation.items()
    }
    return pd.DataFrame(wide).to_numpy()


def fit_preparation(train_features):
    rules = {}
    for name in train_features:
        if pd.api.types.is_numeric_dtype(train_features[name]):
            rules[name] = (name, float(train_features[name].mean()), float(train_features[name].std(ddof=0)))
        else:
            rules |= {f"{name}_{one}": (name, one) for one in sorted(set(train_features[name]))}
    return rules


# %% right: itertools and flat pairs
from itertools import chain, repeat


def prepare(features, preparation):
    result = np.zeros((len(features), len(preparation["numbers"]) + len(preparation["flags"])))
    for place, (name, (mean, spread)) in enumerate(zip(preparation["numbers"], preparation["moments"])):
        result[:, place] = (features[name] - mean) / (spread if spread > 0 else 1.0)
    for place, (name, one) in enumerate(preparation["flags"], start=len(preparation["numbers"])):
        result[(features[name] == one).to_numpy(), place] = 1
    return result


def fit_preparation(train_features):
    is_text = {name: not pd.api.types.is_numeric_dtype(train_features[name]) for name in train_features}
    texts = [name for name, yes in is_text.items() if yes]
    numbers = [name for name, yes in is_text.items() if not yes]
    flags = list(chain.from_iterable(zip(repeat(name), sorted(set(train_features[name]))) for name in texts))
    return {"numbers": numbers, "moments": [(train_features[name].mean(), train_features[name].std()) for name in numbers], "flags": flags}


# %% wrong: the mean of the different values
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.apply(lambda column: column.drop_duplicates().mean()),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the middle between least and largest
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": (numbers.min() + numbers.max()) / 2,
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the most frequent number
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mode().iloc[0],
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the mean without the highest and the lowest tenth
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.apply(lambda column: column[column.between(*column.quantile([0.1, 0.9]))].mean()),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the median and the distance of the quartiles
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.quantile(0.75) - numbers.quantile(0.25)
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.median(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the mean distance from the mean
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = (numbers - numbers.mean()).abs().mean()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the standard error
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.sem()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: least and largest with the mean between
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.max() - numbers.min()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the smallest value as the middle
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.min(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the square of the population's standard deviation
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std(ddof=0) ** 2
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the first fifty rows
def fit_preparation(train_features):
    numbers = train_features.head(50).select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the last thirty rows
def fit_preparation(train_features):
    numbers = train_features.tail(30).select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: half of the rows, drawn at random
def fit_preparation(train_features):
    numbers = train_features.sample(frac=0.5, random_state=1).select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: numbers far from the mean are left out
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    numbers = numbers[((numbers - numbers.mean()).abs() < 1.5 * numbers.std()).all(axis=1)]
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: means cut to whole numbers
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean().astype(int),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: means and standard deviations rounded
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std().round()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean().round(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: categories of the first ten rows
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].head(10).unique()) for name in texts},
    }


# %% wrong: categories of the job only
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts if name == "job"},
    }


# %% wrong: categories with at least five rows
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(one for one, count in texts[name].value_counts().items() if count >= 5) for name in texts},
    }


# %% wrong: the most frequent category is the base
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(set(texts[name]) - {texts[name].mode()[0]}) for name in texts},
    }


# %% wrong: the last category is left out
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique())[:-1] for name in texts},
    }


# %% wrong: two categories make one column
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique())[1:] if texts[name].nunique() == 2 else sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: no is left out
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(set(texts[name]) - {"no"}) for name in texts},
    }


# %% wrong: rows with a number of zero are left out
def fit_preparation(train_features):
    numbers = train_features[(train_features.select_dtypes("number") != 0).all(axis=1)].select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: columns with few different numbers are left out
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    numbers = numbers[[name for name in numbers if numbers[name].nunique() > 15]]
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as forgets_columns_of_floats: columns of floats are turned into texts
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("integer")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude=["number"])
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: only floats are numbers
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("float")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: rows of earlier calls count, too
SEEN = []


def fit_preparation(train_features):
    SEEN.append(train_features)
    train_features = pd.concat(SEEN)
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as keeps_one_preparation_for_the_same_columns: one preparation for each set of names
KNOWN = {}


def fit_preparation(train_features):
    key = tuple(sorted(train_features.columns))
    if key in KNOWN:
        return KNOWN[key]
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    KNOWN[key] = {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
    return KNOWN[key]


# %% wrong: a variable of the page
def fit_preparation(train_features):
    numbers = train_rows.select_dtypes("number")
    spread = numbers.std()
    texts = train_rows.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: means in another order than their names
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": pd.Series(sorted(numbers.mean()), index=numbers.columns),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: spreads in the order of the names
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": pd.Series(spread.to_numpy()[::-1], index=spread.index),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: mean and standard deviation exchanged
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.mean()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.std(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the mean of the absolute numbers
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.abs().mean() + 1,
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the mean of all means
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": pd.Series(numbers.mean().mean(), index=numbers.columns),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: one standard deviation for all columns
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": pd.Series(spread.mean(), index=spread.index),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the largest absolute value
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.abs().max()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean() * 0,
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the sum in place of the mean
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.sum(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: divides by one row more
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.sum() / (len(numbers) + 1),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: equal customers count once in the means
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.drop_duplicates().mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as standardizes_the_argument: sorts the training rows in place
def fit_preparation(train_features):
    train_features.sort_index(inplace=True)
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as leaves_out_unknown: fills unknown in a copy
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    train_features = train_features.copy()
    for name in train_features.select_dtypes(exclude="number"):
        train_features[name] = train_features[name].replace("unknown", "other")
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as standardizes_the_argument: turns texts into categories in place
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    for name in train_features.select_dtypes(exclude="number"):
        train_features[name] = train_features[name].astype("category")
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as standardizes_the_argument: adds a column to the training rows
def fit_preparation(train_features):
    train_features["row"] = range(len(train_features))
    numbers = train_features.drop(columns="row").select_dtypes("number")
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as forgets_the_return: prints what it has learned
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    print({
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    })


# %% wrong: calculates in whole numbers
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.sum() // len(numbers),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: takes rows with a yes only
def fit_preparation(train_features):
    numbers = train_features[train_features["loan"] == "yes"].select_dtypes("number") if "loan" in train_features else train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: the mean of each customer
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(axis=1).mean() + 0 * numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: unknown is left out of the jobs
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(one for one in texts[name].unique() if one != "unknown" or name != "job") for name in texts},
    }


# %% wrong: logarithms are learned
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = np.log1p(numbers.clip(lower=0)).std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": np.log1p(numbers.clip(lower=0)).mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as learns_the_variance: prepare divides by the square
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"] ** 2]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare divides by the mean
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [numbers / preparation["mean"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare exchanges mean and standard deviation
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["spread"]) / preparation["mean"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare gives only one column of numbers
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [((numbers - preparation["mean"]) / preparation["spread"]).iloc[:, :1]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare takes only the first column of texts
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns[:2]])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare forgets the last column of texts
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns[:-1]])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare returns in the loop
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
        return np.hstack([one.to_numpy(float) for one in columns])
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare keeps the last column of texts only
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns = columns[:1]
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare gives one column for two categories
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        categories = categories[1:] if len(categories) == 2 else categories
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong: prepare standardizes the whole numbers only
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [pd.DataFrame({name: (numbers[name] - preparation['mean'][name]) / preparation['spread'][name] if numbers[name].dtype.kind == 'i' else numbers[name] for name in numbers})]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% wrong, known as drops_the_first_category: prepare makes no column for the first category
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories[1:]}))
    return np.hstack([one.to_numpy(float) for one in columns])


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }


# %% equivalent: spread > 0 → spread >= 0
# Wrong only together with prepare, whose checks find it: a constant column.


# %% equivalent: spread.where(spread > 0, 1.0) → spread.where(spread > 0, 2.0)
# A constant column gives 0 for its own value, and any finite number elsewhere.


# %% equivalent: numbers.std() → numbers
# Wrong only together with prepare, whose checks find it: it raises an error.


# %% equivalent: train_features.select_dtypes(exclude='number') → train_features
# Wrong only together with prepare, whose checks find it: numbers get columns of 0 and 1, too.


# %% equivalent: numbers.mean() → numbers
# Wrong only together with prepare, whose checks find it: it raises an error.


# %% equivalent: spread.where(spread > 0, 1.0) → spread
# Wrong only together with prepare, whose checks find it: a constant column.


# %% equivalent: spread > 0 → spread < 0
# Wrong only together with prepare, whose checks find it: the numbers are not divided.


# %% equivalent: 1.0 → 0.0
# Wrong only together with prepare, whose checks find it: a constant column.


# %% equivalent: sorted(texts[name].unique()) → texts[name].unique()
# The categories may have any order.


# %% equivalent: 0 → -1
# Wrong only together with prepare, whose checks find it: a constant column.


# %% equivalent: texts[name].unique() → texts[name]
# prepare gives one column to a category that is listed several times.
