"""You gave each label once, in order of size. Asked is the answer for each image, in the order of the
images."""

import numpy as np


def predict_labels(model, images):
    return np.unique(np.argmax(model.predict(images), axis=1))
