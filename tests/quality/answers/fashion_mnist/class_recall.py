# %% right: three loops without NumPy's sums
def class_recall(matrix):
    result = []
    for i in range(len(matrix)):
        total = 0
        for j in range(len(matrix[i])):
            total += int(matrix[i][j])
        if total == 0:
            result.append(float("nan"))
        else:
            result.append(int(matrix[i][i]) / total)
    return np.array(result)


# %% right: np.where with a safe divisor
def class_recall(matrix):
    totals = matrix.sum(axis=1)
    safe = np.where(totals == 0, 1, totals)
    return np.where(totals == 0, np.nan, np.diag(matrix) / safe)


# %% right: totals as floats, NaN in the place of zero
def class_recall(matrix):
    totals = matrix.sum(axis=1).astype(float)
    totals[totals == 0] = np.nan
    return np.diagonal(matrix) / totals


# %% right: try and except at each row
def class_recall(matrix):
    recalls = []
    for i, row in enumerate(matrix.tolist()):
        try:
            recalls.append(row[i] / sum(row))
        except ZeroDivisionError:
            recalls.append(np.nan)
    return np.array(recalls)


# %% right: a DataFrame divided by rows
import pandas as pd


def class_recall(matrix):
    table = pd.DataFrame(matrix)
    return np.diag(table.div(table.sum(axis=1), axis=0))


# %% right: Series where a total is above zero
import pandas as pd


def class_recall(matrix):
    totals = pd.Series(matrix.sum(axis=1))
    return (pd.Series(np.diag(matrix)) / totals.where(totals > 0)).to_numpy()


# %% right: apply_along_axis
def class_recall(matrix):
    totals = np.apply_along_axis(sum, 1, matrix)
    with np.errstate(invalid="ignore"):
        return np.diag(matrix) / totals


# %% right: a map with a helper
def share(right, total):
    return right / total if total > 0 else np.nan


def class_recall(matrix):
    return np.array(list(map(share, matrix.diagonal(), matrix.sum(axis=1))))


# %% right: np.vectorize
def class_recall(matrix):
    divide = np.vectorize(lambda right, total: right / total if total else np.nan, otypes=[float])
    return divide(matrix.diagonal(), matrix.sum(1))


# %% right: fromiter of a generator
def class_recall(matrix):
    def shares():
        for place, row in enumerate(matrix):
            images = row.sum()
            yield row[place] / images if images else np.nan

    return np.fromiter(shares(), dtype=float, count=len(matrix))


# %% right: warnings are ignored
import warnings


def class_recall(matrix):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.diag(matrix) / matrix.sum(axis=1)


# %% right: a mask for the diagonal
def class_recall(matrix):
    mask = np.eye(len(matrix), dtype=bool)
    right = matrix[mask]
    wrong = np.where(mask, 0, matrix).sum(axis=1)
    total = right + wrong
    out = np.empty(len(matrix))
    out.fill(np.nan)
    np.divide(right, total, out=out, where=total > 0)
    return out


# %% right: one minus the share of mistakes
def class_recall(matrix):
    totals = matrix.sum(axis=1)
    mistakes = totals - matrix.diagonal()
    with np.errstate(invalid="ignore", divide="ignore"):
        return 1 - mistakes / totals


# %% right: indexes by arange
def class_recall(matrix):
    n = np.arange(matrix.shape[0])
    hits = matrix[n, n].astype(np.float64)
    images = np.add.reduce(matrix, axis=1)
    hits[images == 0] = np.nan
    return hits / np.maximum(images, 1)


# %% right: the transposed matrix
def class_recall(matrix):
    columns = matrix.T
    totals = columns.sum(axis=0)
    recall = np.full(totals.shape, np.nan)
    for c in np.flatnonzero(totals):
        recall[c] = columns[c, c] / totals[c]
    return recall


# %% right: a dot product with ones
def class_recall(matrix):
    totals = np.dot(matrix, np.ones(matrix.shape[1]))
    totals = np.where(totals, totals, np.nan)
    return np.diag(matrix) / totals


# %% right: inverse of a diagonal of totals
def class_recall(matrix):
    totals = matrix.sum(axis=1, dtype=float)
    factors = np.array([1 / t if t else np.nan for t in totals])
    return np.diag(matrix) * factors


# %% right: the flat array with a step
def class_recall(matrix):
    n = len(matrix)
    right = matrix.ravel()[:: n + 1]
    totals = matrix.reshape(n, -1).sum(-1)
    with np.errstate(all="ignore"):
        return np.true_divide(right, totals)


# %% right: fractions
from fractions import Fraction


def class_recall(matrix):
    shares = []
    for i, row in enumerate(matrix.tolist()):
        shares.append(float(Fraction(row[i], sum(row))) if any(row) else float("nan"))
    return np.array(shares)


# %% right: math.nan and a list comprehension
import math


def class_recall(matrix):
    return np.array([row[i] / row.sum() if row.sum() != 0 else math.nan for i, row in enumerate(matrix)])


# %% right: a walrus
def class_recall(matrix):
    return [row[i] / total if (total := sum(row)) else float("nan") for i, row in enumerate(matrix.tolist())]


# %% right: a dict of shares becomes an array
def class_recall(matrix):
    shares = {}
    for i in range(len(matrix)):
        total = matrix[i, :].sum()
        shares[i] = matrix[i, i] / total if total else np.nan
    return np.array([shares[i] for i in sorted(shares)])


# %% right: a recursive sum
def total_of(numbers):
    if len(numbers) == 0:
        return 0
    return numbers[0] + total_of(numbers[1:])


def class_recall(matrix):
    totals = np.array([total_of(row) for row in matrix.tolist()], dtype=float)
    totals[totals == 0] = np.nan
    return np.diag(matrix) / totals


# %% right: a class for one kind
class Kind:
    def __init__(self, number, row):
        self.right = row[number]
        self.images = row.sum()

    @property
    def recall(self):
        if self.images == 0:
            return np.nan
        return self.right / self.images


def class_recall(matrix):
    return np.array([Kind(i, row).recall for i, row in enumerate(matrix)])


# %% right: a lambda
class_recall = lambda matrix: np.diag(matrix) / np.where(matrix.any(axis=1), matrix.sum(axis=1), np.nan)


# %% right: np.select
def class_recall(matrix):
    total = matrix.sum(axis=1)
    share = matrix.diagonal() / np.clip(total, 1, None)
    return np.select([total > 0], [share], default=np.nan)


# %% right: np.choose
def class_recall(matrix):
    total = matrix.sum(axis=1)
    share = matrix.diagonal() / np.maximum(1, total)
    return np.choose(total == 0, [share, np.nan])


# %% right: np.place
def class_recall(matrix):
    total = matrix.sum(axis=1)
    share = matrix.diagonal() / np.maximum(1, total)
    np.place(share, total == 0, [np.nan])
    return share


# %% right: putmask on a copy of the totals
def class_recall(matrix):
    totals = np.array(matrix, dtype=float).sum(axis=1)
    np.putmask(totals, totals < 0.5, np.nan)
    return matrix.diagonal() / totals


# %% right: rows of floats, normalized in place on a copy
def class_recall(matrix):
    shares = matrix.astype(float)
    for row in shares:
        if row.sum() > 0:
            row /= row.sum()
        else:
            row[:] = np.nan
    return shares.diagonal().copy()


# %% right: the view of the diagonal
def class_recall(matrix):
    own = np.array(matrix, dtype=float)
    with np.errstate(invalid="ignore"):
        own /= own.sum(axis=1)[:, np.newaxis]
    return np.einsum("ii->i", own)


# %% right: counts of images by repeating
def class_recall(matrix):
    n = len(matrix)
    true = np.repeat(np.arange(n), matrix.sum(axis=1))
    predicted = np.concatenate([np.repeat(np.arange(n), row) for row in matrix])
    shares = np.full(n, np.nan)
    for c in range(n):
        if np.any(true == c):
            shares[c] = np.mean(predicted[true == c] == c)
    return shares


# %% right: pairs grouped by pandas
import pandas as pd


def class_recall(matrix):
    long = pd.DataFrame(matrix).stack().reset_index()
    long.columns = ["true", "predicted", "count"]
    totals = long.groupby("true")["count"].sum()
    right = long[long["true"] == long["predicted"]].set_index("true")["count"]
    return (right / totals.replace(0, np.nan)).sort_index().to_numpy()


# %% right: np.average with weights
def class_recall(matrix):
    n = len(matrix)
    result = []
    for i in range(n):
        is_right = np.arange(n) == i
        result.append(np.average(is_right, weights=matrix[i]) if matrix[i].sum() else np.nan)
    return np.asarray(result, dtype=np.float64)


# %% right: itertools and zip
def class_recall(matrix):
    shares = []
    for right, total in zip(np.diag(matrix).tolist(), matrix.sum(axis=1).tolist()):
        if not total:
            shares.append(np.nan)
            continue
        shares.append(right / total)
    return shares


# %% right: zeros first, NaN afterwards
def class_recall(matrix):
    totals = matrix.sum(axis=1)
    shares = np.zeros(len(matrix))
    np.divide(matrix.diagonal(), totals, out=shares, where=totals != 0)
    shares[totals == 0] = float("nan")
    return shares


# %% right: type hints and keyword arguments
def class_recall(matrix: np.ndarray) -> np.ndarray:
    right: np.ndarray = np.diagonal(a=matrix, offset=0).astype(dtype=np.float64)
    images: np.ndarray = np.sum(a=matrix, axis=1).astype(dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.divide(right, images)


# %% right: seterr and back
def class_recall(matrix):
    before = np.seterr(all="ignore")
    try:
        return matrix.diagonal() / matrix.sum(axis=1)
    finally:
        np.seterr(**before)


# %% right: a deque of rows
from collections import deque


def class_recall(matrix):
    rows = deque(matrix.tolist())
    shares = []
    while rows:
        row = rows.popleft()
        shares.append(row[len(shares)] / sum(row) if sum(row) else float("nan"))
    return np.array(shares)


# %% right: cumulated sums
def class_recall(matrix):
    totals = np.cumsum(matrix, axis=1)[:, -1]
    shares = np.full(len(matrix), np.nan, dtype=float)
    seen = totals.nonzero()
    shares[seen] = np.diag(matrix)[seen] / totals[seen]
    return shares


# %% right: the sum as mean times n
def class_recall(matrix):
    means = matrix.mean(axis=1)
    with np.errstate(invalid="ignore"):
        return matrix.diagonal() / len(matrix) / means


# %% right: infinity times zero is NaN
def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix.diagonal() * (1.0 / matrix.sum(axis=1))


# %% right: math.fsum and math.isclose
import math


def class_recall(matrix):
    totals = [math.fsum(row) for row in matrix]
    return [float("nan") if math.isclose(t, 0) else matrix[i][i] / t for i, t in enumerate(totals)]


# %% right: a decorator catches the division
def or_nan(function):
    def inner(*arguments):
        try:
            return function(*arguments)
        except ZeroDivisionError:
            return float("nan")

    return inner


@or_nan
def divided(right, total):
    return right / total


def class_recall(matrix):
    return np.array([divided(int(row[i]), int(row.sum())) for i, row in enumerate(matrix)])


# %% right: concatenates one number at a time
def class_recall(matrix):
    shares = np.array([])
    for i in range(matrix.shape[0]):
        total = matrix[i].sum()
        shares = np.append(shares, matrix[i, i] / total if total > 0 else np.nan)
    return shares


# %% right: Keras operations
def class_recall(matrix):
    numbers = keras.ops.convert_to_tensor(matrix.astype("float32"))
    right = keras.ops.diagonal(numbers)
    totals = keras.ops.sum(numbers, axis=1)
    return keras.ops.convert_to_numpy(right / totals)


# %% right: sums by Keras, the rest by NumPy
def class_recall(matrix):
    totals = np.asarray(keras.ops.sum(matrix, axis=1), dtype=float)
    totals[totals == 0] = np.nan
    return np.diag(matrix) / totals


# %% right: a Series with names of classes
import pandas as pd


def class_recall(matrix):
    names = [f"class {i}" for i in range(len(matrix))]
    totals = pd.Series(matrix.sum(axis=1), index=names, dtype=float)
    return pd.Series(np.diag(matrix), index=names) / totals


# %% right: long doubles
def class_recall(matrix):
    totals = matrix.sum(axis=1).astype(np.longdouble)
    with np.errstate(invalid="ignore"):
        return (matrix.diagonal() / totals).astype(np.float64)


# %% right: the rest of the row without the diagonal
def class_recall(matrix):
    n = len(matrix)
    shares = [np.nan] * n
    for i in range(n):
        wrong = matrix[i, :i].sum() + matrix[i, i + 1 :].sum()
        right = matrix[i, i]
        if right > 0 or wrong > 0:
            shares[i] = right / (right + wrong)
    return tuple(shares)


# %% wrong, known as divides_by_the_columns_alone: gives precision, with NaN at empty columns
def class_recall(matrix):
    recalls = []
    for c in range(len(matrix)):
        total = matrix[:, c].sum()
        recalls.append(matrix[c, c] / total if total else np.nan)
    return np.array(recalls)


# %% wrong, known as gives_zero_without_images: nan_to_num at the end
def class_recall(matrix):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(np.diag(matrix) / matrix.sum(axis=1))


# %% wrong, known as gives_zero_without_images: a small number below the line
def class_recall(matrix):
    return np.diag(matrix) / (matrix.sum(axis=1) + 1e-9)


# %% wrong: adds one to every total
def class_recall(matrix):
    recall = np.diag(matrix) / (matrix.sum(axis=1) + 1)
    recall[matrix.sum(axis=1) == 0] = np.nan
    return recall


# %% wrong, known as gives_nan_where_nothing_is_recognized: zero hits become NaN
def class_recall(matrix):
    right = np.diag(matrix).astype(float)
    right[right == 0] = np.nan
    with np.errstate(all="ignore"):
        return right / matrix.sum(axis=1)


# %% wrong, known as gives_nan_where_nothing_is_recognized: zero shares become NaN at the end
def class_recall(matrix):
    totals = np.maximum(matrix.sum(axis=1), 1)
    recall = np.diag(matrix) / totals
    return np.where(recall == 0, np.nan, recall)


# %% wrong, known as gives_percentages: times 100 in a loop
def class_recall(matrix):
    return [100 * row[i] / sum(row) if sum(row) else float("nan") for i, row in enumerate(matrix.tolist())]


# %% wrong: rounded to three decimals
def class_recall(matrix):
    return [round(row[i] / sum(row), 3) if sum(row) else float("nan") for i, row in enumerate(matrix.tolist())]


# %% wrong, known as divides_without_a_remainder: the wrong slash in a list
def class_recall(matrix):
    return np.array([row[i] // sum(row) if sum(row) else np.nan for i, row in enumerate(matrix.tolist())])


# %% wrong, known as leaves_out_classes_without_images: continues at an empty row
def class_recall(matrix):
    result = []
    for i, row in enumerate(matrix):
        if row.sum() == 0:
            continue
        result.append(row[i] / row.sum())
    return np.array(result)


# %% wrong: NaN behind all others
def class_recall(matrix):
    totals = matrix.sum(axis=1)
    known = (np.diag(matrix)[totals > 0] / totals[totals > 0]).tolist()
    return np.array(known + [np.nan] * (len(matrix) - len(known)))


# %% wrong: the F1 score
def class_recall(matrix):
    with np.errstate(all="ignore"):
        return 2 * np.diag(matrix) / (matrix.sum(axis=0) + matrix.sum(axis=1))


# %% wrong: the intersection over the union
def class_recall(matrix):
    right = np.diag(matrix)
    with np.errstate(all="ignore"):
        return right / (matrix.sum(axis=0) + matrix.sum(axis=1) - right)


# %% wrong: the accuracy of each class against all others
def class_recall(matrix):
    n = matrix.sum()
    right = np.diag(matrix)
    wrong = matrix.sum(axis=0) + matrix.sum(axis=1) - 2 * right
    recall = (n - wrong) / n
    recall[matrix.sum(axis=1) == 0] = np.nan
    return recall


# %% wrong, known as divides_by_all_images: the share of the whole data
def class_recall(matrix):
    total = matrix.sum()
    return np.array([matrix[i, i] / total if matrix[i].any() else np.nan for i in range(len(matrix))])


# %% wrong: divided by the largest row sum
def class_recall(matrix):
    totals = matrix.sum(axis=1)
    return np.where(totals > 0, np.diag(matrix) / totals.max(), np.nan)


# %% wrong, known as takes_the_largest_of_the_row: the largest share of each row
def class_recall(matrix):
    totals = matrix.sum(axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        return (matrix / totals).max(axis=1)


# %% wrong: the mean of the row shares
def class_recall(matrix):
    with np.errstate(all="ignore"):
        return (matrix / matrix.sum(axis=1, keepdims=True)).mean(axis=1)


# %% wrong: infinity without images
def class_recall(matrix):
    totals = matrix.sum(axis=1)
    recall = np.full(len(matrix), np.inf)
    recall[totals > 0] = np.diag(matrix)[totals > 0] / totals[totals > 0]
    return recall


# %% wrong: the text nan
def class_recall(matrix):
    return [row[i] / sum(row) if sum(row) else "nan" for i, row in enumerate(matrix.tolist())]


# %% wrong, known as divides_by_zero_in_python: no thought of empty rows
def class_recall(matrix):
    result = []
    for i in range(len(matrix)):
        total = 0
        for number in matrix[i].tolist():
            total += number
        result.append(int(matrix[i, i]) / total)
    return result


# %% wrong, known as gives_zero_without_images: except gives 0
def class_recall(matrix):
    result = []
    for i, row in enumerate(matrix.tolist()):
        try:
            result.append(row[i] / sum(row))
        except ZeroDivisionError:
            result.append(0.0)
    return result


# %% wrong: leaves the last class out
def class_recall(matrix):
    recall = np.full(len(matrix), np.nan)
    for i in range(len(matrix) - 1):
        if matrix[i].sum():
            recall[i] = matrix[i, i] / matrix[i].sum()
    return recall


# %% wrong: begins at class 1
def class_recall(matrix):
    recall = []
    for i in range(1, len(matrix)):
        recall.append(matrix[i, i] / matrix[i].sum() if matrix[i].sum() else np.nan)
    return np.array(recall)


# %% wrong, known as keeps_the_type_of_the_matrix: writes into an array of zeros like the row
def class_recall(matrix):
    recall = np.zeros(len(matrix), dtype=int)
    for i in range(len(matrix)):
        if matrix[i].sum():
            recall[i] = matrix[i, i] / matrix[i].sum()
    return recall


# %% wrong, known as empties_the_diagonal: sets empty rows to one in the argument
def class_recall(matrix):
    empty = matrix.sum(axis=1) == 0
    matrix[empty] = 1
    recall = np.diag(matrix) / matrix.sum(axis=1)
    return np.where(empty, np.nan, recall)


# %% wrong, known as sorts_the_shares: sorted from the worst to the best class
def class_recall(matrix):
    with np.errstate(invalid="ignore"):
        recall = np.diag(matrix) / matrix.sum(axis=1)
    return sorted(recall.tolist(), key=lambda r: (r != r, r))


# %% wrong: pairs of a class and its recall
def class_recall(matrix):
    with np.errstate(invalid="ignore"):
        return list(enumerate((np.diag(matrix) / matrix.sum(axis=1)).tolist()))


# %% wrong, known as returns_the_whole_table: forgets the diagonal
def class_recall(matrix):
    shares = np.full(matrix.shape, np.nan)
    for i, row in enumerate(matrix):
        if row.sum() > 0:
            shares[i] = row / row.sum()
    return shares


# %% wrong: sums of a triangle
def class_recall(matrix):
    totals = np.triu(matrix).sum(axis=1)
    recall = np.full(len(matrix), np.nan)
    for i in range(len(matrix)):
        if matrix[i].sum():
            recall[i] = matrix[i, i] / totals[i] if totals[i] else 0
    return recall


# %% wrong: bytes overflow
def class_recall(matrix):
    totals = matrix.astype(np.uint8).sum(axis=1, dtype=np.uint8)
    with np.errstate(all="ignore"):
        return np.diag(matrix) / totals
