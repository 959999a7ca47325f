"""The length of each selection, for the labels that occur."""


def count_labels(labels):
    return {int(label): len(labels[labels == label]) for label in set(labels)}
