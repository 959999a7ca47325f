"""You turned the probabilities into 0s and 1s. Each image still has ten numbers, and if the model is unsure,
no probability reaches one half, so the image gets no class at all."""

import numpy as np


def predict_labels(model, images):
    return np.round(model.predict(images)).astype(int)
