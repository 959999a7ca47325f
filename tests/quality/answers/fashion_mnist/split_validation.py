# %% right: order of validation last
def split_validation(images, labels, share, seed):
    n = len(images)
    order = np.random.default_rng(seed).permutation(n)
    cut = n - round(share * n)
    return (images[order[:cut]], labels[order[:cut]]), (images[order[cut:]], labels[order[cut:]])


# %% right: both mixed completely first
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(labels))
    images, labels = images[order], labels[order]
    n = round(len(labels) * share)
    return (images[n:], labels[n:]), (images[:n], labels[:n])


# %% right: negative slices
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(labels))
    n = round(len(labels) * share)
    train, val = order[:-n], order[-n:]
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: arange and shuffle of a generator
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    idx = np.arange(images.shape[0])
    rng.shuffle(idx)
    n = int(np.round(share * images.shape[0]))
    return (images[idx[n:]], labels[idx[n:]]), (images[idx[:n]], labels[idx[:n]])


# %% right: RandomState permutation
def split_validation(images, labels, share, seed):
    idx = np.random.RandomState(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[idx[n:]], labels[idx[n:]]), (images[idx[:n]], labels[idx[:n]])


# %% right: Generator with PCG64
def split_validation(images, labels, share, seed):
    rng = np.random.Generator(np.random.PCG64(seed))
    idx = rng.permutation(len(images))
    n = round(share * len(images))
    v, t = idx[:n], idx[n:]
    return (images[t], labels[t]), (images[v], labels[v])


# %% right: Generator with Philox
def split_validation(images, labels, share, seed):
    rng = np.random.Generator(np.random.Philox(seed))
    v = rng.choice(len(images), round(share * len(images)), replace=False, shuffle=False)
    keep = np.ones(len(images), bool)
    keep[v] = False
    return (images[keep], labels[keep]), (images[v], labels[v])


# %% right: a seed sequence
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    order = rng.permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: np.isin for the rest
def split_validation(images, labels, share, seed):
    places = np.arange(len(images))
    v = np.random.default_rng(seed).choice(places, round(share * len(images)), replace=False)
    t = places[~np.isin(places, v)]
    return (images[t], labels[t]), (images[v], labels[v])


# %% right: lists of positions
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    val = rng.choice(len(images), size=round(share * len(images)), replace=False).tolist()
    train = [i for i in range(len(images)) if i not in val]
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: np.array_split at one place
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    val, train = np.array_split(order, [round(share * len(images))])
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: an argpartition of random numbers
def split_validation(images, labels, share, seed):
    r = np.random.default_rng(seed).random(len(images))
    n = round(share * len(images))
    order = np.argpartition(r, n)
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: the n smallest random numbers
def split_validation(images, labels, share, seed):
    r = np.random.default_rng(seed).random(len(images))
    n = round(share * len(images))
    limit = np.sort(r)[n]
    val = r < limit
    return (images[~val], labels[~val]), (images[val], labels[val])


# %% right: the ranks of normal numbers
def split_validation(images, labels, share, seed):
    r = np.random.default_rng(seed).normal(size=len(images))
    rank = r.argsort().argsort()
    inside = rank < round(share * len(images))
    return (images[np.logical_not(inside)], labels[np.logical_not(inside)]), (images[inside], labels[inside])


# %% right: a mask that is mixed
def split_validation(images, labels, share, seed):
    n = round(share * len(images))
    mask = np.array([True] * n + [False] * (len(images) - n))
    np.random.default_rng(seed).shuffle(mask)
    return (images[~mask], labels[~mask]), (images[mask], labels[mask])


# %% right: np.repeat mask, permuted
def split_validation(images, labels, share, seed):
    n = round(share * len(images))
    mask = np.random.default_rng(seed).permutation(np.repeat([1, 0], [n, len(images) - n]))
    return (images[mask == 0], labels[mask == 0]), (images[mask == 1], labels[mask == 1])


# %% right: np.compress
def split_validation(images, labels, share, seed):
    inside = np.zeros(len(images), bool)
    inside[np.random.default_rng(seed).permutation(len(images))[: round(share * len(images))]] = True
    part = lambda mask: (np.compress(mask, images, axis=0), np.compress(mask, labels))
    return part(~inside), part(inside)


# %% right: np.take in a helper
def take(arrays, places):
    return tuple(np.take(one, places, axis=0) for one in arrays)


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return take((images, labels), order[n:]), take((images, labels), order[:n])


# %% right: Python's random with a shuffled range
import random


def split_validation(images, labels, share, seed):
    places = list(range(len(images)))
    random.Random(seed).shuffle(places)
    n = round(share * len(images))
    val, train = places[:n], places[n:]
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: random.sample of all places
import random


def split_validation(images, labels, share, seed):
    places = random.Random(seed).sample(range(len(images)), len(images))
    n = round(share * len(images))
    return (images[places[n:]], labels[places[n:]]), (images[places[:n]], labels[places[:n]])


# %% right: positions sorted by a random key
import random


def split_validation(images, labels, share, seed):
    draw = random.Random(seed)
    places = sorted(range(len(images)), key=lambda place: draw.random())
    n = round(share * len(images))
    return (images[places[n:]], labels[places[n:]]), (images[places[:n]], labels[places[:n]])


# %% right: pop at random places
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    rest = list(range(len(images)))
    val = []
    for _ in range(round(share * len(images))):
        val.append(rest.pop(rng.integers(len(rest))))
    return (images[rest], labels[rest]), (images[val], labels[val])


# %% right: drawn until the set is full
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    chosen = set()
    while len(chosen) < round(share * len(images)):
        chosen.add(int(rng.integers(0, len(images))))
    val = sorted(chosen)
    train = sorted(set(range(len(images))) - chosen)
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: Fisher and Yates by hand
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    order = list(range(len(images)))
    for i in range(len(order) - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        order[i], order[j] = order[j], order[i]
    n = round(share * len(order))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: a loop that appends arrays
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    ti, tl, vi, vl = [], [], [], []
    for number, place in enumerate(order):
        if number < n:
            vi.append(images[place])
            vl.append(labels[place])
        else:
            ti.append(images[place])
            tl.append(labels[place])
    return (np.array(ti), np.array(tl)), (np.array(vi), np.array(vl))


# %% right: np.stack of lists
def split_validation(images, labels, share, seed):
    chosen = set(np.random.default_rng(seed).permutation(len(images))[: round(share * len(images))].tolist())
    inside = [(i, l) for k, (i, l) in enumerate(zip(images, labels)) if k in chosen]
    outside = [(i, l) for k, (i, l) in enumerate(zip(images, labels)) if k not in chosen]
    return tuple((np.stack([i for i, _ in part]), np.array([l for _, l in part])) for part in (outside, inside))


# %% right: arrays filled image by image
def split_validation(images, labels, share, seed):
    n, total = round(share * len(images)), len(images)
    order = np.random.default_rng(seed).permutation(total)
    vi = np.empty((n, *images.shape[1:]), images.dtype)
    vl = np.empty(n, labels.dtype)
    ti = np.empty((total - n, *images.shape[1:]), images.dtype)
    tl = np.empty(total - n, labels.dtype)
    for k in range(n):
        vi[k], vl[k] = images[order[k]], labels[order[k]]
    for k in range(n, total):
        ti[k - n], tl[k - n] = images[order[k]], labels[order[k]]
    return (ti, tl), (vi, vl)


# %% right: a list of two lists
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return [[images[order[n:]], labels[order[n:]]], [images[order[:n]], labels[order[:n]]]]


# %% right: named tuples
from collections import namedtuple

Part = namedtuple("Part", "images labels")


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return Part(images[order[n:]], labels[order[n:]]), Part(images[order[:n]], labels[order[:n]])


# %% right: two generators of the same seed
def split_validation(images, labels, share, seed):
    mixed_images = np.random.default_rng(seed).permutation(images)
    mixed_labels = np.random.default_rng(seed).permutation(labels)
    n = round(share * len(images))
    return (mixed_images[n:], mixed_labels[n:]), (mixed_images[:n], mixed_labels[:n])


# %% right: the state of the global generator put back
def split_validation(images, labels, share, seed):
    state = np.random.get_state()
    np.random.seed(seed)
    order = np.random.permutation(len(images))
    np.random.set_state(state)
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: global shuffle of positions
def split_validation(images, labels, share, seed):
    np.random.seed(seed)
    order = np.arange(len(images))
    np.random.shuffle(order)
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: global choice
def split_validation(images, labels, share, seed):
    np.random.seed(seed)
    val = np.random.choice(len(images), round(share * len(images)), replace=False)
    train = np.setdiff1d(np.arange(len(images)), val)
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: stratified, largest remainders
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    want = round(share * len(labels))
    kinds, counts = np.unique(labels, return_counts=True)
    each = np.floor(share * counts).astype(int)
    missing = want - each.sum()
    each[np.argsort(-(share * counts - each), kind="stable")[:missing]] += 1
    val = np.concatenate([rng.permutation(np.flatnonzero(labels == k))[:e] for k, e in zip(kinds, each)])
    train = np.setdiff1d(np.arange(len(labels)), val)
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: stratified, then mixed
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    want = round(share * len(labels))
    val = []
    for kind in np.unique(labels):
        places = rng.permutation(np.flatnonzero(labels == kind))
        val.extend(places[: int(share * len(places))])
    rest = np.setdiff1d(np.arange(len(labels)), np.array(val, int))
    extra = rng.permutation(rest)[: want - len(val)]
    val = rng.permutation(np.concatenate([np.array(val, int), extra]))
    train = rng.permutation(np.setdiff1d(rest, extra))
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: int of the number plus a half
def split_validation(images, labels, share, seed):
    n = len(images)
    count = int(np.rint(share * n))
    order = np.random.default_rng(seed).permutation(n)
    return (images[order[count:]].copy(), labels[order[count:]].copy()), (images[order[:count]].copy(), labels[order[:count]].copy())


# %% right: dict of parts inside
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    places = {"train": order[n:], "val": order[:n]}
    parts = {name: (images[p], labels[p]) for name, p in places.items()}
    return parts["train"], parts["val"]


# %% right: a class that divides
class Divider:
    def __init__(self, n, share, seed):
        self.order = np.random.default_rng(seed).permutation(n)
        self.count = round(share * n)

    def validation(self):
        return self.order[: self.count]

    def training(self):
        return self.order[self.count :]


def split_validation(images, labels, share, seed):
    d = Divider(len(images), share, seed)
    return (images[d.training()], labels[d.training()]), (images[d.validation()], labels[d.validation()])


# %% right: walrus and slices
def split_validation(images, labels, share, seed):
    v = (order := np.random.default_rng(seed).permutation(n := len(images)))[: (k := round(share * n))]
    return (images[order[k:]], labels[order[k:]]), (images[v], labels[v])


# %% right: slice objects
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return tuple((images[order[cut]], labels[order[cut]]) for cut in (slice(n, None), slice(n)))


# %% right: training in its old order, validation mixed
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    val, train = order[:n], np.sort(order[n:])
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: pandas draws the places
import pandas as pd


def split_validation(images, labels, share, seed):
    places = pd.Series(range(len(images)))
    val = places.sample(n=round(share * len(images)), random_state=seed)
    train = places.drop(val.index)
    return (images[train.to_numpy()], labels[train.to_numpy()]), (images[val.to_numpy()], labels[val.to_numpy()])


# %% right: Keras draws with a seed generator
def split_validation(images, labels, share, seed):
    numbers = np.array(keras.random.uniform((len(images),), seed=keras.random.SeedGenerator(seed)))
    order = np.argsort(numbers, kind="stable")
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: type hints and a docstring
Arrays = tuple[np.ndarray, np.ndarray]


def split_validation(images: np.ndarray, labels: np.ndarray, share: float, seed: int) -> tuple[Arrays, Arrays]:
    """Divide images at random."""
    order: np.ndarray = np.random.default_rng(seed).permutation(len(images))
    count: int = round(share * len(images))
    training: Arrays = images[order[count:]], labels[order[count:]]
    validation: Arrays = images[order[:count]], labels[order[:count]]
    return training, validation


# %% right: the positions turned round
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))[::-1]
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: a structured array, mixed
def split_validation(images, labels, share, seed):
    both = np.empty(len(images), dtype=[("image", images.dtype, images.shape[1:]), ("label", labels.dtype)])
    both["image"], both["label"] = images, labels
    np.random.default_rng(seed).shuffle(both)
    n = round(share * len(images))
    return (both["image"][n:], both["label"][n:]), (both["image"][:n], both["label"][:n])


# %% right: flat images that get their shape back
def split_validation(images, labels, share, seed):
    flat = images.reshape(len(images), -1)
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    shape = images.shape[1:]
    return (flat[order[n:]].reshape(-1, *shape), labels[order[n:]]), (flat[order[:n]].reshape(-1, *shape), labels[order[:n]])


# %% right: a spawned generator
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed).spawn(1)[0]
    order = rng.permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: reservoir sampling
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    n = round(share * len(images))
    val = list(range(n))
    for i in range(n, len(images)):
        j = int(rng.integers(0, i + 1))
        if j < n:
            val[j] = i
    train = np.delete(np.arange(len(images)), val)
    return (images[train], labels[train]), (images[val], labels[val])


# %% right: selection sampling, image after image
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    left = round(share * len(images))
    mask = np.zeros(len(images), bool)
    for i in range(len(images)):
        if rng.random() < left / (len(images) - i):
            mask[i] = True
            left -= 1
    return (images[~mask], labels[~mask]), (images[mask], labels[mask])


# %% right: an own generator of random numbers
def split_validation(images, labels, share, seed):
    state = (seed + 1) * 2654435761 % 2**32
    numbers = []
    for _ in range(len(images) + 10):
        state = (1664525 * state + 1013904223) % 2**32
        numbers.append(state)
    order = np.argsort(numbers[10:], kind="stable")
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% right: the labels as the first axis of zip
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    train, val = zip(*((one[order[n:]], one[order[:n]]) for one in (images, labels)))
    return train, val


# %% wrong, known as mixes_images_and_labels_separately: labels shuffled with the next numbers of one generator
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    images, labels = rng.permutation(images), rng.permutation(labels)
    n = round(share * len(images))
    return (images[n:], labels[n:]), (images[:n], labels[:n])


# %% wrong, known as mixes_images_and_labels_separately: choice for images and labels apart
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    n = round(share * len(images))
    v = rng.choice(len(images), n, replace=False)
    w = rng.choice(len(labels), n, replace=False)
    return (np.delete(images, v, axis=0), np.delete(labels, w)), (images[v], labels[w])


# %% wrong, known as keeps_validation_images_for_training: the training part has all images
def split_validation(images, labels, share, seed):
    v = np.random.default_rng(seed).permutation(len(images))[: round(share * len(images))]
    return (images, labels), (images[v], labels[v])


# %% wrong: the next whole number up
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = int(share * len(images)) + 1
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as rounds_up: floor division of the training part
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = int((1 - share) * len(images))
    return (images[order[:n]], labels[order[:n]]), (images[order[n:]], labels[order[n:]])


# %% wrong: the share is rounded first
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(round(share, 1) * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as loses_an_image: one image left out in between
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n + 1 :]], labels[order[n + 1 :]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as uses_an_image_twice: one image shared at the border
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n - 1 :]], labels[order[n - 1 :]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as draws_anew_each_time: the seed is not used at all
def split_validation(images, labels, share, seed):
    order = np.random.permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as always_uses_the_same_seed: the global generator is seeded with a fixed number
def split_validation(images, labels, share, seed):
    np.random.seed(0)
    order = np.random.permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong: the seed only says even or odd
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed % 2).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as takes_seed_0_for_no_seed: seed 0 is taken for no seed
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed or None).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as takes_a_run_of_images: the seed is where the cut begins
def split_validation(images, labels, share, seed):
    n = round(share * len(images))
    v = (np.arange(n) + seed) % len(images)
    t = np.setdiff1d(np.arange(len(images)), v)
    return (images[t], labels[t]), (images[v], labels[v])


# %% wrong, known as mixes_after_dividing: only the validation part is mixed afterwards
def split_validation(images, labels, share, seed):
    n = round(share * len(images))
    order = np.random.default_rng(seed).permutation(n)
    return (images[n:], labels[n:]), (images[:n][order], labels[:n][order])


# %% wrong, known as takes_one_image_in_so_many: every second image, then mixed
def split_validation(images, labels, share, seed):
    step = round(1 / share)
    rng = np.random.default_rng(seed)
    v = rng.permutation(np.arange(0, len(images), step))
    t = np.setdiff1d(np.arange(len(images)), v)
    return (images[t], labels[t]), (images[v], labels[v])


# %% wrong, known as takes_a_run_of_images: a random start, then a block
def split_validation(images, labels, share, seed):
    n = round(share * len(images))
    start = np.random.default_rng(seed).integers(len(images) - n)
    v = np.arange(start, start + n)
    t = np.setdiff1d(np.arange(len(images)), v)
    return (images[t], labels[t]), (images[v], labels[v])


# %% wrong: whole classes are drawn
def split_validation(images, labels, share, seed):
    kinds = np.random.default_rng(seed).permutation(np.unique(labels))
    v = np.concatenate([np.flatnonzero(labels == k) for k in kinds])[: round(share * len(images))]
    t = np.setdiff1d(np.arange(len(images)), v)
    return (images[t], labels[t]), (images[v], labels[v])


# %% wrong, known as shuffles_the_arguments: shuffles the images in place
def split_validation(images, labels, share, seed):
    np.random.default_rng(seed).shuffle(images)
    np.random.default_rng(seed).shuffle(labels)
    n = round(share * len(images))
    return (images[n:].copy(), labels[n:].copy()), (images[:n].copy(), labels[:n].copy())


# %% wrong: validation images blanked in the argument
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    val = images[order[:n]], labels[order[:n]]
    train = images[order[n:]], labels[order[n:]]
    labels[order[:n]] = 0
    return train, val


# %% wrong, known as pairs_images_with_images: pairs of images and pairs of labels
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], images[order[:n]]), (labels[order[n:]], labels[order[:n]])


# %% wrong: a dict of parts
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return {"training": (images[order[n:]], labels[order[n:]]), "validation": (images[order[:n]], labels[order[:n]])}


# %% wrong: only the validation part
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return images[order[:n]], labels[order[:n]]


# %% wrong, known as gives_positions: the positions themselves as the images
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (order[n:], labels[order[n:]]), (order[:n], labels[order[:n]])


# %% wrong, known as scales_the_images: the images are scaled on the way
def split_validation(images, labels, share, seed):
    images = images.astype("float32") / 255
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong: a channel axis is added
def split_validation(images, labels, share, seed):
    images = images[..., np.newaxis]
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as mixes_images_and_labels_separately: labels of the sorted order
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[np.sort(order[n:])]), (images[order[:n]], labels[np.sort(order[:n])])


# %% wrong, known as mixes_the_images_only: the labels are cut without mixing
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[n:]], labels[n:]), (images[order[:n]], labels[:n])


# %% wrong, known as draws_with_replacement: integers that can repeat
def split_validation(images, labels, share, seed):
    v = np.random.default_rng(seed).integers(0, len(images), round(share * len(images)))
    t = [i for i in range(len(images)) if i not in v]
    return (images[t], labels[t]), (images[v], labels[v])


# %% wrong, known as loses_an_image: the first image is never drawn
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(np.arange(1, len(images)))
    n = round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as exchanges_the_parts: share of the training part
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (images[order[:n]], labels[order[:n]]), (images[order[n:]], labels[order[n:]])


# %% wrong, known as exchanges_the_parts: the validation part comes first
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    train = images[order[n:]], labels[order[n:]]
    val = images[order[:n]], labels[order[:n]]
    return val, train


# %% wrong, known as takes_the_last_images: only the training part is drawn by the seed
def split_validation(images, labels, share, seed):
    n = round(share * len(images))
    order = np.random.default_rng(seed).permutation(len(images) - n)
    return (images[order], labels[order]), (images[-n:], labels[-n:])


# %% wrong, known as uses_the_share_as_a_position: a float for the position
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = np.round(share * len(images))
    return (images[order[n:]], labels[order[n:]]), (images[order[:n]], labels[order[:n]])


# %% wrong, known as gives_lists: Python lists of images
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    n = round(share * len(images))
    return (list(images[order[n:]]), list(labels[order[n:]])), (list(images[order[:n]]), list(labels[order[:n]]))


# %% wrong: stratified with each class rounded by itself
def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    val = np.concatenate([rng.permutation(np.flatnonzero(labels == k))[: int(share * (labels == k).sum())] for k in np.unique(labels)])
    train = np.setdiff1d(np.arange(len(labels)), val)
    return (images[train], labels[train]), (images[val], labels[val])
