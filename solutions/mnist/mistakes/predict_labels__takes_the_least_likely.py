"""Your answers are the digits that the model thinks least likely. The answer is the position of the largest
number in each row, not of the smallest."""

import numpy as np


def predict_labels(model, images):
    return np.argsort(model.predict(images), axis=1)[:, 0]
