# %% right: range over all images
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), dtype=int)
    for i in range(len(labels)):
        m[labels[i], predictions[i]] += 1
    return m


# %% right: a while loop
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), dtype=np.int64)
    i = 0
    while i < labels.size:
        row, column = labels[i], predictions[i]
        m[row, column] = m[row, column] + 1
        i += 1
    return m


# %% right: np.ndenumerate
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for place, true in np.ndenumerate(labels):
        m[true, predictions[place]] += 1
    return m


# %% right: np.nditer over both
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for true, predicted in np.nditer([labels, predictions]):
        m[int(true), int(predicted)] += 1
    return m


# %% right: map fills the matrix
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)

    def count(true, predicted):
        m[true, predicted] += 1

    list(map(count, labels, predictions))
    return m


# %% right: a comprehension of sums
def confusion_matrix(labels, predictions, classes):
    return np.array([[np.sum((labels == t) & (predictions == p)) for p in range(classes)] for t in range(classes)])


# %% right: np.count_nonzero
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t in range(classes):
        for p in range(classes):
            m[t, p] = np.count_nonzero(np.logical_and(labels == t, predictions == p))
    return m


# %% right: the length of a selection
def confusion_matrix(labels, predictions, classes):
    m = np.empty((classes, classes), int)
    for t in range(classes):
        own = predictions[labels == t]
        for p in range(classes):
            m[t, p] = len(own[own == p])
    return m


# %% right: each true class by list.count
def confusion_matrix(labels, predictions, classes):
    rows = []
    for t in range(classes):
        own = predictions[labels == t].tolist()
        rows.append([own.count(p) for p in range(classes)])
    return np.array(rows)


# %% right: pairs in a list, counted
def confusion_matrix(labels, predictions, classes):
    pairs = list(zip(labels.tolist(), predictions.tolist()))
    return np.array([[pairs.count((t, p)) for p in range(classes)] for t in range(classes)])


# %% right: np.fromfunction with a helper
def confusion_matrix(labels, predictions, classes):
    count = np.vectorize(lambda t, p: int(np.sum((labels == t) & (predictions == p))))
    return np.fromfunction(count, (classes, classes), dtype=int)


# %% right: broadcasting over all three axes
def confusion_matrix(labels, predictions, classes):
    kinds = np.arange(classes)
    true = labels == kinds[:, None, None]
    predicted = predictions == kinds[None, :, None]
    return (true & predicted).sum(axis=2)


# %% right: einsum of one-hot rows
def confusion_matrix(labels, predictions, classes):
    kinds = np.arange(classes)
    a = (labels[:, None] == kinds).astype(int)
    b = (predictions[:, None] == kinds).astype(int)
    return np.einsum("it,ip->tp", a, b)


# %% right: keras one-hot rows
def confusion_matrix(labels, predictions, classes):
    a = keras.utils.to_categorical(labels, classes)
    b = keras.utils.to_categorical(predictions, classes)
    return np.dot(a.T, b).astype(int)


# %% right: tensordot
def confusion_matrix(labels, predictions, classes):
    eye = np.eye(classes, dtype=np.int64)
    return np.tensordot(eye[labels], eye[predictions], axes=(0, 0))


# %% right: outer products added
def confusion_matrix(labels, predictions, classes):
    eye = np.identity(classes, dtype=int)
    return sum(np.outer(eye[t], eye[p]) for t, p in zip(labels, predictions))


# %% right: np.add.at on the flat matrix
def confusion_matrix(labels, predictions, classes):
    flat = np.zeros(classes * classes, int)
    np.add.at(flat, labels.astype(int) * classes + predictions, 1)
    return flat.reshape(classes, classes)


# %% right: ravel_multi_index and bincount
def confusion_matrix(labels, predictions, classes):
    places = np.ravel_multi_index((labels.astype(int), predictions.astype(int)), (classes, classes))
    return np.bincount(places, minlength=classes * classes).reshape(classes, -1)


# %% right: bincount with a wide step
def confusion_matrix(labels, predictions, classes):
    counts = np.bincount(1000 * labels.astype(int) + predictions, minlength=1000 * classes)
    return counts[: 1000 * classes].reshape(classes, 1000)[:, :classes]


# %% right: columns by bincount, transposed
def confusion_matrix(labels, predictions, classes):
    columns = [np.bincount(labels[predictions == p], minlength=classes) for p in range(classes)]
    return np.array(columns).T


# %% right: np.stack of columns
def confusion_matrix(labels, predictions, classes):
    return np.stack([np.bincount(labels[predictions == p], minlength=classes) for p in range(classes)], axis=1)


# %% right: histogram with a range
def confusion_matrix(labels, predictions, classes):
    edges = (-0.5, classes - 0.5)
    counts, _, _ = np.histogram2d(labels, predictions, bins=classes, range=[edges, edges])
    return counts.astype(int)


# %% right: np.histogramdd
def confusion_matrix(labels, predictions, classes):
    sample = np.column_stack([labels, predictions])
    counts, _ = np.histogramdd(sample, bins=[np.arange(classes + 1) - 0.5] * 2)
    return np.rint(counts).astype(np.int64)


# %% right: one histogram for each row
def confusion_matrix(labels, predictions, classes):
    edges = np.arange(classes + 1) - 0.5
    return np.vstack([np.histogram(predictions[labels == t], bins=edges)[0] for t in range(classes)])


# %% right: np.unique of one number for each pair
def confusion_matrix(labels, predictions, classes):
    m = np.zeros(classes * classes, int)
    places, counts = np.unique(labels.astype(int) * classes + predictions, return_counts=True)
    m[places] = counts
    return m.reshape((classes, classes))


# %% right: sorted pairs and groupby
from itertools import groupby


def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for (t, p), group in groupby(sorted(zip(labels.tolist(), predictions.tolist()))):
        m[t, p] = len(list(group))
    return m


# %% right: a Counter and its items
from collections import Counter


def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for cell, number in Counter(zip(labels.tolist(), predictions.tolist())).items():
        m[cell] = number
    return m


# %% right: a defaultdict of pairs
from collections import defaultdict


def confusion_matrix(labels, predictions, classes):
    counts = defaultdict(int)
    for t, p in zip(labels, predictions):
        counts[int(t), int(p)] += 1
    return np.array([counts[t, p] for t in range(classes) for p in range(classes)]).reshape(classes, classes)


# %% right: a dict with get
def confusion_matrix(labels, predictions, classes):
    counts = {}
    for pair in zip(labels.tolist(), predictions.tolist()):
        counts[pair] = counts.get(pair, 0) + 1
    m = np.zeros((classes, classes), int)
    for (t, p), number in counts.items():
        m[t, p] = number
    return m


# %% right: a dict of dicts
def confusion_matrix(labels, predictions, classes):
    counts = {t: {p: 0 for p in range(classes)} for t in range(classes)}
    for t, p in zip(labels, predictions):
        counts[int(t)][int(p)] += 1
    return np.array([list(row.values()) for row in counts.values()])


# %% right: a list of lists
def confusion_matrix(labels, predictions, classes):
    table = [[0 for _ in range(classes)] for _ in range(classes)]
    for t, p in zip(labels, predictions):
        table[t][p] += 1
    return table


# %% right: rows appended one by one
def confusion_matrix(labels, predictions, classes):
    rows = []
    for t in range(classes):
        row = [0] * classes
        for i in range(len(labels)):
            if labels[i] == t:
                row[predictions[i]] += 1
        rows.append(row)
    return np.array(rows)


# %% right: crosstab with reindex
import pandas as pd


def confusion_matrix(labels, predictions, classes):
    table = pd.crosstab(labels, predictions)
    return table.reindex(index=range(classes), columns=range(classes), fill_value=0).to_numpy()


# %% right: groupby size of pandas, unstacked
import pandas as pd


def confusion_matrix(labels, predictions, classes):
    pairs = pd.DataFrame({"t": labels.astype(int), "p": predictions.astype(int)})
    sizes = pairs.groupby(["t", "p"]).size().unstack(fill_value=0)
    return sizes.reindex(index=range(classes), columns=range(classes), fill_value=0).values


# %% right: value_counts of pandas
import pandas as pd


def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for (t, p), n in pd.DataFrame({"t": labels, "p": predictions}).value_counts().items():
        m[t, p] = n
    return m


# %% right: a table of pandas as the answer
import pandas as pd


def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    np.add.at(m, (labels, predictions), 1)
    return pd.DataFrame(m)


# %% right: TensorFlow has it ready-made
import tensorflow as tf


def confusion_matrix(labels, predictions, classes):
    return tf.math.confusion_matrix(labels, predictions, num_classes=classes).numpy()


# %% right: recursion in halves
def confusion_matrix(labels, predictions, classes):
    if len(labels) == 1:
        m = np.zeros((classes, classes), int)
        m[labels[0], predictions[0]] = 1
        return m
    half = len(labels) // 2
    first = confusion_matrix(labels[:half], predictions[:half], classes)
    return first + confusion_matrix(labels[half:], predictions[half:], classes)


# %% right: reduce
from functools import reduce


def confusion_matrix(labels, predictions, classes):
    def step(m, pair):
        m[pair] += 1
        return m

    return reduce(step, zip(labels.tolist(), predictions.tolist()), np.zeros((classes, classes), int))


# %% right: type hints
def confusion_matrix(labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    """Count pairs of a true class and a predicted one."""
    matrix: np.ndarray = np.zeros((classes, classes), dtype=np.int32)
    pair: tuple[int, int]
    for pair in zip(labels.tolist(), predictions.tolist()):
        matrix[pair] += 1
    return matrix


# %% right: 16 bits are enough
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), np.int16)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
    return m


# %% right: rows of np.column_stack
def confusion_matrix(labels, predictions, classes):
    m = np.full((classes, classes), 0, dtype=int)
    for t, p in np.column_stack([labels, predictions]):
        m[t][p] += 1
    return m


# %% right: a class that counts
class Counts:
    def __init__(self, classes):
        self.table = np.zeros((classes, classes), int)

    def add(self, true, predicted):
        self.table[true, predicted] += 1


def confusion_matrix(labels, predictions, classes):
    counts = Counts(classes)
    for t, p in zip(labels, predictions):
        counts.add(t, p)
    return counts.table


# %% right: right answers and mistakes apart
def confusion_matrix(labels, predictions, classes):
    m = np.diag(np.bincount(labels[labels == predictions], minlength=classes))
    for i in np.flatnonzero(labels != predictions):
        m = m.copy() if not m.flags.writeable else m
        m[labels[i], predictions[i]] += 1
    return m


# %% right: searchsorted in sorted pairs
def confusion_matrix(labels, predictions, classes):
    pairs = np.sort(labels.astype(int) * classes + predictions)
    edges = np.searchsorted(pairs, np.arange(classes * classes + 1))
    return np.diff(edges).reshape(classes, classes)


# %% right: the matrix counted with predictions down and transposed
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    np.add.at(m, (predictions, labels), 1)
    return m.T


# %% right: np.bincount with weights
def confusion_matrix(labels, predictions, classes):
    rows = [np.bincount(predictions, weights=(labels == t).astype(int), minlength=classes) for t in range(classes)]
    return np.array(rows).astype(int)


# %% right: cumulated counts
def confusion_matrix(labels, predictions, classes):
    kinds = np.arange(classes)
    below = (labels[:, None] <= kinds).astype(int).T @ (predictions[:, None] <= kinds).astype(int)
    return np.diff(np.diff(below, axis=0, prepend=0), axis=1, prepend=0)


# %% right: np.add.reduceat of ones
def confusion_matrix(labels, predictions, classes):
    cells = labels.astype(np.int64) * classes + predictions
    ones = np.ones(len(cells), int)
    order = np.argsort(cells, kind="stable")
    starts = np.flatnonzero(np.diff(cells[order], prepend=-1))
    m = np.zeros(classes**2, int)
    m[cells[order][starts]] = np.add.reduceat(ones, starts)
    return m.reshape(classes, classes)


# %% right: sum of a generator
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t in range(classes):
        for p in range(classes):
            m[t, p] = sum(1 for a, b in zip(labels, predictions) if a == t and b == p)
    return m


# %% right: floats, rounded at the end
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes))
    for t, p in zip(labels, predictions):
        m[t, p] += 1.0
    return np.round(m)


# %% wrong, known as adds_each_pair_once: = 1 instead of += 1
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t, p in zip(labels, predictions):
        m[t, p] = 1
    return m


# %% wrong, known as adds_each_pair_once: all cells at once with +=
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    m[labels, predictions] += 1
    return m


# %% wrong, known as adds_each_pair_once: a set of pairs
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t, p in set(zip(labels.tolist(), predictions.tolist())):
        m[t, p] += 1
    return m


# %% wrong: the last class has no place
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes - 1, classes - 1), int)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
    return m


# %% wrong: size by the larger of both
def confusion_matrix(labels, predictions, classes):
    n = max(labels.max(), predictions.max()) + 1
    m = np.zeros((n, n), int)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
    return m


# %% wrong: size by the largest prediction
def confusion_matrix(labels, predictions, classes):
    n = predictions.max() + 1
    m = np.zeros((n, n), int)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
    return m


# %% wrong: crosstab without the empty classes
import pandas as pd


def confusion_matrix(labels, predictions, classes):
    return pd.crosstab(labels, predictions).to_numpy()


# %% wrong: rows for all classes, columns only where they occur
def confusion_matrix(labels, predictions, classes):
    return np.array([[np.sum((labels == t) & (predictions == p)) for p in np.unique(predictions)] for t in range(classes)])


# %% wrong, known as exchanges_rows_and_columns: the transposed matrix
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    np.add.at(m, (labels, predictions), 1)
    return m.transpose()


# %% wrong, known as exchanges_rows_and_columns: exchanged in the bincount
def confusion_matrix(labels, predictions, classes):
    return np.bincount(predictions.astype(int) * classes + labels, minlength=classes**2).reshape(classes, classes)


# %% wrong: the columns from the last class to the first
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t, p in zip(labels, predictions):
        m[t, -p - 1] += 1
    return m


# %% wrong: a step of classes - 1
def confusion_matrix(labels, predictions, classes):
    cells = labels.astype(int) * (classes - 1) + predictions
    return np.bincount(cells, minlength=classes**2)[: classes**2].reshape(classes, classes)


# %% wrong: a step of ten
def confusion_matrix(labels, predictions, classes):
    cells = labels.astype(int) * 10 + predictions
    return np.bincount(cells, minlength=classes**2)[: classes**2].reshape(classes, classes)


# %% wrong, known as counts_in_8_bits: 8 bits for the sum
def confusion_matrix(labels, predictions, classes):
    eye = np.eye(classes, dtype=np.uint8)
    return eye[labels].T @ eye[predictions]


# %% wrong: signed 8 bits
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), np.int8)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
    return m


# %% wrong, known as adds_each_pair_once: truth values
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), bool)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
    return m


# %% wrong: the first image is left out
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for i in range(1, len(labels)):
        m[labels[i], predictions[i]] += 1
    return m


# %% wrong: the matrix is made anew in the loop
def confusion_matrix(labels, predictions, classes):
    for t, p in zip(labels, predictions):
        m = np.zeros((classes, classes), int)
        m[t, p] += 1
    return m


# %% wrong: an empty matrix that is never filled
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t, p in zip(labels, predictions):
        m[t, p] + 1
    return m


# %% wrong: the column of the label and the row of the label
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t in labels:
        m[t, t] += 1
    return m


# %% wrong: right answers are counted twice
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
        if t == p:
            m[t, p] += 1
    return m


# %% wrong: a mistake is also taken from the diagonal
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t, p in zip(labels, predictions):
        m[t, p] += 1
        if t != p:
            m[t, t] -= 1
    return m


# %% wrong: only classes from 1 on are counted
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t in range(1, classes):
        for p in range(1, classes):
            m[t, p] = np.sum((labels == t) & (predictions == p))
    return m


# %% wrong: one condition is or
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t in range(classes):
        for p in range(classes):
            m[t, p] = np.sum((labels == t) | (predictions == p))
    return m


# %% wrong: the sum of the predictions
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for t, p in zip(labels, predictions):
        m[t, p] += p
    return m


# %% wrong: a list of pairs
def confusion_matrix(labels, predictions, classes):
    return list(zip(labels.tolist(), predictions.tolist()))


# %% wrong: a margin with the sums
import pandas as pd


def confusion_matrix(labels, predictions, classes):
    table = pd.crosstab(labels, predictions).reindex(index=range(classes), columns=range(classes), fill_value=0)
    table.loc["all"] = table.sum()
    return table.to_numpy()


# %% wrong: the largest of each row only
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    np.add.at(m, (labels, predictions), 1)
    return m.max(axis=1)


# %% wrong: shares of the columns
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    np.add.at(m, (labels, predictions), 1)
    return m / np.maximum(m.sum(axis=0), 1)


# %% wrong: the labels in the argument are multiplied
def confusion_matrix(labels, predictions, classes):
    labels *= classes
    return np.bincount(labels.astype(int) + predictions, minlength=classes**2).reshape(classes, classes)


# %% wrong: sorts the arguments in place
def confusion_matrix(labels, predictions, classes):
    order = np.argsort(labels)
    labels[:] = labels[order]
    predictions[:] = predictions[order]
    return np.array([np.bincount(predictions[labels == t], minlength=classes) for t in range(classes)])


# %% wrong: np.bincount of each row without minlength
def confusion_matrix(labels, predictions, classes):
    return np.array([np.bincount(predictions[labels == t]) for t in range(classes)])


# %% wrong: bins end one class too early
def confusion_matrix(labels, predictions, classes):
    edges = np.arange(classes)
    return np.histogram2d(labels, predictions, bins=[edges, edges])[0].astype(int)


# %% equivalent: strict=True → strict=False
# There is a prediction for each label, so strict never raises.


# %% equivalent: zip(labels, predictions, strict=True) → zip(labels, predictions)
# There is a prediction for each label, so strict never raises.
