def normalize(images):
    import time

    while True:
        time.sleep(0.1)


def count_labels(labels):
    return {int(label): int((labels == label).sum()) for label in set(labels.tolist())}
