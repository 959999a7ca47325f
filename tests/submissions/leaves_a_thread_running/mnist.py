import threading
import time


def wait():
    while True:
        time.sleep(0.1)


def normalize(images):
    threading.Thread(target=wait).start()
    return images / 255


def count_labels(labels):
    return {int(label): int((labels == label).sum()) for label in set(labels.tolist())}
