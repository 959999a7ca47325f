"""Labels as a column of whole numbers."""

import numpy as np


def train(model, images, labels, epochs):
    column = np.reshape(labels, (-1, 1)).astype("int32")
    return model.fit(images, column, epochs=epochs)
