### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""Your function returned None: its result is lost. A function gives back only what comes after return; without a
return it gives None."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    shapes = {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
