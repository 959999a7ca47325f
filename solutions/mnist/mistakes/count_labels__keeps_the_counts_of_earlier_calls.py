"""The counts of an earlier call are still in your answer. A value that you create outside the function, or
after the = in its first line, is created only once and then kept: create a new one inside the function in
each call."""


def count_labels(labels, counts={}):
    for label in labels.tolist():
        counts[label] = counts.get(label, 0) + 1
    return counts
