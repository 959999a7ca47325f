"""Your function counted but returned None. A result is lost when the function ends, unless the function
returns it."""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
