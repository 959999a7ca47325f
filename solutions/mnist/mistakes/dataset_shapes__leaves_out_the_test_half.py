### VARIANT "train_ is "{train}_
"""The test arrays are missing from your answer. To trust a test, you must know how large it is: count the
keys in the docstring."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
    }
