"""You asked the dataset for four arrays at once, but from outside it holds only two things. Each of them
is a pair again: look at it from the outside in."""


def dataset_shapes(dataset):
    train_images, train_labels, test_images, test_labels = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
