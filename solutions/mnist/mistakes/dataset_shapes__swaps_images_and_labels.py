### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You swapped images and labels in both halves. Labels are single numbers, one for each image: look at the
number of axes in each of your shapes."""


def dataset_shapes(dataset):
    (train_labels, train_images), (test_labels, test_images) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
