"""Your function returned None: its result is lost. A function gives back only what comes after return; without a
return it gives None."""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
