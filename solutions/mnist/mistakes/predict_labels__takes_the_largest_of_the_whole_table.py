"""You asked for the largest number in the whole table, so one number came out for all images. Each image
needs an answer of its own: along which axis do you have to look?"""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images))
