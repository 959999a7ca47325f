### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""Your function loads the data again. It already gets the data: the parameter dataset holds what load_data()
returns, and your function is also tested with other data."""

import keras


def dataset_shapes(dataset):
    (a, b), (c, d) = keras.datasets.mnist.load_data()
    return {"train_images": a.shape, "train_labels": b.shape, "test_images": c.shape, "test_labels": d.shape}
