### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""Your shapes are texts. On the screen they look the same, but a program cannot calculate with a text: a
shape is a tuple of whole numbers."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": str(train_images.shape),
        "train_labels": str(train_labels.shape),
        "test_images": str(test_images.shape),
        "test_labels": str(test_labels.shape),
    }
