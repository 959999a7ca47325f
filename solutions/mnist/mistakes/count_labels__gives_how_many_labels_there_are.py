"""You returned a single number: how many labels there are in total. Each digit needs its own count."""


def count_labels(labels):
    return len(labels)
