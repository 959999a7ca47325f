"""The counts of an earlier call are still in your answer. What is made outside the function, or behind the
= in its first line, is made only once and kept: begin each call with a new one, inside the function."""


def count_labels(labels, counts={}):
    for label in labels.tolist():
        counts[label] = counts.get(label, 0) + 1
    return counts
