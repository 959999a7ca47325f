"""You took the shape of the first image and of the first label. One item cannot tell how many there are:
look at how you got from the whole array to it."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images[0].shape,
        "train_labels": train_labels[0].shape,
        "test_images": test_images[0].shape,
        "test_labels": test_labels[0].shape,
    }
