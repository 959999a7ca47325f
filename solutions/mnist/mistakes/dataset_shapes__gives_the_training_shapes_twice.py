"""Training and test have equal shapes in your answer, although one half is larger than the other. That
often comes from a copied line in which one name stayed as it was."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": train_images.shape,
        "test_labels": train_labels.shape,
    }
