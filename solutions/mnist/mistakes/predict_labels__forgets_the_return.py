"""Your function returned None: its result is lost. A function gives back only what comes after return; without a
return it gives None."""

import numpy as np


def predict_labels(model, images):
    digits = np.argmax(model.predict(images), axis=1)  # noqa: F841
