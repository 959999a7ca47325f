### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You unpacked four arrays at once, but at the top level the dataset holds only two items. Each of them is a
pair: go from the outside to the inside."""


def dataset_shapes(dataset):
    train_images, train_labels, test_images, test_labels = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
