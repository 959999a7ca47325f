# %% right: sum and len
def class_weights(target):
    ones = sum(target)
    zeros = len(target) - ones
    n = len(target)
    return {0: n / (2 * zeros), 1: n / (2 * ones)}


# %% right: shares of a Series
import pandas as pd


def class_weights(target):
    shares = pd.Series(target).value_counts(normalize=True)
    return {0: 0.5 / shares[0], 1: 0.5 / shares[1]}


# %% right: groupby and size
import pandas as pd


def class_weights(target):
    s = pd.Series(np.asarray(target))
    return (len(s) / 2 / s.groupby(s).size()).to_dict()


# %% right: a histogram
def class_weights(target):
    counts, _ = np.histogram(target, bins=[-0.5, 0.5, 1.5])
    w0, w1 = counts.sum() / counts / 2
    return {0: float(w0), 1: float(w1)}


# %% right: count of a list
def class_weights(target):
    answers = list(target)
    return {c: len(answers) / (2 * answers.count(c)) for c in (0, 1)}


# %% right: a lambda
class_weights = lambda target: {c: len(target) / 2 / (np.asarray(target) == c).sum() for c in [0, 1]}


# %% right: a defaultdict that is returned
from collections import defaultdict


def class_weights(target):
    how_many = defaultdict(int)
    for one in target:
        how_many[int(one)] += 1
    weights = defaultdict(float)
    for label, count in how_many.items():
        weights[label] = len(target) / (2 * count)
    return weights


# %% right: an OrderedDict
from collections import OrderedDict


def class_weights(target):
    t = np.array(target)
    w = OrderedDict()
    w[1] = t.size / (2.0 * t.sum())
    w[0] = t.size / (2.0 * (t.size - t.sum()))
    return w


# %% right: returns a Series
import pandas as pd


def class_weights(target):
    t = np.asarray(target)
    return pd.Series([len(t) / (2 * (t == 0).sum()), len(t) / (2 * (t == 1).sum())], index=[0, 1])


# %% right: a Series with the larger class first, in float32
import pandas as pd


def class_weights(target):
    counts = pd.Series(target).value_counts()
    return (counts.sum() / (counts * 2)).astype("float32")


# %% right: counts by recursion
def count(values, wanted):
    if len(values) == 1:
        return int(values[0] == wanted)
    middle = len(values) // 2
    return count(values[:middle], wanted) + count(values[middle:], wanted)


def class_weights(target):
    values = np.asarray(target)
    return {c: len(values) / (2 * count(values, c)) for c in range(2)}


# %% right: reduce
from functools import reduce


def class_weights(target):
    zeros, ones = reduce(lambda pair, one: (pair[0] + (one == 0), pair[1] + (one == 1)), target, (0, 0))
    return {0: (zeros + ones) / 2 / zeros, 1: (zeros + ones) / 2 / ones}


# %% right: count_nonzero
def class_weights(target):
    target = np.asarray(target)
    ones = np.count_nonzero(target)
    half = 0.5 * target.size
    return {0: half / (target.size - ones), 1: half / ones}


# %% right: lengths of two selections
def class_weights(target):
    no = target[target == 0]
    yes = target[target == 1]
    total = len(no) + len(yes)
    weights = {}
    weights[0] = total / (2 * len(no))
    weights[1] = total / (2 * len(yes))
    return weights


# %% right: means of comparisons
def class_weights(target):
    return {one: float(1 / (2 * np.mean(np.asarray(target) == one))) for one in (0, 1)}


# %% right: fractions made floats
from fractions import Fraction


def class_weights(target):
    n, ones = len(target), int(np.sum(target))
    return {0: float(Fraction(n, 2 * (n - ones))), 1: float(Fraction(n, 2 * ones))}


# %% right: exact fractions
from fractions import Fraction


def class_weights(target):
    n, ones = len(target), int(np.sum(target))
    return {0: Fraction(n, 2 * (n - ones)), 1: Fraction(n, 2 * ones)}


# %% right: the standard library's mean
import statistics


def class_weights(target):
    share = statistics.mean(float(one) for one in target)
    return dict([(0, 1 / (2 - 2 * share)), (1, 1 / (2 * share))])


# %% right: sorted and searched
import bisect


def class_weights(target):
    ordered = sorted(target)
    n = len(ordered)
    zeros = bisect.bisect_left(ordered, 1)
    return {0: n / 2 / zeros, 1: n / 2 / (n - zeros)}


# %% right: groups of equal neighbours in sorted order
import itertools


def class_weights(target):
    sizes = {int(key): len(list(group)) for key, group in itertools.groupby(sorted(target))}
    return {key: sum(sizes.values()) / (len(sizes) * size) for key, size in sizes.items()}


# %% right: a while loop
def class_weights(target):
    values = list(target)
    i = 0
    zeros = 0
    ones = 0
    while i < len(values):
        if values[i] == 1:
            ones = ones + 1
        else:
            zeros = zeros + 1
        i = i + 1
    total = zeros + ones
    return {0: total / (zeros * 2), 1: total / (ones * 2)}


# %% right: try and except around a dict
def class_weights(target):
    counts = {}
    for label in np.asarray(target).tolist():
        try:
            counts[label] += 1
        except KeyError:
            counts[label] = 1
    return {label: len(target) / 2 / counts[label] for label in sorted(counts)}


# %% right: a class that counts
class Tally:
    def __init__(self, rows):
        self.rows = np.asarray(rows)

    def of(self, label):
        return int(np.sum(self.rows == label))

    def weight(self, label):
        return len(self.rows) / (2 * self.of(label))


def class_weights(target):
    tally = Tally(target)
    return {0: tally.weight(0), 1: tally.weight(1)}


# %% right: a decorator that makes floats
import functools


def as_floats(function):
    @functools.wraps(function)
    def inner(*args):
        return {key: float(value) for key, value in function(*args).items()}

    return inner


@as_floats
def class_weights(target):
    target = np.asarray(target)
    return {c: np.float64(len(target)) / (2 * np.sum(target == c)) for c in (0, 1)}


# %% right: a weight for each row first, then one of each class
def class_weights(target):
    t = np.asarray(target)
    counts = np.array([np.sum(t == 0), np.sum(t == 1)])
    rows = 1 / counts[t]
    rows = rows * len(t) / rows.sum()
    return {c: rows[t == c][0] for c in (0, 1)}


# %% right: two linear equations
def class_weights(target):
    n1 = float(np.sum(target))
    n0 = len(target) - n1
    a, b = np.linalg.solve([[n0, -n1], [n0, n1]], [0, n0 + n1])
    return {0: a, 1: b}


# %% right: the walrus
def class_weights(target):
    return {0: (n := len(target)) / (2 * (n - (ones := int(np.sum(target))))), 1: n / (2 * ones)}


# %% right: match and case
def class_weights(target):
    no = yes = 0
    for one in target:
        match int(one):
            case 0:
                no += 1
            case 1:
                yes += 1
    return {0: (no + yes) / (2 * no), 1: (no + yes) / (2 * yes)}


# %% right: scikit-learn where it is installed
def class_weights(target):
    labels = np.asarray(target)
    try:
        from sklearn.utils.class_weight import compute_class_weight
    except ImportError:
        weights = [len(labels) / (2 * np.sum(labels == c)) for c in (0, 1)]
    else:
        weights = compute_class_weight(class_weight="balanced", classes=np.array([0, 1]), y=labels)
    return dict(zip([0, 1], weights))


# %% right: a cross table
import pandas as pd


def class_weights(target):
    t = pd.Series(np.asarray(target), name="t")
    counts = pd.crosstab(t, "n")["n"]
    return {label: len(t) / (2 * counts.loc[label]) for label in counts.index}


# %% right: transform of a group
import pandas as pd


def class_weights(target):
    frame = pd.DataFrame({"y": np.asarray(target)})
    frame["size"] = frame.groupby("y")["y"].transform("count")
    frame["w"] = len(frame) / 2 / frame["size"]
    return frame.drop_duplicates("y").set_index("y")["w"].to_dict()


# %% right: positions of each class
def class_weights(target):
    places = {0: np.flatnonzero(np.asarray(target) == 0), 1: np.flatnonzero(np.asarray(target) == 1)}
    rows = sum(map(len, places.values()))
    return {key: rows / (2 * len(value)) for key, value in places.items()}


# %% right: a sum over a generator, with type hints
def class_weights(target: np.ndarray) -> dict[int, float]:
    n: int = len(target)
    ones: int = sum(1 for one in target if one == 1)
    zeros: int = sum(1 for one in target if one == 0)
    assert n == ones + zeros
    return {0: n / (2 * zeros), 1: n / (2 * ones)}


# %% right: filter
def class_weights(target):
    n = len(target)
    counts = [len(list(filter(lambda one: one == c, target))) for c in (0, 1)]
    return {c: n / (2 * counts[c]) for c in (0, 1)}


# %% right: characters of a text
def class_weights(target):
    text = "".join(str(int(one)) for one in target)
    return {int(digit): len(text) / 2 / text.count(digit) for digit in "01"}


# %% right: raises an error where a class is missing
def class_weights(target):
    values = np.asarray(target)
    if set(np.unique(values)) != {0, 1}:
        raise ValueError("both classes must occur")
    return {c: values.size / (2 * int((values == c).sum())) for c in (0, 1)}


# %% right: bytes that are counted
def class_weights(target):
    data = np.asarray(target).astype(np.uint8).tobytes()
    return {c: len(data) / (2 * data.count(c)) for c in (0, 1)}


# %% right: np.add.at
def class_weights(target):
    counts = np.zeros(2)
    np.add.at(counts, np.asarray(target), 1)
    return {label: counts.sum() / (2 * counts[label]) for label in (0, 1)}


# %% right: two lists
def class_weights(target):
    yes, no = [], []
    for one in target:
        (yes if one else no).append(one)
    n = len(yes) + len(no)
    return {0: n / len(no) / 2, 1: n / len(yes) / 2}


# %% right: floats as keys
def class_weights(target):
    values, counts = np.unique(np.asarray(target, dtype=float), return_counts=True)
    return {float(v): len(target) / (2 * c) for v, c in zip(values, counts)}


# %% right: truth values as keys, which equal 0 and 1
def class_weights(target):
    yes = np.asarray(target) == 1
    return {False: len(yes) / (2 * (~yes).sum()), True: len(yes) / (2 * yes.sum())}


# %% right: a mapping that cannot be changed
from types import MappingProxyType


def class_weights(target):
    n, ones = len(target), int(np.sum(target))
    return MappingProxyType({0: n / (2 * (n - ones)), 1: n / (2 * ones)})


# %% right: a chain of two dicts
from collections import ChainMap


def class_weights(target):
    n, ones = len(target), int(np.sum(target))
    return ChainMap({0: n / (2 * (n - ones))}, {1: n / (2 * ones)})


# %% right: a Counter as the result
from collections import Counter


def class_weights(target):
    counts = Counter(np.asarray(target).tolist())
    return Counter({label: len(target) / (2 * n) for label, n in counts.items()})


# %% right: an inner function
def class_weights(target):
    def weight(label):
        return 1 / (2 * share(label))

    def share(label):
        return sum(int(one == label) for one in target) / len(target)

    return {0: weight(0), 1: weight(1)}


# %% right: a matrix product
def class_weights(target):
    one_hot = np.eye(2)[np.asarray(target)]
    counts = np.ones(len(one_hot)) @ one_hot
    return dict(enumerate((len(one_hot) / (2 * counts)).tolist()))


# %% right: fromkeys, then filled
def class_weights(target):
    target = np.asarray(target)
    weights = dict.fromkeys([0, 1])
    for label in weights:
        weights[label] = target.shape[0] / (2 * (target == label).sum())
    return weights


# %% right: one loop that counts down
def class_weights(target, classes=2):
    left = {0: 0, 1: 0}
    stack = list(target)
    while stack:
        left[stack.pop()] += 1
    n = sum(left.values())
    return {c: n / (classes * left[c]) for c in left}


# %% right: an isin mask and a copy as integers
def class_weights(target):
    copy = np.array(target, dtype=int, copy=True)
    n_yes = np.isin(copy, [1]).sum()
    n_no = np.isin(copy, [0]).sum()
    odds = n_no / n_yes
    return {0: 0.5 * (1 + 1 / odds), 1: 0.5 * (1 + odds)}


# %% right: a dict subclass with a method
class Weights(dict):
    def total(self, target):
        return sum(self[int(one)] for one in target)


def class_weights(target):
    raw = Weights({c: 1 / np.sum(np.asarray(target) == c) for c in (0, 1)})
    factor = len(target) / raw.total(target)
    return Weights({c: raw[c] * factor for c in raw})


# %% right: arrays of one number as values
def class_weights(target):
    t = np.asarray(target)
    return {c: np.array(len(t) / (2 * np.sum(t == c))) for c in (0, 1)}


# %% right: logarithms
import math


def class_weights(target):
    n = len(target)
    ones = int(np.sum(target))
    log = lambda count: math.exp(math.log(n) - math.log(2) - math.log(count))
    return {0: log(n - ones), 1: log(ones)}


# %% right: pandas' describe and agg
import pandas as pd


def class_weights(target):
    share = pd.Series(np.asarray(target)).agg("mean")
    return pd.Series({0: 1 - share, 1: share}).rdiv(0.5).to_dict()


# %% wrong: a weight for each row, by its position
def class_weights(target):
    t = np.asarray(target)
    w = {c: len(t) / (2 * (t == c).sum()) for c in (0, 1)}
    return {place: w[one] for place, one in enumerate(t.tolist())}


# %% wrong: a Series with a weight for each row
import pandas as pd


def class_weights(target):
    t = pd.Series(np.asarray(target))
    return t.map({0: len(t) / (2 * (t == 0).sum()), 1: len(t) / (2 * (t == 1).sum())})


# %% wrong, known as is_turned_round: the keys are exchanged
def class_weights(target):
    values, counts = np.unique(target, return_counts=True)
    return {1: len(target) / (2 * counts[0]), 0: len(target) / (2 * counts[1])}


# %% wrong: the keys are 1 and 2
def class_weights(target):
    counts = np.bincount(target)
    return {label: len(target) / (2 * count) for label, count in enumerate(counts, start=1)}


# %% wrong, known as forgets_the_two: the number of rows divided by the count
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {label: len(target) / count for label, count in enumerate(counts)}


# %% wrong, known as divides_without_a_remainder: whole numbers
def class_weights(target):
    ones = int(np.sum(target))
    n = len(target)
    return {0: int(n / (2 * (n - ones))), 1: int(n / (2 * ones))}


# %% wrong: rounded to whole numbers
def class_weights(target):
    counts = np.bincount(target)
    return {c: round(len(target) / (2 * counts[c])) for c in (0, 1)}


# %% wrong: rounded to two decimals
def class_weights(target):
    counts = np.bincount(target)
    return {c: round(float(len(target) / (2 * counts[c])), 2) for c in (0, 1)}


# %% wrong, known as adds_up_to_two: the mean of the two weights is 1
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    raw = 1 / counts
    raw = raw / raw.mean()
    return {0: raw[0], 1: raw[1]}


# %% wrong: logarithms of the ratios
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {c: float(np.log(len(target) / counts[c])) for c in (0, 1)}


# %% wrong: a 1 weighs 1, a 0 less
def class_weights(target):
    ones = np.sum(target)
    return {0: ones / (len(target) - ones), 1: 1.0}


# %% wrong: a 0 weighs 1, a 1 as much as all rows together
def class_weights(target):
    return {0: 1, 1: len(target) / np.sum(target)}


# %% wrong, known as adds_up_to_one: one minus the share
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {c: 1 - counts[c] / len(target) for c in (0, 1)}


# %% wrong, known as gives_a_list: a tuple
def class_weights(target):
    ones = np.sum(target)
    return len(target) / (2 * (len(target) - ones)), len(target) / (2 * ones)


# %% wrong, known as gives_a_list: an array of two numbers
def class_weights(target):
    return len(target) / (2 * np.bincount(np.asarray(target)))


# %% wrong: a list of pairs
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return [(c, len(target) / (2 * counts[c])) for c in (0, 1)]


# %% wrong, known as takes_the_rarer_for_one: takes the order of value_counts for the order of the classes
import pandas as pd


def class_weights(target):
    counts = pd.Series(target).value_counts().to_list()
    return {label: len(target) / (2 * count) for label, count in enumerate(counts)}


# %% wrong: only the weight of the 1
def class_weights(target):
    return {1: len(target) / (2 * np.sum(target))}


# %% wrong: a third key with the number of rows
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    weights = {c: len(target) / (2 * counts[c]) for c in (0, 1)}
    weights["rows"] = len(target)
    return weights


# %% wrong: the keys are digits as texts
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {str(c): len(target) / (2 * counts[c]) for c in (0, 1)}


# %% wrong: goes through the rows by number, which is a label in a Series
def class_weights(target):
    counts = {0: 0, 1: 0}
    for i in range(len(target)):
        counts[target[i]] += 1
    return {c: len(target) / (2 * counts[c]) for c in (0, 1)}


# %% wrong: looks for the texts yes and no
def class_weights(target):
    yes = sum(1 for one in target if one == "yes")
    no = sum(1 for one in target if one == "no")
    return {0: len(target) / (2 * no), 1: len(target) / (2 * yes)}


# %% wrong: counts with -1 in place of 0, in the argument
def class_weights(target):
    n = len(target)
    ones = int(np.sum(target == 1))
    target[target == 0] = -1
    return {0: n / (2 * int(np.sum(target == -1))), 1: n / (2 * ones)}


# %% wrong: sorts the argument
def class_weights(target):
    n = len(target)
    if isinstance(target, np.ndarray):
        target.sort()
    ones = int(np.sum(target))
    return {0: n / (2 * (n - ones)), 1: n / (2 * ones)}


# %% wrong: prints the weights
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    print({c: len(target) / (2 * counts[c]) for c in (0, 1)})


# %% wrong: weights as texts with two decimals
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {c: f"{len(target) / (2 * counts[c]):.2f}" for c in (0, 1)}


# %% wrong: one row too few in the total
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {c: (len(target) - 1) / (2 * counts[c]) for c in (0, 1)}


# %% wrong: squares
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {c: (len(target) / (2 * counts[c])) ** 2 for c in (0, 1)}


# %% wrong, known as forgets_the_two: the largest number of a class in place of the number of classes
def class_weights(target):
    target = np.asarray(target)
    classes = target.max()
    return {c: len(target) / (classes * np.sum(target == c)) for c in (0, 1)}


# %% wrong: counts the different values only
def class_weights(target):
    n = len(set(target))
    return {0: len(target) / (2 * n), 1: len(target) / (2 * n)}


# %% wrong: remembers the weights of the first call
remembered = {}


def class_weights(target):
    if not remembered:
        counts = np.bincount(np.asarray(target))
        remembered.update({c: len(target) / (2 * counts[c]) for c in (0, 1)})
    return remembered


# %% wrong: percentages
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {c: 100 * len(target) / (2 * counts[c]) for c in (0, 1)}


# %% wrong, known as gives_one_to_the_zeros: divides the larger class by each
def class_weights(target):
    counts = np.bincount(np.asarray(target))
    return {c: max(counts) / counts[c] for c in (0, 1)}


# %% wrong: one more in each count, against dividing by 0
def class_weights(target):
    counts = np.bincount(np.asarray(target)) + 1
    return {c: len(target) / (2 * counts[c]) for c in (0, 1)}


# %% wrong: counts in steps of the sum of the other class
def class_weights(target):
    ones = float(np.sum(target))
    zeros = len(target) - ones
    return {0: ones / zeros, 1: zeros / ones}


# %% wrong: both classes weigh the same
def class_weights(target):
    return {0: 1.0, 1: 1.0}


# %% equivalent: np.bincount(np.asarray(target), minlength=2) → np.bincount(np.asarray(target))
# both classes occur, so there are two counts anyway


# %% equivalent: 2 → 1
# this is minlength, and both classes occur


# %% equivalent: counts.tolist() → counts
# a NumPy number is a number
