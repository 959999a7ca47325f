# %% right: a set of columns to leave out
LEFT_OUT = {"y", "duration"}


def features_and_target(table):
    keep = [name for name in table.columns if name not in LEFT_OUT]
    return table.loc[:, keep], table["y"].eq("yes").astype(int)


# %% right: dropped one after the other
def features_and_target(table):
    without_answer = table.drop(columns="y")
    features = without_answer.drop(columns="duration")
    target = (table["y"] == "yes").astype("int64")
    return features, target


# %% right: pop twice from a copy
def features_and_target(table):
    features = table.copy(deep=True)
    target = features.pop("y").map(lambda answer: 1 if answer == "yes" else 0)
    features.pop("duration")
    return features, target


# %% right: replace and astype
def features_and_target(table):
    target = table["y"].replace({"yes": "1", "no": "0"}).astype(int)
    return table.drop(labels=["duration", "y"], axis="columns"), target


# %% right: a list as the target
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), [int(answer == "yes") for answer in table["y"]]


# %% right: a loop that appends
def features_and_target(table):
    target = []
    for answer in table["y"]:
        if answer == "yes":
            target.append(1)
        else:
            target.append(0)
    features = table.drop(["duration", "y"], axis=1)
    return features, np.array(target)


# %% right: apply
def features_and_target(table):
    def number(answer):
        return 1 if answer == "yes" else 0

    return table.drop(columns=["y", "duration"]), table["y"].apply(number)


# %% right: dummies of the answer
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), pd.get_dummies(table["y"])["yes"].astype(int)


# %% right: a target of eight bits
def features_and_target(table):
    target = (table["y"].to_numpy() == "yes").astype(np.uint8)
    return table[[name for name in table if name != "y" and name != "duration"]], target


# %% right: a new table from a dict
def features_and_target(table):
    columns = {name: values for name, values in table.items() if name not in ("y", "duration")}
    return pd.DataFrame(columns), (table["y"] == "yes").astype(int)


# %% right: del in a copy
def features_and_target(table):
    features = table.copy()
    del features["y"], features["duration"]
    return features, 1 * (table["y"] == "yes")


# %% right: symmetric difference of the names
def features_and_target(table):
    names = table.columns.symmetric_difference(["y", "duration"])
    return table[names], (table["y"] == "yes").astype(float)


# %% right: reindexed columns
def features_and_target(table):
    names = table.columns[(table.columns != "y") & (table.columns != "duration")]
    return table.reindex(columns=names), np.where(table["y"].eq("yes"), 1, 0)


# %% right: filter with a regular expression
def features_and_target(table):
    return table.filter(regex=r"^(?!(?:y|duration)$)"), table["y"].isin(["yes"]).astype(int)


# %% right: places of the columns found by name
def features_and_target(table):
    out = [table.columns.get_loc("y"), table.columns.get_loc("duration")]
    places = [place for place in range(table.shape[1]) if place not in out]
    return table.iloc[:, places], (table.iloc[:, out[0]] == "yes").astype(int)


# %% right: np.delete on the names
def features_and_target(table):
    names = np.array(table.columns, dtype=object)
    gone = np.flatnonzero((names == "y") | (names == "duration"))
    return table[list(np.delete(names, gone))], pd.Series(np.array(table["y"] == "yes", dtype=int))


# %% right: a target from a list of two numbers
def features_and_target(table):
    numbers = np.array([0, 1])
    return table.drop(columns=["y", "duration"]), numbers[(table["y"] == "yes").to_numpy().astype(int)]


# %% right: a lambda
features_and_target = lambda table: (table.drop(columns=["duration", "y"]), table["y"].map({"no": 0, "yes": 1}))


# %% right: type hints
from __future__ import annotations


def features_and_target(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    features: pd.DataFrame = table.drop(columns=["y", "duration"])
    target: pd.Series = table["y"].eq("yes").astype(np.int64).rename("said_yes")
    return features, target


# %% right: helper functions
def known_before(table):
    return table.drop(columns=["y", "duration"])


def answer(table):
    return (table["y"] == "yes").astype(int)


def features_and_target(table):
    return known_before(table), answer(table)


# %% right: a named tuple
from collections import namedtuple

Data = namedtuple("Data", ["features", "target"])


def features_and_target(table):
    return Data(features=table.drop(columns=["y", "duration"]), target=(table["y"] == "yes").astype(int))


# %% right: a walrus
def features_and_target(table):
    return (features := table.drop(columns=["y", "duration"])), pd.Series(table["y"] == "yes", index=features.index).astype(int)


# %% right: map with a default for everything else
from collections import defaultdict


def features_and_target(table):
    numbers = defaultdict(int, yes=1)
    return table.drop(columns=["y", "duration"]), table["y"].map(lambda answer: numbers[answer])


# %% right: a comparison with no
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), (table["y"] != "no").astype(int)


# %% right: one minus the no
def features_and_target(table):
    is_no = (table["y"] == "no").astype(int)
    return table.drop(columns=["y", "duration"]), 1 - is_no


# %% right: zeros, then ones where it is yes
def features_and_target(table):
    target = np.zeros(len(table), dtype=int)
    target[(table["y"] == "yes").to_numpy()] = 1
    return table.drop(columns=["y", "duration"]), target


# %% right: loc writes into a new Series
def features_and_target(table):
    target = pd.Series(0, index=table.index)
    target.loc[table["y"] == "yes"] = 1
    features = table[table.columns.drop(["y", "duration"])]
    return features, target


# %% right: try and except for a column that is missing
def features_and_target(table):
    features = table
    for name in ["y", "duration"]:
        try:
            features = features.drop(columns=name)
        except KeyError:
            pass
    return features, (table["y"] == "yes").astype(int)


# %% right: new rows numbered from 0
def features_and_target(table):
    table = table.reset_index(drop=True)
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)


# %% right: a generator for the target
def features_and_target(table):
    numbers = (1 if answer == "yes" else 0 for answer in table["y"])
    return table.drop(columns=["y", "duration"]), np.fromiter(numbers, dtype=int, count=len(table))


# %% right: the truth values seen as small numbers
def features_and_target(table):
    said_yes = np.array(table["y"] == "yes", dtype=bool)
    return table.drop(columns=["y", "duration"]), said_yes.view(np.int8)


# %% right: unary plus by multiplication and addition
def features_and_target(table):
    said_yes = table["y"] == "yes"
    return table.drop(columns=["y", "duration"]), said_yes + 0


# %% right: cat codes of an ordered category
def features_and_target(table):
    kind = pd.CategoricalDtype(["no", "yes"], ordered=True)
    return table.drop(columns=["y", "duration"]), table["y"].astype(kind).cat.codes


# %% right: the place in a list
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].map(["no", "yes"].index)


# %% right: searchsorted
def features_and_target(table):
    answers = table["y"].to_numpy(dtype=str)
    return table.drop(columns=["y", "duration"]), np.searchsorted(["no", "yes"], answers)


# %% right: match
def features_and_target(table):
    def as_number(answer):
        match answer:
            case "yes":
                return 1
            case "no":
                return 0

    return table.drop(columns=["y", "duration"]), pd.Series(map(as_number, table["y"]), index=table.index)


# %% right: whole numbers that know missing values
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].eq("yes").astype("Int64")


# %% right: convert_dtypes for the features
def features_and_target(table):
    return table.drop(columns=["y", "duration"]).convert_dtypes(), table["y"].eq("yes").astype(int)


# %% right: categories for the texts
def features_and_target(table):
    features = table.drop(columns=["y", "duration"])
    for name in features.select_dtypes(exclude="number"):
        features[name] = features[name].astype("category")
    return features, (table["y"] == "yes").astype(int)


# %% right: a query for the rows with a yes
def features_and_target(table):
    table = table.reset_index(drop=True)
    target = np.isin(np.arange(len(table)), table.query("y == 'yes'").index).astype(int)
    return table.drop(columns=["y", "duration"]), target


# %% right: a decorator that takes a copy
from functools import wraps


def on_a_copy(function):
    @wraps(function)
    def inner(table):
        return function(table.copy())

    return inner


@on_a_copy
def features_and_target(table):
    table["y"] = (table["y"] == "yes").astype(int)
    target = table["y"]
    table.drop(columns=["y", "duration"], inplace=True)
    return table, target


# %% right: a default argument
def features_and_target(table, left_out=("y", "duration")):
    return table.drop(columns=list(left_out)), (table["y"] == "yes").astype(int)


# %% right: pieces around the two columns
def features_and_target(table):
    first, second = sorted([table.columns.get_loc("y"), table.columns.get_loc("duration")])
    features = pd.concat([table.iloc[:, :first], table.iloc[:, first + 1 : second], table.iloc[:, second + 1 :]], axis=1)
    return features, (table["y"] == "yes").astype(int)


# %% right: vectorize
def features_and_target(table):
    to_number = np.vectorize({"yes": 1, "no": 0}.get)
    return table.drop(columns=["y", "duration"]), to_number(table["y"].to_numpy(dtype=object))


# %% right: a target reshaped to one axis
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").to_numpy().astype(int).reshape(-1)


# %% right: length of the text minus two
def features_and_target(table):
    assert set(table["y"]) <= {"yes", "no"}
    return table.drop(columns=["y", "duration"]), table["y"].str.len() - 2


# %% right: startswith
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].str.startswith("y").astype(int)


# %% right: a transposed table
def features_and_target(table):
    features = table.T.drop(["y", "duration"]).T.infer_objects()
    return features, (table["y"] == "yes").astype(int)


# %% right: recursion over names
def without(table, *names):
    if not names:
        return table
    first, *rest = names
    return without(table.loc[:, table.columns != first], *rest)


def features_and_target(table):
    return without(table, "y", "duration"), table["y"].eq("yes").mul(1)


# %% right: select by np.select
def features_and_target(table):
    answers = table["y"]
    target = np.select([answers == "yes", answers == "no"], [1, 0])
    return table.drop(columns=["y", "duration"]), pd.Series(target, answers.index)


# %% wrong, known as keeps_the_answer: keeps y, as a number
def features_and_target(table):
    table = table.copy()
    table["y"] = (table["y"] == "yes").astype(int)
    return table.drop(columns="duration"), table["y"]


# %% wrong: keeps both columns
def features_and_target(table):
    return table, (table["y"] == "yes").astype(int)


# %% wrong: the dropped table is lost
def features_and_target(table):
    table.drop(columns=["y", "duration"])
    return table, (table["y"] == "yes").astype(int)


# %% wrong, known as keeps_the_duration: drops the duration only in a line that is lost
def features_and_target(table):
    features = table.drop(columns="y")
    features.drop(columns="duration")
    return features, (table["y"] == "yes").astype(int)


# %% wrong: drops rows instead of columns
def features_and_target(table):
    return table.drop(["y", "duration"]), (table["y"] == "yes").astype(int)


# %% wrong, known as drops_in_place: pops from the table
def features_and_target(table):
    target = (table.pop("y") == "yes").astype(int)
    table.pop("duration")
    return table, target


# %% wrong, known as drops_in_place: writes the answer as a number into the table
def features_and_target(table):
    table["y"] = (table["y"] == "yes").astype(int)
    return table.drop(columns=["y", "duration"]), table["y"]


# %% wrong: everything but the last column
def features_and_target(table):
    features = table.iloc[:, :-1]
    return features.drop(columns="duration", errors="ignore"), (table["y"] == "yes").astype(int)


# %% wrong: the last column is the target
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), (table.iloc[:, -1] == "yes").astype(int)


# %% wrong: the bank's columns by name
def features_and_target(table):
    names = ["age", "job", "marital", "education", "balance"]
    return table[names], (table["y"] == "yes").astype(int)


# %% wrong: the bank's columns as far as they are there
def features_and_target(table):
    names = ["age", "job", "marital", "education", "default", "balance", "housing", "loan", "contact"]
    return table[[name for name in names if name in table]], (table["y"] == "yes").astype(int)


# %% wrong: drops the number of calls, too
def features_and_target(table):
    return table.drop(columns=["y", "duration", "campaign"], errors="ignore"), (table["y"] == "yes").astype(int)


# %% wrong: drops pdays and previous, too
def features_and_target(table):
    return table.drop(columns=["y", "duration", "pdays", "previous"], errors="ignore"), (table["y"] == "yes").astype(int)


# %% wrong: drops every column that begins with y or d
def features_and_target(table):
    return table[[name for name in table if name[0] not in "yd"]], (table["y"] == "yes").astype(int)


# %% wrong: leaves out the age
def features_and_target(table):
    return table.drop(columns=["y", "duration", "age"]), (table["y"] == "yes").astype(int)


# %% wrong, known as turns_the_answer_round: exchanges one and zero with where
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), np.where(table["y"] == "yes", 0, 1)


# %% wrong, known as numbers_the_answers_by_order: factorize gives the numbers
def features_and_target(table):
    target, _ = pd.factorize(table["y"])
    return table.drop(columns=["y", "duration"]), target


# %% wrong, known as numbers_the_answers_by_order: factorize of the words from the first one
def features_and_target(table):
    words = list(dict.fromkeys(table["y"]))
    return table.drop(columns=["y", "duration"]), [words.index(answer) for answer in table["y"]]


# %% wrong: the texts "1" and "0"
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].map({"yes": "1", "no": "0"})


# %% wrong: one and two
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].map({"no": 1, "yes": 2})


# %% wrong: only yes is mapped
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].map({"yes": 1})


# %% wrong: maps capital words
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].map({"Yes": 1, "No": 0})


# %% wrong: a target with one number for the table
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), int((table["y"] == "yes").sum())


# %% wrong: a list of targets without zeros
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), [1 for answer in table["y"] if answer == "yes"]


# %% wrong: the target is a set
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), {int(answer == "yes") for answer in table["y"]}


# %% wrong: a target sorted
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), np.sort((table["y"] == "yes").astype(int))


# %% wrong: two columns as the target
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), np.eye(2)[(table["y"] == "yes").astype(int)]


# %% wrong: y and duration are the target
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table[["y", "duration"]]


# %% wrong: the duration is the target
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["duration"]


# %% wrong: the length of the word is the target
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"].str.len()


# %% wrong: texts as dummies
def features_and_target(table):
    features = table.drop(columns=["y", "duration"])
    return pd.get_dummies(features, drop_first=True), (table["y"] == "yes").astype(int)


# %% wrong: texts as codes
def features_and_target(table):
    features = table.drop(columns=["y", "duration"])
    for name in features.select_dtypes(exclude="number"):
        features[name] = features[name].astype("category").cat.codes
    return features, (table["y"] == "yes").astype(int)


# %% wrong: numbers are standardized already
def features_and_target(table):
    features = table.drop(columns=["y", "duration"])
    numbers = features.select_dtypes("number").columns
    features[numbers] = (features[numbers] - features[numbers].mean()) / features[numbers].std()
    return features, (table["y"] == "yes").astype(int)


# %% wrong, known as drops_equal_rows: leaves out equal rows by a mask
def features_and_target(table):
    table = table[~table.duplicated()]
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)


# %% wrong, known as drops_equal_rows: leaves out equal features
def features_and_target(table):
    features = table.drop(columns=["y", "duration"]).drop_duplicates()
    return features, (table["y"] == "yes").astype(int)


# %% wrong: drops rows with the same job and answer
def features_and_target(table):
    table = table.drop_duplicates(subset=["job", "y"])
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)


# %% wrong: short calls are left out
def features_and_target(table):
    table = table[table["duration"] > 60]
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)


# %% wrong, known as drops_rows_with_unknown: rows with an unknown job are left out
def features_and_target(table):
    table = table[table["job"] != "unknown"]
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)


# %% wrong: shuffles the features only
def features_and_target(table):
    features = table.drop(columns=["y", "duration"]).sample(frac=1, random_state=0)
    return features, (table["y"] == "yes").astype(int)


# %% wrong: sorts by the duration
def features_and_target(table):
    table = table.sort_values("duration")
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)


# %% wrong: the index becomes a column
def features_and_target(table):
    features = table.drop(columns=["y", "duration"]).reset_index()
    return features, (table["y"] == "yes").astype(int)


# %% wrong, known as gives_an_array: an array of the features
def features_and_target(table):
    return table.drop(columns=["y", "duration"]).values, (table["y"] == "yes").values.astype(int)


# %% wrong: records of the features
def features_and_target(table):
    return table.drop(columns=["y", "duration"]).to_dict("records"), (table["y"] == "yes").astype(int)


# %% wrong: the names of the features
def features_and_target(table):
    return list(table.columns.drop(["y", "duration"])), (table["y"] == "yes").astype(int)


# %% wrong: a dict of two
def features_and_target(table):
    return {"features": table.drop(columns=["y", "duration"]), "target": (table["y"] == "yes").astype(int)}


# %% wrong: the features only
def features_and_target(table):
    return table.drop(columns=["y", "duration"])


# %% wrong: three parts
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int), table["duration"]


# %% wrong: deletes from another name of the table
def features_and_target(table):
    features = table
    del features["y"]
    del features["duration"]
    return features, (table["y"] == "yes").astype(int)


# %% wrong: keeps whether the call was long
def features_and_target(table):
    features = table.drop(columns=["y", "duration"])
    features["long_call"] = (table["duration"] > 300).astype(int)
    return features, (table["y"] == "yes").astype(int)


# %% wrong: compares with a blank behind the word
def features_and_target(table):
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes ").astype(int)


# %% equivalent: (table['y'] == 'yes').astype(int) → table['y'] == 'yes'
# A target of True and False is right, with a remark.
