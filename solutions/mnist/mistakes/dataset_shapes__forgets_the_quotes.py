"""The keys of your dictionary are the arrays themselves, and an array cannot be a key. The keys must be
texts: how do you write a text in Python?"""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        train_images: train_images.shape,
        train_labels: train_labels.shape,
        test_images: test_images.shape,
        test_labels: test_labels.shape,
    }
