from autograder import datasets

dataset = datasets.load("mnist")
(train_images, train_labels), (test_images, test_labels) = dataset
BRIGHTEST = train_images.max()


def normalize(images):
    return images / BRIGHTEST


def count_labels(labels):
    return {int(label): int((train_labels == label).sum()) for label in set(train_labels.tolist())}
