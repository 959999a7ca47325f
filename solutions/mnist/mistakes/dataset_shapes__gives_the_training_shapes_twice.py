### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""Training and test have the same shapes in your answer, but the two sets have different sizes. This often
comes from a copied line in which one name was not changed."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": train_images.shape,
        "test_labels": train_labels.shape,
    }
