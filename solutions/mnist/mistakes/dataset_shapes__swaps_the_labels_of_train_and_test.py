### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""The images are right, but you swapped the labels: the training labels are under the test name. Each pair
holds images and their own labels."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": test_labels.shape,
        "test_images": test_images.shape,
        "test_labels": train_labels.shape,
    }
