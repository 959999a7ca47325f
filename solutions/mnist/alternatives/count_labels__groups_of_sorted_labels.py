"""Groups of equal neighbours, after sorting a copy."""

import itertools


def count_labels(labels):
    return {label: len(list(group)) for label, group in itertools.groupby(sorted(labels))}
