### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You returned the shape of the images for the labels, too. The labels are a separate array, with one number
for each image."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_images.shape,
        "test_images": test_images.shape,
        "test_labels": test_images.shape,
    }
