"""The given labels are in another order after the call. Their images kept the old order, so images and
labels no longer fit together for any code that uses them next."""

import itertools


def count_labels(labels):
    labels.sort()
    return {label: len(list(group)) for label, group in itertools.groupby(labels)}
