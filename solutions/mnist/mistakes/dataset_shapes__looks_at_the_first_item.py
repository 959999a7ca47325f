### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You took the shape of the first image and of the first label. A single item does not show how many there
are: look at the step from the whole array to this item."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images[0].shape,
        "train_labels": train_labels[0].shape,
        "test_images": test_images[0].shape,
        "test_labels": test_labels[0].shape,
    }
