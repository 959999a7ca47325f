### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You unpacked the dataset as if it held first all images and then all labels, so a name for labels now holds
images. The two halves are training and test: which two arrays belong together in each half?"""


def dataset_shapes(dataset):
    (train_images, test_images), (train_labels, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
