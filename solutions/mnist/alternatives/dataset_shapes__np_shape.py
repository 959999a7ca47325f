### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""np.shape, and the keys in another order."""

import numpy as np


def dataset_shapes(dataset):
    train, test = dataset
    return {
        "test_labels": np.shape(test[1]),
        "test_images": np.shape(test[0]),
        "train_labels": np.shape(train[1]),
        "train_images": np.shape(train[0]),
    }
