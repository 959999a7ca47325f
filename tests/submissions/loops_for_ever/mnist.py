def normalize(images):
    while True:
        pass


def count_labels(labels):
    return {int(label): int((labels == label).sum()) for label in set(labels.tolist())}
