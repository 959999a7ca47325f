# Named: nobody.
from collections import Counter


def count_labels(labels):
    return Counter(labels[:1000].tolist())
