### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""Shapes built from lengths."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    rows, columns = len(train_images[0]), len(train_images[0][0])
    return {
        "train_images": (len(train_images), rows, columns),
        "train_labels": (len(train_labels),),
        "test_images": (len(test_images), rows, columns),
        "test_labels": (len(test_labels),),
    }
