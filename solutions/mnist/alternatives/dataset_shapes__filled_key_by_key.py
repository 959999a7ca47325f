### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""A dictionary filled key by key."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    shapes = {}
    shapes["train_images"] = train_images.shape
    shapes["train_labels"] = train_labels.shape
    shapes["test_images"] = test_images.shape
    shapes["test_labels"] = test_labels.shape
    return shapes
