"""Python's random module, seeded as a whole."""

import random


def split_validation(images, labels, share, seed):
    random.seed(seed)
    places = list(range(len(images)))
    random.shuffle(places)
    count = round(len(images) * share)
    return [images[places[count:]], labels[places[count:]]], [images[places[:count]], labels[places[:count]]]
