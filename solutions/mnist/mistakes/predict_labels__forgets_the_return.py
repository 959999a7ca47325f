"""The model was asked, and your function gave None. Nothing is handed back: what stands in a variable is gone at the end
of the function."""

import numpy as np


def predict_labels(model, images):
    digits = np.argmax(model.predict(images), axis=1)  # noqa: F841
