"""You gave a single number, how many different labels there are. Asked for is one number for each of
them."""


def count_labels(labels):
    return len(set(labels))
