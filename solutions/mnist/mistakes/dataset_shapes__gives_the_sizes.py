### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You returned the total number of values in each array. The total does not show how they are arranged: how
many axes are there, and how long is each?"""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.size,
        "train_labels": train_labels.size,
        "test_images": test_images.size,
        "test_labels": test_labels.size,
    }
