"""Python's random module, with its own generator."""

import random


def split_validation(images, labels, share, seed):
    draw = random.Random(seed)
    chosen = draw.sample(range(len(labels)), round(share * len(labels)))
    inside = set(chosen)
    rest = [place for place in range(len(labels)) if place not in inside]
    return (images[rest], labels[rest]), (images[chosen], labels[chosen])
