# %% right: two loops over lists
def best_threshold(target, probabilities, cost, gain):
    p = probabilities.flatten().tolist()
    t = target.tolist()
    best_profit = 0
    best = max(p) + 1
    for threshold in sorted(p):
        profit = 0
        for i in range(len(p)):
            if p[i] >= threshold:
                profit -= cost
                if t[i] == 1:
                    profit += gain
        if profit > best_profit or (profit == best_profit and threshold > best and profit > 0):
            best_profit = profit
            best = threshold
        elif profit == best_profit and profit > 0:
            best = threshold
    return best


# %% right: argmax of profits from the highest down
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    thresholds = np.unique(p)[::-1]
    profits = [gain * np.sum(target[p >= t]) - cost * np.sum(p >= t) for t in thresholds]
    i = int(np.argmax(profits))
    return thresholds[i] if profits[i] > 0 else p.max() + 1


# %% right: a dict of profits
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    profits = {float("inf"): 0}
    for t in p.tolist():
        called = p >= t
        profits[t] = int(gain * target[called].sum() - cost * called.sum())
    most = max(profits.values())
    return max(t for t, profit in profits.items() if profit == most)


# %% right: max of tuples
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    options = [(0, 2.0)] + [(gain * int(target[p >= t].sum()) - cost * int((p >= t).sum()), float(t)) for t in set(p.tolist())]
    return max(options)[1]


# %% right: a helper for the profit
def profit(target, p, threshold, cost, gain):
    calls = np.count_nonzero(p >= threshold)
    yes = np.count_nonzero((p >= threshold) & (target == 1))
    return gain * yes - cost * calls


def best_threshold(target, probabilities, cost, gain):
    p = np.asarray(probabilities).reshape(-1)
    best = np.max(p) + 0.1
    for threshold in np.sort(np.unique(p))[::-1]:
        if profit(target, p, threshold, cost, gain) > profit(target, p, best, cost, gain):
            best = threshold
    return float(best)


# %% right: a while loop down the sorted rows
def best_threshold(target, probabilities, cost, gain):
    rows = sorted(zip(probabilities.ravel().tolist(), target.tolist()), key=lambda row: -row[0])
    i, money, most, best = 0, 0, 0, rows[0][0] + 1
    while i < len(rows):
        here = rows[i][0]
        while i < len(rows) and rows[i][0] == here:
            money += gain * rows[i][1] - cost
            i += 1
        if money > most:
            most, best = money, here
    return best


# %% right: cumulative sums of a sorted table
import pandas as pd


def best_threshold(target, probabilities, cost, gain):
    table = pd.DataFrame({"p": np.ravel(probabilities), "money": gain * np.asarray(target) - cost})
    profits = table.groupby("p")["money"].sum().sort_index(ascending=False).cumsum()
    return float(profits.idxmax()) if profits.max() > 0 else float(profits.index[0]) + 1


# %% right: bincount of the distinct probabilities
def best_threshold(target, probabilities, cost, gain):
    values, place = np.unique(np.ravel(probabilities), return_inverse=True)
    money = np.bincount(place.ravel(), weights=gain * np.asarray(target) - cost)
    profits = np.append(np.cumsum(money[::-1])[::-1], 0)
    thresholds = np.append(values, np.inf)
    return thresholds[np.flatnonzero(profits == profits.max())[-1]]


# %% right: a matrix product
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.sort(p)[::-1]
    profits = (p[None, :] >= cuts[:, None]) @ (gain * np.asarray(target) - cost)
    return float(cuts[profits.argmax()]) if profits.max() > 0 else 1.5


# %% right: the reversed argmax
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.append(np.unique(p), p.max() + 1)
    profits = np.array([(gain * target[p >= cut] - cost).sum() for cut in cuts])
    return cuts[len(cuts) - 1 - np.argmax(profits[::-1])]


# %% right: nobody is called by the largest float
import sys


def best_threshold(target, probabilities, cost, gain):
    best, most = sys.float_info.max, 0
    flat = np.ravel(probabilities)
    for cut in reversed(sorted(set(flat.tolist()))):
        money = sum((gain if yes else 0) - cost for yes in target[flat >= cut].tolist())
        if money > most:
            best, most = cut, money
    return best


# %% right: nobody is called by 1.01
def best_threshold(target, probabilities, cost, gain):
    flat = np.ravel(probabilities)
    best, most = 1.01, 0
    for cut in -np.sort(-flat):
        called = flat >= cut
        money = gain * target[called].sum() - called.sum() * cost
        if money > most:
            best, most = cut, money
    return best


# %% right: a profit of zero is taken, too
def best_threshold(target, probabilities, cost, gain):
    flat = np.ravel(probabilities)
    best, most = flat.max() + 1, -1
    for cut in np.unique(flat)[::-1]:
        money = gain * target[flat >= cut].sum() - cost * (flat >= cut).sum()
        if money > most:
            best, most = cut, money
    return best


# %% right: recursion
def walk(cuts, money_of, best, most):
    if not cuts:
        return best
    first, *rest = cuts
    if money_of(first) > most:
        return walk(rest, money_of, first, money_of(first))
    return walk(rest, money_of, best, most)


def best_threshold(target, probabilities, cost, gain):
    flat = np.ravel(probabilities)
    money_of = lambda cut: gain * target[flat >= cut].sum() - cost * (flat >= cut).sum()
    return walk(sorted(set(flat.tolist()), reverse=True), money_of, 2.0, 0)


# %% right: reduce
from functools import reduce


def best_threshold(target, probabilities, cost, gain):
    flat = np.ravel(probabilities)

    def money(cut):
        return int(((gain * target - cost) * (flat >= cut)).sum())

    return reduce(lambda a, b: b if money(b) > money(a) else a, np.unique(flat)[::-1].tolist(), float(flat.max()) + 1)


# %% right: sorted by profit and threshold
def best_threshold(target, probabilities, cost, gain):
    flat = np.ravel(probabilities).tolist()
    pairs = []
    for cut in [max(flat) + 1] + flat:
        yes = sum(t for t, p in zip(target.tolist(), flat) if p >= cut)
        calls = sum(1 for p in flat if p >= cut)
        pairs.append((yes * gain - calls * cost, cut))
    pairs.sort()
    return pairs[-1][1]


# %% right: lexsort
def best_threshold(target, probabilities, cost, gain):
    flat = np.append(np.ravel(probabilities), np.ravel(probabilities).max() + 1)
    answers = np.append(target, 0)
    money = np.array([gain * answers[:-1][flat[:-1] >= cut].sum() - cost * (flat[:-1] >= cut).sum() for cut in flat])
    return flat[np.lexsort((flat, money))[-1]]


# %% right: groupby of itertools with accumulate
import itertools


def best_threshold(target, probabilities, cost, gain):
    rows = sorted(zip(np.ravel(probabilities).tolist(), target.tolist()), reverse=True)
    cuts, money = [], []
    for cut, group in itertools.groupby(rows, key=lambda row: row[0]):
        cuts.append(cut)
        money.append(sum(gain * answer - cost for _, answer in group))
    totals = list(itertools.accumulate(money))
    most = max(totals)
    return cuts[totals.index(most)] if most > 0 else cuts[0] + 1


# %% right: a generator and the walrus
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = np.inf, 0

    def cuts():
        yield from sorted(np.unique(p), reverse=True)

    for cut in cuts():
        if (money := gain * int(target[p >= cut].sum()) - cost * int((p >= cut).sum())) > most:
            best, most = cut, money
    return best


# %% right: type hints and an early return
def best_threshold(target: np.ndarray, probabilities: np.ndarray, cost: int, gain: int) -> float:
    p = probabilities.reshape(-1)
    if gain <= cost:
        return float(p.max()) + 1.0
    cuts = np.unique(p)
    money = np.array([int(np.where(target[p >= cut] == 1, gain - cost, -cost).sum()) for cut in cuts])
    if money.max() <= 0:
        return float(p.max()) + 1.0
    return float(cuts[money == money.max()].max())


# %% right: a heap
import heapq


def best_threshold(target, probabilities, cost, gain):
    heap = [(-p, t) for p, t in zip(np.ravel(probabilities).tolist(), target.tolist())]
    heapq.heapify(heap)
    best, most, money = -heap[0][0] + 1, 0, 0
    while heap:
        p, t = heapq.heappop(heap)
        money += gain * t - cost
        last_of_equals = not heap or heap[0][0] != p
        if last_of_equals and money > most:
            best, most = -p, money
    return best


# %% right: only the yes are tried
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for cut in sorted(set(p[target == 1].tolist()), reverse=True):
        money = gain * np.sum((p >= cut) & (target == 1)) - cost * np.sum(p >= cut)
        if money > most:
            best, most = cut, money
    return best


# %% right: searchsorted counts both groups
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    all_sorted, yes_sorted = np.sort(p), np.sort(p[target == 1])
    cuts = np.unique(p)
    calls = len(p) - np.searchsorted(all_sorted, cuts)
    yes = len(yes_sorted) - np.searchsorted(yes_sorted, cuts)
    money = gain * yes - cost * calls
    good = cuts[(money == money.max()) & (money > 0)]
    return good[-1] if good.size else cuts[-1] + 1


# %% right: with the page's own precision and recall taken apart
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    yes = target == 1
    best, most = float(p.max()) + 1, 0.0
    for cut in np.unique(p)[::-1]:
        called = p >= cut
        recall = (called & yes).sum() / yes.sum() if yes.any() else 0.0
        money = round(gain * recall * yes.sum() - cost * called.sum())
        if money > most:
            best, most = cut, money
    return best


# %% right: a class
class Plan:
    def __init__(self, threshold, profit):
        self.threshold, self.profit = threshold, profit

    def __lt__(self, other):
        return (self.profit, self.threshold) < (other.profit, other.threshold)


def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    plans = [Plan(float(p.max()) + 1, 0)]
    for cut in p.tolist():
        plans.append(Plan(cut, int(gain * target[p >= cut].sum() - cost * (p >= cut).sum())))
    return max(plans).threshold


# %% right: a dataclass with an order
from dataclasses import dataclass


@dataclass(order=True)
class Option:
    money: int
    threshold: float


def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    options = [Option(int(gain * target[p >= c].sum() - cost * (p >= c).sum()), c) for c in p.tolist()]
    return max([*options, Option(0, float("inf"))]).threshold


# %% right: a named tuple
from collections import namedtuple

Choice = namedtuple("Choice", "money threshold")


def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best = Choice(0, float(p.max()) + 1)
    for c in p.tolist():
        called = target[p >= c]
        best = max(best, Choice(gain * int(called.sum()) - cost * len(called), c))
    return best.threshold


# %% right: try and except for an empty list
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    money = {c: gain * target[p >= c].sum() - cost * (p >= c).sum() for c in p.tolist()}
    winners = [c for c, m in money.items() if m == max(money.values()) and m > 0]
    try:
        return max(winners)
    except ValueError:
        return max(money) + 1


# %% right: max with a default
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    money = lambda c: gain * int(target[p >= c].sum()) - cost * int((p >= c).sum())
    paying = [c for c in p.tolist() if money(c) > 0]
    return max(paying, key=lambda c: (money(c), c), default=2)


# %% right: a Series with idxmax
import pandas as pd


def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    s = pd.Series({c: gain * target[p >= c].sum() - cost * (p >= c).sum() for c in sorted(p.tolist(), reverse=True)})
    return s.idxmax() if s.max() > 0 else p.max() * 2 + 1


# %% right: counts of noes and yes by threshold
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best = None
    most = 0
    for c in np.unique(p):
        yes = np.sum(p[target == 1] >= c)
        no = np.sum(p[target == 0] >= c)
        money = (gain - cost) * yes - cost * no
        if money > 0 and money >= most:
            best, most = c, money
    return p.max() + 1 if best is None else best


# %% right: the loss is made small
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    losses = [(cost * np.sum(p >= c) - gain * np.sum(target[p >= c]), -c) for c in np.append(p, p.max() + 1)]
    return -min(losses)[1]


# %% right: a 0-d array
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.append(np.unique(p), p.max() + 1)[::-1]
    money = np.array([np.sum((gain * target - cost)[p >= c]) for c in cuts])
    return np.array(cuts[np.argmax(money)])


# %% right: an array of one number
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.append(np.unique(p), p.max() + 1)[::-1]
    money = np.array([np.sum((gain * target - cost)[p >= c]) for c in cuts])
    return cuts[[np.argmax(money)]]


# %% right: a fraction
from fractions import Fraction


def best_threshold(target, probabilities, cost, gain):
    p = [Fraction(float(one)) for one in np.ravel(probabilities)]
    best, most = max(p) + 1, 0
    for c in sorted(set(p), reverse=True):
        money = sum(gain * int(t) - cost for t, one in zip(target, p) if one >= c)
        if money > most:
            best, most = c, money
    return best


# %% right: masked where it does not pay
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities).astype(float)
    money = np.array([(gain * target[p >= c] - cost).sum() for c in p], dtype=float)
    money[money <= 0] = -np.inf
    if np.all(np.isinf(money)):
        return np.nextafter(p.max(), 2 * abs(p.max()) + 1)
    return p[money == money.max()].max()


# %% right: a set of candidates that shrinks
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    candidates = set(p.tolist())
    best, most = float(p.max()) + 1, 0
    while candidates:
        c = max(candidates)
        candidates.remove(c)
        money = gain * np.count_nonzero(target[p >= c]) - cost * np.count_nonzero(p >= c)
        if money > most:
            best, most = c, money
    return best


# %% right: a loop over numbers of calls, only where a group of equals ends
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    order = np.argsort(p)[::-1]
    best, most = p.max() + 1, 0
    for k in range(1, len(p) + 1):
        if k < len(p) and p[order[k]] == p[order[k - 1]]:
            continue
        money = gain * target[order[:k]].sum() - cost * k
        if money > most:
            most = money
            best = p[order[k - 1]]
    return best


# %% right: the kinds of threshold in one comprehension
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    return max(((int(gain * target[p >= c].sum()) - cost * int((p >= c).sum()), c) for c in [*p.tolist(), float(p.max()) + 1]))[1]


# %% right: a decorator that flattens
import functools


def flattened(function):
    @functools.wraps(function)
    def inner(target, probabilities, cost, gain):
        return function(np.ravel(target), np.ravel(probabilities), cost, gain)

    return inner


@flattened
def best_threshold(target, probabilities, cost, gain):
    most, best = 0, probabilities.max() + 1
    for c in np.unique(probabilities)[::-1]:
        money = np.dot(probabilities >= c, gain * target - cost)
        if money > most:
            most, best = money, c
    return best


# %% right: vectorize
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    money = np.vectorize(lambda c: int(gain * target[p >= c].sum() - cost * (p >= c).sum()))
    cuts = np.concatenate([[p.max() + 1], np.sort(np.unique(p))[::-1]])
    return cuts[np.argmax(money(cuts))]


# %% right: apply_along_axis
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.r_[np.inf, -np.unique(-p)]
    table = p >= cuts.reshape(-1, 1)
    money = np.apply_along_axis(lambda called: gain * target[called].sum() - cost * called.sum(), 1, table)
    return float(cuts[money.argmax()])


# %% right: a lambda
best_threshold = lambda target, probabilities, cost, gain: max(
    [float(np.max(probabilities)) + 1, *np.ravel(probabilities).tolist()],
    key=lambda c: (int(((np.ravel(probabilities) >= c) * (gain * target - cost)).sum()), c),
)


# %% right: differences instead of totals, in float64
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities).astype(np.float64)
    best, most = float(np.max(p)) * 1.5 + 0.5, 0.0
    change = 0.0
    previous = None
    for i in np.lexsort((np.arange(len(p)), -p)):
        if previous is not None and p[i] != previous and change > 0:
            best, most, change = previous, most + change, 0.0
        change += gain * float(target[i]) - cost
        previous = p[i]
    return previous if change > 0 else best


# %% right: an index into a column
def best_threshold(target, probabilities, cost, gain):
    if len(probabilities.shape) == 2:
        probabilities = probabilities[:, 0]
    best = max(probabilities) + 1
    best_profit = 0
    for candidate in sorted(set(probabilities), reverse=True):
        called = [t for t, p in zip(target, probabilities) if p >= candidate]
        profit = gain * called.count(1) - cost * len(called)
        if profit > best_profit:
            best, best_profit = candidate, profit
    return best


# %% right: a Counter of money
from collections import Counter


def best_threshold(target, probabilities, cost, gain):
    money = Counter()
    for t, p in zip(target.tolist(), np.ravel(probabilities).tolist()):
        money[p] += gain * t - cost
    total, best, most = 0, max(money) + 1, 0
    for p in sorted(money, reverse=True):
        total += money[p]
        best, most = (p, total) if total > most else (best, most)
    return best


# %% right: from the lowest up, starting with everybody
def best_threshold(target, probabilities, cost, gain):
    rows = sorted(zip(np.ravel(probabilities).tolist(), target.tolist()))
    money = gain * sum(t for _, t in rows) - cost * len(rows)
    best, most = rows[0][0], money
    for i, (p, t) in enumerate(rows):
        money -= gain * t - cost
        following = rows[i + 1][0] if i + 1 < len(rows) else p + 1
        if following != p and money >= most:
            best, most = following, money
    return best


# %% right: a structured array
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    table = np.zeros(len(p) + 1, dtype=[("money", "i8"), ("cut", "f8")])
    table["cut"][:-1] = p
    table["cut"][-1] = p.max() + 1
    for row in table[:-1]:
        row["money"] = gain * target[p >= row["cut"]].sum() - cost * (p >= row["cut"]).sum()
    return table[np.argsort(table, order=["money", "cut"])][-1]["cut"]


# %% right: infinity in front, and the largest cumulative sum in a list
def best_threshold(target, probabilities, cost, gain):
    values = sorted(set(np.ravel(probabilities).tolist()), reverse=True)
    sums = [0]
    for v in values:
        here = np.ravel(probabilities) == v
        sums.append(sums[-1] + gain * int(target[here].sum()) - cost * int(here.sum()))
    return [float("inf"), *values][sums.index(max(sums))]


# %% right: Python sets of customers
def best_threshold(target, probabilities, cost, gain):
    p = dict(enumerate(np.ravel(probabilities).tolist()))
    yes = {i for i in p if target[i] == 1}
    outcomes = {}
    for c in set(p.values()):
        called = {i for i in p if p[i] >= c}
        outcomes[c] = gain * len(called & yes) - cost * len(called)
    ranking = sorted(outcomes, key=lambda c: (outcomes[c], c))
    return ranking[-1] if outcomes[ranking[-1]] >= 0 else max(outcomes) + 1


# %% wrong, known as takes_larger_only: larger only, over the sorted values
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.unique(p)[::-1]
    money = [gain * target[p > c].sum() - cost * (p > c).sum() for c in cuts]
    return cuts[int(np.argmax(money))] if max(money) > 0 else p.max() + 1


# %% wrong, known as takes_the_lowest_of_equals: the lowest of equals, by argmax from below
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.unique(p)
    money = [gain * target[p >= c].sum() - cost * (p >= c).sum() for c in cuts]
    return cuts[int(np.argmax(money))] if max(money) > 0 else p.max() + 1


# %% wrong, known as always_calls_somebody: the best of all, also at a loss
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.unique(p)[::-1]
    return cuts[int(np.argmax([gain * target[p >= c].sum() - cost * (p >= c).sum() for c in cuts]))]


# %% wrong: the largest probability where nobody should be called
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max(), 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: 0 where nobody should be called
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = 0, 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: nan where nobody should be called
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = float("nan"), 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong, known as returns_none_for_nobody: None where nobody should be called, by a missing return
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.unique(p)[::-1]
    money = [gain * target[p >= c].sum() - cost * (p >= c).sum() for c in cuts]
    if max(money) > 0:
        return cuts[int(np.argmax(money))]


# %% wrong: halfway between two probabilities
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.unique(p)
    middles = np.append((cuts[1:] + cuts[:-1]) / 2, cuts[-1] + 1)[::-1]
    money = [gain * target[p >= c].sum() - cost * (p >= c).sum() for c in middles]
    return float(middles[int(np.argmax(money))])


# %% wrong: a grid of ten thresholds
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.arange(1.0, 0.0, -0.1)
    money = [gain * target[p >= c].sum() - cost * (p >= c).sum() for c in cuts]
    return float(cuts[int(np.argmax(money))])


# %% wrong: a grid of a thousand thresholds
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = 2.0, 0
    for c in np.linspace(1, 0, 1001):
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = float(c), money
    return best


# %% wrong: rounded to two decimals
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return round(float(best), 2)


# %% wrong, known as exchanges_cost_and_gain: cost and gain in the wrong order for a helper
def profit_of(target, p, c, gain, cost):
    return gain * target[p >= c].sum() - cost * (p >= c).sum()


def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = profit_of(target, p, c, cost, gain)
        if money > most:
            best, most = c, money
    return best


# %% wrong, known as pays_for_the_noes_only: only the noes cost something, in a loop
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = sum(gain if t == 1 else -cost for t, one in zip(target, p) if one >= c)
        if money > most:
            best, most = c, money
    return best


# %% wrong, known as forgets_the_cost: every customer costs something, called or not
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, -cost * len(p)
    for c in np.unique(p)[::-1]:
        money = gain * target[p >= c].sum() - cost * len(p)
        if money > most:
            best, most = c, money
    return best


# %% wrong: a yes that is missed is subtracted, too
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, -gain * target.sum()
    for c in np.unique(p)[::-1]:
        called = p >= c
        money = gain * target[called].sum() - cost * called.sum() - gain * target[~called].sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: the profit for each call
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        called = p >= c
        money = (gain * target[called].sum() - cost * called.sum()) / called.sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: the expected profit from the probabilities
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = (gain * p[p >= c] - cost).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: the smallest probability above cost over gain
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    above = p[p >= cost / gain]
    return above.min() if above.size else p.max() + 1


# %% wrong: the best F1 score
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        called = p >= c
        hits = target[called].sum()
        f1 = 2 * hits / (called.sum() + target.sum())
        if f1 > most:
            best, most = c, f1
    return best


# %% wrong, known as maximises_the_accuracy: hits minus false calls
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = target[p >= c].sum() - (target[p >= c] == 0).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong, known as cuts_equals_apart: counts each customer on its own, ties cut apart
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    order = np.argsort(-p, kind="stable")
    sums = np.cumsum(gain * target[order] - cost)
    i = int(np.argmax(sums))
    return p[order[i]] if sums[i] > 0 else p.max() + 1


# %% wrong: the profit of a single probability, not of all above it
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p == c].sum() - cost * (p == c).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: calls below the threshold
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p <= c].sum() - cost * (p <= c).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: the last threshold that still pays
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best = p.max() + 1
    for c in np.unique(p)[::-1]:
        if gain * target[p >= c].sum() - cost * (p >= c).sum() > 0:
            best = c
    return best


# %% wrong: the first threshold that pays
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    for c in np.unique(p)[::-1]:
        if gain * target[p >= c].sum() - cost * (p >= c).sum() > 0:
            return c
    return p.max() + 1


# %% wrong, known as stops_at_the_first_loss: stops when the profit falls
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, before = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money < before:
            break
        if money > before:
            best = c
        before = money
    return best


# %% wrong: the threshold and its profit
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return best, most


# %% wrong: the row of the customer with the best threshold
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    money = [gain * target[p >= c].sum() - cost * (p >= c).sum() for c in p]
    return int(np.argmax(money))


# %% wrong: the list of all best thresholds
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.append(np.unique(p), p.max() + 1)
    money = np.array([gain * target[p >= c].sum() - cost * (p >= c).sum() for c in cuts])
    return cuts[money == money.max()]


# %% wrong: tries the twenty highest probabilities only
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1][:20]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong, known as never_tries_the_lowest: the lowest probability is left out
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in np.unique(p)[:0:-1]:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return best


# %% wrong: a tie goes to the later one in the file
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    best, most = p.max() + 1, 0
    for c in p:
        money = gain * target[p >= c].sum() - cost * (p >= c).sum()
        if money > 0 and money >= most:
            best, most = c, money
    return best


# %% wrong, known as compares_a_column_with_a_row: the column is compared with the row of answers
def best_threshold(target, probabilities, cost, gain):
    best, most = float(probabilities.max()) + 1, 0
    for c in sorted(set(probabilities.ravel().tolist()), reverse=True):
        money = gain * np.sum((probabilities >= c) * target) - cost * np.sum(probabilities >= c)
        if money > most:
            best, most = c, money
    return best


# %% wrong: sorts answers and probabilities, each for itself
def best_threshold(target, probabilities, cost, gain):
    p = np.sort(np.ravel(probabilities))[::-1]
    t = np.sort(target)[::-1]
    sums = np.cumsum(gain * t - cost)
    i = int(np.argmax(sums))
    return p[i] if sums[i] > 0 else p[0] + 1


# %% wrong, known as forgets_the_return: prints it
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    cuts = np.append(np.unique(p), p.max() + 1)[::-1]
    print(cuts[int(np.argmax([gain * target[p >= c].sum() - cost * (p >= c).sum() for c in cuts]))])


# %% wrong: counts the gain in the argument
def best_threshold(target, probabilities, cost, gain):
    p = np.ravel(probabilities)
    target *= gain
    best, most = p.max() + 1, 0
    for c in np.unique(p)[::-1]:
        money = target[p >= c].sum() - cost * (p >= c).sum()
        if money > most:
            best, most = c, money
    return best


# %% equivalent: float(probabilities.max()) + 1 → float(probabilities.max()) + 2
# any number above them all is right


# %% equivalent: 0 → -1
# where the best profit is 0, the highest threshold with profit 0 is right, too


# %% equivalent: set(probabilities.tolist()) → probabilities.tolist()
# the same threshold tried twice changes nothing


# %% equivalent: float(probabilities.max()) → probabilities.max()
# a NumPy number is a number


# %% equivalent: probabilities.tolist() → probabilities
# a set of NumPy numbers holds the same numbers
