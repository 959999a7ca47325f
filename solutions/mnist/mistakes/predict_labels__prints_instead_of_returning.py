"""The digits appear on the screen, and your function gave None. Printing shows a value to people; a caller
gets it another way."""

import numpy as np


def predict_labels(model, images):
    print(np.argmax(model.predict(images), axis=1))
