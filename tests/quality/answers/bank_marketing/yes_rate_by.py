# %% right: a dict comprehension over groups
def yes_rate_by(table, column):
    return {value: (group["y"] == "yes").mean() for value, group in table.groupby(column)}


# %% right: groups of positions
def yes_rate_by(table, column):
    answers = table["y"].to_numpy()
    return {value: np.mean(answers[rows] == "yes") for value, rows in table.groupby(column).indices.items()}


# %% right: unique of NumPy and a mask
def yes_rate_by(table, column):
    values = table[column].to_numpy()
    said = table["y"].to_numpy() == "yes"
    return {value: float(said[values == value].mean()) for value in np.unique(values)}


# %% right: counts of unique with bincount
def yes_rate_by(table, column):
    values, places = np.unique(table[column].to_numpy(), return_inverse=True)
    counts = np.bincount(places)
    yes = np.bincount(places, weights=table["y"] == "yes")
    return pd.Series(yes / counts, index=values)


# %% right: factorize
def yes_rate_by(table, column):
    codes, values = pd.factorize(table[column])
    yes = np.zeros(len(values))
    np.add.at(yes, codes, (table["y"] == "yes").to_numpy())
    return dict(zip(values, yes / np.bincount(codes)))


# %% right: agg with a name
def yes_rate_by(table, column):
    return table.groupby(column).agg(rate=("y", lambda answers: (answers == "yes").mean()))["rate"]


# %% right: sum and size of the groups
def yes_rate_by(table, column):
    groups = table["y"].eq("yes").groupby(table[column])
    return groups.sum() / groups.size()


# %% right: sum and count of the groups
def yes_rate_by(table, column):
    said_yes = (table["y"] == "yes").astype(int)
    grouped = said_yes.groupby(table[column])
    return grouped.sum().div(grouped.count())


# %% right: dummies of the answers
def yes_rate_by(table, column):
    return pd.get_dummies(table["y"])["yes"].groupby(table[column]).mean()


# %% right: where makes 1 and 0
def yes_rate_by(table, column):
    copy = table.copy()
    copy["yes"] = np.where(copy["y"] == "yes", 1, 0)
    return copy.groupby(column)["yes"].mean()


# %% right: a column replaced in a copy
def yes_rate_by(table, column):
    table = table.copy()
    table["y"] = table["y"].replace({"yes": 1, "no": 0}).astype(int)
    return table.groupby(column)["y"].mean()


# %% right: a cross table of counts
def yes_rate_by(table, column):
    counts = pd.crosstab(table[column], table["y"])
    return counts["yes"] / counts.sum(axis=1)


# %% right: unstacked sizes
def yes_rate_by(table, column):
    sizes = table.groupby([column, "y"]).size().unstack(fill_value=0)
    return sizes["yes"].div(sizes.sum(axis=1))


# %% right: counts reindexed
def yes_rate_by(table, column):
    all_rows = table[column].value_counts()
    yes_rows = table.loc[table["y"] == "yes", column].value_counts().reindex(all_rows.index, fill_value=0)
    return yes_rows / all_rows


# %% right: division with a fill value
def yes_rate_by(table, column):
    yes = table[table["y"] == "yes"].groupby(column).size()
    return yes.div(table.groupby(column).size(), fill_value=0)


# %% right: two counters
from collections import Counter


def yes_rate_by(table, column):
    total = Counter(table[column])
    yes = Counter(table[column][table["y"] == "yes"])
    return {value: yes[value] / total[value] for value in total}


# %% right: lists in a dict
def yes_rate_by(table, column):
    answers = {}
    for value, answer in zip(table[column], table["y"]):
        answers.setdefault(value, []).append(answer)
    return {value: found.count("yes") / len(found) for value, found in answers.items()}


# %% right: iterrows
def yes_rate_by(table, column):
    yes, total = {}, {}
    for _, row in table.iterrows():
        key = row[column]
        total[key] = total.get(key, 0) + 1
        if row["y"] == "yes":
            yes[key] = yes.get(key, 0) + 1
    rates = {}
    for key in total:
        rates[key] = yes.get(key, 0) / total[key]
    return rates


# %% right: records
def yes_rate_by(table, column):
    rates = {}
    for value in set(table[column]):
        answers = [row["y"] for row in table.to_dict("records") if row[column] == value]
        rates[value] = answers.count("yes") / len(answers)
    return rates


# %% right: query with a variable
def yes_rate_by(table, column):
    rates = {}
    for value in table[column].unique():
        group = table.query(f"`{column}` == @value")
        rates[value] = len(group.query("y == 'yes'")) / len(group)
    return rates


# %% right: sorted and grouped by itertools
from itertools import groupby


def yes_rate_by(table, column):
    pairs = sorted(zip(table[column].tolist(), table["y"].tolist()))
    rates = {}
    for value, group in groupby(pairs, key=lambda pair: pair[0]):
        answers = [answer for _, answer in group]
        rates[value] = sum(answer == "yes" for answer in answers) / len(answers)
    return rates


# %% right: a lambda
yes_rate_by = lambda table, column: table["y"].eq("yes").groupby(table[column], sort=False).mean()


# %% right: type hints and to_dict
from __future__ import annotations


def yes_rate_by(table: pd.DataFrame, column: str) -> dict[object, float]:
    said: pd.Series = table["y"] == "yes"
    return said.groupby(table[column]).mean().to_dict()


# %% right: a running mean
def yes_rate_by(table, column):
    rates, counts = {}, {}
    for value, answer in zip(table[column].values, table["y"].values):
        counts[value] = counts.get(value, 0) + 1
        old = rates.get(value, 0.0)
        rates[value] = old + ((answer == "yes") - old) / counts[value]
    return rates


# %% right: one minus the share of no
def yes_rate_by(table, column):
    return 1 - (table["y"] == "no").groupby(table[column]).mean()


# %% right: a transform, then the first of each group
def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).transform("mean")
    return dict(zip(table[column], rates))


# %% right: a pivot table of counts
def yes_rate_by(table, column):
    wide = table.assign(n=1).pivot_table(index=column, columns="y", values="n", aggfunc="sum", fill_value=0)
    return wide["yes"] / (wide["yes"] + wide.get("no", 0))


# %% right: an index of values
def yes_rate_by(table, column):
    said = pd.Series((table["y"] == "yes").to_numpy(), index=table[column].to_numpy())
    return said.groupby(level=0).mean()


# %% right: set_index and a level
def yes_rate_by(table, column):
    return table.set_index(column)["y"].eq("yes").groupby(level=0).mean()


# %% right: a row of columns by unstacking
def yes_rate_by(table, column):
    shares = table.groupby(column)["y"].value_counts(normalize=True)
    rates = {}
    for value in table[column].unique():
        rates[value] = float(shares.get((value, "yes"), 0.0))
    return rates


# %% right: a table of two columns made anew
def yes_rate_by(table, column):
    small = pd.DataFrame({"value": table[column], "yes": table["y"].map(lambda answer: answer == "yes")})
    return small.groupby("value")["yes"].mean().rename(column)


# %% right: a helper function for one value
def rate_of(table, column, value):
    rows = table[table[column] == value]
    return (rows["y"] == "yes").sum() / rows.shape[0]


def yes_rate_by(table, column):
    return {value: rate_of(table, column, value) for value in table[column].drop_duplicates()}


# %% right: a default dict of two numbers
from collections import defaultdict


def yes_rate_by(table, column):
    tally = defaultdict(lambda: [0, 0])
    for value, answer in table[[column, "y"]].itertuples(index=False):
        tally[value][answer == "yes"] += 1
    return {value: yes / (no + yes) for value, (no, yes) in tally.items()}


# %% right: recursion over the values
def yes_rate_by(table, column):
    if len(table) == 0:
        return {}
    value = table[column].iloc[0]
    same = table[column] == value
    rates = yes_rate_by(table[~same], column)
    rates[value] = (table.loc[same, "y"] == "yes").mean()
    return rates


# %% right: reduce
from functools import reduce


def yes_rate_by(table, column):
    def add(rates, value):
        rates[value] = np.average(table["y"][table[column] == value] == "yes")
        return rates

    return reduce(add, table[column].unique(), {})


# %% right: a matrix of comparisons
def yes_rate_by(table, column):
    values = table[column].unique()
    member = table[column].to_numpy()[:, None] == np.asarray(values)[None, :]
    yes = (table["y"] == "yes").to_numpy(dtype=float)
    return pd.Series(yes @ member / member.sum(axis=0), index=list(values))


# %% right: dummies of the values and a product
def yes_rate_by(table, column):
    wide = pd.get_dummies(table[column], dtype=float)
    yes = (table["y"] == "yes").astype(float)
    return wide.T.dot(yes) / wide.sum()


# %% right: a mapping that cannot be changed
from types import MappingProxyType


def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    return MappingProxyType(dict(rates))


# %% right: a walrus
def yes_rate_by(table, column):
    return {one: (rows := table.loc[table[column] == one, "y"]).eq("yes").sum() / len(rows) for one in table[column].unique()}


# %% right: columns as categories
def yes_rate_by(table, column):
    groups = table[column].astype("category")
    return (table["y"] == "yes").groupby(groups, observed=True).mean()


# %% right: statistics of the standard library
from statistics import mean


def yes_rate_by(table, column):
    return {value: mean(float(answer == "yes") for answer in group) for value, group in table.groupby(column)["y"]}


# %% right: floats of 32 bits
def yes_rate_by(table, column):
    return (table["y"] == "yes").astype("float32").groupby(table[column]).mean()


# %% right: try and except for a missing count
def yes_rate_by(table, column):
    yes = table[table.y == "yes"][column].value_counts()
    rates = {}
    for value, count in table[column].value_counts().items():
        try:
            rates[value] = yes[value] / count
        except KeyError:
            rates[value] = 0
    return rates


# %% right: without dropping missing values
def yes_rate_by(table, column):
    return table.groupby(column, dropna=False)["y"].agg(lambda answers: answers.eq("yes").mean())


# %% right: apply without the groups' columns
def yes_rate_by(table, column):
    def rate(group):
        return len(group[group["y"] == "yes"]) / len(group)

    return table.groupby(column)[["y"]].apply(rate)


# %% right: describe
def yes_rate_by(table, column):
    return (table["y"] == "yes").astype(float).groupby(table[column]).describe()["mean"]


# %% right: merged counts
def yes_rate_by(table, column):
    total = table[column].value_counts().rename("total")
    yes = table.loc[table["y"] == "yes", column].value_counts().rename("yes")
    both = pd.concat([total, yes], axis=1).fillna(0)
    return both["yes"] / both["total"]


# %% right: cumulative sums of a sorted table
def yes_rate_by(table, column):
    ordered = table.sort_values(column)
    values = ordered[column].to_numpy()
    sums = np.concatenate([[0], np.cumsum(ordered["y"] == "yes")])
    names = table[column].unique()
    return {
        name: (sums[np.flatnonzero(values == name)[-1] + 1] - sums[np.flatnonzero(values == name)[0]]) / np.sum(values == name)
        for name in names
    }


# %% right: an early return with a default argument
def yes_rate_by(table, column, answer="yes"):
    groups = table.groupby(column)
    if groups.ngroups == 1:
        return {table[column].iloc[0]: float((table["y"] == answer).mean())}
    return groups["y"].apply(lambda answers: answers.eq(answer).mean())


# %% right: a class of its own
class Tally:
    def __init__(self):
        self.yes = self.all = 0

    def add(self, answer):
        self.all += 1
        self.yes += answer == "yes"

    @property
    def rate(self):
        return self.yes / self.all


def yes_rate_by(table, column):
    tallies = {}
    for value, answer in zip(table[column].tolist(), table["y"].tolist()):
        tallies.setdefault(value, Tally()).add(answer)
    return {value: tally.rate for value, tally in tallies.items()}


# %% wrong: gives the count of each group
def yes_rate_by(table, column):
    return table.groupby(column)["y"].count()


# %% wrong: counts the yeses with value_counts
def yes_rate_by(table, column):
    return table[table["y"] == "yes"][column].value_counts().to_dict()


# %% wrong, known as divides_by_all_yeses: the share of each value among the yeses
def yes_rate_by(table, column):
    return table.loc[table["y"] == "yes", column].value_counts(normalize=True)


# %% wrong, known as divides_by_the_whole_table: a cross table of all
def yes_rate_by(table, column):
    return pd.crosstab(table[column], table["y"], normalize=True)["yes"]


# %% wrong: a cross table by columns
def yes_rate_by(table, column):
    return pd.crosstab(table[column], table["y"], normalize="columns")["yes"]


# %% wrong: a table with yes and no
def yes_rate_by(table, column):
    return pd.crosstab(table[column], table["y"], normalize="index")


# %% wrong: a table of one column
def yes_rate_by(table, column):
    return table.assign(yes=table["y"] == "yes").groupby(column)[["yes"]].mean()


# %% wrong: a table with the values as a column
def yes_rate_by(table, column):
    return table.assign(rate=table["y"] == "yes").groupby(column, as_index=False)["rate"].mean()


# %% wrong: keys of both columns
def yes_rate_by(table, column):
    return table.groupby(column)["y"].value_counts(normalize=True)


# %% wrong, known as compares_yes_with_no: yes divided by no
def yes_rate_by(table, column):
    counts = pd.crosstab(table[column], table["y"])
    return counts["yes"] / counts["no"]


# %% wrong: exchanges value and rate
def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    return {rate: value for value, rate in rates.items()}


# %% wrong: a list of pairs
def yes_rate_by(table, column):
    return list((table["y"] == "yes").groupby(table[column]).mean().items())


# %% wrong: a list of rates
def yes_rate_by(table, column):
    return [float((table["y"][table[column] == value] == "yes").mean()) for value in table[column].unique()]


# %% wrong: the rates of the whole table for each value
def yes_rate_by(table, column):
    return {value: float((table["y"] == "yes").mean()) for value in table[column].unique()}


# %% wrong: the column named column
def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table["column"]).mean()


# %% wrong: always the column loan
def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table["loan"]).mean()


# %% wrong: compares with True
def yes_rate_by(table, column):
    return (table["y"] == True).groupby(table[column]).mean()


# %% wrong: compares with Yes
def yes_rate_by(table, column):
    return (table["y"] == "Yes").groupby(table[column]).mean()


# %% wrong: the mean of texts
def yes_rate_by(table, column):
    return table.groupby(column)["y"].mean()


# %% wrong, known as divides_by_all_yeses: groups by the answer
def yes_rate_by(table, column):
    return table.groupby("y")[column].value_counts(normalize=True)["yes"]


# %% wrong: leaves out groups of one row
def yes_rate_by(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    return groups.mean()[groups.size() > 1]


# %% wrong: leaves out what has fewer than five rows
def yes_rate_by(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    return groups.mean()[groups.size() >= 5]


# %% wrong: the five highest
def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).mean().nlargest(5)


# %% wrong: counts from one
def yes_rate_by(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    return (groups.sum() + 1) / (groups.size() + 2)


# %% wrong: divides by the size minus one
def yes_rate_by(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    return groups.sum() / (groups.size() - 1)


# %% wrong: divides by the number of values
def yes_rate_by(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    return groups.sum() / groups.ngroups


# %% wrong: keys are numbers of the groups
def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    return dict(enumerate(rates))


# %% wrong: resets the index of the rates
def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).mean().reset_index(drop=True)


# %% wrong: percents as texts
def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    return {value: f"{rate:.1%}" for value, rate in rates.items()}


# %% wrong: rounds to one decimal
def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).mean().round(1)


# %% wrong: rounds to three decimals
def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    return {value: round(float(rate), 3) for value, rate in rates.items()}


# %% wrong: whole numbers by //
def yes_rate_by(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    return groups.sum() // groups.size()


# %% wrong, known as pairs_by_the_index: answers reset, values not
def yes_rate_by(table, column):
    answers = (table["y"] == "yes").reset_index(drop=True)
    return answers.groupby(table[column]).mean()


# %% wrong: values sorted, answers not
def yes_rate_by(table, column):
    values = np.sort(table[column].to_numpy())
    return (table["y"] == "yes").groupby(values).mean()


# %% wrong: labels used as places
def yes_rate_by(table, column):
    said = (table["y"] == "yes").to_numpy()
    return {value: float(np.mean([said[label % len(said)] for label in labels])) for value, labels in table.groupby(column).groups.items()}


# %% wrong, known as writes_into_the_table: maps the answers in place
def yes_rate_by(table, column):
    table["y"] = table["y"].map({"yes": 1, "no": 0})
    return table.groupby(column)["y"].mean().to_dict()


# %% wrong, known as writes_into_the_table: adds a column to the table
def yes_rate_by(table, column):
    table["yes"] = (table["y"] == "yes").astype(int)
    return table.groupby(column)["yes"].mean()


# %% wrong, known as writes_into_the_table: sorts the table in place
def yes_rate_by(table, column):
    table.sort_values(column, inplace=True)
    return (table["y"] == "yes").groupby(table[column]).mean()


# %% wrong: known and unknown together
def yes_rate_by(table, column):
    values = table[column].replace("unknown", table[column].mode()[0])
    return (table["y"] == "yes").groupby(values).mean()


# %% wrong: numbers put into groups of ten
def yes_rate_by(table, column):
    values = table[column]
    if pd.api.types.is_numeric_dtype(values):
        values = values // 10 * 10
    return (table["y"] == "yes").groupby(values).mean()


# %% wrong, known as loses_values_without_a_yes: only values with a yes, by a loop
def yes_rate_by(table, column):
    total, yes = {}, {}
    for value, answer in zip(table[column].tolist(), table["y"].tolist()):
        total[value] = total.get(value, 0) + 1
        if answer == "yes":
            yes[value] = yes.get(value, 0) + 1
    return {value: yes[value] / total[value] for value in yes}


# %% wrong: None for a value without a yes
def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    return {value: float(rate) if rate else None for value, rate in rates.items()}


# %% wrong: prints the rates
def yes_rate_by(table, column):
    print((table["y"] == "yes").groupby(table[column]).mean())


# %% wrong: returns the first value only
def yes_rate_by(table, column):
    for value in table[column].unique():
        return {value: float((table.loc[table[column] == value, "y"] == "yes").mean())}


# %% wrong: the first hundred rows
def yes_rate_by(table, column):
    first = table.head(100)
    return (first["y"] == "yes").groupby(first[column]).mean()
