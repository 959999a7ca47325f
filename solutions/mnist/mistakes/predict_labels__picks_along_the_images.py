"""You looked for the largest number along the images, so you got ten numbers, one per class. But each image
needs an answer: which axis holds the classes?"""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=0)
