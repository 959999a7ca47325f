### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""Indexing instead of unpacking."""


def dataset_shapes(dataset):
    return {
        "train_images": dataset[0][0].shape,
        "train_labels": dataset[0][1].shape,
        "test_images": dataset[1][0].shape,
        "test_labels": dataset[1][1].shape,
    }
