"""value_counts is a method of pandas, but the labels are a NumPy array. Look at type(labels), and at what
such an array can do."""


def count_labels(labels):
    return labels.value_counts()
