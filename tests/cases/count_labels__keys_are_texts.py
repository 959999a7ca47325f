# Named: writes_the_labels_as_text.


def count_labels(labels):
    return {str(label): int((labels == label).sum()) for label in set(labels.tolist())}
