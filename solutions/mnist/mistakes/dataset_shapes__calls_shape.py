### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You called shape like a function. It is not a function: it is a tuple that every array already has, and a
tuple cannot be called. Look at your parentheses."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape(),
        "train_labels": train_labels.shape(),
        "test_images": test_images.shape(),
        "test_labels": test_labels.shape(),
    }
