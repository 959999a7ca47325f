### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You returned the length of each array, which is only the first number of its shape. Images also have rows
and columns, and a network has to know how many."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": len(train_images),
        "train_labels": len(train_labels),
        "test_images": len(test_images),
        "test_labels": len(test_labels),
    }
