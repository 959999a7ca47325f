"""You returned a single number: how many different labels there are. Each of them needs its own count."""


def count_labels(labels):
    return len(set(labels))
