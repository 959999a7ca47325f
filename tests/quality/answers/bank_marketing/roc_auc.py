# %% right: Mann and Whitney's formula with average ranks of pandas
import pandas as pd


def roc_auc(target, probabilities):
    ranks = pd.Series(np.ravel(probabilities)).rank().to_numpy()
    yes = np.asarray(target) == 1
    n_yes, n_no = yes.sum(), (~yes).sum()
    return float((ranks[yes].sum() - n_yes * (n_yes + 1) / 2) / (n_yes * n_no))


# %% right: loops over all rows
def roc_auc(target, probabilities):
    p = probabilities.flatten()
    count = 0
    total = 0
    for i in range(len(target)):
        for j in range(len(target)):
            if target[i] == 1 and target[j] == 0:
                total = total + 1
                if p[i] > p[j]:
                    count = count + 1
                if p[i] == p[j]:
                    count = count + 0.5
    return count / total


# %% right: a comprehension with the truth values added
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    pairs = [(a > b) + 0.5 * (a == b) for a in p[target == 1] for b in p[target == 0]]
    return sum(pairs) / len(pairs)


# %% right: the mean of two comparisons
def roc_auc(target, probabilities):
    p = np.reshape(probabilities, -1)
    yes, no = p[target == 1].reshape(-1, 1), p[target == 0].reshape(1, -1)
    return ((yes > no).mean() + (yes >= no).mean()) / 2


# %% right: np.heaviside
def roc_auc(target, probabilities):
    p = np.ravel(probabilities).astype(float)
    return np.heaviside(np.subtract.outer(p[target == 1], p[target == 0]), 0.5).mean()


# %% right: a mesh of both groups
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = np.meshgrid(p[np.asarray(target) == 1], p[np.asarray(target) == 0])
    score = np.zeros(yes.shape)
    score[yes > no] = 1
    score[yes == no] = 0.5
    return score.sum() / score.size


# %% right: one yes at a time, held against all noes
def roc_auc(target, probabilities):
    flat = probabilities.ravel()
    noes = flat[target == 0]
    won = 0.0
    for p in flat[target == 1]:
        won += np.mean(noes < p) + np.mean(noes == p) / 2
    return won / np.sum(target == 1)


# %% right: counts on every value, cumulated
def roc_auc(target, probabilities):
    values, place = np.unique(np.ravel(probabilities), return_inverse=True)
    place = place.reshape(-1)
    yes = np.bincount(place, weights=target, minlength=len(values))
    no = np.bincount(place, weights=1 - target, minlength=len(values))
    below = np.cumsum(no) - no
    return float((yes * (below + no / 2)).sum() / (yes.sum() * no.sum()))


# %% right: a dict of counts, walked up
from collections import defaultdict


def roc_auc(target, probabilities):
    yes, no = defaultdict(int), defaultdict(int)
    for answer, p in zip(target.tolist(), probabilities.ravel().tolist()):
        (yes if answer == 1 else no)[p] += 1
    seen = won = 0
    for p in sorted(set(yes) | set(no)):
        won += yes[p] * (seen + no[p] / 2)
        seen += no[p]
    return won / (sum(yes.values()) * sum(no.values()))


# %% right: two Counters
from collections import Counter


def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = Counter(p[target == 1].tolist()), Counter(p[target == 0].tolist())
    won = sum(n * m * (1 if a > b else 0.5 if a == b else 0) for a, n in yes.items() for b, m in no.items())
    return won / (yes.total() * no.total())


# %% right: trapezoids by hand
def roc_auc(target, probabilities):
    p, t = np.ravel(probabilities), np.asarray(target)
    points = [(0.0, 0.0)]
    for cut in sorted(set(p.tolist()), reverse=True):
        points.append((float(np.mean(p[t == 0] >= cut)), float(np.mean(p[t == 1] >= cut))))
    area = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        area += (x1 - x0) * (y0 + y1) / 2
    return area


# %% right: the curve by sorting, with ties joined
def roc_auc(target, probabilities):
    p, t = np.ravel(probabilities), np.asarray(target)
    order = np.argsort(-p, kind="stable")
    p, t = p[order], t[order]
    ends = np.r_[np.flatnonzero(np.diff(p)), len(p) - 1]
    hits = np.r_[0, np.cumsum(t)[ends]]
    alarms = np.r_[0, np.cumsum(1 - t)[ends]]
    return float(np.trapezoid(hits / hits[-1], alarms / alarms[-1]))


# %% right: half of what is lost taken away
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    lost = np.less.outer(yes, no).sum()
    tied = np.equal.outer(yes, no).sum()
    return 1 - (lost + tied / 2) / (yes.size * no.size)


# %% right: Somers' D, moved into the range from 0 to 1
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1, None], p[None, target == 0]
    difference = (yes > no).sum() - (yes < no).sum()
    return (difference / (yes.size * no.size) + 1) / 2


# %% right: rank of NumPy, shared by hand
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    _, inverse, counts = np.unique(p, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = ((last - counts + 1 + last) / 2)[inverse.ravel()]
    n1 = np.count_nonzero(target == 1)
    n0 = len(target) - n1
    return (ranks[target == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)


# %% right: the mean rank of the yes among the noes
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    places = np.array([(p < one).sum() + ((p == one).sum() + 1) / 2 for one in p])
    yes = target == 1
    return (places[yes].mean() - (yes.sum() + 1) / 2) / (~yes).sum()


# %% right: scipy where it is installed
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    try:
        from scipy.stats import mannwhitneyu

        return float(mannwhitneyu(yes, no).statistic / (len(yes) * len(no)))
    except ImportError:
        return float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())


# %% right: scikit-learn where it is installed
def roc_auc(target, probabilities):
    flat = np.ravel(probabilities)
    try:
        from sklearn.metrics import roc_auc_score
    except ImportError:
        yes, no = flat[target == 1], flat[target == 0]
        return float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())
    return roc_auc_score(target, flat)


# %% right: a merge of all with all in pandas
import pandas as pd


def roc_auc(target, probabilities):
    table = pd.DataFrame({"t": np.asarray(target), "p": np.ravel(probabilities)})
    pairs = table[table["t"] == 1].merge(table[table["t"] == 0], how="cross", suffixes=("_yes", "_no"))
    won = (pairs["p_yes"] > pairs["p_no"]).sum() + 0.5 * (pairs["p_yes"] == pairs["p_no"]).sum()
    return won / len(pairs)


# %% right: groupby and cumsum
import pandas as pd


def roc_auc(target, probabilities):
    table = pd.DataFrame({"yes": np.asarray(target), "p": np.ravel(probabilities)})
    table["no"] = 1 - table["yes"]
    counts = table.groupby("p")[["yes", "no"]].sum().sort_index()
    below = counts["no"].cumsum().shift(fill_value=0)
    won = (counts["yes"] * (below + counts["no"] / 2)).sum()
    return float(won / counts["yes"].sum() / counts["no"].sum())


# %% right: a function for one pair, and map
import itertools


def points(pair):
    yes, no = pair
    if yes > no:
        return 1.0
    return 0.5 if yes == no else 0.0


def roc_auc(target, probabilities):
    p = np.ravel(probabilities).tolist()
    yes = [one for one, t in zip(p, target) if t == 1]
    no = [one for one, t in zip(p, target) if t == 0]
    return sum(map(points, itertools.product(yes, no))) / len(yes) / len(no)


# %% right: np.vectorize
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    compare = np.vectorize(lambda a, b: 1.0 if a > b else (0.5 if a == b else 0.0))
    return float(np.mean(compare(p[target == 1][:, None], p[target == 0][None, :])))


# %% right: np.select
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    gap = p[target == 1].astype(np.float64)[:, np.newaxis] - p[target == 0].astype(np.float64)
    return np.average(np.select([gap > 0, gap == 0], [1.0, 0.5], default=0.0))


# %% right: clip of the signs
def roc_auc(target, probabilities):
    p = np.ravel(probabilities).astype(float)
    signs = np.sign(p[:, None] - p[None, :])
    pairs = signs[np.ix_(np.where(target == 1)[0], np.where(target == 0)[0])]
    return ((pairs + 1) / 2).mean()


# %% right: a generator that yields the points
def roc_auc(target, probabilities):
    def duels():
        p = np.ravel(probabilities)
        for i in np.flatnonzero(np.asarray(target)):
            for j in np.flatnonzero(np.asarray(target) == 0):
                yield 1 if p[i] > p[j] else 0.5 if p[i] == p[j] else 0

    results = list(duels())
    return sum(results) / len(results)


# %% right: the standard library's mean of fractions
from fractions import Fraction


def roc_auc(target, probabilities):
    p = np.ravel(probabilities).tolist()
    won = Fraction(0)
    pairs = 0
    for a, yes in zip(p, target):
        for b, other in zip(p, target):
            if yes == 1 and other == 0:
                pairs += 1
                won += 1 if a > b else Fraction(1, 2) if a == b else 0
    return float(won / pairs)


# %% right: an exact fraction
from fractions import Fraction


def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    twice = sum(int(2 * (one > no).sum() + (one == no).sum()) for one in yes)
    return Fraction(twice, 2 * len(yes) * len(no))


# %% right: a merge sort that counts
def roc_auc(target, probabilities):
    rows = sorted(zip(np.ravel(probabilities).tolist(), np.asarray(target).tolist()))
    won = noes = yeses = start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end][0] == rows[start][0]:
            end += 1
        group = [answer for _, answer in rows[start:end]]
        ones = sum(group)
        zeros = len(group) - ones
        won += ones * noes + ones * zeros / 2
        noes += zeros
        yeses += ones
        start = end
    return won / (noes * yeses)


# %% right: groups of itertools
from itertools import groupby
from operator import itemgetter


def roc_auc(target, probabilities):
    rows = sorted(zip(np.ravel(probabilities), target), key=itemgetter(0))
    below = 0
    won = 0.0
    for _, group in groupby(rows, key=itemgetter(0)):
        answers = [int(answer) for _, answer in group]
        no = answers.count(0)
        won += answers.count(1) * (below + 0.5 * no)
        below += no
    return won / (below * int(np.sum(target)))


# %% right: recursion over the yes
def share(yes, no):
    if len(yes) == 1:
        return np.mean(yes[0] > no) + 0.5 * np.mean(yes[0] == no)
    half = len(yes) // 2
    return (half * share(yes[:half], no) + (len(yes) - half) * share(yes[half:], no)) / len(yes)


def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    return float(share(p[target == 1], p[target == 0]))


# %% right: reduce
from functools import reduce


def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    no = p[target == 0]
    total = reduce(lambda so_far, one: so_far + (no < one).sum() + (no <= one).sum(), p[target == 1], 0)
    return total / 2 / no.size / np.sum(target == 1)


# %% right: a class
class Duel:
    def __init__(self, yes, no):
        self.yes, self.no = yes, no

    def won(self):
        return np.count_nonzero(self.yes[:, None] > self.no)

    def tied(self):
        return np.count_nonzero(self.yes[:, None] == self.no)

    def __len__(self):
        return len(self.yes) * len(self.no)


def roc_auc(target, probabilities):
    p = np.asarray(probabilities).reshape(-1)
    duel = Duel(p[target == 1], p[target == 0])
    return (duel.won() + duel.tied() / 2) / len(duel)


# %% right: type hints and a walrus
def roc_auc(target: np.ndarray, probabilities: np.ndarray) -> float:
    p: np.ndarray = probabilities.reshape(-1)
    yes, no = p[(said := target.astype(bool))], p[~said]
    return float(np.sum([np.sum(one > no) + np.sum(one == no) / 2 for one in yes]) / (said.sum() * (~said).sum()))


# %% right: the noes sorted, searched from both sides
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    no = np.sort(p[target == 0])
    yes = p[target == 1]
    left = np.searchsorted(no, yes)
    right = np.searchsorted(no, yes, side="right")
    return ((left + right) / 2).mean() / len(no)


# %% right: bisect of the standard library, from above
from bisect import bisect_left, bisect_right


def roc_auc(target, probabilities):
    p = np.ravel(probabilities).tolist()
    yes = sorted(one for one, t in zip(p, target) if t == 1)
    no = [one for one, t in zip(p, target) if t == 0]
    above = sum(2 * len(yes) - bisect_left(yes, one) - bisect_right(yes, one) for one in no)
    return above / (2 * len(yes) * len(no))


# %% right: a column that keeps its axis in the comparison
def roc_auc(target, probabilities):
    column = np.asarray(probabilities).reshape(-1, 1)
    yes = column[target == 1]
    no = column[target == 0].T
    return float(np.where(yes > no, 1, 0).mean() + np.where(yes == no, 0.5, 0).mean())


# %% right: squeezed, and einsum for the sum
def roc_auc(target, probabilities):
    p = probabilities.squeeze() if probabilities.ndim > 1 else probabilities
    table = (p[:, None] > p).astype(float) + 0.5 * (p[:, None] == p)
    yes = target.astype(float)
    return np.einsum("i,ij,j->", yes, table, 1 - yes) / (yes.sum() * (1 - yes).sum())


# %% right: a quadratic form
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    y = (np.asarray(target) == 1).astype(float)
    table = np.sign(p[:, None].astype(float) - p) / 2 + 0.5
    return float(y @ table @ (1 - y) / (y.sum() * (1 - y).sum()))


# %% right: in pieces, to save memory
def roc_auc(target, probabilities, size=16):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    won = 0.0
    for start in range(0, len(yes), size):
        part = yes[start : start + size, None]
        won += (part > no).sum() + 0.5 * (part == no).sum()
    return won / (len(yes) * len(no))


# %% right: pairs by index arithmetic
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    a = np.repeat(yes, len(no))
    b = np.tile(no, len(yes))
    return np.count_nonzero(a > b) / len(a) + 0.5 * np.count_nonzero(a == b) / len(a)


# %% right: a while loop with a stack
def roc_auc(target, probabilities):
    p = np.ravel(probabilities).tolist()
    left = [(a, b) for a, s in zip(p, target) if s == 1 for b, t in zip(p, target) if t == 0]
    n, points = len(left), 0
    while left:
        a, b = left.pop()
        if a == b:
            points += 0.5
        elif a > b:
            points += 1
    return points / n


# %% right: an early return for a perfect order
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    if yes.min() > no.max():
        return 1.0
    if yes.max() < no.min():
        return 0.0
    return float(((yes[:, None] > no) * 2 + (yes[:, None] == no)).sum()) / (2 * len(yes) * len(no))


# %% right: thresholds between the values
def roc_auc(target, probabilities):
    p, t = np.ravel(probabilities).astype(float), np.asarray(target)
    values = np.unique(p)
    cuts = np.concatenate([[values[0] - 1], (values[:-1] + values[1:]) / 2, [values[-1] + 1]])
    hits = (p[t == 1] > cuts[:, None]).mean(axis=1)
    alarms = (p[t == 0] > cuts[:, None]).mean(axis=1)
    return float(-np.sum(np.diff(alarms) * (hits[1:] + hits[:-1]) / 2))


# %% right: the mean of the ranks of two sorts
def roc_auc(target, probabilities):
    p, t = np.ravel(probabilities), np.asarray(target)

    def without_sharing(order):
        ranks = np.empty(len(p))
        ranks[order] = np.arange(len(p))
        n = t.sum()
        return (ranks[t == 1].sum() - n * (n - 1) / 2) / (n * (len(t) - n))

    best = np.lexsort((t, p))
    worst = np.lexsort((-t, p))
    return (without_sharing(best) + without_sharing(worst)) / 2


# %% right: Python's comparison of tuples in a sort key
def roc_auc(target, probabilities):
    worse = better = 0
    rows = list(zip(np.ravel(probabilities).tolist(), np.asarray(target).tolist()))
    for ties_first in (0, 1):
        noes = 0
        for p, answer in sorted(rows, key=lambda row: (row[0], row[1] ^ ties_first)):
            if answer:
                better += noes
            else:
                noes += 1
    pairs = sum(answer for _, answer in rows) * sum(1 - answer for _, answer in rows)
    return (better + worse) / 2 / pairs


# %% right: np.float64 from a masked mean
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    table = np.where(p[:, None] > p, 1.0, np.where(p[:, None] == p, 0.5, 0.0))
    counts = np.outer(target == 1, target == 0)
    return table[counts].mean()


# %% right: one number in an array
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    return np.array([((yes[:, None] > no) + (yes[:, None] == no) / 2).mean()])


# %% right: a lambda
roc_auc = lambda target, probabilities: float(
    np.mean(
        [
            (one > np.ravel(probabilities)[target == 0]).mean() + 0.5 * (one == np.ravel(probabilities)[target == 0]).mean()
            for one in np.ravel(probabilities)[target == 1]
        ]
    )
)


# %% right: the empirical distribution of the noes
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    no = p[np.asarray(target) < 1]

    def share_below(x):
        return (np.mean(no <= x) + np.mean(no < x)) / 2

    return float(np.mean([share_below(x) for x in p[np.asarray(target) > 0]]))


# %% right: pandas ranks as a share
import pandas as pd


def roc_auc(target, probabilities):
    s = pd.Series(np.ravel(probabilities), index=np.asarray(target))
    r = s.rank(method="average")
    n1, n0 = int((s.index == 1).sum()), int((s.index == 0).sum())
    return (r.loc[[1]].mean() - (n1 + 1) / 2) / n0


# %% right: sets of indexes and an inner function
def roc_auc(target, probabilities):
    flat = {i: float(p) for i, p in enumerate(np.ravel(probabilities))}
    yes = {i for i in flat if target[i] == 1}
    no = flat.keys() - yes

    def score(i, j):
        return (flat[i] > flat[j]) + (flat[i] >= flat[j])

    return sum(score(i, j) for i in yes for j in no) / (2 * len(yes) * len(no))


# %% wrong, known as turns_the_order_round: takes the AUC of the other class
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[np.asarray(target) == 0], p[np.asarray(target) == 1]
    return float(np.mean((yes[:, None] > no) + 0.5 * (yes[:, None] == no)))


# %% wrong, known as forgets_the_ties: ties count nothing, in two loops
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    won = pairs = 0
    for a in p[target == 1]:
        for b in p[target == 0]:
            pairs += 1
            if a > b:
                won += 1
    return won / pairs


# %% wrong, known as counts_ties_as_won: at least as large is won
def roc_auc(target, probabilities):
    p = np.ravel(probabilities).tolist()
    duels = [a >= b for a, s in zip(p, target) if s == 1 for b, t in zip(p, target) if t == 0]
    return sum(duels) / len(duels)


# %% wrong: ties are left out of the pairs
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    won, lost = (yes[:, None] > no).sum(), (yes[:, None] < no).sum()
    return float(won / (won + lost)) if won + lost else 0.5


# %% wrong: a tie is decided by chance
def roc_auc(target, probabilities):
    rng = np.random.default_rng(0)
    p = np.ravel(probabilities).astype(float)
    p = p + rng.uniform(-1e-6, 1e-6, len(p))
    yes, no = p[target == 1], p[target == 0]
    return float((yes[:, None] > no).mean())


# %% wrong, known as ranks_without_ties: ranks by argsort twice
def roc_auc(target, probabilities):
    ranks = np.argsort(np.argsort(np.ravel(probabilities), kind="stable"), kind="stable") + 1
    n1 = int(target.sum())
    n0 = len(target) - n1
    return float((ranks[target == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * n0))


# %% wrong: ranks from pandas with method="min"
import pandas as pd


def roc_auc(target, probabilities):
    ranks = pd.Series(np.ravel(probabilities)).rank(method="min").to_numpy()
    n1 = int(target.sum())
    return float((ranks[target == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * (len(target) - n1)))


# %% wrong: pairs of neighbours in the file
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    won = pairs = 0
    for i in range(len(p) - 1):
        if target[i] != target[i + 1]:
            pairs += 1
            a, b = (p[i], p[i + 1]) if target[i] == 1 else (p[i + 1], p[i])
            won += 1 if a > b else 0.5 if a == b else 0
    return won / pairs


# %% wrong: only pairs in which the yes comes first
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    won = pairs = 0
    for i in range(len(p)):
        for j in range(i + 1, len(p)):
            if target[i] == 1 and target[j] == 0:
                pairs += 1
                won += 1 if p[i] > p[j] else 0.5 if p[i] == p[j] else 0
    return won / pairs if pairs else 0.0


# %% wrong, known as pairs_row_by_row: zip in place of all pairs
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    points = [1 if a > b else 0.5 if a == b else 0 for a, b in zip(yes, no)]
    return sum(points) / len(points)


# %% wrong: compares the medians
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = np.median(p[target == 1]), np.median(p[target == 0])
    return 1.0 if yes > no else 0.5 if yes == no else 0.0


# %% wrong: the mean probability of the yes
def roc_auc(target, probabilities):
    return float(np.ravel(probabilities)[target == 1].mean())


# %% wrong, known as gives_the_accuracy: the accuracy from 0.5 on, in a loop
def roc_auc(target, probabilities):
    right = 0
    for answer, p in zip(target, np.ravel(probabilities)):
        right += int((p >= 0.5) == (answer == 1))
    return right / len(target)


# %% wrong: the share of the yes above the mean of all
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    return float((p[target == 1] > p.mean()).mean())


# %% wrong, known as counts_pairs_of_all: divided by half of all pairs of rows
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    won = (yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum()
    n = len(target)
    return won / (n * (n - 1) // 2)


# %% wrong: divided by the number of rows
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    return ((yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum()) / len(target)


# %% wrong: divided by the yes only
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    return ((yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum()) / len(yes)


# %% wrong: percent
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    return 100 * float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())


# %% wrong: rounded to two decimals
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    return round(float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean()), 2)


# %% wrong: nearly equal is a tie
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    tie = np.isclose(yes[:, None], no, atol=0.01)
    return float((((yes[:, None] > no) & ~tie) + 0.5 * tie).mean())


# %% wrong: the curve at ten thresholds
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    cuts = np.linspace(1, 0, 11)
    hits = [0.0] + [(p[target == 1] >= cut).mean() for cut in cuts]
    alarms = [0.0] + [(p[target == 0] >= cut).mean() for cut in cuts]
    return float(np.trapezoid(hits, alarms))


# %% wrong: the curve of Keras, in 200 steps
def roc_auc(target, probabilities):
    metric = keras.metrics.AUC()
    metric.update_state(target, np.clip(np.ravel(probabilities), 0, 1))
    return float(metric.result())


# %% wrong, known as counts_ties_as_won: steps in place of trapezoids
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    area = before = 0.0
    for cut in sorted(set(p.tolist()), reverse=True):
        alarms = (p[target == 0] >= cut).mean()
        area += (alarms - before) * (p[target == 1] >= cut).mean()
        before = alarms
    return float(area)


# %% wrong: the curve without its first point
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    cuts = np.unique(p)[::-1]
    hits = [(p[target == 1] >= cut).mean() for cut in cuts]
    alarms = [(p[target == 0] >= cut).mean() for cut in cuts]
    return float(np.trapezoid(hits, alarms))


# %% wrong, known as turns_the_order_round: the axes of the curve are exchanged
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    cuts = np.r_[np.inf, np.unique(p)[::-1]]
    hits = [(p[target == 1] >= cut).mean() for cut in cuts]
    alarms = [(p[target == 0] >= cut).mean() for cut in cuts]
    return float(np.trapezoid(alarms, hits))


# %% wrong, known as never_goes_below_one_half: the absolute distance from 0.5
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    auc = float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())
    return 0.5 + abs(auc - 0.5)


# %% wrong: Gini in place of the AUC
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    return 2 * float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean()) - 1


# %% wrong: different probabilities only, in sets
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = set(p[target == 1].tolist()), set(p[target == 0].tolist())
    points = [1 if a > b else 0.5 if a == b else 0 for a in yes for b in no]
    return sum(points) / len(points)


# %% wrong: a column is compared row by row
def roc_auc(target, probabilities):
    yes = probabilities[target == 1]
    no = probabilities[target == 0]
    won = sum(1 if a > b else 0.5 if a == b else 0 for a in yes for b in no)
    return won / (yes.size * no.size) if probabilities.ndim == 1 else float(np.mean(yes > no.mean()))


# %% wrong: loops over the numbers, where a column gives arrays
def roc_auc(target, probabilities):
    yes = [p for p, t in zip(list(probabilities), target) if t == 1]
    no = [p for p, t in zip(list(probabilities), target) if t == 0]
    table = np.array([[(a > b) + 0.5 * (a == b) for b in no] for a in yes])
    return table.mean(axis=(0, 1))[()] if table.ndim == 2 else table.mean(axis=0)


# %% wrong, known as sorts_the_argument: sorts the probabilities in place
def roc_auc(target, probabilities):
    flat = probabilities.ravel()
    order = np.argsort(flat, kind="stable")
    t = target[order]
    flat.sort()
    yes, no = flat[t == 1], flat[t == 0]
    return float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())


# %% wrong, known as sorts_the_argument: normalises the argument before it compares
def roc_auc(target, probabilities):
    probabilities -= probabilities.min()
    p = probabilities.ravel()
    yes, no = p[target == 1], p[target == 0]
    return float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())


# %% wrong: cuts off what is below 0 and above 1
def roc_auc(target, probabilities):
    p = np.clip(np.ravel(probabilities), 0, 1)
    yes, no = p[target == 1], p[target == 0]
    return float(((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())


# %% wrong: prints it
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    print("AUC:", ((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean())


# %% wrong: gives each yes its own share
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    return ((yes[:, None] > no) + 0.5 * (yes[:, None] == no)).mean(axis=1)


# %% wrong: returns after the first yes
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    no = p[target == 0]
    for one in p[target == 1]:
        return float((one > no).mean() + 0.5 * (one == no).mean())


# %% wrong: the number of pairs is the square of the smaller class
def roc_auc(target, probabilities):
    p = np.ravel(probabilities)
    yes, no = p[target == 1], p[target == 0]
    won = (yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum()
    return float(won / min(len(yes), len(no)) ** 2)


# %% equivalent: float(larger / (len(yes) * len(no))) → larger / (len(yes) * len(no))
# a NumPy number is a number
