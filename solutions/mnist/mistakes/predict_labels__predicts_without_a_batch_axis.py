"""You handed the model a single picture. It expects a stack of them, even of one; and one call can answer
for all pictures together."""

import numpy as np


def predict_labels(model, images):
    return np.array([np.argmax(model.predict(image)) for image in images])
