"""You looked for the largest number in the whole table, so you got one number for all images. Each image
needs its own answer: along which axis do you have to look?"""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images))
