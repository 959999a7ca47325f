### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""Your function uses a variable of the page, not the dataset that it is given. It must work with any dataset:
look at the name in its first line."""


def dataset_shapes(dataset):
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
