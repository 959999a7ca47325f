### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""First the halves, then the two arrays in each."""


def dataset_shapes(dataset):
    train, test = dataset
    train_images, train_labels = train
    test_images, test_labels = test
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
