# %% right: enumerate twice
def most_confused(matrix):
    best = -1
    for t, row in enumerate(matrix):
        for p, number in enumerate(row):
            if t == p:
                continue
            if number > best:
                best = number
                answer = (t, p)
    return answer


# %% right: while loops
def most_confused(matrix):
    best_t, best_p, best = 0, 1, matrix[0, 1]
    t = 0
    while t < matrix.shape[0]:
        p = 0
        while p < matrix.shape[1]:
            if t != p and matrix[t, p] > best:
                best_t, best_p, best = t, p, matrix[t, p]
            p += 1
        t += 1
    return best_t, best_p


# %% right: backwards with >=
def most_confused(matrix):
    n = len(matrix)
    best, pair = -1, None
    for t in range(n - 1, -1, -1):
        for p in range(n - 1, -1, -1):
            if t != p and matrix[t, p] >= best:
                best, pair = matrix[t, p], (t, p)
    return pair


# %% right: the largest number first, then its place
def most_confused(matrix):
    n = len(matrix)
    largest = max(matrix[t][p] for t in range(n) for p in range(n) if t != p)
    for t in range(n):
        for p in range(n):
            if t != p and matrix[t][p] == largest:
                return t, p


# %% right: next with a generator
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    top = m.max()
    return next((t, p) for t, p in np.ndindex(m.shape) if m[t, p] == top)


# %% right: np.nonzero
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    rows, columns = np.nonzero(m == m.max())
    return rows[0], columns[0]


# %% right: np.argwhere made a tuple
def most_confused(matrix):
    m = matrix.copy()
    m[range(len(m)), range(len(m))] = 0
    return tuple(np.argwhere(m == m.max())[0])


# %% right: flatnonzero and divmod
def most_confused(matrix):
    m = matrix - np.diag(np.diagonal(matrix))
    first = np.flatnonzero(m == m.max())[0]
    return divmod(first, len(m))


# %% right: floor and remainder of the flat place
def most_confused(matrix):
    n = matrix.shape[0]
    m = np.array(matrix)
    m.flat[:: n + 1] = 0
    place = int(m.argmax())
    return place // n, place % n


# %% right: NaN on the diagonal
def most_confused(matrix):
    m = matrix.astype(float)
    np.fill_diagonal(m, np.nan)
    t, p = np.unravel_index(np.nanargmax(m), m.shape)
    return int(t), int(p)


# %% right: the mask ~eye
def most_confused(matrix):
    m = matrix * ~np.eye(len(matrix), dtype=bool)
    return tuple(int(k) for k in np.unravel_index(np.argmax(m), m.shape))


# %% right: np.where with an identity matrix
def most_confused(matrix):
    m = np.where(np.identity(len(matrix)) == 1, -1, matrix)
    t, p = divmod(m.argmax(), m.shape[1])
    return t, p


# %% right: np.triu and np.tril added
def most_confused(matrix):
    m = np.triu(matrix, 1) + np.tril(matrix, -1)
    return np.unravel_index(m.argmax(), m.shape)


# %% right: np.indices
def most_confused(matrix):
    row, column = np.indices(matrix.shape)
    m = np.where(row != column, matrix, -1)
    k = m.argmax()
    return row.flat[k], column.flat[k]


# %% right: np.ogrid
def most_confused(matrix):
    row, column = np.ogrid[: len(matrix), : len(matrix)]
    m = matrix * (row != column)
    return np.unravel_index(m.argmax(), m.shape)


# %% right: a product with 1 - eye
def most_confused(matrix):
    m = matrix * (1 - np.eye(len(matrix)))
    t, p = np.unravel_index(np.argmax(m), m.shape)
    return int(t), int(p)


# %% right: a masked array with masked_where
def most_confused(matrix):
    m = np.ma.masked_where(np.eye(len(matrix)) > 0, matrix)
    t, p = np.unravel_index(m.argmax(fill_value=-1), matrix.shape)
    return int(t), int(p)


# %% right: np.ma.masked in a copy
def most_confused(matrix):
    m = np.ma.array(matrix, copy=True)
    for k in range(len(m)):
        m[k, k] = np.ma.masked
    k = int(np.ma.argmax(m))
    return k // len(matrix), k % len(matrix)


# %% right: np.delete of the diagonal places
def most_confused(matrix):
    n = len(matrix)
    flat = matrix.flatten()
    places = np.delete(np.arange(n * n), np.arange(0, n * n, n + 1))
    place = places[np.argmax(flat[places])]
    return np.unravel_index(place, (n, n))


# %% right: the row without its diagonal, the column moved
def most_confused(matrix):
    best, pair = -1, None
    for t in range(len(matrix)):
        others = np.delete(matrix[t], t)
        p = int(others.argmax())
        if others[p] > best:
            best, pair = others[p], (t, p + (p >= t))
    return pair


# %% right: the trick of one column more
def most_confused(matrix):
    n = len(matrix)
    off = matrix.ravel()[1:].reshape(n - 1, n + 1)[:, :-1]
    place = off.argmax()
    flat = place // n * (n + 1) + place % n + 1
    return int(flat // n), int(flat % n)


# %% right: max of each row and column by argmax
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    columns = m.argmax(axis=1)
    values = m[np.arange(len(m)), columns]
    t = values.argmax()
    return t, columns[t]


# %% right: max with a key of number and place
def most_confused(matrix):
    n = len(matrix)
    cells = [(matrix[t, p], -t, -p) for t in range(n) for p in range(n) if t != p]
    _, t, p = max(cells)
    return -t, -p


# %% right: min with a negative number
def most_confused(matrix):
    n = len(matrix)
    return min((-int(matrix[t, p]), t, p) for t in range(n) for p in range(n) if t != p)[1:]


# %% right: sorted with a compound key
def most_confused(matrix):
    cells = [(t, p) for t in range(len(matrix)) for p in range(len(matrix)) if t != p]
    cells.sort(key=lambda c: (-matrix[c], c))
    return cells[0]


# %% right: itertools.permutations
from itertools import permutations


def most_confused(matrix):
    return max(permutations(range(len(matrix)), 2), key=lambda pair: matrix[pair])


# %% right: itertools.product and filter
from itertools import product


def most_confused(matrix):
    n = len(matrix)
    return max(filter(lambda c: c[0] != c[1], product(range(n), range(n))), key=matrix.__getitem__)


# %% right: heapq
import heapq


def most_confused(matrix):
    n = len(matrix)
    heap = [(-int(matrix[t, p]), t, p) for t in range(n) for p in range(n) if t != p]
    heapq.heapify(heap)
    _, t, p = heapq.heappop(heap)
    return t, p


# %% right: heapq.nlargest
import heapq


def most_confused(matrix):
    cells = ((t, p) for t, p in np.ndindex(matrix.shape) if t != p)
    return heapq.nlargest(1, cells, key=lambda c: matrix[c])[0]


# %% right: a dict from pair to number
def most_confused(matrix):
    counts = {(t, p): int(n) for (t, p), n in np.ndenumerate(matrix) if t != p}
    return max(counts, key=counts.get)


# %% right: a Counter
from collections import Counter


def most_confused(matrix):
    counts = Counter({(t, p): int(matrix[t, p]) for t in range(len(matrix)) for p in range(len(matrix)) if t != p})
    return counts.most_common(1)[0][0]


# %% right: reduce
from functools import reduce


def most_confused(matrix):
    cells = [c for c in np.ndindex(matrix.shape) if c[0] != c[1]]
    return reduce(lambda a, b: b if matrix[b] > matrix[a] else a, cells)


# %% right: recursion over cells
def most_confused(matrix, place=0, best=None):
    n = len(matrix)
    if place == n * n:
        return best
    cell = divmod(place, n)
    if cell[0] != cell[1] and (best is None or matrix[cell] > matrix[best]):
        best = cell
    return most_confused(matrix, place + 1, best)


# %% right: lists of Python
def most_confused(matrix):
    table = matrix.tolist()
    for k, row in enumerate(table):
        row[k] = -1
    tops = [max(row) for row in table]
    t = tops.index(max(tops))
    return t, table[t].index(tops[t])


# %% right: one long list and index
def most_confused(matrix):
    numbers = []
    for t in range(len(matrix)):
        for p in range(len(matrix)):
            numbers.append(-1 if t == p else int(matrix[t, p]))
    place = numbers.index(max(numbers))
    return place // len(matrix), place % len(matrix)


# %% right: a pandas table, stacked
import pandas as pd


def most_confused(matrix):
    m = matrix.astype(float)
    np.fill_diagonal(m, -1)
    t, p = pd.DataFrame(m).stack().idxmax()
    return int(t), int(p)


# %% right: a pandas Series with two indices
import pandas as pd


def most_confused(matrix):
    n = len(matrix)
    index = pd.MultiIndex.from_product([range(n), range(n)])
    s = pd.Series(matrix.ravel(), index=index)
    s = s[[t != p for t, p in index]]
    return s.idxmax()


# %% right: stable argsort of negative numbers
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, 0)
    first = np.argsort(-m.ravel(), kind="stable")[0]
    return tuple(np.unravel_index(first, m.shape))


# %% right: lexsort
def most_confused(matrix):
    t, p = np.nonzero(~np.eye(len(matrix), dtype=bool))
    first = np.lexsort((p, t, -matrix[t, p]))[0]
    return int(t[first]), int(p[first])


# %% right: places of the mask and argmax
def most_confused(matrix):
    t, p = np.where(~np.eye(len(matrix), dtype=bool))
    k = matrix[t, p].argmax()
    return int(t[k]), int(p[k])


# %% right: an array of two
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    return np.array(np.unravel_index(m.argmax(), m.shape))


# %% right: the diagonal multiplied by -1
def most_confused(matrix):
    m = matrix - 2 * np.diag(matrix.diagonal()) - np.eye(len(matrix), dtype=int)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% right: the diagonal put back afterwards in a copy
def most_confused(matrix):
    m = matrix.copy()
    d = np.diag_indices(len(m))
    keep = m[d]
    m[d] = -1
    place = np.argmax(m)
    m[d] = keep
    return np.unravel_index(place, m.shape)


# %% right: type hints
def most_confused(matrix: np.ndarray) -> tuple[int, int]:
    mistakes: np.ndarray = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    place: int = int(mistakes.argmax())
    return place // len(matrix), place % len(matrix)


# %% right: a helper function for one row
def largest_beside(row, place):
    best = None
    for p in range(len(row)):
        if p != place and (best is None or row[p] > row[best]):
            best = p
    return best


def most_confused(matrix):
    columns = [largest_beside(row, t) for t, row in enumerate(matrix)]
    t = max(range(len(matrix)), key=lambda t: matrix[t, columns[t]])
    return t, columns[t]


# %% right: a dataclass that iterates into a tuple
from dataclasses import astuple, dataclass


@dataclass
class Pair:
    true: int
    predicted: int


def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return astuple(Pair(int(t), int(p)))


# %% right: floats that are whole
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    k = m.argmax()
    return float(k // len(m)), float(k % len(m))


# %% right: deepcopy
import copy


def most_confused(matrix):
    m = copy.deepcopy(matrix)
    for i in range(len(m)):
        m[i][i] = 0
    t, p = np.unravel_index(np.argmax(m, axis=None), m.shape)
    return t, p


# %% right: 8 bits for the class numbers
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, 0)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return np.uint8(t), np.uint8(p)


# %% right: the diagonal lowered below the smallest number
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, m.min() - 1)
    return divmod(int(m.argmax()), len(m))


# %% right: walrus in a comprehension
def most_confused(matrix):
    best = -1
    found = [(t, p) for t in range(len(matrix)) for p in range(len(matrix)) if t != p and matrix[t, p] > best and (best := matrix[t, p]) >= 0]
    return found[-1]


# %% wrong, known as takes_the_last_of_equals: >= keeps the last of equals
def most_confused(matrix):
    best, pair = -1, None
    for t in range(len(matrix)):
        for p in range(len(matrix)):
            if t != p and matrix[t, p] >= best:
                best, pair = matrix[t, p], (t, p)
    return pair


# %% wrong, known as goes_down_the_columns: the columns in the outer loop
def most_confused(matrix):
    best, pair = -1, None
    for p in range(len(matrix)):
        for t in range(len(matrix)):
            if t != p and matrix[t, p] > best:
                best, pair = matrix[t, p], (t, p)
    return pair


# %% wrong: argmax of the transposed matrix
def most_confused(matrix):
    m = matrix.T.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong, known as goes_down_the_columns: the transposed matrix, and exchanged back
def most_confused(matrix):
    m = matrix.T.copy()
    np.fill_diagonal(m, -1)
    p, t = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong, known as exchanges_the_two: quotient and remainder exchanged
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    k = int(m.argmax())
    return k % len(m), k // len(m)


# %% wrong: max of the matrix and its transpose
def most_confused(matrix):
    m = np.maximum(matrix, matrix.T)
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong, known as looks_above_the_diagonal_only: p starts behind t
def most_confused(matrix):
    best, pair = -1, None
    for t in range(len(matrix)):
        for p in range(t + 1, len(matrix)):
            if matrix[t, p] > best:
                best, pair = matrix[t, p], (t, p)
    return pair


# %% wrong: the last row is left out
def most_confused(matrix):
    n = len(matrix)
    best, pair = -1, None
    for t in range(n - 1):
        for p in range(n):
            if t != p and matrix[t, p] > best:
                best, pair = matrix[t, p], (t, p)
    return pair


# %% wrong: the first row and column are left out
def most_confused(matrix):
    n = len(matrix)
    best, pair = -1, None
    for t in range(1, n):
        for p in range(1, n):
            if t != p and matrix[t, p] > best:
                best, pair = matrix[t, p], (t, p)
    return pair


# %% wrong: as many numbers are skipped as there are classes
def most_confused(matrix):
    flat = np.sort(matrix.ravel())
    t, p = np.argwhere(matrix == flat[-len(matrix) - 1])[0]
    return int(t), int(p)


# %% wrong, known as looks_for_the_number_on_the_diagonal_too: the largest number is found off the diagonal but sought everywhere
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    rows, columns = np.where(matrix == m.max())
    return int(rows[0]), int(columns[0])


# %% wrong, known as compares_shares: numbers larger than the right answers of the row
def most_confused(matrix):
    m = matrix - matrix.diagonal()[:, None]
    np.fill_diagonal(m, m.min() - 1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong: shares of the columns
def most_confused(matrix):
    m = matrix / matrix.sum(axis=0)
    np.fill_diagonal(m, 0)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong: the lowest recall first
def most_confused(matrix):
    recall = matrix.diagonal() / matrix.sum(axis=1)
    t = int(np.argmin(recall))
    row = matrix[t].copy()
    row[t] = -1
    return t, int(row.argmax())


# %% wrong: the class with the most images first
def most_confused(matrix):
    t = int(matrix.sum(axis=1).argmax())
    row = matrix[t].copy()
    row[t] = -1
    return t, int(row.argmax())


# %% wrong: the column that gets most wrong answers first
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, 0)
    p = int(m.sum(axis=0).argmax())
    return int(m[:, p].argmax()), p


# %% wrong, known as fills_the_diagonal_of_the_argument: the diagonal of the argument is set and put back only in part
def most_confused(matrix):
    first = matrix[0, 0]
    np.fill_diagonal(matrix, 0)
    t, p = np.unravel_index(matrix.argmax(), matrix.shape)
    matrix[0, 0] = first
    return int(t), int(p)


# %% wrong, known as fills_the_diagonal_of_the_argument: a view instead of a copy
def most_confused(matrix):
    m = matrix.view()
    np.fill_diagonal(m, 0)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong, known as fills_the_diagonal_of_the_argument: asarray instead of a copy
def most_confused(matrix):
    m = np.asarray(matrix)
    for i in range(len(m)):
        m[i, i] = 0
    return np.unravel_index(m.argmax(), m.shape)


# %% wrong: zero only where the number is the row's largest
def most_confused(matrix):
    m = matrix.copy()
    m[np.arange(len(m)), m.argmax(axis=1)] = -1
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong: the largest of all is skipped once
def most_confused(matrix):
    m = matrix.copy()
    m[np.unravel_index(m.argmax(), m.shape)] = -1
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% wrong: a dict of the two
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return {"true": int(t), "predicted": int(p)}


# %% wrong: a set of the two
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return {int(t), int(p)}


# %% wrong: a text
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return f"({t}, {p})"


# %% wrong: the true class alone
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t)


# %% wrong: both classes in order of size
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return tuple(sorted((int(t), int(p))))


# %% wrong: a list with one pair in it
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    return [(int(t), int(p))]


# %% wrong: prints the pair
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    t, p = np.unravel_index(m.argmax(), m.shape)
    print(t, p)


# %% wrong: argmax of the rows of all
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    return m.argmax(axis=0).max(), m.argmax(axis=1).max()


# %% wrong: compared with the number to the left
def most_confused(matrix):
    best, pair = 0, (0, 1)
    for t in range(len(matrix)):
        for p in range(1, len(matrix)):
            if t != p and matrix[t, p] > matrix[t, p - 1] and matrix[t, p] > best:
                best, pair = matrix[t, p], (t, p)
    return pair


# %% wrong, known as takes_the_last_of_equals: equal numbers in a dict overwrite one another
def most_confused(matrix):
    places = {}
    for t in range(len(matrix)):
        for p in range(len(matrix)):
            if t != p:
                places[int(matrix[t, p])] = (t, p)
    return places[max(places)]


# %% wrong, known as takes_the_last_of_equals: argsort from the end
def most_confused(matrix):
    m = matrix.copy()
    np.fill_diagonal(m, -1)
    place = np.argsort(m.ravel(), kind="stable")[-1]
    return int(place // len(m)), int(place % len(m))


# %% wrong, known as takes_the_last_of_equals: max of number and place
def most_confused(matrix):
    n = len(matrix)
    _, t, p = max((int(matrix[t, p]), t, p) for t in range(n) for p in range(n) if t != p)
    return t, p


# %% wrong: the diagonal is compared by value
def most_confused(matrix):
    m = matrix.copy()
    m[np.isin(m, m.diagonal())] = -1
    t, p = np.unravel_index(m.argmax(), m.shape)
    return int(t), int(p)


# %% equivalent: np.fill_diagonal(mistakes, -1) → np.fill_diagonal(mistakes, -2)
# No number is negative, so -2 on the diagonal cannot win either.


# %% equivalent: int(true) → true
# NumPy's whole numbers are right, too.


# %% equivalent: int(predicted) → predicted
# NumPy's whole numbers are right, too.


# %% equivalent: 1 → 0
# At least one number beside the diagonal is larger than 0, so a 0 on it cannot win.
