"""Your answers look like numbers, but they are texts. A text is never equal to a label: return whole
numbers."""

import numpy as np


def predict_labels(model, images):
    return [str(digit) for digit in np.argmax(model.predict(images), axis=1)]
