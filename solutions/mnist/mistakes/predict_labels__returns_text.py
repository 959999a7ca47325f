"""Your answers look like numbers and are text. A comparison with the labels would then never be true; leave
them as whole numbers."""

import numpy as np


def predict_labels(model, images):
    return [str(digit) for digit in np.argmax(model.predict(images), axis=1)]
