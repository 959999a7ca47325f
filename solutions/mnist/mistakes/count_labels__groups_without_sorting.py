"""You counted groups of equal neighbours, and only the last group of each label remained. The labels come in
any order: what must you do first, so that equal labels are neighbours?"""

import itertools


def count_labels(labels):
    return {label: len(list(group)) for label, group in itertools.groupby(labels)}
