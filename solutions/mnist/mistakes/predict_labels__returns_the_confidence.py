"""You gave the largest probability of each image. That says how sure the model is; asked is at which place
of the row it stands."""

import numpy as np


def predict_labels(model, images):
    return np.max(model.predict(images), axis=1)
