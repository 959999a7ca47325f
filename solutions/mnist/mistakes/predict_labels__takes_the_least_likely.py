"""You sorted each row and took its first place, and sorting goes from small to large. Your answers are the
digits that the model thinks least likely."""

import numpy as np


def predict_labels(model, images):
    return np.argsort(model.predict(images), axis=1)[:, 0]
