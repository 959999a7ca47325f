"""You turned the probabilities into 0s and 1s. An image still has ten numbers, and one that the model is
unsure about gets no class at all, because none of its probabilities reaches one half."""

import numpy as np


def predict_labels(model, images):
    return np.round(model.predict(images)).astype(int)
