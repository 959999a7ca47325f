# %% right: agg with a lambda
def unknown_share(table):
    return table.agg(lambda column: (column == "unknown").mean())


# %% right: map over cells
def unknown_share(table):
    return table.map(lambda cell: cell == "unknown").mean()


# %% right: map with a function that counts 1 and 0
def unknown_share(table):
    def is_hole(cell):
        if isinstance(cell, str) and cell == "unknown":
            return 1
        return 0

    return table.map(is_hole).sum() / table.shape[0]


# %% right: list.count
def unknown_share(table):
    result = {}
    for name in table.columns:
        result[name] = table[name].tolist().count("unknown") / len(table[name])
    return result


# %% right: items of the table
def unknown_share(table):
    return {name: np.mean(column == "unknown") for name, column in table.items()}


# %% right: count_nonzero along an axis
def unknown_share(table):
    found = np.count_nonzero(table.values == "unknown", axis=0)
    return pd.Series(found / len(table), index=table.columns)


# %% right: zeros first, then the columns of texts
def unknown_share(table):
    shares = {name: 0 for name in table.columns}
    for name in table.select_dtypes(exclude="number").columns:
        shares[name] = (table[name] == "unknown").mean()
    return shares


# %% right: columns of numbers give zero at once
def unknown_share(table):
    shares = {}
    for name in table:
        if pd.api.types.is_numeric_dtype(table[name]):
            shares[name] = 0.0
            continue
        shares[name] = float(table[name].eq("unknown").mean())
    return shares


# %% right: reindexed to all columns
def unknown_share(table):
    texts = table.select_dtypes(exclude="number")
    return texts.eq("unknown").mean().reindex(table.columns, fill_value=0.0)


# %% right: everything as text first
def unknown_share(table):
    return (table.astype(str) == "unknown").mean()


# %% right: a sum along axis 0
def unknown_share(table):
    n = len(table.index)
    return table.eq("unknown").sum(axis=0).div(n)


# %% right: an ordered dict
from collections import OrderedDict


def unknown_share(table):
    shares = OrderedDict()
    for name in sorted(table.columns):
        shares[name] = (table[name] == "unknown").sum() / len(table)
    return shares


# %% right: a default dict
from collections import defaultdict


def unknown_share(table):
    shares = defaultdict(float)
    for name in table.columns:
        shares[name] += (table[name] == "unknown").mean()
    return shares


# %% right: a counter of holes
from collections import Counter


def unknown_share(table):
    holes = Counter()
    for row in table.to_dict("records"):
        for name, value in row.items():
            holes[name] += value == "unknown"
    return {name: holes[name] / len(table) for name in table.columns}


# %% right: Counter of each column
from collections import Counter


def unknown_share(table):
    return {name: Counter(table[name])["unknown"] / len(table) for name in table.columns}


# %% right: a loop over itertuples
def unknown_share(table):
    counts = [0] * table.shape[1]
    for row in table.itertuples(index=False, name=None):
        for place, value in enumerate(row):
            if value == "unknown":
                counts[place] += 1
    return dict(zip(table.columns, [count / table.shape[0] for count in counts]))


# %% right: a lambda
unknown_share = lambda table: table.eq("unknown").mean(axis="index")


# %% right: query for each column
def unknown_share(table):
    n_rows, _ = table.shape
    return {name: table.loc[table[name] == "unknown"].shape[0] / n_rows for name in list(table.columns)}


# %% right: a mean of a list of truth values
def unknown_share(table):
    return {name: sum([value == "unknown" for value in table[name]]) / len(table) for name in table.columns}


# %% right: where and notna
def unknown_share(table):
    return 1 - table.where(table != "unknown").notna().mean()


# %% right: one minus the known
def unknown_share(table):
    return 1 - (table != "unknown").mean()


# %% right: replaced in a copy
def unknown_share(table):
    copy = table.copy()
    copy = copy.astype(object).replace("unknown", np.nan)
    return copy.isnull().sum() / len(copy)


# %% right: a helper function
def share_in(column):
    holes = 0
    for value in column:
        holes += 1 if value == "unknown" else 0
    return holes / len(column)


def unknown_share(table):
    return table.apply(share_in)


# %% right: apply along axis 0 with raw values
def unknown_share(table):
    return table.astype(object).apply(lambda values: np.mean([value == "unknown" for value in values]), axis=0)


# %% right: a transposed table
def unknown_share(table):
    return (table.T == "unknown").mean(axis=1)


# %% right: stacked cells and a group for each column
def unknown_share(table):
    cells = table.astype(object).melt(var_name="column", value_name="cell")
    return cells["cell"].eq("unknown").groupby(cells["column"]).mean()


# %% right: type hints
from __future__ import annotations


def unknown_share(table: pd.DataFrame) -> dict[str, float]:
    shares: dict[str, float] = {}
    column: str
    for column in table.columns:
        shares[column] = float(np.mean(table[column].to_numpy(dtype=object) == "unknown"))
    return shares


# %% right: a mapping that cannot be changed
from types import MappingProxyType


def unknown_share(table):
    return MappingProxyType({name: float((table[name] == "unknown").mean()) for name in table})


# %% right: a class made of dict
class Shares(dict):
    def largest(self):
        return max(self, key=self.get)


def unknown_share(table):
    return Shares((name, float((table[name] == "unknown").mean())) for name in table)


# %% right: try and except for a value that does not occur
def unknown_share(table):
    shares = {}
    for name in table.columns:
        try:
            shares[name] = table[name].value_counts()["unknown"] / len(table)
        except KeyError:
            shares[name] = 0.0
    return shares


# %% right: a mask and its length
def unknown_share(table):
    out = pd.Series(0.0, index=table.columns)
    for name in table.columns:
        mask = table[name].isin({"unknown"})
        out[name] = len(table.index[mask]) / len(table.index)
    return out


# %% right: recursion over the columns
def unknown_share(table):
    if table.shape[1] == 0:
        return {}
    first = table.columns[0]
    rest = unknown_share(table[table.columns[1:]])
    rest[first] = float((table[first] == "unknown").mean())
    return rest


# %% right: reduce
from functools import reduce


def unknown_share(table):
    def add(shares, name):
        return {**shares, name: (table[name] == "unknown").mean()}

    return reduce(add, table.columns, {})


# %% right: dict of pairs by map
def unknown_share(table):
    return dict(map(lambda name: (name, (table[name] == "unknown").mean()), table.columns))


# %% right: to_dict
def unknown_share(table):
    return table.eq("unknown").mean().to_dict()


# %% right: numbers of 32 bits
def unknown_share(table):
    return table.eq("unknown").mean().astype("float32")


# %% right: describe of truth values
def unknown_share(table):
    holes = table.eq("unknown").astype(float)
    return holes.describe().loc["mean"]


# %% right: a dot product
def unknown_share(table):
    holes = (table == "unknown").to_numpy().astype(float)
    weights = np.full(len(table), 1 / len(table))
    return dict(zip(table.columns.tolist(), (weights @ holes).tolist()))


# %% right: iloc by place
def unknown_share(table):
    answer = {}
    for place in range(table.shape[1]):
        column = table.iloc[:, place]
        answer[table.columns[place]] = len(column[column == "unknown"]) / len(column)
    return answer


# %% right: a walrus in a comprehension
def unknown_share(table):
    return {name: holes / len(table) if (holes := int((table[name] == "unknown").sum())) else 0.0 for name in table.columns}


# %% right: regular expression for the whole cell
import re


def unknown_share(table):
    pattern = re.compile("unknown")
    return {name: sum(bool(pattern.fullmatch(str(value))) for value in table[name]) / len(table) for name in table}


# %% right: fullmatch of pandas
def unknown_share(table):
    return table.apply(lambda column: column.astype(str).str.fullmatch("unknown").mean())


# %% right: a constant and a default argument
UNKNOWN = "unknown"


def unknown_share(table, hole=UNKNOWN):
    return table.isin([hole]).mean()


# %% right: groupby of the truth values
def unknown_share(table):
    shares = {}
    for name in table:
        sizes = table.groupby(table[name] == "unknown").size()
        shares[name] = float(sizes.get(True, 0) / sizes.sum())
    return shares


# %% right: statistics of the standard library
from statistics import fmean


def unknown_share(table):
    return {name: fmean(value == "unknown" for value in table[name]) for name in table.columns}


# %% right: a generator of pairs
def pairs(table):
    for name in table.columns:
        yield name, float(np.average(table[name] == "unknown"))


def unknown_share(table):
    return dict(pairs(table))


# %% right: a while loop
def unknown_share(table):
    names = list(table.columns)
    shares = {}
    while names:
        name = names.pop()
        values = table[name].values
        shares[name] = 0.0
        i = 0
        while i < len(values):
            if values[i] == "unknown":
                shares[name] += 1
            i += 1
        shares[name] /= len(values)
    return shares


# %% right: a table with a reset index
def unknown_share(table):
    table = table.reset_index(drop=True)
    return (table.loc[:] == "unknown").agg("mean")


# %% right: an object column of Python floats
def unknown_share(table):
    return pd.Series({name: float((table[name] == "unknown").mean()) for name in table}, dtype=object, name="unknown")


# %% right: the type Float64
def unknown_share(table):
    return table.eq("unknown").mean().convert_dtypes(convert_integer=False)


# %% wrong, known as counts_the_rows: counts with value_counts
def unknown_share(table):
    return {name: int(table[name].value_counts().get("unknown", 0)) for name in table}


# %% wrong: a number between 0 and 100, rounded
def unknown_share(table):
    return ((table == "unknown").mean() * 100).round(1)


# %% wrong: texts with a percent sign
def unknown_share(table):
    return {name: f"{(table[name] == 'unknown').mean():.1%}" for name in table}


# %% wrong: gives the columns that have holes
def unknown_share(table):
    return [name for name in table if (table[name] == "unknown").any()]


# %% wrong: says whether there are holes
def unknown_share(table):
    return (table == "unknown").any()


# %% wrong: gives the truth values
def unknown_share(table):
    return table == "unknown"


# %% wrong: looks for Unknown
def unknown_share(table):
    return (table == "Unknown").mean()


# %% wrong, known as counts_empty_cells: counts what is None
def unknown_share(table):
    return table.isnull().sum() / len(table)


# %% wrong, known as counts_empty_cells: compares with "unknown " and a blank
def unknown_share(table):
    return (table == "unknown ").mean()


# %% wrong: divides by the rows without a hole
def unknown_share(table):
    holes = (table == "unknown").sum()
    return holes / (len(table) - holes).replace(0, 1)


# %% wrong: divides by the number of cells
def unknown_share(table):
    return (table == "unknown").sum() / table.size


# %% wrong: divides by the number of different values
def unknown_share(table):
    return {name: (table[name] == "unknown").sum() / table[name].nunique() for name in table}


# %% wrong: sees whether unknown is one of the values
def unknown_share(table):
    return {name: 1 / table[name].nunique() if "unknown" in table[name].unique() else 0.0 for name in table}


# %% wrong, known as counts_empty_cells: looks in the index
def unknown_share(table):
    return {name: float("unknown" in table[name]) for name in table}


# %% wrong: one row of the table less
def unknown_share(table):
    return (table == "unknown").sum() / (len(table) - 1)


# %% wrong: divides by the largest label
def unknown_share(table):
    return (table == "unknown").sum() / (table.index.max() + 1)


# %% wrong: the share of one column only
def unknown_share(table):
    return {"job": float((table["job"] == "unknown").mean())}


# %% wrong: stops after the first column
def unknown_share(table):
    shares = {}
    for name in table.columns:
        shares[name] = float((table[name] == "unknown").mean())
        return shares


# %% wrong: begins anew in each loop
def unknown_share(table):
    for name in table.columns:
        shares = {}
        shares[name] = float((table[name] == "unknown").mean())
    return shares


# %% wrong: whole numbers by //
def unknown_share(table):
    return (table == "unknown").sum() // len(table)


# %% wrong: pairs instead of a mapping
def unknown_share(table):
    return [(name, float((table[name] == "unknown").mean())) for name in table]


# %% wrong: a table of one column
def unknown_share(table):
    return (table == "unknown").mean().to_frame("share")


# %% wrong, known as gives_a_list: an array
def unknown_share(table):
    return (table == "unknown").mean().to_numpy()


# %% wrong: keys are numbers
def unknown_share(table):
    return {place: float((table[name] == "unknown").mean()) for place, name in enumerate(table)}


# %% wrong: names exchanged with shares
def unknown_share(table):
    return {float((table[name] == "unknown").mean()): name for name in table}


# %% wrong: only columns of objects
def unknown_share(table):
    return {name: float((table[name] == "unknown").mean()) for name in table if table[name].dtype == object}


# %% wrong, known as looks_for_a_part_of_the_text: startswith
def unknown_share(table):
    return {name: float(table[name].astype(str).str.startswith("unknown").mean()) for name in table}


# %% wrong, known as looks_for_a_part_of_the_text: in the text
def unknown_share(table):
    return {name: sum("unknown" in str(value) for value in table[name]) / len(table) for name in table}


# %% wrong, known as ignores_capitals: makes texts small and strips them
def unknown_share(table):
    return {name: sum(str(value).strip().lower() == "unknown" for value in table[name]) / len(table) for name in table}


# %% wrong, known as replaces_in_the_argument: leaves a column of truth values
def unknown_share(table):
    for name in table.columns:
        table[name] = table[name] == "unknown"
    return table.mean()


# %% wrong, known as replaces_in_the_argument: adds a row to the table
def unknown_share(table):
    shares = (table == "unknown").mean()
    table.loc["unknown"] = shares
    return shares


# %% wrong, known as rounds_the_shares: rounds to whole percents
def unknown_share(table):
    return {name: round(float((table[name] == "unknown").mean()), 2) for name in table}


# %% wrong: rounds to three places
def unknown_share(table):
    return (table == "unknown").mean().round(3)


# %% wrong: counts each different row once
def unknown_share(table):
    return (table.drop_duplicates() == "unknown").mean()


# %% wrong: takes the rows with a hole as the whole
def unknown_share(table):
    holes = table[(table == "unknown").any(axis=1)]
    return (holes == "unknown").mean()


# %% wrong: prints a line for each column
def unknown_share(table):
    for name in table:
        print(name, (table[name] == "unknown").mean())


# %% wrong: a total as well
def unknown_share(table):
    shares = (table == "unknown").mean()
    shares["total"] = shares.mean()
    return shares


# %% wrong: the largest share only
def unknown_share(table):
    return (table == "unknown").mean().max()


# %% wrong: adds up all shares
def unknown_share(table):
    return float((table == "unknown").mean().sum())


# %% wrong, known as gives_one_number_for_each_row: the number of holes of each row
def unknown_share(table):
    return (table == "unknown").sum(axis=1) / table.shape[1]


# %% wrong, known as gives_the_known_share: the known share of columns of numbers, too
def unknown_share(table):
    return {name: float((table[name] != "unknown").sum() / len(table)) for name in table.columns}


# %% wrong: looks only at the first hundred rows
def unknown_share(table):
    return (table.head(100) == "unknown").mean()


# %% wrong, known as leaves_out_columns_without: leaves out zeros
def unknown_share(table):
    shares = {}
    for name in table.columns:
        count = (table[name] == "unknown").sum()
        if count:
            shares[name] = count / len(table)
    return shares
