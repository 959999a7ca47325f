### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You returned the arrays themselves. The question is about their form: how many axes does each array have,
and how long are they?"""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images,
        "train_labels": train_labels,
        "test_images": test_images,
        "test_labels": test_labels,
    }
