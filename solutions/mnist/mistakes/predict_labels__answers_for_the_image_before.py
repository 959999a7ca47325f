"""Your answers are shifted by one position: each image has the answer of the image before it. Where does the
first answer come from?"""

import numpy as np


def predict_labels(model, images):
    return np.roll(np.argmax(model.predict(images), axis=1), 1)
