"""Your shapes come without names, so nobody can tell which array each of them belongs to. The docstring
says what to return, and lists four keys."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return train_images.shape, train_labels.shape, test_images.shape, test_labels.shape
