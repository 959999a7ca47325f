# Named: gives_a_list_of_pairs.
from collections import Counter


def count_labels(labels):
    return Counter(labels.tolist()).most_common()
