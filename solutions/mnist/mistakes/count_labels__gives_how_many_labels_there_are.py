"""You gave a single number, how many labels there are in all. Asked for is one number for each digit."""


def count_labels(labels):
    return len(labels)
