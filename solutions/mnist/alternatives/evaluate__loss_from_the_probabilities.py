"""Both numbers from the predicted probabilities, with NumPy."""

import numpy as np


def evaluate(model, images, labels):
    probabilities = model.predict(images)
    chances = probabilities[np.arange(len(labels)), labels]
    return -np.log(chances).mean(), (probabilities.argmax(axis=-1) == labels).mean()
