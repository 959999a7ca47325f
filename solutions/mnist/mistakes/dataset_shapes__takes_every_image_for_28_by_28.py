### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You wrote the numbers 28 and 28 yourself. Other datasets have images of other sizes: read the whole shape
from the array."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": (len(train_images), 28, 28),
        "train_labels": train_labels.shape,
        "test_images": (len(test_images), 28, 28),
        "test_labels": test_labels.shape,
    }
