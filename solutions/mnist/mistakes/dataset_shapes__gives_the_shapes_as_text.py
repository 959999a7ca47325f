"""Your shapes are text. On the screen that looks the same, but nobody can compute with it: a shape is a
tuple of whole numbers."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": str(train_images.shape),
        "train_labels": str(train_labels.shape),
        "test_images": str(test_images.shape),
        "test_labels": str(test_labels.shape),
    }
