"""You returned the largest probability of each image. It says how sure the model is. The answer is its
position in the row."""

import numpy as np


def predict_labels(model, images):
    return np.max(model.predict(images), axis=1)
