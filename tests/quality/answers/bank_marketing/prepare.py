# %% right: columns in a list
def prepare(features, preparation):
    columns = []
    for name in preparation["mean"].index:
        columns.append((features[name] - preparation["mean"][name]) / preparation["spread"][name])
    for name, categories in preparation["categories"].items():
        for category in categories:
            columns.append((features[name] == category).astype(float))
    return np.column_stack(columns)


# %% right: sub and div
def prepare(features, preparation):
    table = features[preparation["mean"].index].sub(preparation["mean"]).div(preparation["spread"])
    for name, categories in preparation["categories"].items():
        for category in categories:
            table[name, category] = features[name].eq(category)
    return table.to_numpy(dtype=float)


# %% right: arrays put side by side
def prepare(features, preparation):
    mean, spread = preparation["mean"], preparation["spread"]
    left = (features[mean.index].to_numpy(float) - mean.to_numpy()) / spread.to_numpy()
    right = [features[name].to_numpy(object)[:, None] == np.array(values, object) for name, values in preparation["categories"].items()]
    return np.concatenate([left, *right], axis=1)


# %% right: zeros filled in
def prepare(features, preparation):
    names = list(preparation["mean"].index)
    width = len(names) + sum(len(values) for values in preparation["categories"].values())
    result = np.zeros((len(features), width))
    for place, name in enumerate(names):
        result[:, place] = (features[name] - preparation["mean"][name]) / preparation["spread"][name]
    place = len(names)
    for name, values in preparation["categories"].items():
        for value in values:
            result[:, place] = features[name] == value
            place += 1
    return result


# %% right: dummies, then reindex
def prepare(features, preparation):
    numbers = (features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]
    parts = [numbers]
    for name, categories in preparation["categories"].items():
        parts.append(pd.get_dummies(features[name]).reindex(columns=categories, fill_value=False))
    return pd.concat(parts, axis=1).to_numpy(dtype=float)


# %% right: a row of zeros cut off a unit matrix
def prepare(features, preparation):
    blocks = [((features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]).to_numpy()]
    for name, categories in preparation["categories"].items():
        places = {category: place for place, category in enumerate(categories)}
        codes = [places.get(value, len(categories)) for value in features[name]]
        blocks.append(np.eye(len(categories) + 1)[codes][:, :-1])
    return np.hstack(blocks)


# %% right: get_indexer
def prepare(features, preparation):
    mean = preparation["mean"]
    parts = [((features[mean.index] - mean) / preparation["spread"]).values]
    for name, categories in preparation["categories"].items():
        codes = pd.Index(categories).get_indexer(features[name])
        parts.append((codes[:, None] == np.arange(len(categories))).astype(float))
    return np.concatenate(parts, axis=1)


# %% right: row by row
def prepare(features, preparation):
    rows = []
    for row in features.to_dict("records"):
        numbers = [(row[name] - mean) / preparation["spread"][name] for name, mean in preparation["mean"].items()]
        flags = [float(row[name] == one) for name, values in preparation["categories"].items() for one in values]
        rows.append(numbers + flags)
    return np.array(rows)


# %% right: a table with float values
def prepare(features, preparation):
    numbers = (features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]
    flags = {f"{name}: {one}": (features[name] == one).astype(float) for name, values in preparation["categories"].items() for one in values}
    return numbers.assign(**flags)


# %% right: float32
def prepare(features, preparation):
    numbers = ((features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]).astype("float32")
    flags = [features[name].isin([one]).to_numpy(np.float32) for name, values in preparation["categories"].items() for one in values]
    return np.c_[numbers.to_numpy(), np.transpose(flags)]


# %% right: flags before numbers
def prepare(features, preparation):
    flags = []
    for name in sorted(preparation["categories"]):
        flags += [np.where(features[name] == one, 1.0, 0.0) for one in preparation["categories"][name]]
    numbers = (features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]
    return np.column_stack(flags + [numbers])


# %% right: a generator gives the columns in turn
def columns_of(features, preparation):
    for name in preparation["mean"].index:
        yield (features[name].to_numpy(float) - preparation["mean"][name]) / preparation["spread"][name]
    for name, values in preparation["categories"].items():
        for value in values:
            yield (features[name].to_numpy(object) == value).astype(float)


def prepare(features, preparation):
    return np.stack(list(columns_of(features, preparation)), axis=-1)


# %% right: a new index first
def prepare(features, preparation):
    rows = features.reset_index(drop=True)
    out = (rows[list(preparation["mean"].index)] - preparation["mean"]) / preparation["spread"]
    for name, values in preparation["categories"].items():
        for place, value in enumerate(values):
            out[f"{name}{place}"] = np.equal(rows[name].to_numpy(object), value)
    return out.astype(float).values


# %% right: a lambda
prepare = lambda features, preparation: np.hstack(
    [((features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]).to_numpy()]
    + [(features[[name]] == one).to_numpy(float) for name, values in preparation["categories"].items() for one in values]
)


# %% right: type hints and two helpers
from __future__ import annotations


def scaled(features: pd.DataFrame, mean: pd.Series, spread: pd.Series) -> np.ndarray:
    return ((features[mean.index] - mean) / spread).to_numpy(dtype=float)


def one_hot(column: pd.Series, categories: list[str]) -> np.ndarray:
    return np.array([[value == one for one in categories] for value in column], dtype=float).reshape(len(column), len(categories))


def prepare(features: pd.DataFrame, preparation: dict) -> np.ndarray:
    blocks = [scaled(features, preparation["mean"], preparation["spread"])]
    blocks += [one_hot(features[name], categories) for name, categories in preparation["categories"].items()]
    return np.hstack(blocks)


# %% right: a copy changed in place
def prepare(features, preparation):
    table = features.copy()
    names = preparation["mean"].index
    table[names] = table[names].astype(float)
    table[names] -= preparation["mean"]
    table[names] /= preparation["spread"]
    for name, values in preparation["categories"].items():
        column = table.pop(name)
        for value in values:
            table[name + "=" + value] = (column == value).astype(int)
    order = list(names) + [name + "=" + value for name, values in preparation["categories"].items() for value in values]
    return table[order].to_numpy(dtype="float64")


# %% right: reduce
from functools import reduce


def prepare(features, preparation):
    first = ((features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]).to_numpy()
    pairs = [(name, one) for name, values in preparation["categories"].items() for one in values]
    return reduce(lambda left, pair: np.column_stack([left, features[pair[0]] == pair[1]]), pairs, first)


# %% right: recursion over the texts
def flags(features, items):
    if not items:
        return np.empty((len(features), 0))
    (name, values), *rest = items
    block = np.array([features[name] == value for value in values], dtype=float).T
    return np.hstack([block, flags(features, rest)])


def prepare(features, preparation):
    z = (features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]
    return np.hstack([z.to_numpy(), flags(features, list(preparation["categories"].items()))])


# %% right: divide and subtract in one step
def prepare(features, preparation):
    scale = 1 / preparation["spread"]
    shift = -preparation["mean"] * scale
    z = features[scale.index] * scale + shift
    hot = pd.concat({(name, one): features[name] == one for name, values in preparation["categories"].items() for one in values}, axis=1)
    return np.append(z.to_numpy(), hot.to_numpy(), axis=1)


# %% right: apply for each column of numbers
def prepare(features, preparation):
    z = features[preparation["mean"].index].apply(lambda column: (column - preparation["mean"][column.name]) / preparation["spread"][column.name])
    result = z.values.tolist()
    for name, values in preparation["categories"].items():
        for row, value in zip(result, features[name]):
            row.extend(1.0 if value == one else 0.0 for one in values)
    return np.array(result)


# %% right: categories of pandas
def prepare(features, preparation):
    blocks = [((features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]).to_numpy(float)]
    for name, values in preparation["categories"].items():
        known = features[name].where(features[name].isin(values))
        column = pd.Categorical(known, categories=values)
        blocks.append(pd.get_dummies(column).to_numpy(float))
    return np.concatenate(blocks, axis=1)


# %% right: a matrix product
def prepare(features, preparation):
    mean, spread = preparation["mean"], preparation["spread"]
    z = (features[mean.index].to_numpy(float) - mean.to_numpy()) @ np.diag(1 / spread.to_numpy())
    blocks = [z]
    for name, values in preparation["categories"].items():
        blocks.append(np.array([[float(value == one)] for value in features[name] for one in values]).reshape(len(features), -1))
    return np.hstack(blocks)


# %% right: flags inserted one by one
def prepare(features, preparation):
    try:
        z = (features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]
    except KeyError as error:
        raise ValueError("a column of numbers is missing") from error
    flags = np.zeros((len(features), 0))
    for name, values in preparation["categories"].items():
        for one in values:
            flags = np.insert(flags, flags.shape[1], (features[name] == one).to_numpy(), axis=1)
    return np.hstack((z.to_numpy(), flags))


# %% right: columns first, then transposed
def prepare(features, preparation):
    rows = [((features[name] - preparation["mean"][name]) / preparation["spread"][name]).tolist() for name in preparation["mean"].index]
    rows += [[float(value == one) for value in features[name]] for name, values in preparation["categories"].items() for one in values]
    return np.array(rows, dtype=float).T


# %% right: loc writes the ones
def prepare(features, preparation):
    features = features.reset_index(drop=True)
    names = [f"{name}|{one}" for name, values in preparation["categories"].items() for one in values]
    flags = pd.DataFrame(0.0, index=features.index, columns=names)
    for row, record in enumerate(features.to_dict("records")):
        for name in preparation["categories"]:
            if f"{name}|{record[name]}" in flags.columns:
                flags.loc[row, f"{name}|{record[name]}"] = 1.0
    z = (features[preparation["mean"].index] - preparation["mean"]) / preparation["spread"]
    return pd.concat([z, flags], axis=1).to_numpy()


# %% right: a list of columns, one tuple each
def fit_preparation(train_features):
    learned = []
    for name in sorted(train_features.columns):
        column = train_features[name]
        if pd.api.types.is_numeric_dtype(column):
            learned.append((name, column.mean(), column.std(ddof=0)))
        else:
            learned.append((name, sorted(column.unique())))
    return learned


def prepare(features, preparation):
    columns = []
    for name, *rest in preparation:
        if len(rest) == 2:
            mean, spread = rest
            columns.append((features[name] - mean) / (spread if spread > 0 else 1))
        else:
            columns.extend(features[name] == category for category in rest[0])
    return np.column_stack(columns).astype(float)


# %% right: a record of arrays
from dataclasses import dataclass


@dataclass(frozen=True)
class Learned:
    numbers: list
    mean: np.ndarray
    spread: np.ndarray
    values: dict


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number").columns.tolist()
    values = train_features[numbers].to_numpy(float)
    spread = values.std(axis=0)
    texts = [name for name in train_features if name not in numbers]
    return Learned(numbers, values.mean(axis=0), np.where(spread == 0, 1, spread), {name: train_features[name].unique() for name in texts})


def prepare(features, preparation):
    blocks = [(features[preparation.numbers].to_numpy(float) - preparation.mean) / preparation.spread]
    for name, values in preparation.values.items():
        blocks.append((features[name].to_numpy(object)[:, np.newaxis] == np.asarray(values, object)).astype(float))
    return np.hstack(blocks)


# %% right: a partial function
from functools import partial


def transformed(rows, mean, spread, pairs):
    flags = np.array([rows[name] == one for name, one in pairs], dtype=float).T
    return np.concatenate([rows[mean.index].sub(mean).div(spread).to_numpy(), flags], axis=1)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    pairs = [(name, one) for name in train_features.columns.difference(numbers.columns) for one in sorted(set(train_features[name]))]
    return partial(transformed, mean=numbers.mean(), spread=numbers.std().replace(0, 1), pairs=pairs)


def prepare(features, preparation):
    return preparation(features)


# %% right: training rows put in front for the dummies
def fit_preparation(train_features):
    return {"rows": train_features.copy()}


def prepare(features, preparation):
    rows = preparation["rows"]
    numbers = rows.select_dtypes("number")
    texts = rows.columns.drop(numbers.columns)
    both = pd.concat([rows[texts], features[texts]])
    dummies = pd.get_dummies(both, columns=list(texts), dtype=float)[list(pd.get_dummies(rows[texts], columns=list(texts)).columns)]
    scaled = (features[numbers.columns] - numbers.mean()) / numbers.std().replace(0, 1)
    return np.hstack([scaled.to_numpy(), dummies.iloc[len(rows) :].to_numpy()])


# %% right: codes and rows of a unit matrix
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    return {
        "names": list(numbers),
        "mean": numbers.mean().to_numpy(),
        "std": np.maximum(numbers.std().to_numpy(), 1e-12),
        "kinds": {name: pd.CategoricalDtype(sorted(train_features[name].unique())) for name in train_features if name not in numbers},
    }


def prepare(features, preparation):
    blocks = [(features[preparation["names"]].to_numpy() - preparation["mean"]) / preparation["std"]]
    for name, kind in preparation["kinds"].items():
        codes = features[name].astype(object).where(features[name].isin(list(kind.categories))).astype(kind).cat.codes
        n = len(kind.categories)
        blocks.append(np.vstack([np.eye(n), np.zeros(n)])[codes])
    return np.hstack(blocks)


# %% right: places by get_indexer
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return numbers.mean(), spread.where(spread > 0, 1.0), {name: pd.Index(texts[name].unique()) for name in texts}


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


# %% right: vectors in a dict
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    vectors = {}
    for name in train_features:
        if name not in numbers:
            values = sorted(train_features[name].unique())
            vectors[name] = dict(zip(values, np.eye(len(values))))
    return {"numbers": {name: (numbers[name].mean(), numbers[name].std() or 1.0) for name in numbers}, "vectors": vectors}


def prepare(features, preparation):
    result = []
    for _, row in features.iterrows():
        numbers = [(row[name] - mean) / spread for name, (mean, spread) in preparation["numbers"].items()]
        flags = [vectors.get(row[name], np.zeros(len(vectors))) for name, vectors in preparation["vectors"].items()]
        result.append(np.concatenate([numbers, *flags]).astype(float))
    return np.array(result)


# %% right: a text in JSON
import json


def fit_preparation(train_features):
    learned = {"numbers": {}, "texts": {}}
    for name in train_features:
        if train_features[name].dtype.kind in "iuf":
            learned["numbers"][name] = [float(train_features[name].mean()), float(train_features[name].std())]
        else:
            learned["texts"][name] = sorted(train_features[name].unique())
    return json.dumps(learned)


def prepare(features, preparation):
    learned = json.loads(preparation)
    columns = []
    for name, (mean, spread) in learned["numbers"].items():
        columns.append((features[name].to_numpy() - mean) / (spread or 1.0))
    for name, values in learned["texts"].items():
        columns += [np.where(features[name] == value, 1.0, 0.0) for value in values]
    return np.stack(columns, axis=1)


# %% right: bytes of pickle
import pickle


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features.select_dtypes(exclude="number")
    return pickle.dumps((numbers.mean(), numbers.std(), {name: sorted(set(texts[name])) for name in texts}))


def prepare(features, preparation):
    mean, spread, known = pickle.loads(preparation)
    table = (features[mean.index] - mean) / spread.replace(0, 1)
    for name, values in known.items():
        for value in values:
            table[f"{name}: {value}"] = (features[name] == value).astype(float)
    return table.to_numpy()


# %% right: a table with a row for each new column
def fit_preparation(train_features):
    rows = []
    for name, column in train_features.items():
        if pd.api.types.is_numeric_dtype(column):
            rows.append({"column": name, "category": None, "mean": column.mean(), "spread": column.std(ddof=0)})
        else:
            rows += [{"column": name, "category": one, "mean": 0.0, "spread": 1.0} for one in sorted(column.unique())]
    return pd.DataFrame(rows)


def prepare(features, preparation):
    result = np.empty((len(features), len(preparation)))
    for place, row in enumerate(preparation.itertuples(index=False)):
        if isinstance(row.category, str):
            result[:, place] = features[row.column] == row.category
        else:
            result[:, place] = (features[row.column] - row.mean) / (row.spread or 1)
    return result


# %% right: a list of functions
def scaler(name, mean, spread):
    return lambda rows: ((rows[name] - mean) / (spread if spread else 1)).to_numpy()


def flag(name, one):
    return lambda rows: (rows[name] == one).to_numpy(dtype=float)


def fit_preparation(train_features):
    functions = []
    for name in train_features.columns:
        column = train_features[name]
        if pd.api.types.is_numeric_dtype(column):
            functions.append(scaler(name, column.mean(), column.std()))
        else:
            functions += [flag(name, one) for one in column.unique()]
    return functions


def prepare(features, preparation):
    return np.transpose([function(features) for function in preparation]).astype("float64")


# %% right: a simple namespace
from types import SimpleNamespace


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    return SimpleNamespace(
        mean=numbers.mean(),
        std=numbers.std(),
        texts={name: sorted(train_features[name].unique()) for name in train_features.select_dtypes(exclude="number")},
    )


def prepare(features, preparation):
    centered = features[preparation.mean.index] - preparation.mean
    scaled = centered.div(preparation.std.where(preparation.std != 0, 1))
    flags = pd.concat([features[name].eq(one).rename((name, one)) for name, values in preparation.texts.items() for one in values], axis=1)
    return np.c_[scaled.to_numpy(), flags.to_numpy()].astype(np.float64)


# %% right: a named tuple
from collections import namedtuple

Learned = namedtuple("Learned", "numbers mean spread texts values")


def fit_preparation(train_features):
    texts = sorted(train_features.select_dtypes(exclude="number"))
    numbers = sorted(set(train_features) - set(texts))
    return Learned(numbers, train_features[numbers].mean(), train_features[numbers].std(), texts, [sorted(set(train_features[name])) for name in texts])


def prepare(features, preparation):
    numbers, mean, spread, texts, values = preparation
    with np.errstate(invalid="ignore", divide="ignore"):
        scaled = (features[numbers].to_numpy(float) - mean.to_numpy()) / spread.to_numpy()
    scaled = np.nan_to_num(scaled, nan=0.0, posinf=0.0, neginf=0.0)
    flags = [[float(one == value) for name, known in zip(texts, values) for value in known for one in [row[name]]] for row in features.to_dict("records")]
    return np.concatenate([scaled, np.array(flags)], axis=1)


# %% right: a shelf of the page, and the number on it
SHELF = []


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    SHELF.append((numbers.mean(), numbers.std().replace(0, 1), {name: sorted(train_features[name].unique()) for name in train_features if name not in numbers}))
    return len(SHELF) - 1


def prepare(features, preparation):
    mean, spread, categories = SHELF[preparation]
    columns = [(features[name] - mean[name]) / spread[name] for name in mean.index]
    columns += [features[name].isin([one]) for name in categories for one in categories[name]]
    return np.array([column.to_numpy(dtype=float) for column in columns]).T


# %% right: flags first, numbers last
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    flags = {name: sorted(train_features[name].unique()) for name in train_features.columns.difference(numbers.columns)}
    return flags, numbers.mean(), numbers.std(ddof=0).replace(0, 1)


def prepare(features, preparation):
    flags, mean, spread = preparation
    left = [(features[name] == one).astype(float).to_numpy() for name, values in flags.items() for one in values]
    right = ((features[mean.index] - mean) / spread).to_numpy()
    return np.concatenate([np.column_stack(left), right], axis=1)


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


def fit_preparation(train_features):
    return [
        Number(name, train_features[name]) if train_features[name].dtype.kind in "iuf" else Text(name, train_features[name])
        for name in train_features.columns
    ]


def prepare(features, preparation):
    return np.hstack([one.apply(features) for one in preparation])


# %% right: 32 bits and one line for each block
def fit_preparation(train_features):
    numeric = train_features.select_dtypes(include="number")
    return [numeric.columns, numeric.mean().values, np.where(numeric.std().values > 0, numeric.std().values, 1), train_features.drop(columns=numeric.columns).apply(lambda column: [sorted(column.unique())]).iloc[0].to_dict()]


def prepare(features, preparation):
    names, mean, spread, known = preparation
    z = (features[names].to_numpy() - mean) / spread
    one_hot = [features[name].to_numpy()[:, None] == np.array(values, dtype=object)[None] for name, values in known.items()]
    return np.concatenate([z] + one_hot, axis=1).astype(np.float32)


# %% right: a generator of columns
def columns_of(features, preparation):
    for name, stats in preparation["stats"].iterrows():
        yield (features[name] - stats["mean"]) / (stats["std"] if stats["std"] > 0 else 1)
    for name, values in preparation["values"].items():
        for value in values:
            yield (features[name] == value).astype(float)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    return {"stats": numbers.agg(["mean", "std"]).T, "values": {name: tuple(train_features[name].unique()) for name in train_features if name not in numbers.columns}}


def prepare(features, preparation):
    return np.column_stack(list(columns_of(features, preparation)))


# %% right: get_dummies of categories, a table comes back
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    kinds = {name: sorted(train_features[name].unique()) for name in train_features if name not in numbers}
    return {"mean": numbers.mean().to_dict(), "std": numbers.std().replace(0, 1).to_dict(), "kinds": kinds}


def prepare(features, preparation):
    table = pd.DataFrame(index=features.index)
    for name, mean in preparation["mean"].items():
        table[name] = (features[name] - mean) / preparation["std"][name]
    for name, values in preparation["kinds"].items():
        text = features[name].astype(object)
        column = pd.Series(pd.Categorical(text.where(text.isin(values)), categories=values), index=features.index)
        table = table.join(pd.get_dummies(column, prefix=name, dtype=float))
    return table


# %% right: apply along the rows
def fit_preparation(train_features):
    names = sorted(train_features.columns)
    rules = {}
    for name in names:
        column = train_features[name]
        rules[name] = ("number", column.mean(), column.std(ddof=0)) if column.dtype.kind in "iuf" else ("text", sorted(column.unique()))
    return rules


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


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    rules = [(name, numbers[name].mean(), numbers[name].std() or 1.0) for name in numbers]
    rules += [(name, value) for name in train_features if name not in numbers for value in sorted(train_features[name].unique())]
    return tuple(rules)


def prepare(features, preparation):
    return np.array(blocks(features, preparation)).T


# %% right: division only where the spread is not zero
def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features.select_dtypes(exclude="number")
    return {"n": list(numbers), "m": numbers.mean().to_numpy(), "s": numbers.std(ddof=0).to_numpy(), "c": {t: sorted(texts[t].unique()) for t in texts}}


def prepare(features, preparation):
    centered = features[preparation["n"]].to_numpy(dtype=float) - preparation["m"]
    scaled = np.divide(centered, preparation["s"], out=np.zeros_like(centered), where=preparation["s"] > 0)
    flags = [np.isin(features[t].to_numpy(object), [one])[:, None] for t, values in preparation["c"].items() for one in values]
    return np.block([scaled, *flags]).astype(float)


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


def fit_preparation(train_features):
    return Preparer().fit(train_features)


def prepare(features, preparation):
    return preparation.transform(features)


# %% right: a dict from new column to its rule
def fit_preparation(train_features):
    rules = {}
    for name in train_features:
        if pd.api.types.is_numeric_dtype(train_features[name]):
            rules[name] = (name, float(train_features[name].mean()), float(train_features[name].std(ddof=0)))
        else:
            rules |= {f"{name}_{one}": (name, one) for one in sorted(set(train_features[name]))}
    return rules


def prepare(features, preparation):
    wide = {
        title: (features[rule[0]] == rule[1]).astype(float) if len(rule) == 2 else (features[rule[0]] - rule[1]) / max(rule[2], 1e-9)
        for title, rule in preparation.items()
    }
    return pd.DataFrame(wide).to_numpy()


# %% right: itertools and flat pairs
from itertools import chain, repeat


def fit_preparation(train_features):
    is_text = {name: not pd.api.types.is_numeric_dtype(train_features[name]) for name in train_features}
    texts = [name for name, yes in is_text.items() if yes]
    numbers = [name for name, yes in is_text.items() if not yes]
    flags = list(chain.from_iterable(zip(repeat(name), sorted(set(train_features[name]))) for name in texts))
    return {"numbers": numbers, "moments": [(train_features[name].mean(), train_features[name].std()) for name in numbers], "flags": flags}


def prepare(features, preparation):
    result = np.zeros((len(features), len(preparation["numbers"]) + len(preparation["flags"])))
    for place, (name, (mean, spread)) in enumerate(zip(preparation["numbers"], preparation["moments"])):
        result[:, place] = (features[name] - mean) / (spread if spread > 0 else 1.0)
    for place, (name, one) in enumerate(preparation["flags"], start=len(preparation["numbers"])):
        result[(features[name] == one).to_numpy(), place] = 1
    return result


# %% wrong: subtracts the numbers from the mean
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(preparation["mean"] - numbers) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: between 0 and 1 by these rows
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - numbers.min()) / (numbers.max() - numbers.min()).replace(0, 1)]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as makes_columns_of_these_rows: learns anew from these rows
def prepare(features, preparation):
    preparation = fit_preparation(features)
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as takes_the_mean_of_these_rows: the mean of these rows where there are several
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    if len(features) > 1:
        preparation = preparation | {"mean": numbers.mean(), "spread": numbers.std().replace(0, 1)}
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as forgets_the_numbers: zeros in place of the numbers
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [0 * numbers]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as uses_the_preparation_up: deletes the categories from the preparation
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    del preparation["categories"]
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: the column of the wrong text
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[list(preparation["categories"])[0]] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: the mean of these rows only
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - numbers.mean()) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: dummies of these rows without the first
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    columns.append(pd.get_dummies(features[list(preparation["categories"])], drop_first=True))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: looks for the category in the text
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name].astype(str).str.contains(one, regex=False) for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: looks for the beginning of the text
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name].str.startswith(one[:4]) for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: compares the lengths of the texts
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name].str.len() == len(one) for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: a new category is the last one
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": (features[name] == one) | ((one == categories[-1]) & ~features[name].isin(categories)) for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: a new category is the same share of each
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": (features[name] == one) + (~features[name].isin(categories)) / len(categories) for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: a new category is one everywhere
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": (features[name] == one) | ~features[name].isin(categories) for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: a column for other categories
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories} | {f"{name}=other": ~features[name].isin(categories)}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: NaN for a new category
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": (features[name] == one).astype(float).where(features[name].isin(categories)) for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: KeyError for a new category
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        places = {one: place for place, one in enumerate(categories)}
        columns.append(pd.DataFrame(np.eye(len(categories))[[places[value] for value in features[name]]]))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: adds new categories to the preparation
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        categories += [one for one in features[name].unique() if one not in categories]
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as flattens_a_single_row: a single customer is one axis
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    result = np.hstack([one.to_numpy(float) for one in columns])
    return result[0] if len(result) == 1 else result


# %% wrong: lists
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns]).tolist()


# %% wrong: whole numbers
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns]).astype(int)


# %% wrong, known as rounds_the_numbers: rounded to two decimals
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns]).round(2)


# %% wrong: with the names of the columns
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return (np.hstack([one.to_numpy(float) for one in columns]), list(features.columns))


# %% wrong, known as pairs_by_the_index: numbers with a new index, flags with the old
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers.reset_index(drop=True) - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return pd.concat(columns, axis=1).fillna(0).to_numpy(float)[: len(features)]


# %% wrong, known as turns_rows_into_columns: one below the other
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.vstack([one.to_numpy(float).T for one in columns])


# %% wrong: one long row
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns]).ravel()


# %% wrong: the training rows of the page
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - train_features[numbers.columns].mean()) / train_features[numbers.columns].std()]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: columns by place
def prepare(features, preparation):
    numbers = features.iloc[:, [1, 3, 4]]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: the order of the given columns
def prepare(features, preparation):
    numbers = features[[name for name in features if name in preparation["mean"].index]]
    numbers = numbers
    columns = [((numbers - preparation["mean"]) / preparation["spread"])[list(numbers)]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: the order of the given texts
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in sorted(preparation["categories"].items(), key=lambda item: list(features).index(item[0])):
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as writes_into_the_features: subtracts in the given table
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    features[numbers.columns] = numbers - preparation["mean"]
    columns = [features[numbers.columns] / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: writes unknown for new categories into the table
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        features[name] = features[name].where(features[name].isin(categories), "unknown")
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: sorts the given table
def prepare(features, preparation):
    features.sort_index(inplace=True)
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: deletes a part of the preparation
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    del preparation["mean"]
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: adds up in the preparation
def prepare(features, preparation):
    preparation["mean"] += 0.01 * preparation["spread"]
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: cuts off at three
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [((numbers - preparation["mean"]) / preparation["spread"]).clip(-3, 3)]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: squeezes with tanh
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [np.tanh((numbers - preparation["mean"]) / preparation["spread"])]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: absolute values
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [((numbers - preparation["mean"]) / preparation["spread"]).abs()]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: standardizes the flags, too
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": ((features[name] == one) - 1 / len(categories)) / 0.5 for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: flags the wrong way round
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] != one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: flags of 1 and 2
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": (features[name] == one) + 1 for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: how frequent each category is here
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": (features[name] == one) * (features[name] == one).mean() for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as numbers_the_categories: the place of the category
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({name: [list(categories).index(value) if value in categories else -1 for value in features[name]]}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as leaves_truth_values_among_objects: truth values and floats among objects
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(object) for one in columns])


# %% wrong: drops equal customers
def prepare(features, preparation):
    features = features.drop_duplicates()
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: sorts the customers
def prepare(features, preparation):
    features = features.sort_index()
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: texts stay in the table
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return pd.concat([columns[0], features[list(preparation["categories"])]], axis=1)


# %% wrong: prints the table
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    print(np.hstack([one.to_numpy(float) for one in columns]))


# %% wrong: logarithms
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(np.log1p(numbers.clip(lower=0)) - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong, known as makes_columns_of_these_rows: flags only for categories that occur here
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories if (features[name] == one).any()}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: numbers twice
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"], (numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: keeps the numbers beside the standardized ones
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [numbers, (numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% wrong: standardizes each row
def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers.sub(numbers.mean(axis=1), axis=0)).div(numbers.std(axis=1), axis=0)]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])


# %% equivalent: def prepare(features, preparation): numbers = features[prep… → def prepare(features, preparation): numbers = features[prep…
# It returns after the first column of texts. Wrong only together with fit_preparation, whose checks find it.


# %% equivalent: one.to_numpy(float) → one
# hstack makes floats of numbers and truth values.
