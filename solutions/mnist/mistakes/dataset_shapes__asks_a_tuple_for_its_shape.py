### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You asked a tuple for its shape, but only arrays have one. The dataset is a tuple, and each of its two
halves is a tuple, too: how far inside are the arrays?"""


def dataset_shapes(dataset):
    train, test = dataset
    return {
        "train_images": train.shape,
        "test_images": test.shape,
    }
