# %% right: a while loop
def best_epoch(history):
    losses = history["val_loss"]
    lowest = float("inf")
    best = 0
    epoch = 1
    while epoch <= len(losses):
        if losses[epoch - 1] < lowest:
            lowest = losses[epoch - 1]
            best = epoch
        epoch += 1
    return best


# %% right: min with a key that puts NaN last
import math


def best_epoch(history):
    losses = history["val_loss"]
    return min(range(len(losses)), key=lambda i: (math.isnan(losses[i]), losses[i])) + 1


# %% right: functools.reduce
from functools import reduce


def best_epoch(history):
    def better(one, other):
        return other if other[1] < one[1] else one

    return reduce(better, enumerate(history["val_loss"], 1), (0, float("inf")))[0]


# %% right: a heap of pairs
import heapq


def best_epoch(history):
    heap = []
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss == loss:
            heapq.heappush(heap, (loss, epoch))
    return heap[0][1]


# %% right: index of the smallest known loss
import math


def best_epoch(history):
    losses = history["val_loss"]
    known = [loss for loss in losses if not math.isnan(loss)]
    return losses.index(min(known)) + 1


# %% right: np.fmin
def best_epoch(history):
    losses = np.asarray(history["val_loss"])
    lowest = np.fmin.reduce(losses)
    return int(np.argmax(losses == lowest)) + 1


# %% right: flatnonzero of the lowest
def best_epoch(history):
    losses = np.array(history["val_loss"])
    return int(np.flatnonzero(losses == np.nanmin(losses))[0] + 1)


# %% right: a column of a DataFrame
import pandas as pd


def best_epoch(history):
    table = pd.DataFrame(history)
    return int(table["val_loss"].idxmin()) + 1


# %% right: dropna keeps the index
import pandas as pd


def best_epoch(history):
    return pd.Series(history["val_loss"]).dropna().idxmin() + 1


# %% right: a table sorted by loss and epoch
import pandas as pd


def best_epoch(history):
    table = pd.DataFrame({"loss": history["val_loss"]})
    table["epoch"] = table.index + 1
    return int(table.dropna().sort_values(["loss", "epoch"])["epoch"].iloc[0])


# %% right: the smallest rank of pandas
import pandas as pd


def best_epoch(history):
    ranks = pd.Series(history["val_loss"]).rank(method="first")
    return ranks.tolist().index(1) + 1


# %% right: nsmallest
import pandas as pd


def best_epoch(history):
    losses = pd.Series(history["val_loss"], index=np.arange(1, len(history["val_loss"]) + 1))
    return int(losses.nsmallest(1).index[0])


# %% right: lexsort
def best_epoch(history):
    losses = np.array(history["val_loss"])
    epochs = np.arange(1, len(losses) + 1)
    return int(epochs[np.lexsort((epochs, losses))][0])


# %% right: positions of the known losses
def best_epoch(history):
    losses = np.array(history["val_loss"])
    places = np.where(~np.isnan(losses))[0]
    return int(places[np.argmin(losses[places])]) + 1


# %% right: argmax of the negative losses
def best_epoch(history):
    return int(np.nanargmax(-np.array(history["val_loss"]))) + 1


# %% right: recursion from the end
def best_epoch(history):
    losses = history["val_loss"]

    def best_from(place):
        if place == len(losses) - 1:
            return place
        later = best_from(place + 1)
        if losses[place] != losses[place] or losses[later] < losses[place]:
            return later
        return place

    return best_from(0) + 1


# %% right: halves
def best_epoch(history):
    losses = history["val_loss"]

    def search(low, high):
        if high - low == 1:
            return low
        middle = (low + high) // 2
        left, right = search(low, middle), search(middle, high)
        if losses[left] != losses[left]:
            return right
        return right if losses[right] < losses[left] else left

    return search(0, len(losses)) + 1


# %% right: the lowest loss so far with accumulate
def best_epoch(history):
    losses = [x if x == x else np.inf for x in history["val_loss"]]
    so_far = np.minimum.accumulate(losses)
    return int(np.searchsorted(-so_far, -so_far[-1])) + 1


# %% right: a generator expression with next
def best_epoch(history):
    losses = history["val_loss"]
    lowest = np.nanmin(losses)
    return next(i for i, loss in enumerate(losses, 1) if loss == lowest)


# %% right: no known loss is lower
def best_epoch(history):
    losses = history["val_loss"]
    for i in range(len(losses)):
        if np.isnan(losses[i]):
            continue
        if not any(other < losses[i] for other in losses):
            return i + 1


# %% right: a class that remembers
class Best:
    def __init__(self):
        self.epoch = None
        self.loss = float("inf")

    def see(self, epoch, loss):
        if loss < self.loss:
            self.epoch, self.loss = epoch, loss


def best_epoch(history):
    best = Best()
    for epoch, loss in enumerate(history["val_loss"], start=1):
        best.see(epoch, loss)
    return best.epoch


# %% right: a lambda
best_epoch = lambda history: 1 + int(np.nanargmin(np.array(history["val_loss"])))


# %% right: a list that begins with infinity, so that positions are epochs
def best_epoch(history):
    losses = [float("inf")] + [loss if loss == loss else float("inf") for loss in history["val_loss"]]
    return int(np.argmin(losses))


# %% right: a copy in which NaN becomes infinity
def best_epoch(history):
    losses = history["val_loss"].copy()
    for i, loss in enumerate(losses):
        if np.isnan(loss):
            losses[i] = np.inf
    return losses.index(min(losses)) + 1


# %% right: a deep copy of the history
import copy


def best_epoch(history):
    own = copy.deepcopy(history)
    losses = np.array(own.pop("val_loss"))
    losses[np.isnan(losses)] = np.inf
    return int(losses.argmin() + 1)


# %% right: NaN becomes more than the largest loss
def best_epoch(history):
    losses = np.array(history["val_loss"])
    losses = np.where(np.isnan(losses), np.nanmax(losses) + 1, losses)
    return int(np.argmin(losses)) + 1


# %% right: a dict from the loss to its first epoch
def best_epoch(history):
    first = {}
    for epoch, loss in enumerate(history["val_loss"], 1):
        if loss == loss:
            first.setdefault(loss, epoch)
    return first[min(first)]


# %% right: dict of epochs, filled from the end
def best_epoch(history):
    losses = history["val_loss"]
    by_loss = {losses[i]: i + 1 for i in reversed(range(len(losses))) if not np.isnan(losses[i])}
    return by_loss[sorted(by_loss)[0]]


# %% right: a walrus in a comprehension
def best_epoch(history):
    low = float("inf")
    return [epoch for epoch, x in enumerate(history["val_loss"], 1) if x < low and ((low := x) or True)][-1]


# %% right: a try for the import of math
def best_epoch(history):
    try:
        from math import isnan
    except ImportError:
        isnan = np.isnan
    pairs = [(loss, i) for i, loss in enumerate(history["val_loss"]) if not isnan(loss)]
    pairs.sort()
    return pairs[0][1] + 1


# %% right: type hints and an assertion
def best_epoch(history: dict[str, list[float]]) -> int:
    """The best epoch, counted from 1."""
    losses: np.ndarray = np.asarray(history["val_loss"], dtype=float)
    assert losses.ndim == 1
    position: np.intp = np.nanargmin(losses)
    return int(position) + 1


# %% right: from the end, with less than or equal
def best_epoch(history):
    losses = history["val_loss"]
    best, lowest = None, float("inf")
    for epoch in range(len(losses), 0, -1):
        if losses[epoch - 1] <= lowest:
            best, lowest = epoch, losses[epoch - 1]
    return best


# %% right: a match of the pairs
def best_epoch(history):
    best = (float("inf"), 0)
    for pair in zip(history["val_loss"], range(1, 10**6)):
        match pair:
            case (loss, epoch) if loss < best[0]:
                best = (loss, epoch)
    return best[1]


# %% right: itertools.count
from itertools import count


def best_epoch(history):
    known = filter(lambda pair: pair[0] == pair[0], zip(history["val_loss"], count(1)))
    loss, epoch = min(known)
    return epoch


# %% right: a default argument and a helper
def is_number(x):
    return not np.isnan(x)


def best_epoch(history, name="val_loss", first=1):
    lowest = min(filter(is_number, history[name]))
    return history[name].index(lowest) + first


# %% right: a named tuple
from typing import NamedTuple


class Epoch(NamedTuple):
    loss: float
    number: int


def best_epoch(history):
    epochs = [Epoch(loss, number) for number, loss in enumerate(history["val_loss"], 1)]
    return min(e for e in epochs if np.isfinite(e.loss)).number


# %% right: structured array
def best_epoch(history):
    rows = [(loss, i + 1) for i, loss in enumerate(history["val_loss"]) if not np.isnan(loss)]
    table = np.array(rows, dtype=[("loss", float), ("epoch", int)])
    return int(np.sort(table, order=["loss", "epoch"])["epoch"][0])


# %% right: a list of truth values
def best_epoch(history):
    losses = np.array(history["val_loss"])
    is_lowest = losses == np.nanmin(losses)
    return is_lowest.tolist().index(True) + 1


# %% right: np.int64
def best_epoch(history):
    return np.int64(np.nanargmin(history["val_loss"])) + np.int64(1)


# %% right: a small unsigned number
def best_epoch(history):
    return np.uint16(np.nanargmin(history["val_loss"]) + 1)


# %% right: np.partition finds the lowest
def best_epoch(history):
    losses = np.array(history["val_loss"])
    lowest = np.partition(losses, 0)[0]
    return int(np.nonzero(losses == lowest)[0].min()) + 1


# %% right: counts how many are lower
def best_epoch(history):
    losses = np.array(history["val_loss"])
    lower = (losses[None, :] < losses[:, None]).sum(axis=1)
    lower[np.isnan(losses)] = len(losses)
    return int(lower.argmin()) + 1


# %% right: the decorator counts from one
import functools


def from_one(function):
    @functools.wraps(function)
    def inner(history):
        return function(history) + 1

    return inner


@from_one
def best_epoch(history):
    return int(np.nanargmin(history["val_loss"]))


# %% right: the order by Decimal numbers
from decimal import Decimal


def best_epoch(history):
    numbers = [Decimal(loss) for loss in history["val_loss"]]
    known = [(n, i) for i, n in enumerate(numbers) if not n.is_nan()]
    return min(known)[1] + 1


# %% right: beginning with the first known loss
def best_epoch(history):
    losses = history["val_loss"]
    start = 0
    while np.isnan(losses[start]):
        start += 1
    best = start
    for i in range(start + 1, len(losses)):
        if losses[i] < losses[best]:
            best = i
    return best + 1


# %% right: argmax of the negative numbers, with infinity for NaN
def best_epoch(history):
    losses = np.nan_to_num(np.array(history["val_loss"], dtype="float64"), nan=np.inf)
    return int(np.argmax(-losses, axis=0)) + 1


# %% right: get, with a stop where it is missing
def best_epoch(history):
    losses = history.get("val_loss")
    if losses is None:
        raise KeyError("val_loss")
    if len(losses) == 1:
        return 1
    return int(np.ma.argmin(np.ma.masked_where(np.isnan(losses), losses))) + 1


# %% right: bubbles the smallest to the front
def best_epoch(history):
    pairs = [[loss, n + 1] for n, loss in enumerate(history["val_loss"])]
    for i in range(len(pairs) - 1, 0, -1):
        a, b = pairs[i - 1], pairs[i]
        if b[0] < a[0] or a[0] != a[0]:
            pairs[i - 1], pairs[i] = b, a
    return pairs[0][1]


# %% right: each loss against all before it
def best_epoch(history):
    losses = [loss if loss == loss else float("inf") for loss in history["val_loss"]]
    best = 1
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < min(losses[: epoch - 1]):
            best = epoch
    return best


# %% right: a search by max of a negative key
def best_epoch(history):
    numbered = list(enumerate(history["val_loss"], 1))
    return max(numbered, key=lambda pair: float("-inf") if np.isnan(pair[1]) else -pair[1])[0]


# %% wrong, known as counts_from_zero: enumerate without start
def best_epoch(history):
    best, lowest = 0, float("inf")
    for epoch, loss in enumerate(history["val_loss"]):
        if loss < lowest:
            best, lowest = epoch, loss
    return best


# %% wrong, known as takes_nan_for_the_lowest: argmin of an array
def best_epoch(history):
    losses = np.array(history["val_loss"])
    order = np.argmin(losses)
    return order + 1


# %% wrong, known as begins_with_nan: the first loss is the best so far
def best_epoch(history):
    losses = history["val_loss"]
    best = 0
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best = i
    return best + 1


# %% wrong, known as takes_the_last_of_equals: a loop backwards with less than
def best_epoch(history):
    losses = history["val_loss"]
    best, lowest = len(losses), float("inf")
    for epoch in range(len(losses), 0, -1):
        if losses[epoch - 1] < lowest:
            best, lowest = epoch, losses[epoch - 1]
    return best


# %% wrong: walks down as long as the next loss is not higher
def best_epoch(history):
    losses = history["val_loss"]
    epoch = 0
    while epoch + 1 < len(losses) and losses[epoch + 1] <= losses[epoch]:
        epoch += 1
    return epoch + 1


# %% wrong, known as looks_at_the_training_loss: the wrong key
def best_epoch(history):
    losses = history["loss"]
    lowest = min(losses)
    return losses.index(lowest) + 1


# %% wrong, known as looks_at_the_validation_accuracy: the most accurate epoch
def best_epoch(history):
    accuracy = history["val_accuracy"]
    return accuracy.index(max(accuracy)) + 1


# %% wrong: the highest training accuracy
def best_epoch(history):
    return int(np.argmax(history["accuracy"])) + 1


# %% wrong, known as leaves_out_nan_before_counting: filter before enumerate
import math


def best_epoch(history):
    known = filter(lambda x: not math.isnan(x), history["val_loss"])
    return min(enumerate(known, 1), key=lambda pair: pair[1])[0]


# %% wrong, known as leaves_out_nan_before_counting: dropna and a new index
import pandas as pd


def best_epoch(history):
    losses = pd.Series(history["val_loss"]).dropna().reset_index(drop=True)
    return int(losses.idxmin()) + 1


# %% wrong, known as counts_from_zero: idxmin without adding 1
import pandas as pd


def best_epoch(history):
    return pd.Series(history["val_loss"]).idxmin()


# %% wrong: argsort of the default kind, and the last place
def best_epoch(history):
    return int(np.argsort(history["val_loss"])[-1]) + 1


# %% wrong, known as puts_one_in_place_of_nan: nan becomes 10
def best_epoch(history):
    losses = np.nan_to_num(history["val_loss"], nan=10)
    return int(np.argmin(losses)) + 1


# %% wrong: the search begins with 1000
def best_epoch(history):
    lowest = 1000
    best = 1
    for i, loss in enumerate(history["val_loss"]):
        if loss < lowest:
            lowest = loss
            best = i + 1
    return best


# %% wrong, known as rounds_the_losses: equal means nearly equal
def best_epoch(history):
    losses = np.array(history["val_loss"])
    return int(np.flatnonzero(np.isclose(losses, np.nanmin(losses), rtol=0.01))[0]) + 1


# %% wrong: an epoch must be better by 0.001
def best_epoch(history):
    best, lowest = 1, float("inf")
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest - 0.001:
            best, lowest = epoch, loss
    return best


# %% wrong: float16
def best_epoch(history):
    losses = np.array(history["val_loss"], dtype=np.float16)
    return int(np.nanargmin(losses)) + 1


# %% wrong: compares the losses as texts
def best_epoch(history):
    texts = [str(loss) for loss in history["val_loss"]]
    return texts.index(min(texts)) + 1


# %% wrong: the sum of both losses
def best_epoch(history):
    both = np.array(history["loss"]) + np.array(history["val_loss"])
    return int(np.nanargmin(both)) + 1


# %% wrong: the epoch with patience 3
def best_epoch(history):
    best, lowest, waited = 1, float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
            if waited >= 3:
                break
    return best


# %% wrong: skips the first epoch
def best_epoch(history):
    losses = np.array(history["val_loss"])
    if len(losses) == 1:
        return 1
    return int(np.nanargmin(losses[1:])) + 2


# %% wrong: the mean of the equal epochs
def best_epoch(history):
    losses = np.array(history["val_loss"])
    return float(np.flatnonzero(losses == np.nanmin(losses)).mean() + 1)


# %% wrong, known as leaves_out_nan_before_counting: counts the epochs up to the best, without NaN
def best_epoch(history):
    losses = history["val_loss"]
    lowest = np.nanmin(losses)
    number = 0
    for loss in losses:
        if np.isnan(loss):
            continue
        number += 1
        if loss == lowest:
            return number


# %% wrong, known as writes_into_the_history: removes NaN from the list it got
def best_epoch(history):
    losses = history["val_loss"]
    whole = list(losses)
    for loss in whole:
        if loss != loss:
            losses.remove(loss)
    return whole.index(min(losses)) + 1


# %% wrong, known as writes_into_the_history: writes the best epoch into the history
def best_epoch(history):
    history["best_epoch"] = int(np.nanargmin(history["val_loss"])) + 1
    return history["best_epoch"]


# %% wrong, known as writes_into_the_history: the list becomes an array in the history
def best_epoch(history):
    history["val_loss"] = np.array(history["val_loss"])
    return int(np.nanargmin(history["val_loss"])) + 1


# %% wrong: str of the number
def best_epoch(history):
    return str(int(np.nanargmin(history["val_loss"])) + 1)


# %% wrong: a list with one number
def best_epoch(history):
    losses = history["val_loss"]
    return [int(np.nanargmin(losses)) + 1]


# %% wrong, known as prints_the_epoch: prints a sentence
def best_epoch(history):
    best = int(np.nanargmin(history["val_loss"])) + 1
    print("The best epoch is", best)


# %% wrong: an index that only exists without equal losses
def best_epoch(history):
    losses = np.array(history["val_loss"])
    return (losses == np.nanmin(losses)).nonzero()[0].item() + 1


# %% wrong: index of the smallest by NumPy, with NaN
def best_epoch(history):
    losses = history["val_loss"]
    return losses.index(np.min(losses)) + 1


# %% wrong: epochs as shares of the training
def best_epoch(history):
    return (int(np.nanargmin(history["val_loss"])) + 1) / len(history["val_loss"])


# %% equivalent: int(np.nanargmin(history['val_loss'])) → np.nanargmin(history['val_loss'])
# a whole number of NumPy is a whole number
