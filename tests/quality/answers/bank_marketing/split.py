# %% right: two classes written out
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    ones, zeros = np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)
    rng.shuffle(ones)
    rng.shuffle(zeros)
    n1, n0 = round(share * len(ones)), round(share * len(zeros))
    test = np.sort(np.concatenate([ones[:n1], zeros[:n0]]))
    train = np.sort(np.concatenate([ones[n1:], zeros[n0:]]))
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: permutation of everything, then the first of each class
def split(features, target, share, seed):
    labels = np.asarray(target)
    order = np.random.default_rng(seed).permutation(len(labels))
    test = []
    for label in (0, 1):
        of_label = [place for place in order if labels[place] == label]
        test += of_label[: round(share * len(of_label))]
    train = [place for place in order if place not in set(test)]
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: sample of pandas for each class
def split(features, target, share, seed):
    labels = pd.Series(np.asarray(target))
    test = pd.concat([labels[labels == one].sample(frac=share, random_state=seed) for one in (0, 1)]).index
    train = labels.index.difference(test)
    return (features.iloc[train], labels.iloc[train].to_numpy()), (features.iloc[test], labels.iloc[test].to_numpy())


# %% right: quotas by a loop over shuffled rows
def split(features, target, share, seed):
    labels = np.asarray(target).tolist()
    left = {label: round(share * labels.count(label)) for label in set(labels)}
    train, test = [], []
    for place in np.random.default_rng(seed).permutation(len(labels)):
        label = labels[place]
        if left[label] > 0:
            left[label] -= 1
            test.append(place)
        else:
            train.append(place)
    labels = np.array(labels)
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: a generator for each class
def split(features, target, share, seed):
    labels = np.asarray(target)
    in_test = np.zeros(labels.shape, dtype=bool)
    for label, child in zip((0, 1), np.random.SeedSequence(seed).spawn(2)):
        rows = np.where(labels == label)[0]
        in_test[np.random.default_rng(child).permutation(rows)[: int(round(share * rows.size))]] = True
    return (features[~in_test], target[~in_test]), (features[in_test], target[in_test])


# %% right: a pair of masks
def split(features, target, share, seed):
    labels = np.asarray(target)
    rng = np.random.default_rng(seed)
    numbers = rng.random(len(labels))
    test = np.zeros(len(labels), dtype=bool)
    for label in [0, 1]:
        own = labels == label
        count = round(share * own.sum())
        limit = np.sort(numbers[own])[count] if count < own.sum() else 2.0
        test |= own & (numbers < limit)
    train = np.logical_not(test)
    return (features.loc[train], target[train]), (features.loc[test], target[test])


# %% right: rounded up
import math


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, min(math.ceil(share * len(rows)), len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: the training part is drawn
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    train = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        train[rng.choice(rows, len(rows) - round(share * len(rows)), replace=False)] = True
    return (features[train], target[train]), (features[~train], target[~train])


# %% right: np.split cuts each shuffled class
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    parts = [np.split(rng.permutation(np.nonzero(labels == one)[0]), [round(share * np.sum(labels == one))]) for one in (0, 1)]
    test = np.concatenate([part[0] for part in parts])
    train = np.concatenate([part[1] for part in parts])
    return (features.take(train), labels[train]), (features.take(test), labels[test])


# %% right: a table with the target in it
def split(features, target, share, seed):
    whole = features.reset_index(drop=True)
    labels = pd.Series(np.asarray(target), index=whole.index)
    test = labels.groupby(labels, group_keys=False).apply(lambda group: group.sample(n=round(share * len(group)), random_state=seed))
    train = labels.drop(test.index)
    return (whole.loc[train.index], train), (whole.loc[test.index], test)


# %% right: a helper that gives both parts of a class
def two_parts(rows, share, rng):
    rows = rng.permutation(rows)
    count = round(share * len(rows))
    return rows[count:], rows[:count]


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.array(target)
    train0, test0 = two_parts(np.flatnonzero(labels == 0), share, rng)
    train1, test1 = two_parts(np.flatnonzero(labels == 1), share, rng)
    train, test = np.r_[train0, train1], np.r_[test0, test1]
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: Python's shuffle
import random


def split(features, target, share, seed):
    draw = random.Random(seed)
    labels = np.asarray(target)
    test = []
    for label in (0, 1):
        rows = [int(place) for place in np.flatnonzero(labels == label)]
        draw.shuffle(rows)
        test.extend(rows[: round(share * len(rows))])
    train = sorted(set(range(len(labels))) - set(test))
    test = sorted(test)
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: a class that splits
class Splitter:
    def __init__(self, share, seed):
        self.share = share
        self.rng = np.random.default_rng(seed)

    def draw(self, rows):
        return self.rng.choice(rows, size=round(self.share * len(rows)), replace=False)

    def mask(self, labels):
        test = np.zeros(len(labels), dtype=bool)
        for label in sorted(set(labels.tolist())):
            test[self.draw(np.flatnonzero(labels == label))] = True
        return test


def split(features, target, share, seed):
    test = Splitter(share, seed).mask(np.asarray(target))
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: type hints
from __future__ import annotations

Part = tuple[pd.DataFrame, np.ndarray]


def split(features: pd.DataFrame, target: pd.Series | np.ndarray, share: float, seed: int) -> tuple[Part, Part]:
    rng: np.random.Generator = np.random.default_rng(seed)
    labels: np.ndarray = np.asarray(target)
    test: np.ndarray = np.zeros(len(labels), dtype=bool)
    for label in (0, 1):
        places: np.ndarray = np.flatnonzero(labels == label)
        test[rng.permutation(places)[: round(share * len(places))]] = True
    return (features[~test], labels[~test]), (features[test], labels[test])


# %% right: lists of lists
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return [[features[~test], labels[~test].tolist()], [features[test], labels[test].tolist()]]


# %% right: named parts
from collections import namedtuple

Part = namedtuple("Part", "features target")
Parts = namedtuple("Parts", "train test")


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (1, 0):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False, shuffle=False)] = True
    return Parts(Part(features[~test], target[~test]), Part(features[test], target[test]))


# %% right: a lambda for the draw
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    draw = lambda label: rng.choice(np.flatnonzero(labels == label), round(share * np.sum(labels == label)), replace=False)
    test = np.isin(np.arange(len(labels)), np.concatenate([draw(0), draw(1)]))
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: random numbers sorted with lexsort
def split(features, target, share, seed):
    labels = np.asarray(target)
    order = np.lexsort((np.random.default_rng(seed).random(len(labels)), labels))
    zeros = int((labels == 0).sum())
    zero_rows, one_rows = order[:zeros], order[zeros:]
    a, b = round(share * len(zero_rows)), round(share * len(one_rows))
    test = np.sort(np.append(zero_rows[:a], one_rows[:b]))
    train = np.sort(np.append(zero_rows[a:], one_rows[b:]))
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: ranks within the class
def split(features, target, share, seed):
    labels = pd.Series(np.asarray(target))
    shuffled = labels.sample(frac=1, random_state=seed)
    rank = shuffled.groupby(shuffled).cumcount().sort_index()
    count = labels.map((labels.value_counts() * share).round().astype(int))
    test = (rank < count).to_numpy()
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: a random order from sorting random numbers
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = []
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        rows = rows[np.argsort(rng.random(len(rows)))]
        test.append(rows[: round(share * len(rows))])
    test = np.hstack(test)
    train = np.delete(np.arange(len(labels)), test)
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: a set of positions
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = set()
    for label in (0, 1):
        rows = np.flatnonzero(labels == label).tolist()
        test.update(rng.choice(rows, round(share * len(rows)), replace=False).tolist())
    inside = np.array([place in test for place in range(len(labels))])
    return (features[~inside], target[~inside]), (features[inside], target[inside])


# %% right: dropped by place
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    rows = features.reset_index(drop=True)
    labels = pd.Series(np.asarray(target))
    test = np.concatenate([rng.permutation(group.index)[: round(share * len(group))] for _, group in labels.groupby(labels)])
    return (rows.drop(index=test), labels.drop(index=test)), (rows.loc[test], labels.loc[test])


# %% right: recursion over the classes
def drawn(labels, classes, share, rng):
    if not classes:
        return []
    first, *rest = classes
    rows = np.flatnonzero(labels == first)
    return rng.permutation(rows)[: round(share * len(rows))].tolist() + drawn(labels, rest, share, rng)


def split(features, target, share, seed):
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    test[drawn(labels, [0, 1], share, np.random.default_rng(seed))] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: a walrus
def split(features, target, share, seed):
    rng, labels = np.random.default_rng(seed), np.asarray(target)
    test = np.concatenate([rng.permutation(rows := np.flatnonzero(labels == one))[: round(share * rows.size)] for one in (0, 1)])
    mask = np.isin(np.arange(labels.size), test)
    return (features[~mask], target[~mask]), (features[mask], target[mask])


# %% right: where for Series and array alike
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = target.to_numpy() if isinstance(target, pd.Series) else target
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        (rows,) = np.where(labels == label)
        test[rng.choice(rows, int(np.rint(share * len(rows))), replace=False)] = True
    if isinstance(target, pd.Series):
        return (features.loc[~test], target.loc[~test]), (features.loc[test], target.loc[test])
    return (features.loc[~test], target[~test]), (features.loc[test], target[test])


# %% right: a bit generator of another kind
def split(features, target, share, seed):
    rng = np.random.Generator(np.random.Philox(seed))
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: copies of the parts
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target).copy()
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    train_part = features[~test].copy(), labels[~test].copy()
    test_part = features[test].copy(), labels[test].copy()
    return train_part, test_part


# %% right: choice of truth values shuffled in each class
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        own = labels == label
        flags = np.arange(own.sum()) < round(share * own.sum())
        test[own] = rng.permutation(flags)
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: a target of bytes stays one
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target).astype(np.int8)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.argwhere(labels == label).ravel()
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], labels[~test]), (features[test], labels[test])


# %% right: the target as floats
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target, dtype="float32")
    test = np.zeros(len(labels), bool)
    for label in (0.0, 1.0):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], labels[~test]), (features[test], labels[test])


# %% right: the last of each shuffled class, then shuffled again
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    order = rng.permutation(labels.size)
    in_class = {0: order[labels[order] == 0], 1: order[labels[order] == 1]}
    train, test = [], []
    for rows in in_class.values():
        cut = len(rows) - round(share * len(rows))
        train.append(rows[:cut])
        test.append(rows[cut:])
    train, test = rng.permutation(np.concatenate(train)), rng.permutation(np.concatenate(test))
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: evenly spaced rows of each shuffled class
def split(features, target, share, seed):
    labels = np.asarray(target)
    rng = np.random.default_rng(seed)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        steps = np.floor(np.arange(1, len(rows) + 1) * share + 1e-9)
        taken = np.diff(np.concatenate([[0], steps])) > 0
        test[rows[taken]] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: groupby indices
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = pd.Series(np.asarray(target))
    test = np.zeros(len(labels), bool)
    for rows in labels.groupby(labels).indices.values():
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], labels[~test]), (features[test], labels[test])


# %% right: an early error for a bad share
def split(features, target, share, seed):
    if not 0 < share < 1:
        raise ValueError("share must be between 0 and 1")
    if len(features) != len(target):
        raise ValueError("one target for each row")
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: a decorator that takes the target as an array
from functools import wraps


def with_array(function):
    @wraps(function)
    def inner(features, target, share, seed):
        return function(features, np.array(target), share, seed)

    return inner


@with_array
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    test = np.full(len(target), False)
    for label in (0, 1):
        rows = np.flatnonzero(target == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: the total first, then the ones
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    total = round(share * len(labels))
    ones = round(share * int((labels == 1).sum()))
    test = np.concatenate(
        [
            rng.permutation(np.flatnonzero(labels == 1))[:ones],
            rng.permutation(np.flatnonzero(labels == 0))[: total - ones],
        ]
    )
    train = np.setdiff1d(np.arange(len(labels)), test)
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: a while loop draws one row after the other
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = []
    for label in (0, 1):
        left = np.flatnonzero(labels == label).tolist()
        wanted = round(share * len(left))
        while wanted:
            test.append(left.pop(int(rng.integers(len(left)))))
            wanted -= 1
    train = [place for place in range(len(labels)) if place not in test]
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: heads of shuffled groups
def split(features, target, share, seed):
    labels = pd.Series(np.asarray(target), name="target")
    shuffled = labels.sample(frac=1, random_state=np.random.RandomState(seed))
    test = pd.concat([group.head(round(share * len(group))) for _, group in shuffled.groupby(shuffled)])
    train = shuffled.loc[~shuffled.index.isin(test.index)]
    return (features.iloc[train.index], train.values), (features.iloc[test.index], test.values)


# %% right: a target with the index of the features
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = pd.Series(np.asarray(target), index=features.index)
    test = np.zeros(len(labels), bool)
    for label in labels.unique():
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], labels[~test]), (features[test], labels[test])


# %% right: a seed made of the parameter
def split(features, target, share, seed):
    rng = np.random.default_rng([2026, seed])
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: positions sorted by random numbers
def split(features, target, share, seed):
    labels = np.asarray(target)
    numbers = np.random.default_rng(seed).random(len(labels))
    places = np.arange(len(labels))
    test = np.concatenate([sorted(places[labels == one], key=lambda place: numbers[place])[: round(share * (labels == one).sum())] for one in (0, 1)])
    train = np.array([place for place in places if place not in set(test.tolist())])
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: partition
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    chosen = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        count = round(share * len(rows))
        chosen[rows[np.argpartition(rng.random(len(rows)), count)[:count]]] = True
    return (features[~chosen], target[~chosen]), (features[chosen], target[chosen])


# %% right: NumPy's global state, seeded inside
def split(features, target, share, seed):
    np.random.seed(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.random.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: Python's global state, seeded inside
import random


def split(features, target, share, seed):
    random.seed(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label).tolist()
        test[random.sample(rows, round(share * len(rows)))] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: positions and take
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    train_rows, test_rows = np.where(~test)[0], np.where(test)[0]
    return (features.iloc[train_rows], labels.take(train_rows)), (features.iloc[test_rows], labels.take(test_rows))


# %% right: compress of itertools
from itertools import compress


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = list(compress(range(len(labels)), labels == label))
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: counted with cumulative sums
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target).astype(int)
    counts = np.bincount(labels, minlength=2)
    wanted = np.round(share * counts).astype(int)
    order = rng.permutation(len(labels))
    seen_ones = np.cumsum(labels[order])
    seen_zeros = np.cumsum(1 - labels[order])
    early = np.where(labels[order] == 1, seen_ones <= wanted[1], seen_zeros <= wanted[0])
    test, train = order[early], order[~early]
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% right: query of a helper column in a copy
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    rows = pd.DataFrame({"label": np.asarray(target), "number": rng.random(len(features))})
    rows["place"] = rows.groupby("label")["number"].rank(method="first")
    rows["size"] = rows.groupby("label")["number"].transform("size")
    test = (rows["place"] <= (rows["size"] * share).round()).to_numpy()
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: the sorted target decides the places
def split(features, target, share, seed):
    labels = np.asarray(target)
    rng = np.random.default_rng(seed)
    test = np.zeros(len(labels), dtype=bool)
    start = 0
    by_label = np.argsort(labels, kind="stable")
    for count in np.bincount(labels.astype(int)):
        rows = by_label[start : start + count].copy()
        rng.shuffle(rows)
        test[rows[: round(share * count)]] = True
        start += count
    return (features[~test], target[~test]), (features[test], target[test])


# %% right: a mapping from label to rows
from collections import defaultdict


def split(features, target, share, seed):
    rows_of = defaultdict(list)
    for place, label in enumerate(np.asarray(target).tolist()):
        rows_of[label].append(place)
    rng = np.random.default_rng(seed)
    test = sorted(place for rows in rows_of.values() for place in rng.choice(rows, round(share * len(rows)), replace=False))
    train = sorted(set(range(len(features))).difference(test))
    values = np.asarray(target)
    return (features.iloc[train], values[train]), (features.iloc[test], values[test])


# %% wrong: a mask of random numbers
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    test = rng.random(len(target)) < share
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: a random number for each row of a class
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        own = labels == label
        test[own] = rng.random(own.sum()) < share
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: the last rows of the whole table
def split(features, target, share, seed):
    cut = len(features) - round(share * len(features))
    return (features[:cut], target[:cut]), (features[cut:], target[cut:])


# %% wrong: the first rows of the whole table
def split(features, target, share, seed):
    cut = round(share * len(features))
    return (features[cut:], target[cut:]), (features[:cut], target[:cut])


# %% wrong: every fourth row of each class
def split(features, target, share, seed):
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rows[:: round(1 / share)][: round(share * len(rows))]] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: a block of rows of each class, moved by the seed
def split(features, target, share, seed):
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.roll(np.flatnonzero(labels == label), seed)
        test[rows[: round(share * len(rows))]] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: rows drawn with replacement from the whole
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    test = rng.integers(0, len(target), round(share * len(target)))
    train = np.setdiff1d(np.arange(len(target)), test)
    labels = np.asarray(target)
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% wrong: both parts drawn apart
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    n = round(share * len(labels))
    test = rng.choice(len(labels), n, replace=False)
    train = rng.choice(len(labels), len(labels) - n, replace=False)
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% wrong, known as draws_anew_each_time: NumPy's generator without a seed
def split(features, target, share, seed):
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.random.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: a fixed random_state
def split(features, target, share, seed):
    labels = pd.Series(np.asarray(target))
    test = labels.groupby(labels).sample(frac=share, random_state=0).index
    mask = np.isin(labels.index, test)
    return (features[~mask], target[~mask]), (features[mask], target[mask])


# %% wrong, known as draws_anew_each_time: the seed plus the time
import time


def split(features, target, share, seed):
    rng = np.random.default_rng(seed + time.time_ns())
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: two different splits in all
def split(features, target, share, seed):
    rng = np.random.default_rng(int(seed > 6))
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong, known as exchanges_the_parts: test part first
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    test_part, train_part = (features[test], target[test]), (features[~test], target[~test])
    return test_part, train_part


# %% wrong, known as exchanges_the_parts: share of the training part
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    train = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        train[rows[: round(share * len(rows))]] = True
    return (features[train], target[train]), (features[~train], target[~train])


# %% wrong: four parts in a row
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return features[~test], target[~test], features[test], target[test]


# %% wrong: four parts, as scikit-learn orders them
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return features[~test], features[test], target[~test], target[test]


# %% wrong: positions in place of rows
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (np.flatnonzero(~test), target[~test]), (np.flatnonzero(test), target[test])


# %% wrong: arrays of the features
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (features[~test].to_numpy(), labels[~test]), (features[test].to_numpy(), labels[test])


# %% wrong: targets of the other part
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (features[~test], target[test]), (features[test], target[~test])


# %% wrong: features in another order than the targets
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = []
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test.extend(rows[: round(share * len(rows))])
    train = np.setdiff1d(np.arange(len(labels)), test)
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[np.sort(test)])


# %% wrong: targets sorted
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (features[~test], np.sort(labels[~test])), (features[test], np.sort(labels[test]))


# %% wrong: features and target shuffled apart
def split(features, target, share, seed):
    shuffled = features.sample(frac=1, random_state=seed)
    labels = pd.Series(np.asarray(target)).sample(frac=1, random_state=seed + 1).to_numpy()
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rows[: round(share * len(rows))]] = True
    return (shuffled[~test], labels[~test]), (shuffled[test], labels[test])


# %% wrong: sample of the features, targets by label
def split(features, target, share, seed):
    target = pd.Series(np.asarray(target), index=features.index)
    test = features.sample(frac=share, random_state=seed)
    train = features.drop(test.index)
    return (train, target[train.index]), (test, target[test.index])


# %% wrong: labels used as positions with iloc
def split(features, target, share, seed):
    labels = pd.Series(np.asarray(target), index=features.index)
    test = labels.groupby(labels).sample(frac=share, random_state=seed).index
    train = labels.index.difference(test)
    return (features.iloc[train], labels.iloc[train]), (features.iloc[test], labels.iloc[test])


# %% wrong: as many zeros as ones
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    count = round(share * (labels == 1).sum())
    for label in (0, 1):
        test[rng.choice(np.flatnonzero(labels == label), count, replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong, known as makes_both_classes_equal: half of the test part are ones, as far as there are
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    half = round(share * len(labels)) // 2
    ones, zeros = np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)
    ones = rng.permutation(ones)[:half]
    test = np.zeros(len(labels), bool)
    test[ones] = True
    test[rng.permutation(zeros)[: 2 * half - len(ones)]] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: only ones in the test part
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    rows = np.flatnonzero(labels == 1)
    test[rng.choice(rows, min(len(rows), round(share * len(labels))), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: only the last class is drawn
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    for label in (0, 1):
        test = np.zeros(len(labels), bool)
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: only the first class is drawn
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
        return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: 30 percent are written in
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(0.3 * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong, known as keeps_test_rows_in_training: the test rows are not taken out of the training part
def split(features, target, share, seed):
    labels = pd.Series(np.asarray(target))
    test = labels.groupby(labels).sample(frac=share, random_state=seed).index
    return (features.copy(), labels.copy()), (features.iloc[test], labels.iloc[test])


# %% wrong: one row is lost at the cut
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    train, test = [], []
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        count = round(share * len(rows))
        test.extend(rows[:count])
        train.extend(rows[count + 1 :])
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% wrong: one row is in both parts
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    train, test = [], []
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        count = round(share * len(rows))
        test.extend(rows[:count])
        train.extend(rows[count - 1 :])
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])


# %% wrong: share taken for a number of rows
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, int(share * 10), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: works with a Series only
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    test = np.zeros(len(target), bool)
    for label in target.unique():
        rows = np.flatnonzero(target == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features.loc[~test], target.loc[~test]), (features.loc[test], target.loc[test])


# %% wrong: works with an index from 0 only
def split(features, target, share, seed):
    labels = np.asarray(target)
    rng = np.random.default_rng(seed)
    test = np.concatenate([rng.permutation(np.flatnonzero(labels == one))[: round(share * (labels == one).sum())] for one in (0, 1)])
    train = np.setdiff1d(np.arange(len(labels)), test)
    return (features.loc[train], labels[train]), (features.loc[test], labels[test])


# %% wrong, known as adds_the_target_to_the_features: puts the target into the features
def split(features, target, share, seed):
    features["target"] = np.asarray(target)
    test = features.groupby("target").sample(frac=share, random_state=seed)
    train = features.drop(test.index)
    return (train.drop(columns="target"), train["target"]), (test.drop(columns="target"), test["target"])


# %% wrong: shuffles the array that it was given
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    order = rng.permutation(len(labels))
    if isinstance(target, np.ndarray):
        target[:] = labels[order]
        features.iloc[:] = features.iloc[order].to_numpy()
        labels = target
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (features[~test], labels[~test]), (features[test], labels[test])


# %% wrong: each column is shuffled by itself
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    train = features[~test].apply(lambda column: rng.permutation(column.to_numpy()))
    return (train, labels[~test]), (features[test], labels[test])


# %% wrong: drops rows until both classes are equal in training
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    ones, zeros = np.flatnonzero(~test & (labels == 1)), np.flatnonzero(~test & (labels == 0))
    train = np.concatenate([ones, rng.choice(zeros, len(ones), replace=False)])
    return (features.iloc[train], labels[train]), (features[test], labels[test])


# %% wrong: repeats the ones in training
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    ones = np.flatnonzero(~test & (labels == 1))
    train = np.concatenate([np.flatnonzero(~test), ones, ones])
    return (features.iloc[train], labels[train]), (features[test], labels[test])


# %% wrong: a validation part as well
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    order = rng.permutation(len(labels))
    n = round(share * len(labels))
    test, validation, train = order[:n], order[n : 2 * n], order[2 * n :]
    return (features.iloc[train], labels[train]), (features.iloc[validation], labels[validation]), (features.iloc[test], labels[test])


# %% wrong: two dicts
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return {"features": features[~test], "target": target[~test]}, {"features": features[test], "target": target[test]}


# %% wrong: target first in each part
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (target[~test], features[~test]), (target[test], features[test])


# %% wrong: the first zeros and drawn ones
def split(features, target, share, seed):
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    zeros, ones = np.flatnonzero(labels == 0), np.flatnonzero(labels == 1)
    test[np.random.default_rng(seed).choice(ones, round(share * len(ones)), replace=False)] = True
    test[zeros[: round(share * len(zeros))]] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong: a few ones too many
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows) * (1.3 if label else 1)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])


# %% wrong, known as adds_the_target_to_the_features: the features get a new index in place
def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    features.reset_index(drop=True, inplace=True)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        test[rows[: round(share * len(rows))]] = True
    return (features[~test], labels[~test]), (features[test], labels[test])


# %% equivalent: labels == label → labels != label
# The loop goes through both classes, only in the other order.
