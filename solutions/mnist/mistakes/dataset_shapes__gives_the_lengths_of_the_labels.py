### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""The shape of an array is always a tuple, even if there is only one axis, but len gives a plain number.
Parentheses around one number do not make a tuple; a comma does, and .shape already has it."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": (len(train_labels)),
        "test_images": test_images.shape,
        "test_labels": (len(test_labels)),
    }
