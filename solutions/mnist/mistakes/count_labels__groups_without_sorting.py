"""You counted neighbours that are equal, and of each label only the last such group remained. The labels
come in any order: what would have to happen before equal ones stand together?"""

import itertools


def count_labels(labels):
    return {label: len(list(group)) for label, group in itertools.groupby(labels)}
