# %% right: a while loop
def name_labels(labels, class_names):
    result = []
    i = 0
    while i < len(labels):
        result.append(class_names[labels[i]])
        i += 1
    return result


# %% right: range and len
def name_labels(labels, class_names):
    result = []
    for i in range(len(labels)):
        label = labels[i]
        name = class_names[label]
        result.append(name)
    return result


# %% right: enumerate into a list of the right length
def name_labels(labels, class_names):
    names = [None] * len(labels)
    for place, label in enumerate(labels):
        names[place] = class_names[label]
    return names


# %% right: list plus list
def name_labels(labels, class_names):
    names = []
    for label in labels:
        names = names + [class_names[label]]
    return names


# %% right: += with a list of one
def name_labels(labels, class_names):
    names = []
    for label in labels:
        names += [class_names[label]]
    return names


# %% right: extend with a list of one
def name_labels(labels, class_names):
    names = []
    for label in labels:
        names.extend([class_names[int(label)]])
    return names


# %% right: insert at the front, going backwards
def name_labels(labels, class_names):
    names = []
    for label in labels[::-1]:
        names.insert(0, class_names[label])
    return names


# %% right: append backwards and reverse
def name_labels(labels, class_names):
    names = []
    for label in reversed(labels):
        names.append(class_names[label])
    names.reverse()
    return names


# %% right: a tuple that grows
def name_labels(labels, class_names):
    names = ()
    for label in labels:
        names += (class_names[label],)
    return names


# %% right: a star in front of a generator
def name_labels(labels, class_names):
    return [*(class_names[label] for label in labels)]


# %% right: a generator function inside
def name_labels(labels, class_names):
    def names():
        for label in labels:
            yield class_names[label]

    return list(names())


# %% right: a helper function for one label
def one_name(label, class_names):
    return class_names[label]


def name_labels(labels, class_names):
    return [one_name(label, class_names) for label in labels]


# %% right: map with a lambda
def name_labels(labels, class_names):
    return list(map(lambda label: class_names[label], labels))


# %% right: a tuple of map
def name_labels(labels, class_names):
    return tuple(map(class_names.__getitem__, labels.tolist()))


# %% right: recursion
def name_labels(labels, class_names):
    if len(labels) == 0:
        return []
    return [class_names[labels[0]]] + name_labels(labels[1:], class_names)


# %% right: recursion in halves
def name_labels(labels, class_names):
    if len(labels) < 2:
        return [class_names[label] for label in labels]
    half = len(labels) // 2
    return name_labels(labels[:half], class_names) + name_labels(labels[half:], class_names)


# %% right: reduce
from functools import reduce


def name_labels(labels, class_names):
    return reduce(lambda names, label: names + [class_names[label]], labels, [])


# %% right: a lambda with a name
name_labels = lambda labels, class_names: [class_names[label] for label in labels]


# %% right: type hints
def name_labels(labels: np.ndarray, class_names: list[str]) -> list[str]:
    """Give each label its name."""
    names: list[str] = [class_names[label] for label in labels]
    return names


# %% right: dict of zip
def name_labels(labels, class_names):
    lookup = dict(zip(range(len(class_names)), class_names))
    return [lookup[label] for label in labels]


# %% right: a dict comprehension and get
def name_labels(labels, class_names):
    lookup = {i: name for i, name in enumerate(class_names)}
    return [lookup.get(int(label), "?") for label in labels]


# %% right: the array method take
def name_labels(labels, class_names):
    return np.array(class_names).take(labels)


# %% right: np.select
def name_labels(labels, class_names):
    return np.select([labels == i for i in range(len(class_names))], class_names, default="")


# %% right: np.where again and again
def name_labels(labels, class_names):
    names = np.full(len(labels), "", dtype=object)
    for i, name in enumerate(class_names):
        names = np.where(labels == i, name, names)
    return names


# %% right: unique and its inverse
def name_labels(labels, class_names):
    values, inverse = np.unique(labels, return_inverse=True)
    return np.array([class_names[value] for value in values])[inverse.reshape(-1)]


# %% right: np.fromiter with objects
def name_labels(labels, class_names):
    return np.fromiter((class_names[label] for label in labels), dtype=object, count=len(labels))


# %% right: np.array around a comprehension
def name_labels(labels, class_names):
    return np.array([class_names[label] for label in labels])


# %% right: np.array with text type
def name_labels(labels, class_names):
    table = np.array(class_names, dtype=str)
    return table[labels.astype(int)]


# %% right: an array made a list
def name_labels(labels, class_names):
    return np.asarray(class_names)[labels].tolist()


# %% wrong: np.apply_along_axis cuts names off
def name_labels(labels, class_names):
    column = labels.reshape(-1, 1)
    table = np.array(class_names)
    return np.apply_along_axis(lambda row: table[row[0]], 1, column)


# %% right: np.frompyfunc
def name_labels(labels, class_names):
    find = np.frompyfunc(lambda label: class_names[label], 1, 1)
    return find(labels)


# %% right: np.vectorize with objects
def name_labels(labels, class_names):
    return np.vectorize(class_names.__getitem__, otypes=[object])(labels)


# %% right: np.nditer
def name_labels(labels, class_names):
    return [class_names[int(label)] for label in np.nditer(labels)]


# %% right: np.ndenumerate
def name_labels(labels, class_names):
    names = [""] * labels.size
    for (place,), label in np.ndenumerate(labels):
        names[place] = class_names[label]
    return names


# %% right: np.concatenate of small arrays
def name_labels(labels, class_names):
    return np.concatenate([np.array([class_names[label]]) for label in labels])


# %% right: a list of pandas, mapped
import pandas as pd


def name_labels(labels, class_names):
    return pd.Series(labels).map(dict(enumerate(class_names))).tolist()


# %% right: a pandas Series indexed by labels
import pandas as pd


def name_labels(labels, class_names):
    return pd.Series(class_names).iloc[labels].to_numpy()


# %% right: a pandas Categorical
import pandas as pd


def name_labels(labels, class_names):
    return list(pd.Categorical.from_codes(labels.astype(int), categories=class_names))


# %% right: a table joined by pandas
import pandas as pd


def name_labels(labels, class_names):
    left = pd.DataFrame({"label": labels.astype(int)})
    right = pd.DataFrame({"label": range(len(class_names)), "name": class_names})
    return left.merge(right, on="label", how="left")["name"].tolist()


# %% right: an inner loop that searches
def name_labels(labels, class_names):
    names = []
    for label in labels:
        for number, name in enumerate(class_names):
            if number == label:
                names.append(name)
                break
    return names


# %% right: match by comprehension in a comprehension
def name_labels(labels, class_names):
    return [name for label in labels for number, name in enumerate(class_names) if number == label]


# %% right: a deque
from collections import deque


def name_labels(labels, class_names):
    names = deque()
    for label in labels:
        names.append(class_names[label])
    return list(names)


# %% right: an iterator and next
def name_labels(labels, class_names):
    source = iter(labels)
    names = []
    while (label := next(source, None)) is not None:
        names.append(class_names[label])
    return names


# %% right: try and except around the lookup
def name_labels(labels, class_names):
    names = []
    for label in labels:
        try:
            names.append(class_names[label])
        except IndexError:
            names.append("unknown")
    return names


# %% right: a copy of the list of names
def name_labels(labels, class_names):
    table = class_names.copy()
    return [table[int(i)] for i in labels.tolist()]


# %% right: a class with a method
class Namer:
    def __init__(self, names):
        self.names = names

    def __call__(self, label):
        return self.names[label]


def name_labels(labels, class_names):
    namer = Namer(class_names)
    return [namer(label) for label in labels]


# %% right: partial of getitem
from functools import partial
from operator import getitem


def name_labels(labels, class_names):
    return list(map(partial(getitem, class_names), labels))


# %% right: itertools.starmap
from itertools import repeat, starmap
from operator import getitem


def name_labels(labels, class_names):
    return list(starmap(getitem, zip(repeat(class_names), labels)))


# %% right: labels checked first
def name_labels(labels, class_names):
    assert labels.min() >= 0 and labels.max() < len(class_names)
    return [str(class_names[label]) for label in labels]


# %% right: one-hot rows times names
def name_labels(labels, class_names):
    hot = labels[:, None] == np.arange(len(class_names))
    return hot.astype(object).dot(np.array(class_names, dtype=object))


# %% right: negative positions
def name_labels(labels, class_names):
    n = len(class_names)
    return [class_names[int(label) - n] for label in labels]


# %% right: mutable copy of the labels as objects
def name_labels(labels, class_names):
    out = labels.astype(object)
    for i in range(out.size):
        out[i] = class_names[out[i]]
    return out


# %% wrong: range starts at 1
def name_labels(labels, class_names):
    names = []
    for i in range(1, len(labels)):
        names.append(class_names[labels[i]])
    return names


# %% wrong: only nonzero labels are named
def name_labels(labels, class_names):
    names = []
    for label in labels:
        if label:
            names.append(class_names[label])
    return names


# %% wrong: reversed order
def name_labels(labels, class_names):
    return [class_names[label] for label in labels[::-1]]


# %% wrong: counted from the end of the names
def name_labels(labels, class_names):
    return [class_names[-label] for label in labels.astype(int)]


# %% wrong: names in reversed order
def name_labels(labels, class_names):
    names = class_names[::-1]
    return [names[label] for label in labels]


# %% wrong: gives a set
def name_labels(labels, class_names):
    return {class_names[label] for label in labels}


# %% wrong, known as gives_a_map: gives a generator
def name_labels(labels, class_names):
    return (class_names[label] for label in labels)


# %% wrong, known as gives_a_map: yields the names
def name_labels(labels, class_names):
    for label in labels:
        yield class_names[label]


# %% wrong: an array with room for five letters
def name_labels(labels, class_names):
    return np.array(class_names, dtype="U5")[labels]


# %% wrong: an empty array of text is filled
def name_labels(labels, class_names):
    names = np.empty(len(labels), dtype=str)
    for i, label in enumerate(labels):
        names[i] = class_names[label]
    return names


# %% wrong: an array made like the first name
def name_labels(labels, class_names):
    names = np.full(len(labels), class_names[0])
    for i, label in enumerate(labels):
        names[i] = class_names[label]
    return names


# %% wrong: gives bytes
def name_labels(labels, class_names):
    return np.array(class_names, dtype="S20")[labels]


# %% wrong, known as sorts_the_names_in_place: sorts the list of names in place
def name_labels(labels, class_names):
    class_names[:] = sorted(class_names)
    return [class_names[label] for label in labels]


# %% wrong, known as collects_in_the_argument: adds a name to the argument
def name_labels(labels, class_names):
    class_names.append("none")
    return [class_names[label] for label in labels]


# %% wrong: writes names into the labels
def name_labels(labels, class_names):
    for i in range(len(labels)):
        labels[i] = class_names[labels[i]]
    return labels


# %% wrong: the names in lower case
def name_labels(labels, class_names):
    return [class_names[label].lower() for label in labels]


# %% wrong: number and name in one text
def name_labels(labels, class_names):
    return [f"{label}: {class_names[label]}" for label in labels]


# %% wrong: at most ten labels
def name_labels(labels, class_names):
    return [class_names[label] for label in labels[:10]]


# %% wrong: names of this page written into the function
def name_labels(labels, class_names):
    names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
    return [names[label] for label in labels]


# %% wrong: neighbours with the same name are joined
def name_labels(labels, class_names):
    names = []
    for label in labels:
        if not names or names[-1] != class_names[label]:
            names.append(class_names[label])
    return names


# %% wrong: a name that is there already is not added
def name_labels(labels, class_names):
    names = []
    for label in labels:
        if class_names[label] not in names:
            names.append(class_names[label])
    return names


# %% wrong, known as sorts_the_labels: loops over the names first
def name_labels(labels, class_names):
    names = []
    for number, name in enumerate(class_names):
        for label in labels:
            if label == number:
                names.append(name)
    return names


# %% wrong, known as takes_names_in_their_order: gives all class names
def name_labels(labels, class_names):
    return class_names


# %% wrong: returns an empty list
def name_labels(labels, class_names):
    names = []
    [class_names[label] for label in labels]
    return names


# %% wrong: append gives None
def name_labels(labels, class_names):
    names = []
    for label in labels:
        names = names.append(class_names[label])
    return names


# %% wrong: one text with line ends
def name_labels(labels, class_names):
    text = ""
    for label in labels:
        text += class_names[label] + "\n"
    return text


# %% wrong: the list as a text
def name_labels(labels, class_names):
    return str([class_names[label] for label in labels])


# %% wrong: labels and names exchanged
def name_labels(labels, class_names):
    return [labels[name] for name in class_names]


# %% wrong: round brackets instead of square ones
def name_labels(labels, class_names):
    return [class_names(label) for label in labels]


# %% wrong: the label modulo ten
def name_labels(labels, class_names):
    return [class_names[label % 10] for label in labels]


# %% wrong: the last class is the first name
def name_labels(labels, class_names):
    n = len(class_names)
    return [class_names[(label + 1) % n] for label in labels.astype(int)]


# %% wrong: a list of lists of letters
def name_labels(labels, class_names):
    return [list(class_names[label]) for label in labels]


# %% wrong, known as puts_each_name_into_a_list: a column of an array
def name_labels(labels, class_names):
    return np.array(class_names)[labels].reshape(-1, 1)


# %% wrong: the name of the most frequent label
def name_labels(labels, class_names):
    return class_names[np.bincount(labels).argmax()]
