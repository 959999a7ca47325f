# %% right: three counts with sum
def precision_and_recall(target, probabilities, threshold):
    p = probabilities.flatten()
    predicted = np.where(p >= threshold, 1, 0)
    tp = sum((predicted == 1) & (target == 1))
    fp = sum((predicted == 1) & (target == 0))
    fn = sum((predicted == 0) & (target == 1))
    if tp + fp == 0:
        precision = 0.0
    else:
        precision = tp / (tp + fp)
    if tp + fn == 0:
        recall = 0.0
    else:
        recall = tp / (tp + fn)
    return precision, recall


# %% right: early return where no customer is called
def precision_and_recall(target, probabilities, threshold):
    called = np.asarray(target)[np.asarray(probabilities).reshape(-1) >= threshold]
    if len(called) == 0:
        return 0.0, 0.0
    total = np.sum(target)
    return called.mean(), called.sum() / total if total else 0.0


# %% right: try and except
def precision_and_recall(target, probabilities, threshold):
    rows = list(zip(target.tolist(), probabilities.ravel().tolist()))
    called = [yes for yes, p in rows if p >= threshold]
    try:
        precision = sum(called) / len(called)
    except ZeroDivisionError:
        precision = 0.0
    try:
        recall = sum(called) / sum(yes for yes, _ in rows)
    except ZeroDivisionError:
        recall = 0.0
    return precision, recall


# %% right: a helper that divides
def ratio(above, below):
    return float(above) / float(below) if below else 0.0


def precision_and_recall(target, probabilities, threshold):
    called = (probabilities >= threshold).ravel()
    hits = np.logical_and(called, target).sum()
    return ratio(hits, called.sum()), ratio(hits, target.sum())


# %% right: a dot product
def precision_and_recall(target, probabilities, threshold):
    called = (np.ravel(probabilities) >= threshold).astype(float)
    both = np.dot(called, target)
    return (both / called.sum() if called.sum() else 0.0, both / np.sum(target) if np.sum(target) else 0.0)


# %% right: a pandas table
import pandas as pd


def precision_and_recall(target, probabilities, threshold):
    table = pd.DataFrame({"yes": np.asarray(target), "p": np.ravel(probabilities)})
    called = table.query("p >= @threshold")
    precision = called["yes"].mean() if len(called) else 0.0
    yes = table[table["yes"] == 1]
    recall = (yes["p"] >= threshold).mean() if len(yes) else 0.0
    return precision, recall


# %% right: a cross table with all four cells
import pandas as pd


def precision_and_recall(target, probabilities, threshold):
    counts = pd.crosstab(np.ravel(probabilities) >= threshold, np.asarray(target))
    counts = counts.reindex(index=[False, True], columns=[0, 1], fill_value=0)
    tp = counts.loc[True, 1]
    called, yes = counts.loc[True].sum(), counts[1].sum()
    return tp / called if called else 0.0, tp / yes if yes else 0.0


# %% right: bincount of two bits
def precision_and_recall(target, probabilities, threshold):
    code = 2 * np.asarray(target) + (np.ravel(probabilities) >= threshold)
    tn, fp, fn, tp = np.bincount(code, minlength=4).tolist()
    return tp / (tp + fp or 1), tp / (tp + fn or 1)


# %% right: a Counter of pairs
from collections import Counter


def precision_and_recall(target, probabilities, threshold):
    seen = Counter(zip((np.ravel(probabilities) >= threshold).tolist(), np.asarray(target).tolist()))
    hits, alarms, missed = seen[True, 1], seen[True, 0], seen[False, 1]
    return hits / max(1, hits + alarms), hits / max(1, hits + missed)


# %% right: sorted and searched
def precision_and_recall(target, probabilities, threshold):
    p = np.ravel(probabilities)
    order = np.argsort(p, kind="stable")
    first = np.searchsorted(p[order], threshold, side="left")
    top = np.asarray(target)[order][first:]
    yes = int(np.sum(target))
    return (float(np.mean(top)) if len(top) else 0.0), (int(np.sum(top)) / yes if yes else 0.0)


# %% right: cumulative sums from the highest down
def precision_and_recall(target, probabilities, threshold):
    p = np.ravel(probabilities)
    order = np.argsort(-p, kind="stable")
    found = np.concatenate([[0], np.cumsum(np.asarray(target)[order])])
    calls = int(np.sum(p >= threshold))
    precision = found[calls] / calls if calls > 0 else 0.0
    recall = found[calls] / found[-1] if found[-1] > 0 else 0.0
    return precision, recall


# %% right: a masked array
def precision_and_recall(target, probabilities, threshold):
    p = np.ravel(probabilities)
    among_called = np.ma.masked_array(target, mask=p < threshold)
    hits = among_called.sum()
    hits = 0 if hits is np.ma.masked else int(hits)
    calls, yes = int(among_called.count()), int(np.sum(target))
    return hits / calls if calls else 0.0, hits / yes if yes else 0.0


# %% right: a named tuple
from typing import NamedTuple


class Score(NamedTuple):
    precision: float
    recall: float


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = int(np.sum(called * target))
    return Score(hits / called.sum() if called.any() else 0.0, hits / np.sum(target) if np.any(target) else 0.0)


# %% right: a collections.namedtuple and keyword arguments
from collections import namedtuple

Result = namedtuple("Result", "precision recall")


def precision_and_recall(target, probabilities, threshold):
    flat = np.squeeze(np.asarray(probabilities), axis=-1) if probabilities.ndim == 2 else probabilities
    called, yes = flat >= threshold, target > 0
    hits = (called & yes).sum()
    return Result(recall=hits / yes.sum() if yes.sum() else 0.0, precision=hits / called.sum() if called.sum() else 0.0)


# %% right: a list
def precision_and_recall(target, probabilities, threshold):
    scores = [0.0, 0.0]
    called = probabilities.reshape(len(target)) >= threshold
    yes = target.astype(bool)
    for place, below in enumerate([called, yes]):
        if below.any():
            scores[place] = (called & yes).sum() / below.sum()
    return scores


# %% right: float32 scores
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    hits = np.float32((called & yes).sum())
    precision = hits / np.float32(called.sum()) if called.any() else np.float32(0)
    recall = hits / np.float32(yes.sum()) if yes.any() else np.float32(0)
    return precision, recall


# %% right: arrays of one number
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = np.sum(called[np.asarray(target) == 1])
    pair = np.zeros(2)
    pair[0] = hits / called.sum() if called.any() else 0
    pair[1] = hits / np.sum(target) if np.sum(target) else 0
    return np.array(pair[0]), np.array(pair[1])


# %% right: fractions
from fractions import Fraction


def precision_and_recall(target, probabilities, threshold):
    called = {i for i, p in enumerate(np.ravel(probabilities).tolist()) if p >= threshold}
    yes = {i for i, t in enumerate(np.ravel(target).tolist()) if t == 1}
    return Fraction(len(called & yes), len(called) or 1), Fraction(len(called & yes), len(yes) or 1)


# %% right: an int 0 where nothing can be divided
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = np.sum(called & (target == 1))
    precision = 0
    recall = 0
    if np.sum(called) != 0:
        precision = hits / np.sum(called)
    if np.sum(target) != 0:
        recall = hits / np.sum(target)
    return precision, recall


# %% right: a generator with next
def precision_and_recall(target, probabilities, threshold):
    def both():
        called = np.ravel(probabilities) >= threshold
        hits = np.count_nonzero(called & (np.asarray(target) == 1))
        for below in (np.count_nonzero(called), np.count_nonzero(target)):
            yield hits / below if below else 0.0

    found = both()
    return next(found), next(found)


# %% right: a lambda for both scores
def precision_and_recall(target, probabilities, threshold):
    called = np.greater_equal(np.ravel(probabilities), threshold)
    share = lambda among, which: float(np.mean(which[among])) if np.any(among) else 0.0
    yes = np.equal(target, 1)
    return share(called, yes), share(yes, called)


# %% right: recursion over the rows
def counts(rows, threshold):
    if not rows:
        return 0, 0, 0
    if len(rows) == 1:
        answer, p = rows[0]
        called = int(p >= threshold)
        return called, answer, called * answer
    half = len(rows) // 2
    return tuple(a + b for a, b in zip(counts(rows[:half], threshold), counts(rows[half:], threshold)))


def precision_and_recall(target, probabilities, threshold):
    called, yes, both = counts(list(zip(target.tolist(), probabilities.ravel().tolist())), threshold)
    return both / called if called else 0.0, both / yes if yes else 0.0


# %% right: reduce
from functools import reduce


def precision_and_recall(target, probabilities, threshold):
    def step(state, row):
        answer, p = row
        called = p >= threshold
        return state[0] + (called and answer == 1), state[1] + called, state[2] + (answer == 1)

    hits, called, yes = reduce(step, zip(target, np.ravel(probabilities)), (0, 0, 0))
    return float(hits / called) if called else 0.0, float(hits / yes) if yes else 0.0


# %% right: np.where with errstate
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    hits = (called & yes).sum()
    below = np.array([called.sum(), yes.sum()])
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = np.where(below == 0, 0.0, hits / below)
    return scores[0], scores[1]


# %% right: nan replaced afterwards
import math


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = np.float64(np.sum(called & (target == 1)))
    with np.errstate(all="ignore"):
        precision = hits / np.sum(called)
        recall = hits / np.sum(target)
    if math.isnan(precision):
        precision = 0.0
    if math.isnan(recall):
        recall = 0.0
    return precision, recall


# %% right: a class
class Calls:
    def __init__(self, target, probabilities, threshold):
        self.yes = np.asarray(target) == 1
        self.called = np.ravel(probabilities) >= threshold

    @property
    def hits(self):
        return np.count_nonzero(self.yes & self.called)

    def precision(self):
        return self.hits / n if (n := np.count_nonzero(self.called)) else 0.0

    def recall(self):
        return self.hits / n if (n := np.count_nonzero(self.yes)) else 0.0


def precision_and_recall(target, probabilities, threshold):
    calls = Calls(target, probabilities, threshold)
    return calls.precision(), calls.recall()


# %% right: type hints and an unpacked comprehension
def precision_and_recall(target: np.ndarray, probabilities: np.ndarray, threshold: float) -> tuple[float, float]:
    called: list[bool] = [bool(p >= threshold) for p in probabilities.flat]
    hits: int = sum(c and t == 1 for c, t in zip(called, target))
    precision, recall = (hits / n if n > 0 else 0.0 for n in (sum(called), int((target == 1).sum())))
    return precision, recall


# %% right: not below the threshold
def precision_and_recall(target, probabilities, threshold):
    called = ~(np.ravel(probabilities) < threshold)
    hits = np.sum(np.asarray(target)[called])
    return hits / max(np.sum(called), 1), hits / max(np.sum(target), 1)


# %% right: negative numbers compared the other way round
def precision_and_recall(target, probabilities, threshold):
    called = -np.ravel(probabilities) <= -threshold
    yes = np.asarray(target) != 0
    hits = len(np.flatnonzero(called & yes))
    p = hits / len(np.flatnonzero(called)) if called.any() else 0.0
    r = hits / len(np.flatnonzero(yes)) if yes.any() else 0.0
    return p, r


# %% right: intersect1d of positions
def precision_and_recall(target, probabilities, threshold):
    called = np.where(np.ravel(probabilities) >= threshold)[0]
    yes = np.where(np.asarray(target) == 1)[0]
    hits = np.intersect1d(called, yes).size
    return (hits / called.size if called.size else 0.0), (hits / yes.size if yes.size else 0.0)


# %% right: means of arrays, with 0 for an empty one
def mean_or_zero(values):
    return np.mean(values) if np.size(values) else 0.0


def precision_and_recall(target, probabilities, threshold):
    p = np.array(probabilities).T.reshape(-1)
    return mean_or_zero(target[p >= threshold] == 1), mean_or_zero(p[target == 1] >= threshold)


# %% right: keras metrics
def precision_and_recall(target, probabilities, threshold):
    called = (np.ravel(probabilities) >= threshold).astype("float32")
    precision, recall = keras.metrics.Precision(), keras.metrics.Recall()
    precision.update_state(target, called)
    recall.update_state(target, called)
    return float(precision.result()), float(recall.result())


# %% right: scikit-learn where it is installed
def precision_and_recall(target, probabilities, threshold):
    called = (np.ravel(probabilities) >= threshold).astype(int)
    try:
        from sklearn.metrics import precision_score, recall_score
    except ImportError:
        hits = (called & target).sum()
        return hits / max(called.sum(), 1), hits / max(target.sum(), 1)
    return precision_score(target, called, zero_division=0.0), recall_score(target, called, zero_division=0.0)


# %% right: one index into the column
def precision_and_recall(target, probabilities, threshold):
    if probabilities.ndim == 2:
        probabilities = probabilities[:, 0]
    true_positives = 0
    calls = 0
    yeses = 0
    for i in range(len(target)):
        if target[i] == 1:
            yeses += 1
        if probabilities[i] >= threshold:
            calls += 1
            if target[i] == 1:
                true_positives += 1
    precision = true_positives / calls if calls != 0 else 0.0
    recall = true_positives / yeses if yeses != 0 else 0.0
    return (precision, recall)


# %% right: the target as a column, too
def precision_and_recall(target, probabilities, threshold):
    p = np.reshape(probabilities, (-1, 1))
    t = np.reshape(target, (-1, 1))
    called = p >= threshold
    hits = np.sum(called * t)
    return hits / np.sum(called) if np.sum(called) else 0.0, hits / np.sum(t) if np.sum(t) else 0.0


# %% right: a matrix product of two truth tables
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    table = np.array([~called, called]).astype(int) @ np.array([~yes, yes]).T.astype(int)
    hits = table[1, 1]
    return float(hits / table[1].sum()) if table[1].sum() else 0.0, float(hits / table[:, 1].sum()) if table[:, 1].sum() else 0.0


# %% right: a 2D histogram
def precision_and_recall(target, probabilities, threshold):
    called = (np.ravel(probabilities) >= threshold).astype(int)
    counts, _, _ = np.histogram2d(called, np.asarray(target), bins=[[-0.5, 0.5, 1.5], [-0.5, 0.5, 1.5]])
    hits = counts[1, 1]
    return hits / (counts[1].sum() or 1), hits / (counts[:, 1].sum() or 1)


# %% right: a copy that is overwritten
def precision_and_recall(target, probabilities, threshold):
    calls = probabilities.copy().ravel()
    high = calls >= threshold
    calls[high] = 1
    calls[~high] = 0
    hits = (calls * target).sum()
    n_calls, n_yes = calls.sum(), target.sum()
    return float(hits / n_calls) if n_calls > 0 else 0.0, float(hits / n_yes) if n_yes > 0 else 0.0


# %% right: the false calls subtracted
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    wrong_calls = np.count_nonzero(called & (target == 0))
    missed = np.count_nonzero(~called & (target == 1))
    calls, yes = np.count_nonzero(called), np.count_nonzero(target == 1)
    precision = 1 - wrong_calls / calls if calls else 0.0
    recall = 1 - missed / yes if yes else 0.0
    return precision, recall


# %% right: groupby on a Series
import pandas as pd


def precision_and_recall(target, probabilities, threshold):
    called = pd.Series(np.ravel(probabilities)).ge(threshold)
    yes = pd.Series(np.asarray(target)).eq(1)
    return float(yes.groupby(called).mean().get(True, 0.0)), float(called.groupby(yes).mean().get(True, 0.0))


# %% right: an inner function with a dict of counts
def precision_and_recall(target, probabilities, threshold):
    counts = {"hit": 0, "alarm": 0, "missed": 0, "left": 0}

    def name_of(answer, called):
        if called:
            return "hit" if answer else "alarm"
        return "missed" if answer else "left"

    for answer, p in zip(target, probabilities.ravel()):
        counts[name_of(answer, p >= threshold)] += 1
    calls = counts["hit"] + counts["alarm"]
    yes = counts["hit"] + counts["missed"]
    return counts["hit"] / calls if calls else 0.0, counts["hit"] / yes if yes else 0.0


# %% right: and in place of if
def precision_and_recall(target, probabilities, threshold):
    c = np.ravel(probabilities) >= threshold
    y = target == 1
    h = int((c & y).sum())
    return c.any() and h / int(c.sum()) or 0.0, y.any() and h / int(y.sum()) or 0.0


# %% right: sets compared through zip and enumerate in one walk
import itertools


def precision_and_recall(target, probabilities, threshold):
    calls = [p >= threshold for p in itertools.chain.from_iterable(np.reshape(probabilities, (1, -1)))]
    yes_called = list(itertools.compress(target.tolist(), calls))
    n = sum(target.tolist())
    return (sum(yes_called) / len(yes_called)) if yes_called else 0.0, (sum(yes_called) / n) if n else 0.0


# %% right: np.average with weights
def precision_and_recall(target, probabilities, threshold):
    called = (np.ravel(probabilities) >= threshold).astype(float)
    yes = np.asarray(target).astype(float)
    precision = np.average(yes, weights=called) if called.sum() else 0.0
    recall = np.average(called, weights=yes) if yes.sum() else 0.0
    return precision, recall


# %% right: np.divide into zeros, one after the other
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = np.asarray(float((called & (target == 1)).sum()))
    scores = []
    for below in (called.sum(), np.sum(target == 1)):
        scores.append(np.divide(hits, below, out=np.zeros_like(hits), where=below != 0))
    return tuple(scores)


# %% right: a tiny number below the line
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    hits = np.sum(called & yes)
    return hits / (np.sum(called) + 1e-12), hits / (np.sum(yes) + 1e-12)


# %% right: truth values as the type of the target
def precision_and_recall(target, probabilities, threshold):
    said_yes = np.array(target, dtype=bool)
    called = np.ravel(probabilities) >= threshold
    hits = np.bitwise_and(said_yes, called).sum(dtype=float)
    result = {"precision": 0.0, "recall": 0.0}
    if called.sum() > 0:
        result["precision"] = hits / called.sum()
    if said_yes.sum() > 0:
        result["recall"] = hits / said_yes.sum()
    return tuple(result.values())


# %% right: the threshold as a default of a partial function
from functools import partial


def is_called(p, threshold):
    return p >= threshold


def precision_and_recall(target, probabilities, threshold):
    test = partial(is_called, threshold=threshold)
    called = list(map(test, np.ravel(probabilities).tolist()))
    hits = sum(a and bool(b) for a, b in zip(called, target))
    return (0.0 if not any(called) else hits / sum(called), 0.0 if not target.any() else hits / int(target.sum()))


# %% right: np.digitize
def precision_and_recall(target, probabilities, threshold):
    called = np.digitize(np.ravel(probabilities).astype(float), [float(threshold)]) == 1
    hits = np.sum(target[called] == 1)
    return hits / np.sum(called) if np.sum(called) else 0.0, hits / np.sum(target == 1) if np.sum(target == 1) else 0.0


# %% right: the harmonic mean taken apart again
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits, calls, yes = int((called & (target == 1)).sum()), int(called.sum()), int((target == 1).sum())
    if hits == 0:
        return 0.0, 0.0
    f1 = 2 * hits / (calls + yes)
    recall = hits / yes
    precision = 1 / (2 / f1 - 1 / recall)
    return precision, recall


# %% wrong, known as takes_larger_only: larger only, in a loop
def precision_and_recall(target, probabilities, threshold):
    hits = calls = 0
    for answer, p in zip(target, np.ravel(probabilities)):
        if p > threshold:
            calls += 1
            hits += answer
    return hits / calls if calls else 0.0, hits / target.sum() if target.sum() else 0.0


# %% wrong, known as exchanges_the_two: recall first, as a named tuple in the other order
from typing import NamedTuple


class Score(NamedTuple):
    recall: float
    precision: float


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = int((called & (target == 1)).sum())
    return Score(precision=hits / called.sum() if called.any() else 0.0, recall=hits / target.sum() if target.any() else 0.0)


# %% wrong, known as gives_the_accuracy_first: the accuracy and the recall
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = target == 1
    return (called == yes).mean(), (called & yes).sum() / yes.sum() if yes.any() else 0.0


# %% wrong: the share of calls among all rows in place of the recall
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return hits / called.sum() if called.any() else 0.0, called.mean()


# %% wrong: the false positive rate in place of the recall
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = target == 1
    precision = (called & yes).sum() / called.sum() if called.any() else 0.0
    return precision, (called & ~yes).sum() / (~yes).sum() if (~yes).any() else 0.0


# %% wrong, known as exchanges_the_two: false calls and missed ones are exchanged
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    tp = int((called & (target == 1)).sum())
    fn = int((called & (target == 0)).sum())
    fp = int((~called & (target == 1)).sum())
    return tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0


# %% wrong, known as divides_by_zero: nan where nothing can be divided
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    precision = hits / called.sum() if called.any() else float("nan")
    recall = hits / target.sum() if target.any() else float("nan")
    return precision, recall


# %% wrong: None where nothing can be divided
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    precision = hits / called.sum() if called.any() else None
    recall = hits / target.sum() if target.any() else None
    return precision, recall


# %% wrong: minds only the calls, not that no customer says yes
def precision_and_recall(target, probabilities, threshold):
    called = [i for i, p in enumerate(np.ravel(probabilities)) if p >= threshold]
    hits = sum(int(target[i]) for i in called)
    precision = hits / len(called) if called else 0.0
    recall = hits / int(target.sum())
    return precision, recall


# %% wrong: both are 1 where no customer is called
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    if not called.any():
        return 1.0, 1.0
    hits = (called & (target == 1)).sum()
    return hits / called.sum(), hits / target.sum() if target.any() else 0.0


# %% wrong, known as compares_a_column_with_a_row: the comparison of a column gets one more axis
def precision_and_recall(target, probabilities, threshold):
    called = (probabilities >= threshold).astype(int)
    hits = (called * target).sum()
    return hits / called.sum() if called.sum() else 0.0, hits / target.sum() if target.sum() else 0.0


# %% wrong: takes the first row of a column
def precision_and_recall(target, probabilities, threshold):
    p = probabilities[0] if probabilities.ndim == 2 else probabilities
    called = p >= threshold
    hits = (called * target).sum()
    return hits / called.sum() if called.sum() else 0.0, hits / target.sum() if target.sum() else 0.0


# %% wrong: percentages, rounded
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return round(100 * hits / max(called.sum(), 1), 1), round(100 * hits / max(target.sum(), 1), 1)


# %% wrong: rounded to one decimal
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return round(float(hits / max(called.sum(), 1)), 1), round(float(hits / max(target.sum(), 1)), 1)


# %% wrong: rounded to two decimals
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return round(float(hits / max(called.sum(), 1)), 2), round(float(hits / max(target.sum(), 1)), 2)


# %% wrong: whole division
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = int((called & (target == 1)).sum())
    return hits // max(int(called.sum()), 1), hits // max(int(target.sum()), 1)


# %% wrong: counts the probabilities of the yes in place of the customers
def precision_and_recall(target, probabilities, threshold):
    p = np.ravel(probabilities)
    called = p >= threshold
    hits = p[called & (target == 1)].sum()
    return hits / p[called].sum() if called.any() else 0.0, hits / p[target == 1].sum() if target.any() else 0.0


# %% wrong: a dict
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return {"precision": hits / max(called.sum(), 1), "recall": hits / max(target.sum(), 1)}


# %% wrong: also the F1 score
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    p, r = hits / max(called.sum(), 1), hits / max(target.sum(), 1)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


# %% wrong: the counts that are not divided yet
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    return int((called & (target == 1)).sum()), int(called.sum())


# %% wrong: prints both
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    print("precision", hits / max(called.sum(), 1))
    print("recall", hits / max(target.sum(), 1))


# %% wrong: returns inside the loop
def precision_and_recall(target, probabilities, threshold):
    hits = calls = 0
    for answer, p in zip(target, np.ravel(probabilities)):
        if p >= threshold:
            calls += 1
            hits += answer
            return hits / calls, hits / target.sum()
    return 0.0, 0.0


# %% wrong, known as writes_into_the_probabilities: the threshold changes the argument
def precision_and_recall(target, probabilities, threshold):
    probabilities[probabilities >= threshold] = 1
    probabilities[probabilities < threshold] = 0
    called = np.ravel(probabilities) == 1
    hits = (called & (target == 1)).sum()
    return hits / max(called.sum(), 1), hits / max(target.sum(), 1)


# %% wrong: counts a no as -1 in the argument
def precision_and_recall(target, probabilities, threshold):
    target[target == 0] = -1
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return hits / max(called.sum(), 1), hits / max((target == 1).sum(), 1)


# %% wrong: divides the recall by the rows that are not called
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return hits / max(called.sum(), 1), hits / max((~called).sum(), 1)


# %% wrong: takes so many of the highest as there are yes
def precision_and_recall(target, probabilities, threshold):
    p = np.ravel(probabilities)
    top = np.argsort(-p)[: int(target.sum())]
    hits = target[top].sum()
    return hits / max(len(top), 1), hits / max(target.sum(), 1)


# %% wrong, known as always_takes_one_half: a threshold of 0.5 by default of a second function
def calls_of(probabilities, threshold=0.5):
    return np.ravel(probabilities) >= threshold


def precision_and_recall(target, probabilities, threshold):
    called = calls_of(probabilities)
    hits = (called & (target == 1)).sum()
    return hits / max(called.sum(), 1), hits / max(target.sum(), 1)


# %% wrong, known as turns_both_round: all scores are those of the noes
def precision_and_recall(target, probabilities, threshold):
    left = np.ravel(probabilities) < threshold
    noes = target == 0
    both = (left & noes).sum()
    return both / max(left.sum(), 1), both / max(noes.sum(), 1)


# %% wrong, known as always_takes_one_half: compares an int of the probability
def precision_and_recall(target, probabilities, threshold):
    called = (np.ravel(probabilities) + 0.5).astype(int) == 1
    hits = (called & (target == 1)).sum()
    return hits / max(called.sum(), 1), hits / max(target.sum(), 1)


# %% wrong: the same number twice
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    precision = (called & (target == 1)).sum() / max(called.sum(), 1)
    recall = precision
    return precision, recall


# %% wrong: or in place of and
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    either = (called | (target == 1)).sum()
    return either / max(called.sum(), 1), either / max(target.sum(), 1)


# %% wrong: the precision is the mean of the target
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    return target.mean(), (called & (target == 1)).sum() / max(target.sum(), 1)


# %% wrong: the largest probability sets the scale of the threshold
def precision_and_recall(target, probabilities, threshold):
    p = np.ravel(probabilities)
    called = p >= threshold * p.max()
    hits = (called & (target == 1)).sum()
    return hits / max(called.sum(), 1), hits / max(target.sum(), 1)


# %% wrong: the precision of nobody is the share of yes
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    hits = (called & (target == 1)).sum()
    return hits / called.sum() if called.any() else target.mean(), hits / max(target.sum(), 1)


# %% wrong: nearly the threshold is enough
def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) > threshold - 0.05
    hits = (called & (target == 1)).sum()
    return hits / max(called.sum(), 1), hits / max(target.sum(), 1)
