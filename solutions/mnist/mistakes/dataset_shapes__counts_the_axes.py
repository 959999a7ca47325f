### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You returned the number of axes of each array. That is only half of the answer: how long is each axis?"""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.ndim,
        "train_labels": train_labels.ndim,
        "test_images": test_images.ndim,
        "test_labels": test_labels.ndim,
    }
